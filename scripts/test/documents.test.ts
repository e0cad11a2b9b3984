import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

/** What a document shows is run: each `ts` block of the packages' READMEs and of docs/spec, its arrows checked. */
const root = new URL("../../", import.meta.url).pathname;
// Inside the repository, so that the packages resolve as they do for a reader who has installed them.
const scratch = mkdtempSync(join(root, "scripts/.documents-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const documents = [
  ...readdirSync(join(root, "packages")).map((name) => `packages/${name}/README.md`),
  ...readdirSync(join(root, "docs/spec"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/spec/${name}`),
];

function blocksOf(document: string): string[] {
  const text = readFileSync(join(root, document), "utf8");
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```/gmu)]
    .map((match) => match[1] ?? "")
    .filter((block) => block.includes("// →"));
}

/** `expression; // → JSON` becomes a comparison; an expression may run over several lines that end there. */
function runnable(block: string): string {
  const lines = block.split("\n").map((line) => {
    const at = line.lastIndexOf("// →");
    if (at < 0) return line;
    const expression = line.slice(0, at).trim().replace(/;$/u, "");
    const wanted = line.slice(at + 4).trim();
    return `shown.push([${expression}, ${JSON.stringify(wanted)}]);`;
  });
  return `const shown: [unknown, string][] = [];\n${lines.join("\n")}\nexport { shown };\n`;
}

describe("documents", () => {
  const all = documents.flatMap((document) => blocksOf(document).map((block, index) => ({ document, index, block })));

  it("there are examples to run", () => {
    expect(all.length).toBeGreaterThan(5);
  });

  it.each(all)("$document, example $index, shows what it does", async ({ block }) => {
    const file = join(scratch, `${Math.abs(hash(block))}.ts`);
    writeFileSync(file, runnable(block));
    const { shown } = (await import(pathToFileURL(file).href)) as { shown: [unknown, string][] };
    expect(shown.length).toBeGreaterThan(0);
    for (const [value, wanted] of shown)
      expect(JSON.parse(JSON.stringify(value) ?? "null")).toEqual(JSON.parse(wanted));
  });
});

function hash(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return sum;
}
