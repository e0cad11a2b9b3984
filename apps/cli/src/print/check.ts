import type { CheckAnswer } from "@parley/process";
import { printDiagnostics } from "./diagnostics.ts";
import type { Page } from "./page.ts";
import { counted } from "./words.ts";

/** The findings, gravest kind first in the sentence, in the order of the files below it. */
export function printCheck(
  page: Page,
  {
    answer,
    folder,
    notice,
  }: { readonly answer: CheckAnswer; readonly folder: string; readonly notice: readonly string[] },
): void {
  const { diagnostics, counts } = answer;
  const of = (severity: string) => diagnostics.filter((each) => each.severity === severity).length;
  const found = [counted(of("error"), "error"), counted(of("warning"), "warning"), counted(of("note"), "note")].join(
    ", ",
  );
  page.line(diagnostics.length === 0 ? "Nothing was found." : `${found}.`, { style: "bold" });
  for (const line of notice) page.line(line, { style: "dim" });
  const read = [
    counted(counts.texts, "text"),
    counted(counts.provisions, "provision"),
    counted(counts.brackets, "bracket"),
    counted(counts.commitments, "commitment"),
    counted(counts.bodies, "body", "bodies"),
  ];
  page.line(`Read: ${read.join(", ")}.`, { style: "dim" });
  page.blank();
  printDiagnostics(page, diagnostics, folder);
}
