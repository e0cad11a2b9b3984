import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Workbench } from "../src/workbench.tsx";
import { processOf, textView } from "./real-view.ts";

/** What a hostile draft may try, in words, brackets and links. */
const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(2)>",
  "</script><svg onload=alert(3)>",
  "[a](javascript:alert(4))",
  '"><iframe srcdoc="<script>alert(5)</script>">',
];

const process = processOf({
  "process.yaml": `process: hostile
title: "Talks <script>alert(6)</script>"
notice: "<b>bold</b> notice"
zone: UTC
as-of: 2030-05-01
room: team
basis: first
rooms:
  - { id: team, name: "Team <img src=x onerror=alert(7)>" }
parties:
  - { id: north, name: "North <script>alert(8)</script>", role: party, signatory: true }
speakers: []
texts:
  - { id: first, file: texts/first.md, kind: draft, name: "First </title><script>alert(9)</script>", by: north, tabled: 2030-03-01 }
sources: []
`,
  "texts/first.md": `---
title: "A draft <script>alert(10)</script>"
---

# PART ONE ${attacks[0]}

${attacks.map((attack, at) => `${at + 1}. The sides ${attack} [<b>one</b> | ${attack}] agree.`).join("\n\n")}
`,
});

describe("a hostile draft", () => {
  const html = renderToStaticMarkup(<Workbench view={textView(process)} />);

  it("reaches the page as words", () => {
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    for (const at of [2, 3, 5, 6, 7, 10]) expect(html).toContain(`alert(${at})`);
  });

  it("never reaches it as markup, as an event, as an address that runs, or as a style", () => {
    expect(html).not.toMatch(/<(script|img|iframe|b)\b/iu);
    expect(html).not.toMatch(/<[a-z][^>]*\son\w+=/iu);
    expect(html).not.toMatch(/(href|src|action|formaction)="\s*javascript:/iu);
    expect(html).not.toMatch(/<[a-z][^>]*\sstyle="/iu);
  });
});
