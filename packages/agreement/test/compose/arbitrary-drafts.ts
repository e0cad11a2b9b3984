import fc from "fast-check";
import type { DraftInline, DraftParagraph, DraftText, FrontMatter, ProvisionKind, Status } from "../../src/index.ts";

/** Words that look like marks of the format, and words of other scripts. */
const nastyWords = [
  "[",
  "]",
  "|",
  "{",
  "}",
  "{#a}",
  "{.note}",
  "{status=agreed}",
  "# ",
  "#",
  "## Peace",
  "*",
  "**",
  "_",
  "__",
  "___",
  "______",
  "***",
  "---",
  "===",
  ":::",
  "::: {.note}",
  "1. ",
  "1.2 The",
  "1.2 the",
  "2) ",
  "(a) ",
  "(3) ",
  "a) ",
  "A. ",
  "iv. ",
  "3 bis ",
  "bis ",
  "§ 4 ",
  "- ",
  "• ",
  "– ",
  "+ ",
  "Article 3 ",
  "Article 3. ",
  "Part Two ",
  "Annex",
  "ماده ۳ ",
  "۱- ",
  "الف) ",
  "\\",
  "\\\\",
  "`",
  "``",
  "<b>",
  "</b>",
  "<!-- x -->",
  "<",
  "&amp;",
  "[^1]",
  "[^1]: ",
  "^1",
  "(#a)",
  "(https://a.example)",
  "| a | b |",
  "|---|---|",
  "us: ",
  "taliban:",
  "....",
  "> ",
  "PREAMBLE",
  "THE CEASEFIRE HOLDS",
  "In witness whereof",
  "For the North: ____",
  "“Ferry” means ",
  "snake_case",
  "The sides agree.",
  "the Council",
  "24 hours",
  " ",
  "  ",
  "\n",
  "\r\n",
  "\t",
  "می‌شود",
  "آتش‌بس",
  "\u200f",
  "\u200e",
  "\u00a0",
  "\ufeff",
  "e\u0301",
  "👍",
  "\u2028",
  "\u0085",
] as const;

const texts: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...nastyWords), { maxLength: 4 }).map((parts) => parts.join("")) },
  { weight: 2, arbitrary: fc.constantFrom("The sides agree.", "and", "within 24 hours", " of the ", "peace") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);

const names = fc.constantFrom("north", "south", "us", "taliban", "upper-nile", "Republic", "the other side", "é");

const statuses: fc.Arbitrary<Status> = fc.oneof(
  fc.constantFrom<Status>(
    { kind: "proposed" },
    { kind: "agreed" },
    { kind: "agreed-ad-referendum" },
    { kind: "placeholder" },
  ),
  fc.record({
    kind: fc.constantFrom<"pending" | "reserved">("pending", "reserved"),
    whom: fc.array(fc.constantFrom("north", "south", "us"), { maxLength: 2 }),
  }),
);

const emphases = fc.constantFrom<"none" | "emphasis" | "strong">("none", "none", "emphasis", "strong");

/** Ids are unique in a draft, so they are given out afterwards: true stands for one. */
const someId = fc.constantFrom("yes", null, null);

const inlines: fc.Arbitrary<readonly DraftInline[]> = fc.letrec<{ row: readonly DraftInline[]; piece: DraftInline }>(
  (tie) => ({
    row: fc.array(tie("piece"), { maxLength: 5, depthIdentifier: "words" }),
    piece: fc.oneof(
      { depthIdentifier: "words", maxDepth: 4 },
      { weight: 6, arbitrary: fc.record({ kind: fc.constant("words" as const), text: texts, emphasis: emphases }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("ambiguity" as const), text: texts }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant("reference" as const),
          text: texts,
          target: fc.constantFrom("a", "part-two.1", "ب"),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant("footnote-mark" as const),
          label: fc.constantFrom("1", "12", "a", "*", "n-1"),
        }),
      },
      { weight: 1, arbitrary: fc.constant({ kind: "break" as const }) },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant("bracket" as const),
          id: someId,
          status: fc.option(statuses),
          alternatives: fc.array(
            fc.record({
              id: someId,
              party: fc.option(names),
              unworded: fc.constantFrom(false, false, true),
              words: tie("row") as fc.Arbitrary<readonly DraftInline[]>,
            }),
            { maxLength: 3 },
          ),
        }),
      },
    ),
  }),
).row;

/** Labels as printed in agreements. */
export const typicalLabels = [
  "1.",
  "2.",
  "3.",
  "10)",
  "(1)",
  "(3)",
  "(a)",
  "(b)",
  "(i)",
  "(iv)",
  "a)",
  "A.",
  "B.",
  "II.",
  "1.1",
  "1.2",
  "1.2.3",
  "3 bis.",
  "3 ter",
  "§ 4",
  "-",
  "•",
  "Article 3",
  "Article 4.",
  "Article 3 bis",
  "Part One.",
  "PART TWO",
  "Annex A",
  "Chapter III:",
  "Section 2",
  "ماده ۳",
  "۱-",
  "الف)",
] as const;

/** Labels that no rule reads as a number. */
export const otherLabels = ["Decision 14", "Q7", "1°", "No. 5", "(1)(a)", "***", "[1]", "{x}"] as const;

const labels = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 6, arbitrary: fc.constantFrom<string>(...typicalLabels) },
  { weight: 1, arbitrary: fc.constantFrom<string>(...otherLabels) },
);

const kinds = fc.constantFrom<(ProvisionKind | null)[]>(
  null,
  null,
  null,
  "part",
  "heading",
  "preamble",
  "paragraph",
  "definition",
  "annex",
  "table",
  "footnote",
  "map",
  "signature",
  "note",
);

