import type { ProposalAnswer, ReturnedAnswer } from "@parley/process";
import type { Page } from "./page.ts";
import { counted, shortDate } from "./words.ts";

/** What was changed without tracking first, then the proposals by party, comments, looks, and what could not be carried. */
export function printReturned(page: Page, answer: ReturnedAnswer): void {
  page.line(answer.text, { style: "bold" });
  page.line(
    `${answer.file}${answer.base === null ? "" : `, held against ${answer.base.file}`}: ${counted(answer.provisions, "provision")}.`,
    { style: "dim" },
  );
  if (answer.untracked.length > 0) {
    page.heading("Changed without tracking");
    for (const each of answer.untracked) printProposal(page, each);
  }
  for (const [whose, proposals] of byHand(answer.proposals)) {
    page.heading(`Proposed by ${whose}`);
    for (const each of proposals) printProposal(page, each);
  }
  printComments(page, answer);
  if (answer.formatting.length > 0) {
    page.heading("Changes of looks, which are only listed");
    for (const { provision, name, what } of answer.formatting)
      page.point(`${provision ?? "outside the provisions"}: ${what} (${name})`);
  }
  if (answer.left.length > 0) {
    page.heading("In the file, and not carried over");
    for (const { what, paragraph, near } of answer.left)
      page.point(`${what}${paragraph === null ? "" : `, paragraph ${paragraph}`}${near === "" ? "" : `: “${near}”`}`);
  }
  if (answer.unmapped.length > 0) {
    page.heading("Names whose party is not known");
    for (const { name, changes, comments } of answer.unmapped)
      page.point(`${name}: ${counted(changes, "change")}, ${counted(comments, "comment")}`);
  }
}

/** Proposals by whose they are, in the order in which each first appears. */
function byHand(proposals: readonly ProposalAnswer[]): Map<string, ProposalAnswer[]> {
  const hands = new Map<string, ProposalAnswer[]>();
  for (const proposal of proposals) {
    const whose = proposal.by ?? proposal.names.join(", ");
    hands.set(whose, [...(hands.get(whose) ?? []), proposal]);
  }
  return hands;
}

function printProposal(page: Page, { text, date, around, rivals, id }: ProposalAnswer): void {
  page.point(`${id}: ${text}${date === null ? "" : ` (${shortDate(date.slice(0, 10))})`}`);
  const place = [around.before, around.after].some((words) => words.trim() !== "");
  if (place) page.line(`at: ${around.before.trim()} … ${around.after.trim()}`, { indent: 4, style: "dim" });
  if (rivals.length > 0) page.line(`another hand proposes otherwise here: ${rivals.join(", ")}`, { indent: 4 });
}

function printComments(page: Page, { comments }: ReturnedAnswer): void {
  if (comments.length === 0) return;
  page.heading("Comments");
  for (const { provision, on, name, date, text, isReply, resolved } of comments) {
    const where = provision === null ? "" : `${provision}${on.trim() === "" ? "" : `, on “${on.trim()}”`}: `;
    const when = date === null ? "" : `, ${shortDate(date.slice(0, 10))}`;
    page.point(`${where}${text.replaceAll("\n", " ")} (${name}${when}${resolved ? ", resolved" : ""})`, {
      indent: isReply ? 2 : 0,
    });
  }
}
