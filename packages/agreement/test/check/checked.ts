import { type CheckCode, check } from "../../src/check.ts";
import { parse } from "../../src/parse.ts";
import { parseReading } from "../../src/readings.ts";

/** Runs `check` on a body of text and readings written in YAML, and gives the findings of one code, or all. */
export function checked(
  {
    text,
    front = "",
    readings = [],
  }: { readonly text: string; readonly front?: string; readonly readings?: readonly string[] },
  known?: { readonly parties?: readonly string[]; readonly events?: readonly string[] },
) {
  const source = `---\ntitle: Draft\n${front}---\n\n${text}\n`;
  const read = readings.map((yaml, index) => {
    const file = `readings/r${index + 1}.yaml`;
    const { reading, placeOf, diagnostics } = parseReading({
      file,
      source: `reader: reader${index + 1}\nof: texts/a.md\non: 2021-03-01\n${yaml}`,
    });
    if (reading === null) throw new Error(`${file}: ${diagnostics.map(({ message }) => message).join(" ")}`);
    return { reading, placeOf };
  });
  const found = check({
    texts: [parse({ file: "texts/a.md", source })],
    readings: read,
    ...(known === undefined ? {} : { known }),
  });
  const lineOf = (words: string): number => source.slice(0, source.indexOf(words)).split("\n").length;
  return {
    found,
    lineOf,
    of: (code: CheckCode) => found.filter((finding) => finding.code === code),
  };
}

/** How many findings of a code a paragraph alone gives, without readings. */
export function count(code: CheckCode, paragraph: string, readings: readonly string[] = []): number {
  return checked({ text: `${paragraph} {#p}`, readings }).of(code).length;
}
