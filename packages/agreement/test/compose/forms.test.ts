import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allBrackets,
  allProvisions,
  cleanText,
  compose,
  type DraftInline,
  draftTextOf,
  numberAtHead,
} from "../../src/index.ts";
import { noFront, paragraph, readBack, said, source } from "./paragraphs.ts";

const blank: DraftInline = { kind: "bracket", id: null, status: null, alternatives: [] };

function bracket(id: string | null, ...alternatives: readonly (readonly [string | null, string])[]): DraftInline {
  const written = alternatives.map(([party, words]) => ({
    id: null,
    party,
    unworded: false,
    words: words === "" ? [] : [said(words)],
  }));
  return { kind: "bracket", id, status: null, alternatives: written };
}

describe("paragraphs", () => {
  it("CPS-12: one blank line between paragraphs, attributes last, and indentation to the words above", () => {
    expect(
      source(
        paragraph("Ceasefire", { headingLevel: 2, label: "Article 3", id: "ceasefire" }),
        paragraph("The sides stop.", { label: "1." }),
        paragraph("on land;", { label: "(a)", id: "land", classes: ["witness"] }),
        paragraph("All of it.", { depth: 3 }),
        paragraph("at sea.", { label: "(b)", depth: 2 }),
      ),
    ).toBe(
      [
        "## Article 3. Ceasefire {#ceasefire}",
        "1. The sides stop.",
        "   (a) on land; {#land .witness}",
        "       All of it.",
        "   (b) at sea.",
      ]
        .join("\n\n")
        .concat("\n"),
    );
  });

  it("CPS-13: numbers as printed, and a label that is none stays in the words", () => {
    const labels = ["Article 3", "Part One.", "3 bis.", "§ 4", "(iv)", "ماده ۳", "Decision 14", "1°"];
    const text = readBack(source(...labels.map((label) => paragraph("The sides agree.", { label, depth: 0 }))));
    expect(text.provisions.map((one) => [one.number, cleanText(one)])).toEqual([
      ["Article 3", "The sides agree."],
      ["Part One", "The sides agree."],
      ["3 bis.", "The sides agree."],
      ["§ 4", "The sides agree."],
      ["(iv)", "The sides agree."],
      ["ماده ۳", "The sides agree."],
      [null, "Decision 14 The sides agree."],
      [null, "1° The sides agree."],
    ]);
    expect(text.provisions.every(({ heading }) => heading === null)).toBe(true);
  });

  it("CPS-13: a number without words, in a heading and in a paragraph", () => {
    const text = readBack(
      source(
        paragraph([], { label: "Article 3", depth: 0 }),
        paragraph([], { label: "Annex", headingLevel: 1, id: "annex", depth: 0 }),
        paragraph([], { label: "1.", depth: 1 }),
      ),
    );
    expect(allProvisions(text).map(({ number, heading }) => [number, heading])).toEqual([
      ["Article 3", null],
      ["Annex", ""],
      ["1.", null],
    ]);
  });

  it("CPS-13: a number that goes on with the numbers of headings is no heading", () => {
    const written = source(
      paragraph("Money", { headingLevel: 1, label: "A.", depth: 0 }),
      paragraph("Elections", { label: "B.", id: "elections", depth: 1 }),
      paragraph("Elections are held.", { label: "C.", depth: 1 }),
    );
    expect(allProvisions(readBack(written)).map(({ number, heading }) => [number, heading])).toEqual([
      ["A.", "Money"],
      ["B.", null],
      ["C.", null],
    ]);
    expect(written).toContain("B. []{.words}Elections {#elections");
    expect(written).toContain("C. Elections are held.");
  });

  it("CPS-14: kind and depth are stated where the rules would read others, and only there", () => {
    const given = [
      paragraph("Ceasefire", { headingLevel: 1, kind: "annex", depth: 0 }),
      paragraph("Money", { headingLevel: 1, kind: "heading", depth: 1 }),
      paragraph("“Ferry” means a ship.", { kind: "paragraph", depth: 1 }),
      paragraph("one", { label: "1.", kind: "paragraph", depth: 1 }),
      paragraph("two", { label: "2.", kind: "definition", depth: 1 }),
      paragraph("three", { label: "3.", kind: "paragraph", depth: 2 }),
    ];
    const written = source(...given);
    expect(written.split("\n\n")).toEqual([
      "# Ceasefire {kind=annex}",
      "# Money {depth=1}",
      "“Ferry” means a ship. {kind=paragraph depth=1}",
      "1. one {depth=1}",
      "2. two {kind=definition depth=1}",
      "   3. three {depth=2}\n",
    ]);
    expect(draftTextOf(readBack(written)).paragraphs.map(({ kind, depth }) => [kind, depth])).toEqual(
      given.map(({ kind, depth }) => [kind, depth]),
    );
  });

  it("CPS-15: a status stands where it differs from what is above", () => {
    const agreed = { kind: "agreed" } as const;
    const written = source(
      paragraph("Ceasefire", { headingLevel: 1, status: agreed }),
      paragraph("one", { label: "1.", status: agreed, depth: 1 }),
      paragraph("two", { label: "2.", status: { kind: "proposed" }, depth: 1 }),
      paragraph("three", { label: "3.", status: { kind: "reserved", whom: ["us", "north"] }, depth: 1 }),
      paragraph("four", { label: "4.", status: { kind: "agreed-ad-referendum" }, depth: 1 }),
    );
    expect(written.match(/\{.*\}/gu)).toEqual([
      "{status=agreed}",
      "{depth=1}",
      "{status=proposed depth=1}",
      '{status="reserved us north" depth=1}',
      "{status=ad-referendum depth=1}",
    ]);
    expect(allProvisions(readBack(written)).map(({ status }) => status.kind)).toEqual([
      "agreed",
      "agreed",
      "proposed",
      "reserved",
      "agreed-ad-referendum",
    ]);
  });
});

