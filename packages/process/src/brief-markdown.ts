import { civilDate, longDate, shortDate } from "@parley/calendar";
import type { BriefAnswer, BriefItem, BriefSection } from "./answers/brief.ts";
import type { Source } from "./answers/shared.ts";

/** A brief as Markdown (CommonMark with pipe tables). What comes from the folder is escaped, so that it stays words. */
export function briefMarkdown(brief: BriefAnswer): string {
  const head = [
    `**${words(brief.handling)}**`,
    `# ${words(brief.title)}`,
    `As of ${longDate(civilDate(brief.asOf))}.${brief.invented ? " **An invented practice process.**" : ""}`,
    ...(brief.notice === null ? [] : [`*${words(brief.notice)}*`]),
  ];
  return `${[...head, ...brief.sections.map(section)].join("\n\n")}\n`;
}

function section({ title, lead, items, table }: BriefSection): string {
  const rows = table === null ? [] : [tableOf(table)];
  const list = items.length === 0 ? [] : [items.map(itemOf).join("\n")];
  return [`## ${words(title)}`, words(lead), ...list, ...rows].join("\n\n");
}

function itemOf({ text, mark, sources, under }: BriefItem): string {
  const marked = mark === null ? "" : `**${words(mark)}.** `;
  const cited = sources.length === 0 ? "" : ` (${words(sourceWords(sources))})`;
  return [`- ${marked}${words(text)}${cited}`, ...under.map((line) => `  - ${words(line)}`)].join("\n");
}

function tableOf({ head, rows }: NonNullable<BriefSection["table"]>): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => words(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}

/** "Reuters, 23 Mar 2021; AFP, 24 Mar 2021 (unverified)": a press report needs no remark, other grades are said. */
export function sourceWords(sources: readonly Source[]): string {
  const said = sources.map(
    ({ outlet, published, grade }) =>
      `${outlet}${published === null ? "" : `, ${shortDate(civilDate(published))}`}${grade === "press" ? "" : ` (${grade})`}`,
  );
  return [...new Set(said)].join("; ");
}

/** Markdown's marks made harmless, and line ends folded so that a text cannot start a block of its own. */
function words(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*_[\]<>#~]/gu, "\\$&");
}
