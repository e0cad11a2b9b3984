import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAkomaNtoso, writeAkomaNtoso } from "../../src/akoma-ntoso.ts";
import type { InstrumentInline, InstrumentProvision } from "../../src/instrument.ts";
import { instruments } from "./arbitrary-instruments.ts";
import { foreign } from "./foreign-files.ts";
import { bracket, instrument, provision, words } from "./instrument-builder.ts";
import { bytesOf, readXml } from "./written.ts";

const mark = { kind: "footnote-mark", label: "1" } as const;
const draft = instrument(
  [
    provision("", {
      id: "one",
      number: "1.",
      words: [words("Both stop"), mark, words(" within "), bracket("start", [{ text: "24" }, { text: "72" }])],
    }),
    provision("At noon.", { id: "note", kind: "footnote", number: "1" }),
  ],
  { title: "Draft", stage: "first" },
);

/** Our file after somebody changed it by hand. */
function edited(from: string | RegExp, to: string): ReturnType<typeof readXml> {
  const xml = writeAkomaNtoso(draft);
  const changed = xml.replace(from, to);
  expect(changed).not.toBe(xml);
  return readXml(changed);
}

describe("our files after another hand", () => {
  it("AKN-28 takes changed words and added provisions, and keeps what was not touched", () => {
    const { instrument: read, losses } = edited("Both stop", "Both sides stop");
    expect(read.provisions[0]?.words[0]).toEqual(words("Both sides stop"));
    expect(losses).toEqual([]);
    const added = edited(
      "</mainBody>",
      "<paragraph><num>2.</num><content><p>New.</p></content></paragraph></mainBody>",
    );
    expect(added.instrument.provisions.slice(0, 2)).toEqual(draft.provisions);
    expect(added.instrument.provisions[2]).toMatchObject({ number: "2.", words: [words("New.")], derived: true });
  });

  it("AKN-28 tells words between the alternatives of a bracket and a printed title that was changed alone", () => {
    expect(edited(" | <inline", " or rather | <inline").losses.map(({ what }) => what)).toEqual([
      "words in a bracket outside its alternatives (“[ or rather | ]”)",
    ]);
    expect(edited("<docTitle>Draft", "<docTitle>Final").losses.map(({ what }) => what)).toEqual([
      "a change to the printed title (“Final”); “Draft” is kept",
    ]);
  });

  it("AKN-28 keeps a footnote whose place in the text was removed", () => {
    const { instrument: read } = edited(/<hcontainer [^>]*parley:note="1"\/>/u, "");
    expect(read.provisions).toEqual(draft.provisions);
  });

  it("AKN-28 reads a file without our metadata as one of another maker", () => {
    const { instrument: read } = edited(/<proprietary[\s\S]*<\/proprietary>/u, "");
    expect(read.front.title).toBe("Draft");
    expect(read.provisions[0]).toMatchObject({ id: "one", number: "1." });
  });
});

describe("refusals", () => {
  const good = writeAkomaNtoso(draft);
  it.each([
    ["an empty file", "", "xml-broken"],
    ["another kind of XML", "<html/>", "not-this-format"],
    [
      "a root without a document",
      '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>',
      "not-this-format",
    ],
    ["a document without metadata", "<akomaNtoso><act/></akomaNtoso>", "not-this-format"],
    ["the name in another namespace", '<akomaNtoso xmlns="urn:x"><act><meta/></act></akomaNtoso>', "not-this-format"],
    ["half a file", good.slice(0, good.length / 2), "xml-broken"],
    ["a document type", good.replace("<akomaNtoso", '<!DOCTYPE akomaNtoso [<!ENTITY a "b">]><akomaNtoso'), "doctype"],
    ["an entity", good.replace("Both stop", "Both &stop;"), "xml-broken"],
    ["deep nesting", foreign(`${"<div>".repeat(100_000)}${"</div>".repeat(100_000)}`), "nested-too-deep"],
  ])("AKN-29 refuses %s", (_what, xml, code) => {
    const read = readAkomaNtoso("in.xml", bytesOf(xml));
    expect(read.ok ? "taken" : read.refusal.code).toBe(code);
    if (!read.ok) expect(read.refusal.message + read.refusal.help).not.toMatch(/undefined|Error|at \w+ \(/u);
  });

  it("AKN-29 never throws, whatever was done to a file", () => {
    fc.assert(
      fc.property(instruments, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }), (any, flips) => {
        const bytes = bytesOf(writeAkomaNtoso(any));
        for (const [at, value] of flips) bytes[at % bytes.length] = value;
        const read = readAkomaNtoso("in.xml", bytes);
        expect(typeof read.ok).toBe("boolean");
      }),
      { numRuns: 200 },
    );
  });

  it("AKN-29 never throws on a file with elements taken out or put elsewhere", () => {
    fc.assert(
      fc.property(instruments, fc.nat(), fc.nat(), fc.boolean(), (any, from, to, copies) => {
        const tags = writeAkomaNtoso(any).split(/(?=<)/u);
        const cut = from % tags.length;
        const [taken = ""] = copies ? tags.slice(cut, cut + 1) : tags.splice(cut, 1);
        tags.splice(to % (tags.length + 1), 0, taken);
        expect(typeof readAkomaNtoso("in.xml", bytesOf(tags.join(""))).ok).toBe("boolean");
      }),
      { numRuns: 200 },
    );
  });
});

describe("bounds", () => {
  it("AKN-16 leaves out the characters that XML forbids and no other", () => {
    const read = readXml(writeAkomaNtoso(instrument([provision("a\u0000b\u001f\ud800c\uffff\u0085d\u200c\r")])));
    expect(read.instrument.provisions[0]?.words).toEqual([words("abc\u0085d\u200c\r")]);
  });

  it("AKN-16 holds provisions and brackets thirty-two deep, in a footnote as well", () => {
    const inBrackets = (depth: number, inner: InstrumentInline): InstrumentInline =>
      depth === 0
        ? inner
        : {
            ...bracket(`b${depth}`, []),
            alternatives: [{ id: "1", party: null, unworded: false, words: [inBrackets(depth - 1, inner)] }],
          };
    const nested = (depth: number, last: InstrumentProvision): InstrumentProvision =>
      depth === 1 ? last : provision("x", { id: `p${depth}`, children: [nested(depth - 1, last)] });
    const table = provision("", { id: "t", kind: "table", words: [inBrackets(32, mark)] });
    const inNote = nested(31, provision("", { id: "last", kind: "table", words: [inBrackets(32, words("end"))] }));
    const note = provision("n", { id: "n", kind: "footnote", number: "1", children: [inNote] });
    const deep = instrument([provision("A", { kind: "annex", heading: true, children: [nested(31, table)] }), note]);
    const { instrument: read, losses } = readXml(writeAkomaNtoso(deep));
    expect(read).toEqual(deep);
    expect(losses).toEqual([]);
  });
});
