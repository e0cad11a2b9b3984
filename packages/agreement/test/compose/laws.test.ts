import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allProvisions,
  compose,
  type DraftParagraph,
  type DraftText,
  draftTextOf,
  parse,
  type Status,
} from "../../src/index.ts";
import { textOfSeed } from "../text/fuzz.ts";
import { draftTexts, otherLabels, placedDraftTexts, typicalLabels } from "./arbitrary-drafts.ts";
import { shapeOf } from "./shape.ts";
import { signsOf } from "./words-key.ts";

const read = (source: string) => parse({ file: "draft.md", source });
const recomposed = (source: string): string => compose(draftTextOf(read(source)));

const examples = join(import.meta.dirname, "../../../../examples");
const texts = readdirSync(examples, { recursive: true, encoding: "utf8" })
  .filter((path) => /[/\\]texts[/\\].*\.md$/u.test(path))
  .map((path): [string, string] => [path, readFileSync(join(examples, path), "utf8")]);
const lakeside = readFileSync(join(import.meta.dirname, "../fixtures/lakeside.txt"), "utf8");

describe("composing a text that was read", () => {
  it.each([...texts, ["lakeside.txt", lakeside] as [string, string]])("CPS-01 CPS-02: %s", (_, source) => {
    const composed = recomposed(source);
    expect(shapeOf(read(composed))).toEqual(shapeOf(read(source)));
    expect(recomposed(composed)).toBe(composed);
  });

  it("CPS-01 CPS-02: broken texts of every kind come back whole, and composing again changes nothing", () => {
    for (let seed = 0; seed < 1000; seed += 1) {
      const source = textOfSeed(seed);
      const composed = recomposed(source);
      expect(shapeOf(read(composed)), `seed ${seed}: ${JSON.stringify(source)}`).toEqual(shapeOf(read(source)));
      expect(recomposed(composed), `seed ${seed}: ${JSON.stringify(source)}`).toBe(composed);
    }
  });

  it("CPS-03: a paragraph for each provision, in the order of the text", () => {
    for (const [, source] of texts) {
      const agreement = read(source);
      const provisions = allProvisions(agreement);
      const { paragraphs } = draftTextOf(agreement);
      expect(paragraphs.map(({ label }) => label)).toEqual(provisions.map(({ number }) => number));
      expect(paragraphs.map(({ kind }) => kind)).toEqual(provisions.map(({ kind }) => kind));
      expect(paragraphs.map(({ id }) => id)).toEqual(provisions.map(({ id, derived }) => (derived ? null : id)));
    }
  });
});

describe("composing a draft that was never a text", () => {
  it("CPS-04: every paragraph comes back with its words, its number and what is said of it", () => {
    fc.assert(fc.property(draftTexts, expectHeld), { numRuns: 200 });
  });

  it("CPS-05: every paragraph that says how deep it stands, stands there", () => {
    fc.assert(
      fc.property(placedDraftTexts, (draft) => {
        expectHeld(draft);
        expect(draftTextOf(read(compose(draft))).paragraphs.map(({ depth }) => depth)).toSatisfy(
          (depths: readonly (number | null)[]) => agrees(depths, draft.paragraphs.flatMap(asWritten)),
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** The depth asked for, or the deepest that a tree allows there. */
function agrees(depths: readonly (number | null)[], paragraphs: readonly DraftParagraph[]): boolean {
  let above = -1;
  return paragraphs.every(({ depth }, order) => {
    const found = depths[order] ?? -1;
    const fits = depth === null || found === Math.min(depth, above + 1);
    above = found;
    return fits;
  });
}

function expectHeld(draft: DraftText): void {
  const source = compose(draft);
  const agreement = read(source);
  // Unknown keys of the front matter, and attributes of alternatives that say nothing of their bracket, are kept.
  const told = agreement.diagnostics.filter(
    ({ code }) => code !== "front-matter-unknown" && code !== "bracket-attribute-unknown",
  );
  expect(told).toEqual([]);
  const back = draftTextOf(agreement);
  expect(back.front).toEqual(draft.front);
  const wanted = draft.paragraphs.flatMap(asWritten);
  expect(back.paragraphs.map(keyOf)).toEqual(wanted.map(keyOf));
  expect(back.paragraphs.map(({ kind }, order) => wanted[order]?.kind ?? kind)).toEqual(
    back.paragraphs.map(({ kind }) => kind),
  );
  expect(allProvisions(agreement).map(({ status }) => status)).toEqual(statusesOf(wanted, back.paragraphs));
  expect(compose(back)).toBe(source);
}

/** What each paragraph states, else what the one it stands under has. */
function statusesOf(wanted: readonly DraftParagraph[], back: readonly DraftParagraph[]): Status[] {
  const path: Status[] = [];
  return wanted.map(({ status }, order) => {
    const depth = back[order]?.depth ?? 0;
    const own = status ?? path[depth - 1] ?? { kind: "proposed" };
    path[depth] = own;
    return own;
  });
}

/** A label that is no number is the first of the words; a label's last punctuation is a mark; a table has no label. */
function asWritten(paragraph: DraftParagraph): DraftParagraph[] {
  const { label, kind, rows, headingLevel, words } = paragraph;
  if (rows !== null) {
    const table = { ...paragraph, label: null, headingLevel: null, words: [] };
    const before = { ...paragraph, id: null, kind: null, rows: null, attributes: {}, classes: [], status: null };
    return label === null ? [table] : [...asWritten(before), table];
  }
  if (label === null) return [paragraph];
  const isOther = (otherLabels as readonly string[]).includes(label);
  // A footnote goes by any label, with a hyphen for what cannot stand in its mark.
  if (kind === "footnote" && headingLevel === null && (isOther || !/\s/u.test(label)))
    return [{ ...paragraph, label: label.replace(/[\s[\]]+/gu, "-") }];
  if (isOther || (headingLevel !== null && /^[-•]$/u.test(label)))
    return [{ ...paragraph, label: null, words: [{ kind: "words", text: `${label} `, emphasis: "none" }, ...words] }];
  expect(typicalLabels).toContain(label);
  return [{ ...paragraph, label: label.replace(/^(\p{Lu}[^.:]*\p{Ll}.*|[A-Z]{2,} .*)[.:]$/u, "$1") }];
}

function keyOf({ id, label, headingLevel, words, rows, classes, attributes }: DraftParagraph): unknown {
  return {
    id,
    label,
    headingLevel,
    words: signsOf(words, headingLevel !== null),
    rows: rows?.map((row) => row.map((cell) => signsOf(cell, true))) ?? null,
    classes,
    attributes: { ...attributes },
  };
}
