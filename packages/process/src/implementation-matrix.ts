import type { EvidenceAnswer, StandingAnswer, StatusAnswer } from "./answers/status.ts";
import { csvTable } from "./internal/csv-table.ts";

/** The columns, each with its tag of the Humanitarian Exchange Language (HXL 1.1) and what it holds. */
const columns: readonly (readonly [name: string, hxl: string, cell: (each: StandingAnswer) => string])[] = [
  ["commitment", "#activity+id", ({ id }) => id],
  ["provision", "#meta+provision", ({ provision }) => provision],
  ["part", "#meta+part", ({ part }) => part],
  ["read by", "#meta+reader", ({ reader }) => reader],
  ["who", "#org+responsible", ({ byNames }) => byNames.join("; ")],
  ["force", "#meta+force", ({ force }) => force],
  ["what", "#activity+description", ({ act }) => act],
  ["to whom", "#org+beneficiary", ({ toNames }) => toNames.join("; ")],
  ["condition", "#meta+condition", ({ condition }) => condition ?? ""],
  ["due", "#date+due", ({ due }) => due ?? ""],
  ["state", "#status", ({ state }) => state],
  ["disputed", "#status+disputed", ({ disputed }) => (disputed ? "disputed" : "")],
  ["days overdue", "#indicator+days+overdue+num", ({ daysOverdue }) => daysOverdue?.toString() ?? ""],
  ["kept on", "#date+kept", ({ keptOn }) => keptOn ?? ""],
  ["days late", "#indicator+days+late+num", ({ daysLate }) => daysLate?.toString() ?? ""],
  ["progress", "#status+progress", ({ kroc }) => kroc ?? "no data"],
  ["breach alleged by", "#org+alleging", ({ allegedBy }) => allegedBy.join("; ")],
  ["breach found by", "#org+finding", ({ foundBy }) => foundBy.join("; ")],
  ["held responsible", "#org+attributed", ({ attributedTo }) => attributedTo.join("; ")],
  ["why", "#description+reason", ({ because }) => because],
  ["evidence", "#description+evidence", ({ evidence }) => evidence.map(evidenceCell).join(" | ")],
];

/**
 * The implementation matrix as CSV: a row for each commitment under each reading. With `hxl` the second row holds HXL
 * tags, so that the tools of humanitarian data read the columns. The day asked and the day known stand in every row's end.
 */
export function implementationMatrixCsv(
  answer: StatusAnswer,
  { hxl = false }: { readonly hxl?: boolean } = {},
): string {
  const head = [...columns.map(([name]) => name), "on", "known"];
  const tags = [...columns.map(([, tag]) => tag), "#date+on", "#date+known"];
  const rows = answer.commitments.map((each) => [...columns.map(([, , cell]) => cell(each)), answer.on, answer.known]);
  return csvTable([head, ...(hxl ? [tags] : []), ...rows]);
}

function evidenceCell({ id, on, type, by, says, standing, credibility, sources }: EvidenceAnswer): string {
  const grades = sources.map(({ outlet, reliability }) => `${outlet} ${reliability}${credibility}`).join("; ");
  const who = by.length === 0 ? "" : ` ${by.join(", ")}`;
  return `${on} ${type}${who}: ${says} (${grades}) [${id}${standing === "counts" ? "" : `, ${standing}`}]`;
}
