import type { MatrixAnswer, Process } from "@parley/process";
import { printHead } from "./head.ts";
import type { Page } from "./page.ts";
import { shortDate } from "./words.ts";

type Issue = MatrixAnswer["issues"][number];

/** Issue by issue: a matrix of whole sentences does not fit across a terminal; `-o file.csv` writes it as a table. */
export function printMatrix(page: Page, answer: MatrixAnswer, process: Process): void {
  printHead(page, { answer, process });
  for (const issue of answer.issues) printIssue(page, issue, answer);
}

function printIssue(page: Page, issue: Issue, { drafts, parties }: MatrixAnswer): void {
  page.heading(`${issue.name} [${issue.id}]${issue.status === "" ? "" : `: ${issue.status}`}`);
  for (const { draft, state, options } of issue.wordings) {
    const head = drafts.find(({ id }) => id === draft);
    const name = head === undefined ? draft : `${head.name}, ${shortDate(head.date)}${head.alleged ? ", alleged" : ""}`;
    if (options.length <= 1)
      page.line(`${name}: ${options[0] === undefined ? state : wording(options[0])}`, { indent: 2, hang: 2 });
    else {
      page.line(`${name}:`, { indent: 2 });
      for (const option of options) page.point(`${option.id}: ${wording(option)}`, { indent: 4 });
    }
  }
  for (const { party, stances } of issue.stances) {
    const name = parties.find(({ id }) => id === party)?.name ?? party;
    if (stances.length === 0) page.line(`${name}: nothing recorded.`, { indent: 2 });
    for (const { stance, option, words, said, standing } of stances) {
      page.line(
        `${name}: ${stance}${option === null ? "" : ` (${option})`}, ${shortDate(said)}, ${standing}. ${words}`,
        { indent: 2, hang: 2 },
      );
    }
  }
}

function wording({ text, open }: { readonly text: string; readonly open: boolean }): string {
  if (!open) return text;
  return text.trim() === "" ? "open, no wording" : text.startsWith("(") ? text : `${text} (open)`;
}