describe("divisions", () => {
  it("CPS-16: notes stand in a division together, and a paragraph with an id holds what stands under it", () => {
    expect(
      source(
        paragraph("Not official.", { kind: "note", classes: ["note"] }),
        paragraph("Nor complete.", { kind: "note", depth: 0 }),
        paragraph("The sides:", { id: "chapeau", depth: 0 }),
        paragraph("stop;", { label: "1.", depth: 1 }),
        paragraph("talk.", { label: "2.", depth: 1 }),
        paragraph("It ends.", { depth: 0 }),
      ),
    ).toBe(
      "::: {.note}\nNot official.\n\nNor complete.\n:::\n\n::: {#chapeau}\nThe sides:\n\n1. stop;\n\n2. talk.\n:::\n\nIt ends.\n",
    );
  });

  it("CPS-16: what stands under a note or beside it is not said to be one", () => {
    const written = source(
      paragraph("A note.", { kind: "note", classes: ["note"], depth: 0 }),
      paragraph("Under it.", { kind: "paragraph", depth: 1 }),
      paragraph("Peace", { kind: "heading", headingLevel: 1, depth: 0 }),
      paragraph("With an id.", { id: "held", status: { kind: "agreed" }, depth: 0 }),
      paragraph("Law", { headingLevel: 2, status: { kind: "proposed" }, depth: 1 }),
      paragraph("one", { label: "Article 1", depth: 2 }),
    );
    const text = readBack(written);
    expect(text.diagnostics).toEqual([]);
    expect(allProvisions(text).map(({ kind, status }) => `${kind} ${status.kind}`)).toEqual([
      "note proposed",
      "paragraph proposed",
      "heading proposed",
      "paragraph agreed",
      "heading proposed",
      "paragraph proposed",
    ]);
  });

  it("CPS-16: without words, and with a brace in an attribute", () => {
    const written = source(
      paragraph([], { id: "line", classes: ["map"], attributes: { file: "line.geojson" } }),
      paragraph("Words.", { id: "held", attributes: { source: "{x}" } }),
      paragraph("Peace", { headingLevel: 1, attributes: { source: "{#y" } }),
      paragraph([]),
    );
    expect(written.split("\n\n")).toEqual([
      "::: {#line .map file=line.geojson}\n:::",
      '::: {#held source="{x}"}\nWords.\n:::',
      '::: {source="{#y"}\n# Peace\n:::',
      "::: {}\n:::\n",
    ]);
    expect(allProvisions(readBack(written)).map(({ attributes }) => attributes)).toEqual([
      { file: "line.geojson" },
      { source: "{x}" },
      { source: "{#y" },
      {},
    ]);
  });

  it("CPS-17: whole paragraphs as alternatives, one party wanting them gone", () => {
    const words: DraftInline[] = [
      said("1. One."),
      { kind: "break" },
      said("Two."),
      { kind: "break" },
      { kind: "break" },
    ];
    const alternatives = [
      { id: "long", party: "us", unworded: false, words: [...words, said("Three.")] },
      { id: null, party: "The North", unworded: true, words: [] },
    ];
    const given = paragraph([{ kind: "bracket", id: "council", status: { kind: "placeholder" }, alternatives }], {
      id: "council",
    });
    const written = source(given);
    expect(written).toBe(
      [
        ":::: {#council .alternatives status=placeholder}",
        "::: {#long .option party=us}",
        "1. One.",
        "",
        "Two.\\",
        "\\",
        "Three.",
        ":::",
        '::: {.option .unworded party="The North"}',
        ":::",
        "::::\n",
      ].join("\n"),
    );
    expect(draftTextOf(readBack(written)).paragraphs[0]?.words).toEqual(given.words);
  });

  it("CPS-17: what stands under alternatives stands after their division", () => {
    const written = source(
      paragraph([bracket("council", [null, "One."])], { id: "council", status: { kind: "agreed" } }),
      paragraph("Under it.", { status: { kind: "proposed" }, depth: 1 }),
    );
    expect(written).toBe(
      "::: {status=agreed}\n:::: {#council .alternatives}\n::: {.option}\nOne.\n:::\n::::\n:::\n\nUnder it. {status=proposed depth=1}\n",
    );
  });
});

