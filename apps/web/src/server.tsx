import { renderToString } from "react-dom/server";
import { titleWords } from "./frame.tsx";
import type { Workbench as Pages } from "./index.ts";
import type { View } from "./view.ts";
import { Workbench } from "./workbench.tsx";

const styles = builtFiles.styles.map((file) => `<link rel="stylesheet" href="/${escaped(file)}">`).join("");

function render(view: View): string {
  const [script = "", ...imported] = builtFiles.scripts[view.page] ?? [];
  const title = view.frame === null ? "Parley" : `${titleWords[view.page]} · ${view.frame.title}`;
  return page({
    title,
    imported,
    body: `<div id="root">${renderToString(<Workbench view={view} />)}</div><script type="application/json" id="view">${inScript(view)}</script><script type="module" src="/${escaped(script)}"></script>`,
  });
}

function renderNotice({ title, text }: { readonly title: string; readonly text: string }): string {
  return page({
    title,
    body: `<main class="page page-unreadable"><h1>${escaped(title)}</h1><p class="lead">${escaped(text)}</p><p><a href="/">Back to the first page</a></p></main>`,
  });
}

function page(parts: {
  readonly title: string;
  readonly body: string;
  /** What the page's script imports: named at the head, so that all of it is fetched at once. */
  readonly imported?: readonly string[];
}): string {
  const { title, body, imported = [] } = parts;
  const preloads = imported.map((file) => `<link rel="modulepreload" href="/${escaped(file)}">`).join("");
  return `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title><link rel="icon" href="data:,">${styles}${preloads}</head><body>${body}</body></html>`;
}

/** JSON that cannot end the element it stands in; U+2028 and U+2029 are line ends to some readers. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}

const pages: Pages = { render, renderNotice };
export default pages;
