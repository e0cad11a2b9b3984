import { civilDate, longDate } from "@parley/calendar";
import type { Manuscript } from "@parley/documents";
import type { BriefAnswer, BriefItem } from "./answers/brief.ts";
import type { MatrixAnswer } from "./answers/matrix.ts";
import { sourceWords } from "./brief-markdown.ts";
import { paragraph, plainPaper, point, type Said, table } from "./internal/drafts/plain-paper.ts";

/** A brief as a paper for Word or PDF, headed on every page with who may read it. */
export function briefPaper(brief: BriefAnswer): Manuscript {
  const day = longDate(civilDate(brief.asOf));
  const blocks = brief.sections.flatMap(({ title, lead, items, table: rows }) => [
    paragraph("heading", [title], 2),
    paragraph("body", [lead]),
    ...items.flatMap(itemPoints),
    ...(rows === null ? [] : [table(rows.head, rows.rows)]),
  ]);
  const head = [
    paragraph("title", [brief.title]),
    paragraph("subtitle", [`As of ${day}`]),
    ...(brief.notice === null ? [] : [paragraph("note", [brief.notice])]),
    ...(brief.invented ? [paragraph("note", [{ strong: "An invented practice process." }])] : []),
  ];
  const title = `Brief: ${brief.title}, ${brief.asOf}`;
  return plainPaper({ title, header: brief.handling, blocks: [...head, ...blocks] });
}

function itemPoints({ text, mark, sources, under }: BriefItem) {
  const marked: Said[] = mark === null ? [] : [{ strong: `${mark}. ` }];
  const cited = sources.length === 0 ? "" : ` (${sourceWords(sources)})`;
  return [point([...marked, `${text}${cited}`]), ...under.map((line) => point([line], 1))];
}

/** The matrix as a paper for Word or PDF: issues down, drafts and parties across, on a wide page. */
export function matrixPaper(matrix: MatrixAnswer): Manuscript {
  const head = [
    "Issue",
    ...matrix.drafts.map(({ name, date, alleged }) => `${name}${alleged ? " (alleged)" : ""}, ${date}`),
    ...matrix.parties.map(({ name }) => name),
  ];
  const rows = matrix.issues.map(({ name, wordings, stances }) => [
    name,
    ...wordings.map(({ state, options }) =>
      options.length === 0
        ? state
        : options.map(({ id, text }) => (options.length > 1 ? `${id}: ${text}` : text)).join("\n"),
    ),
    ...stances.map(({ stances: said }) => (said.length === 0 ? "no record" : said.map(stanceWords).join("\n"))),
  ]);
  const blocks = [
    paragraph("title", [matrix.title]),
    paragraph("subtitle", [`Matrix of the issues, as of ${longDate(civilDate(matrix.asOf))}`]),
    paragraph("body", [matrix.text]),
    table(head, rows),
  ];
  return plainPaper({ title: `Matrix: ${matrix.title}, ${matrix.asOf}`, header: null, landscape: true, blocks });
}

function stanceWords({
  said,
  stance,
  option,
  words,
  standing,
}: MatrixAnswer["issues"][number]["stances"][number]["stances"][number]): string {
  return `${said} ${stance}${option === null ? "" : ` (${option})`}: ${words} [${standing}]`;
}