describe("brackets, tables, footnotes", () => {
  it("CPS-18: parties, blanks, and a party that wants the words gone", () => {
    const written = source(
      paragraph([
        bracket("a", ["us", "24 hours"], ["taliban", ""]),
        said(" "),
        bracket(null, ["The North", "x"], [null, "us: as said"]),
        said(" "),
        blank,
        bracket(null, ["us", ""]),
        bracket(null, [null, "^1"]),
      ]),
    );
    expect(written).toBe('[us: 24 hours | taliban:]{#a} [{party="The North"} x | us\\: as said] [ ][us:][\\^1]\n');
    const read = allBrackets(readBack(written)).map(({ bracket: one }) => one);
    expect(read.map(({ alternatives }) => alternatives.map(({ party, words }) => [party, cleanText(words)]))).toEqual([
      [
        ["us", "24 hours"],
        ["taliban", ""],
      ],
      [
        ["The North", "x"],
        [null, "us: as said"],
      ],
      [[null, ""]],
      [["us", ""]],
      [[null, "^1"]],
    ]);
  });

  it("CPS-18: `[words | taliban: ]` as people type it is the same bracket", () => {
    const typed = draftTextOf(readBack("[words | taliban: ]\n"));
    expect(typed.paragraphs[0]?.words).toEqual([bracket(null, [null, "words"], ["taliban", ""])]);
    expect(compose(typed)).toBe("[words | taliban:]\n");
  });

  it("CPS-19: rows, cells with bars and brackets, and cells that look like a rule", () => {
    const given = paragraph([], {
      id: "piers",
      rows: [
        [[said("Pier")], [said("Side | lake")], []],
        [[said("---")], [bracket(null, ["us", "x"], [null, "y"])], [said(":-: {#z}")]],
        [[said("short row")]],
      ],
    });
    const written = source(given);
    expect(written).toBe(
      "| Pier | Side \\| lake |  |\n| --- | --- | --- |\n| \\--- | [us: x | y] | \\:-: \\{#z} |\n| short row |\n{#piers}\n",
    );
    expect(draftTextOf(readBack(written)).paragraphs[0]?.rows).toEqual(given.rows);
  });

  it("CPS-20: footnotes by their label, by their class, and by a number that no mark can hold", () => {
    const written = source(
      paragraph("one", { kind: "footnote", label: "1" }),
      paragraph("two", { kind: "footnote", label: "(a)", classes: ["footnote"] }),
      paragraph("three", { kind: "footnote", label: "Part Two", depth: 0 }),
      paragraph([said("of "), { kind: "footnote-mark", label: "1" }, said(": words")], { depth: 0 }),
      paragraph([{ kind: "footnote-mark", label: "1" }, said(": words")], { depth: 0 }),
    );
    expect(written.split("\n\n")).toEqual([
      "[^1]: one",
      "(a) two {.footnote}",
      "Part Two. three {kind=footnote}",
      "of [^1]: words {depth=0}",
      "[]{.words}[^1]: words\n",
    ]);
  });
});

