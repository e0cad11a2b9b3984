import type { ChangeAnswer, CompareAnswer } from "@parley/process";
import type { Page } from "./page.ts";

/** The changes in the order of the later text, then what the later text does not have, with the words taken out as [-…-] and those put in as {+…+}. */
export function printCompare(page: Page, answer: CompareAnswer): void {
  page.line(answer.text, { style: "bold" });
  page.line(`Before: ${sideName(answer.before)}.`, { style: "dim", hang: 2 });
  page.line(`After: ${sideName(answer.after)}.`, { style: "dim", hang: 2 });
  if (answer.changes.some(({ words }) => words.length > 0))
    page.line("Words taken out are shown as [-…-], words put in as {+…+}.", { style: "dim" });
  page.blank();
  const isGone = ({ kind }: ChangeAnswer) => kind === "deleted";
  for (const change of answer.changes.filter((each) => !isGone(each))) printChange(page, change);
  for (const change of answer.changes.filter(isGone)) printChange(page, change);
}

function sideName({ file, title }: CompareAnswer["before"]): string {
  return title === null ? file : `${title} (${file})`;
}

function printChange(page: Page, { text, words, before, kind }: ChangeAnswer): void {
  page.point(text);
  if (words.length > 0) page.line(words.map(marked).join(""), { indent: 4 });
  else if (kind === "deleted" && before !== null) page.line(`It read: ${before.text}`, { indent: 4 });
}

function marked({ kind, text }: ChangeAnswer["words"][number]): string {
  if (kind === "same") return text;
  const [, before = "", inside = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (inside === "") return text;
  return kind === "removed" ? `${before}[-${inside}-]${after}` : `${before}{+${inside}+}${after}`;
}
