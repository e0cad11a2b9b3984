import fc from "fast-check";
import type {
  Instrument,
  InstrumentAlternative,
  InstrumentFront,
  InstrumentInline,
  InstrumentProvision,
  InstrumentStatus,
} from "../../src/instrument.ts";

/** Text of any kind that XML 1.0 can hold, with a liking for what is a mark somewhere. */
export const texts: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: fc.stringMatching(/^[a-zA-Z ,.]{0,20}$/u) },
    { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        "",
        " ",
        "  two  spaces  ",
        "\n",
        "\t",
        "\r\n",
        "|",
        "a | b",
        "||",
        "[x | y]",
        "…",
        "<b>&amp;</b>",
        "]]>",
        "-->",
        "\"'",
        "متن به زبان دری",
        "می\u200cشود",
        "لومړۍ برخه",
        "\u00a0",
        "\u2028",
        "#x",
        "%20%zz",
        "__proto__",
      ),
    },
  )
  .map(writable);

/** Without the characters that XML forbids. */
function writable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is taken out.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu, "");
}

const ids = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9.-]{0,10}$/u),
  fc.constantFrom("part-one", "part_1", "art_1__para_2", "a b", "", "ماده-۳", "100%", "x~2"),
  texts,
);
const parties = fc.oneof(fc.constantFrom("republic", "taliban", "us", "Party A", "", "گروه"), texts);
const labels = fc.constantFrom("1", "2", "*", "a");

const statuses: fc.Arbitrary<InstrumentStatus> = fc.oneof(
  fc.constantFrom<InstrumentStatus>(
    { kind: "proposed" },
    { kind: "agreed" },
    { kind: "agreed-ad-referendum" },
    { kind: "placeholder" },
  ),
  fc.record({
    kind: fc.constantFrom("pending" as const, "reserved" as const),
    whom: fc.array(parties, { maxLength: 3 }),
  }),
);

const { words } = fc.letrec<{
  words: readonly InstrumentInline[];
  piece: InstrumentInline;
  alternative: InstrumentAlternative;
}>((tie) => ({
  words: fc.array(tie("piece"), { maxLength: 5, depthIdentifier: "words" }),
  piece: fc.oneof(
    { depthIdentifier: "words", maxDepth: 3 },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("words" as const),
        text: texts,
        emphasis: fc.constantFrom("none" as const, "none" as const, "emphasis" as const, "strong" as const),
      }),
    },
    fc.record({ kind: fc.constant("ambiguity" as const), text: texts }),
    fc.record({ kind: fc.constant("reference" as const), text: texts, target: ids }),
    fc.record({ kind: fc.constant("footnote-mark" as const), label: fc.oneof(labels, texts) }),
    fc.constant({ kind: "break" as const }),
    fc.record({
      kind: fc.constant("bracket" as const),
      id: ids,
      derived: fc.boolean(),
      blank: fc.boolean(),
      status: statuses,
      alternatives: fc.array(tie("alternative"), { maxLength: 3 }),
    }),
  ),
  alternative: fc.record({
    id: ids,
    party: fc.option(parties),
    unworded: fc.boolean(),
    words: tie("words"),
  }),
}));

const numbers = fc.option(
  fc.oneof(
    fc.constantFrom(
      "PART TWO",
      "Part One",
      "Article 3",
      "3 bis",
      "(a)",
      "1.",
      "iv)",
      "-",
      "•",
      "ماده ۳",
      "الف)",
      "Annex A",
      "1.2",
      "",
    ),
    labels,
    texts,
  ),
);

const dictionaries = fc.dictionary(fc.oneof(fc.constantFrom("file", "capacity", "دکتر", "a b"), texts), texts, {
  maxKeys: 3,
  noNullPrototype: true,
});

const { provision: provisions } = fc.letrec<{ provision: InstrumentProvision }>((tie) => ({
  provision: fc.record({
    id: ids,
    derived: fc.boolean(),
    kind: fc.constantFrom(
      "part",
      "heading",
      "preamble",
      "paragraph",
      "paragraph",
      "definition",
      "annex",
      "table",
      "footnote",
      "footnote",
      "map",
      "signature",
      "note",
    ),
    number: numbers,
    separator: fc.oneof(fc.constantFrom("", "", ".", " –", ":"), texts),
    heading: fc.boolean(),
    words,
    status: statuses,
    attributes: dictionaries,
    classes: fc.array(fc.oneof(fc.constantFrom("witness", "ad-referendum"), texts), { maxLength: 2 }),
    children: fc.oneof(
      { depthIdentifier: "provisions", maxDepth: 4 },
      fc.constant([]),
      fc.array(tie("provision"), { maxLength: 4, depthIdentifier: "provisions" }),
    ),
  }),
}));

const said = fc.option(texts);
const fronts: fc.Arbitrary<InstrumentFront> = fc.record({
  title: said,
  notice: said,
  reconstruction: fc.boolean(),
  drafter: fc.option(parties),
  stage: said,
  date: fc.option(fc.oneof(fc.constantFrom("2021-02-28", "2021-02-30", "soon", "0001-01-01", "2024-02-29"), texts)),
  parties: fc.array(parties, { maxLength: 3 }),
  basisAcceptedBy: fc.array(parties, { maxLength: 2 }),
  language: fc.option(fc.oneof(fc.constantFrom("en", "fa-AF", "ps", "fa", "qqq", "x"), texts)),
  authenticLanguages: fc.array(texts, { maxLength: 2 }),
  prevailingLanguage: said,
  revises: said,
  other: fc.dictionary(
    texts,
    // JSON has one zero only.
    fc.jsonValue({ stringUnit: "binary" }).map((value): unknown => JSON.parse(JSON.stringify(value))),
    { maxKeys: 2, noNullPrototype: true },
  ),
});

/** Instruments of any shape that the type allows, within what XML can hold. */
export const instruments: fc.Arbitrary<Instrument> = fc.record({
  front: fronts,
  provisions: fc.array(provisions, { maxLength: 6 }),
});

/** Instruments in the usual order: opening, recitals, body, signatures, annexes. */
export const usualInstruments: fc.Arbitrary<Instrument> = fc
  .record({
    front: fronts,
    opening: fc.array(leaf("note", "heading"), { maxLength: 2 }),
    recitals: fc.array(leaf("preamble", "preamble", "note"), { maxLength: 3 }),
    headed: fc.boolean(),
    body: fc.array(provisions, { maxLength: 3 }),
    signatures: fc.array(leaf("signature"), { maxLength: 2 }),
    annexes: fc.array(
      provisions.map((at): InstrumentProvision => ({ ...at, kind: "annex", heading: true })),
      { maxLength: 2 },
    ),
    over: provisions,
  })
  .map(({ front, opening, recitals, headed, body, signatures, annexes, over }) => {
    const plain = recitals.filter(({ kind }) => kind === "preamble");
    const under: InstrumentProvision = { ...over, kind: "heading", heading: true, children: plain };
    return { front, provisions: [...opening, ...(headed ? [under] : recitals), ...body, ...signatures, ...annexes] };
  });

function leaf(...kinds: readonly InstrumentProvision["kind"][]): fc.Arbitrary<InstrumentProvision> {
  return fc
    .tuple(
      fc.constantFrom(...kinds),
      fc.record({ at: fc.record({ id: ids, words, status: statuses }), number: numbers }),
    )
    .map(([kind, { at, number }]) => ({
      ...at,
      derived: false,
      kind,
      number: kind === "preamble" ? number : null,
      separator: "",
      heading: kind === "heading",
      attributes: {},
      classes: [],
      children: [],
    }));
}