describe("what has no form of its own", () => {
  it("CPS-22: breaks in headings and cells, spaces at the ends", () => {
    const broken = [said("  a"), { kind: "break" } as const, said("  b "), { kind: "break" } as const];
    expect(source(paragraph(broken, { headingLevel: 1 }))).toBe("# a   b\n");
    expect(source(paragraph([], { rows: [[broken]] }))).toBe("| a   b |\n| --- |\n");
    expect(source(paragraph(broken))).toBe("a\\\nb\n");
    const reference: DraftInline = { kind: "reference", text: "part\nArticle 3", target: "a" };
    expect(source(paragraph([reference]))).toBe("[part Article 3](#a)\n");
    expect(source(paragraph([{ ...reference, text: "part\n1. b" }]))).toBe("[part\\\n1\\. b](#a)\n");
  });

  it("CPS-23: the number and words of a table stand before it", () => {
    const text = readBack(source(paragraph("The piers are:", { label: "1.", rows: [[[said("Old")]]], id: "piers" })));
    expect(allProvisions(text).map(({ id, kind, number }) => [id, kind, number])).toEqual([
      ["1", "paragraph", "1."],
      ["piers", "table", null],
    ]);
  });

  it("CPS-24: names with characters that cannot stand in them", () => {
    const written = source(
      paragraph(
        [{ kind: "reference", text: "here", target: "a (b)" }, said(" "), { kind: "footnote-mark", label: "n [1]" }],
        {
          id: "art 3/(a)",
          classes: ["very odd"],
          attributes: { "a key": `"it's"`, status: "agreed" },
        },
      ),
      paragraph([{ kind: "reference", text: "[there]", target: "" }]),
    );
    expect(written).toBe(`[here](#a-b-) [^n-1-] {#art-3-a- .very-odd a-key="”it's”"}\n\n\\[there\\]\n`);
    expect(readBack(written).diagnostics).toEqual([]);
  });

  it("CPS-25: a status of alternatives, of their provision alone, and brackets deeper than can be told apart", () => {
    const council = bracket("council", [null, "One."]);
    const agreed = { kind: "agreed" } as const;
    const alone = readBack(source(paragraph([council], { id: "council", status: agreed })));
    expect(allBrackets(alone).map(({ bracket: one, provision }) => [one.status, provision.status])).toEqual([
      [{ kind: "proposed" }, agreed],
    ]);
    const both = readBack(source(paragraph([{ ...council, status: agreed } as DraftInline], { id: "council" })));
    expect(allBrackets(both).map(({ bracket: one, provision }) => [one.status, provision.status])).toEqual([
      [agreed, agreed],
    ]);
    let deep: DraftInline = said("core");
    for (let level = 0; level < 40; level += 1)
      deep = {
        ...bracket(null),
        alternatives: [{ id: null, party: null, unworded: false, words: [deep] }],
      } as DraftInline;
    const text = readBack(source(paragraph([deep])));
    expect(text.diagnostics).toEqual([]);
    expect(allProvisions(text).map(cleanText)).toEqual([`${"[".repeat(40)}core${"]".repeat(40)}`]);
  });

  it("CPS-06: never throws, whatever the draft holds, and keeps its letters", () => {
    const texts = fc.string({ unit: "binary", maxLength: 20 });
    const wild = fc.record({
      id: fc.option(texts),
      kind: fc.constant(null),
      headingLevel: fc.option(fc.oneof(fc.integer(), fc.double())),
      label: fc.option(texts),
      words: fc.array(
        texts.map((text) => said(text)),
        { maxLength: 3 },
      ),
      rows: fc.option(fc.array(fc.array(fc.constant([said("cell")]), { maxLength: 2 }), { maxLength: 2 })),
      status: fc.option(fc.record({ kind: fc.constant("pending" as const), whom: fc.array(texts, { maxLength: 2 }) })),
      attributes: fc.dictionary(texts, texts, { maxKeys: 2 }),
      classes: fc.array(texts, { maxLength: 2 }),
      depth: fc.option(fc.oneof(fc.integer(), fc.double())),
    });
    const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 6 }), (paragraphs) => {
        const text = readBack(compose({ front: noFront, paragraphs }));
        const read = allProvisions(text).map((one) => letters((one.number ?? "") + cleanText(one)));
        const given = paragraphs.map(({ label, words, rows }) => {
          const own = (label ?? "") + words.map((piece) => ("text" in piece ? piece.text : "")).join("");
          return letters(
            own +
              (rows ?? [])
                .flat()
                .map(() => "cell")
                .join(""),
          );
        });
        expect(read.join("")).toBe(given.join(""));
      }),
      { numRuns: 150 },
    );
  });

  it("CPS-06: a long draft, and one paragraph of many pieces", () => {
    const many = Array.from({ length: 4000 }, (_, order) =>
      paragraph(`Word ${order}.`, { label: `(${(order % 99) + 1})` }),
    );
    expect(allProvisions(readBack(source(...many)))).toHaveLength(4000);
    const pieces = Array.from({ length: 20_000 }, (_, order) => (order % 2 === 0 ? said("a", "strong") : blank));
    expect(readBack(source(paragraph(pieces))).provisions[0]?.words).toHaveLength(20_000);
  });
});

describe("a number among words", () => {
  it("CPS-26: is found as parse would read it", () => {
    const found = (words: string, where: "heading" | "paragraph") => {
      const number = numberAtHead(words, where);
      return number === null ? null : [number.printed, words.slice(number.length)];
    };
    expect(found("Article 1 – Definitions", "heading")).toEqual(["Article 1", "Definitions"]);
    expect(found("3 bis.\tThe maps", "paragraph")).toEqual(["3 bis.", "The maps"]);
    expect(found("(a) four members", "paragraph")).toEqual(["(a)", "four members"]);
    expect(found("ماده ۳. متن", "paragraph")).toEqual(["ماده ۳", "متن"]);
    expect(found("Article 3 of this Agreement applies.", "paragraph")).toBeNull();
    expect(found("1.5 million people", "paragraph")).toBeNull();
    expect(found("• a point", "paragraph")).toBeNull();
  });
});
