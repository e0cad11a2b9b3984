import { civilDate, longDate } from "@parley/calendar";
import type { BriefAnswer, BriefItem, BriefSection } from "./answers/brief.ts";
import { sourceWords } from "./brief-markdown.ts";

/** A brief as one HTML page that prints on A4 and Letter, without script and without anything from outside. */
export function briefHtml(brief: BriefAnswer): string {
  const notice = brief.notice === null ? "" : `<p class="notice">${words(brief.notice)}</p>`;
  const invented = brief.invented ? `<p class="notice"><strong>An invented practice process.</strong></p>` : "";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Brief: ${words(brief.title)}, ${brief.asOf}</title>
<style>${style}</style>
</head>
<body>
<header><p class="handling">${words(brief.handling)}</p><h1>${words(brief.title)}</h1><p>As of ${longDate(civilDate(brief.asOf))}</p>${notice}${invented}</header>
<main>
${brief.sections.map(section).join("\n")}
</main>
</body>
</html>
`;
}

function section({ id, title, lead, items, table }: BriefSection): string {
  const list = items.length === 0 ? "" : `<ul>${items.map(itemOf).join("")}</ul>`;
  return `<section id="${words(id)}"><h2>${words(title)}</h2><p class="lead">${words(lead)}</p>${list}${table === null ? "" : tableOf(table)}</section>`;
}

function itemOf({ text, mark, sources, under }: BriefItem): string {
  const marked = mark === null ? "" : `<strong>${words(mark)}.</strong> `;
  const cited = sources.length === 0 ? "" : ` <small>${words(sourceWords(sources))}</small>`;
  const more = under.length === 0 ? "" : `<ul>${under.map((line) => `<li>${words(line)}</li>`).join("")}</ul>`;
  return `<li>${marked}${words(text)}${cited}${more}</li>`;
}

function tableOf({ head, rows }: NonNullable<BriefSection["table"]>): string {
  const body = rows
    .map(
      ([first = "", ...rest]) =>
        `<tr><th scope="row">${words(first)}</th>${rest.map((cell) => `<td>${words(cell)}</td>`).join("")}</tr>`,
    )
    .join("");
  return `<table><thead><tr>${head.map((cell) => (cell === "" ? "<td></td>" : `<th scope="col">${words(cell)}</th>`)).join("")}</tr></thead><tbody>${body}</tbody></table>`;
}

function words(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Black on white, so that it prints the same everywhere. */
const style = `
@page { margin: 12mm 14mm; }
body { font: 9pt/1.25 "Source Serif 4", Georgia, serif; color: #111; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
.handling { font: 600 9pt system-ui, sans-serif; border: 1.5px solid; display: inline-block; padding: .15rem .5rem; }
h1 { font-size: 15pt; margin: .3rem 0; } h2 { font-size: 11pt; margin: .38rem 0 .08rem; border-top: .5px solid #777; padding-top: .25rem; break-after: avoid; }
.lead { margin: .1rem 0 .25rem; } .notice { font-style: italic; }
ul { margin: .1rem 0; padding-left: 1.1rem; } li { margin: 0; } li li { break-inside: avoid; } li ul { font-size: 9pt; }
small { color: #333; font-size: 8pt; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; } th, td { text-align: left; vertical-align: top; padding: .1rem .5rem .1rem 0; border-bottom: .5px solid #999; font-weight: 400; } thead th { font-weight: 600; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 8.8pt; } }
`;
