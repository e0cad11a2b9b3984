import type { BodiesAnswer, Hypothesis, Process } from "@parley/process";
import { printHead } from "./head.ts";
import type { Page } from "./page.ts";
import { printTable } from "./table.ts";
import { cited } from "./words.ts";

type Body = BodiesAnswer["bodies"][number];

export function printBodies(page: Page, answer: BodiesAnswer, process: Process): void {
  printHead(page, { answer, process });
  for (const body of answer.bodies) printBody(page, body);
}

function printBody(page: Page, body: Body): void {
  page.heading(`${body.name}, ${body.draft}`);
  page.line(`“${body.words}” [${body.provision}, as read by ${body.reader}]${cited([body.source])}`, { indent: 2 });
  const seats = body.shares
    ? "none, only shares are stated"
    : body.seats === null
      ? "not reported"
      : String(body.seats);
  const named = body.namedBy.map(({ name, seats: number }) => `${number} by ${name}`).join(", ");
  page.line(
    `Seats: ${seats}${named === "" ? "" : ` (named: ${named})`}. Rule of decision: ${body.rule}. It advises or decides: ${body.advisory}. Chair: ${body.chair}. Reports to: ${body.reportsTo}.`,
    {
      indent: 2,
    },
  );
  for (const text of body.notKnown) page.line(text, { indent: 2 });
  for (const hypothesis of body.hypotheses) printHypothesis(page, hypothesis);
}

function printHypothesis(page: Page, { rule, stated, assumes, blocs, text }: Hypothesis): void {
  page.blank();
  page.line(
    `${stated ? "As the text states" : "If"}${stated ? "," : ""} ${rule.charAt(0).toLowerCase()}${rule.slice(1)}: ${text}`,
    { indent: 2, hang: 2 },
  );
  page.line(`Supposes: ${assumes.filter((each) => !each.startsWith("the rule: ")).join("; ")}.`, {
    indent: 4,
    hang: 2,
    style: "dim",
  });
  const rows = blocs.map(({ name, seats, banzhaf, shapleyShubik }) => [name, String(seats), banzhaf, shapleyShubik]);
  printTable(page, { head: ["bloc", "votes", "Banzhaf", "Shapley-Shubik"], rows, indent: 4 });
}
