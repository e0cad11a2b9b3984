import { renderToString } from "react-dom/server";
// The style sheet and the script carry hashed names; the manifest of the browser's half says which.
import manifest from "../dist/client/.vite/manifest.json" with { type: "json" };
import { titleWords } from "./frame.tsx";
import type { Workbench as Pages } from "./index.ts";
import type { View } from "./view.ts";
import { Workbench } from "./workbench.tsx";

interface Built {
  readonly file: string;
  readonly css?: readonly string[];
}

const built: Built | undefined = (manifest as Readonly<Record<string, Built>>)["src/client.tsx"];
const styles = (built?.css ?? []).map((file) => `<link rel="stylesheet" href="/${escape(file)}">`).join("");
const script = built === undefined ? "" : `<script type="module" src="/${escape(built.file)}"></script>`;

function render(view: View): string {
  const title = view.frame === null ? "Parley" : `${titleWords[view.page]} · ${view.frame.title}`;
  return page({
    title,
    body: `<div id="root">${renderToString(<Workbench view={view} />)}</div><script type="application/json" id="view">${inScript(view)}</script>${script}`,
  });
}

function renderNotice({ title, text }: { readonly title: string; readonly text: string }): string {
  return page({
    title,
    body: `<main class="page page-unreadable"><h1>${escape(title)}</h1><p class="lead">${escape(text)}</p><p><a href="/">Back to the first page</a></p></main>`,
  });
}

function page({ title, body }: { readonly title: string; readonly body: string }): string {
  return `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escape(title)}</title><link rel="icon" href="data:,">${styles}</head><body>${body}</body></html>`;
}

/** JSON that cannot end the element it stands in; U+2028 and U+2029 are line ends to some readers. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}

const pages: Pages = { render, renderNotice };
export default pages;
