import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Workbench } from "../src/workbench.tsx";
import { processOf, textView } from "./real-view.ts";

/** What a hostile draft may try, in words, ids, brackets, links and front matter. */
const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(2)>",
  "</script><svg onload=alert(3)>",
  "[a](javascript:alert(4))",
  '"><iframe srcdoc="<script>alert(5)</script>">',
];

const hostile = {
  "process.yaml": `process: hostile
title: "Talks <script>alert(0)</script>"
zone: Etc/UTC
as-of: 2021-04-12
notice: "<b>bold</b> notice"
parties:
  - {id: north, name: "North <img src=x onerror=alert(6)>", role: party, signatory: true}
rooms:
  - {id: mediation-team, name: "Team <script>alert(7)</script>"}
room: mediation-team
texts:
  - {id: first, file: texts/first.md, name: "First </title><script>alert(8)</script>", by: north, kind: draft, tabled: 2021-04-01, known: 2021-04-01}
`,
  "texts/first.md": `---
title: "A draft <script>alert(9)</script>"
---

# PART ONE ${attacks[0]}

${attacks.map((attack, at) => `${at + 1}. The sides ${attack} [<b>one</b> | ${attack}] agree.`).join("\n\n")}
`,
};

describe("a hostile draft", () => {
  it("reaches the page as words and never as markup", async () => {
    const { adapted } = await hostileView();
    const html = renderToStaticMarkup(<Workbench view={adapted} />);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toMatch(/<(script|img|iframe|b)\b/u);
    expect(html).not.toMatch(/<[^>]*\son\w+=/u);
    expect(html).not.toMatch(/(href|src|action|formaction)="\s*javascript:/iu);
    expect(html).not.toMatch(/\sstyle="/u);
  });
});

/** The example's own definition with its texts replaced, so that the format of process.yaml is tested where it belongs. */
async function hostileView() {
  const { readFile } = await import("node:fs/promises");
  const definition = await readFile(new URL("../../../examples/practice/process.yaml", import.meta.url), "utf8");
  const file = /file:\s*(texts\/\S+\.md)/u.exec(definition)?.[1];
  if (file === undefined) throw new Error("The practice process names no text.");
  const process = processOf({ "process.yaml": definition.replace(/^title:.*$/mu, 'title: "Talks <script>alert(0)</script>"'), [file]: hostile["texts/first.md"] });
  return { adapted: textView(process) };
}
