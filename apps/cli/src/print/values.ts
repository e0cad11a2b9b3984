import type { PackagesAnswer } from "@parley/process";
import type { Page } from "./page.ts";
import { printTable } from "./table.ts";
import { chosen } from "./words.ts";

/** What rests on assessments: orders when asked for, and the frontier where there are values. */
export function printValues(page: Page, { ordinal, values, signatories }: PackagesAnswer): void {
  const name = (id: string) => signatories.find((party) => party.id === id)?.name ?? id;
  if (ordinal !== null) {
    page.heading("By assessed orders: somebody's judgement, never a party's word");
    page.line(ordinal.text, { indent: 2 });
    for (const { party, issue, order, by, because } of ordinal.assessments) {
      page.point(
        `${name(party)}, on ${issue}: ${order.map((tied) => tied.join(" as ")).join(" before ")}. Assessed by ${by}. ${because}`,
        { indent: 2 },
      );
    }
  }
  if (values === null) return;
  page.heading("By assessed values: somebody's judgement, never a party's word");
  page.line(values.text, { indent: 2 });
  const parties = values.parties.map(({ id }) => id);
  const rows = values.frontier.map((each) => [
    chosen(each.choices),
    ...parties.map((id) => String(each.values[id] ?? "")),
    each.acceptable ? "yes" : "no",
    each.solutions.join(", "),
  ]);
  printTable(page, { head: ["package on the frontier", ...parties.map(name), "acceptable", "solution"], rows });
  for (const { id, reservation, source } of values.parties)
    page.line(`${name(id)} needs at least ${reservation}. ${source.replace(/[.]+$/u, "")}.`, { indent: 2, hang: 2 });
  for (const { name: solution, definition } of values.solutions)
    page.line(definition.startsWith(solution) ? definition : `${solution}: ${definition}`, { indent: 2, hang: 2 });
}