const attributes = fc.dictionary(
  fc.constantFrom("file", "hash", "datum", "capacity", "data-x", "xml:lang"),
  fc.oneof(
    fc.constantFrom("a", "maps/line.geojson", "", "several words", `a "quoted" word`, "it's"),
    texts.map(inBraces),
  ),
  { maxKeys: 2, noNullPrototype: true },
);

/** What a value of an attribute can hold: one line with one kind of quotation marks. */
function inBraces(text: string): string {
  return text.replace(/[\r\n]+/gu, " ").replaceAll('"', "”");
}

const classes = fc.uniqueArray(fc.constantFrom("note", "definition", "map", "witness", "ad-referendum", "signature"), {
  maxLength: 2,
});

/** A paragraph whose ids are only marked as wanted. */
function paragraphs(depths: fc.Arbitrary<number | null>): fc.Arbitrary<DraftParagraph> {
  return fc.record({
    id: someId,
    kind: kinds,
    headingLevel: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }) },
    ),
    label: labels,
    words: inlines,
    rows: fc.oneof(
      { weight: 8, arbitrary: fc.constant(null) },
      {
        weight: 1,
        arbitrary: fc.array(fc.array(inlines, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      },
    ),
    status: fc.option(statuses, { freq: 3 }),
    attributes: fc.oneof(fc.constant({}), attributes),
    classes: fc.oneof(fc.constant([]), classes),
    depth: depths,
  });
}

/** Front matter of every kind of value. */
export const frontMatters: fc.Arbitrary<FrontMatter> = fc.record({
  title: fc.option(texts),
  notice: fc.option(texts),
  reconstruction: fc.boolean(),
  drafter: fc.option(names),
  stage: fc.option(texts),
  date: fc.option(fc.constantFrom("2021-02-28", "1997-12-31")),
  parties: fc.array(names, { maxLength: 3 }),
  basisAcceptedBy: fc.array(texts, { maxLength: 2 }),
  language: fc.option(fc.constantFrom("en", "fa-AF", "no", "ps")),
  authenticLanguages: fc.array(fc.constantFrom("en", "fa-AF", "no"), { maxLength: 3 }),
  prevailingLanguage: fc.option(fc.constantFrom("en", "no")),
  revises: fc.option(fc.constantFrom("2021-02-28-us.md", "./a b.md", "on")),
  other: fc
    .dictionary(
      fc.oneof(
        fc.string({ unit: "binary", minLength: 1, maxLength: 8 }),
        fc.constantFrom("x", "a b", "- a", "yes", "null", "<<", "1", "#", "source"),
      ),
      fc.jsonValue({ maxDepth: 2 }),
      { maxKeys: 2, noNullPrototype: true },
    )
    .map((other) => Object.fromEntries(Object.entries(other).filter(([key]) => !knownKeys.has(key)))),
});

const knownKeys: ReadonlySet<string> = new Set(["__proto__"]);

const noFront: FrontMatter = {
  title: null,
  notice: null,
  reconstruction: false,
  drafter: null,
  stage: null,
  date: null,
  parties: [],
  basisAcceptedBy: [],
  language: null,
  authenticLanguages: [],
  prevailingLanguage: null,
  revises: null,
  other: {},
};

/**
 * Drafts of every shape: words that look like marks, brackets in brackets, tables, notes, alternatives of whole
 * paragraphs. Depths are null unless `depths` gives others; ids are unique.
 */
export function draftsWith(depths: fc.Arbitrary<number | null>): fc.Arbitrary<DraftText> {
  return fc
    .record({
      front: fc.oneof(fc.constant(noFront), frontMatters),
      paragraphs: fc.array(paragraphs(depths), { maxLength: 8 }),
      whole: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    })
    .map(({ front, paragraphs: found, whole }) => {
      const named = namer();
      return { front, paragraphs: found.map((one, order) => named(one, whole[order] === true)) };
    });
}

/** Drafts whose numbering tells the depth. */
export const draftTexts: fc.Arbitrary<DraftText> = draftsWith(fc.constant(null));

/** Drafts that say for each paragraph how deep it stands, or for none or some. */
export const placedDraftTexts: fc.Arbitrary<DraftText> = fc.oneof(
  draftsWith(fc.integer({ min: 0, max: 5 })),
  draftsWith(fc.option(fc.integer({ min: 0, max: 3 }))),
);

function namer(): (paragraph: DraftParagraph, whole: boolean) => DraftParagraph {
  let count = 0;
  const next = (id: string | null, name: string): string | null => {
    if (id === null) return null;
    count += 1;
    return `${name}${count}`;
  };
  const inline = (piece: DraftInline): DraftInline => {
    if (piece.kind !== "bracket") return piece;
    return {
      ...piece,
      id: next(piece.id, "bracket-"),
      alternatives: piece.alternatives.map((one) => ({
        ...one,
        id: next(one.id, "way-"),
        words: one.words.map(inline),
      })),
    };
  };
  return (paragraph, whole) => {
    const id = next(paragraph.id, "provision-");
    const words = paragraph.words.map(inline);
    const rows = paragraph.rows?.map((row) => row.map((cell) => cell.map(inline))) ?? null;
    const bracket = words.find((piece) => piece.kind === "bracket");
    if (!whole || id === null || bracket === undefined)
      return { ...paragraph, id, words: rows === null ? words : [], rows };
    // Alternatives of whole paragraphs: the bracket goes by the id of the provision.
    const one = [{ ...bracket, id, status: paragraph.status }];
    return { ...paragraph, id, words: one, rows: null, label: null, headingLevel: null };
  };
}
