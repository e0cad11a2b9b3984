import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InstrumentInline, InstrumentProvision } from "../../src/instrument.ts";
import { foreign } from "./foreign-files.ts";
import { readXml } from "./written.ts";

/** The words of a provision as one string; marks of pieces shown. */
function shown(words: readonly InstrumentInline[]): string {
  const show = (piece: InstrumentInline): string => {
    switch (piece.kind) {
      case "words":
        return piece.emphasis === "none"
          ? piece.text
          : piece.emphasis === "strong"
            ? `**${piece.text}**`
            : `*${piece.text}*`;
      case "reference":
        return `{${piece.text} -> ${piece.target}}`;
      case "footnote-mark":
        return `^${piece.label}`;
      case "break":
        return "⏎";
      case "ambiguity":
        return piece.text;
      case "bracket":
        return `[${piece.alternatives.map((alternative) => shown(alternative.words)).join("|")}]`;
    }
  };
  return words.map(show).join("");
}

/** The tree, a line for every provision: kind, "#" for a heading, number, words. */
function outline(provisions: readonly InstrumentProvision[], depth = 0): readonly string[] {
  return provisions.flatMap(({ kind, heading, number, separator, words, children }) => [
    `${"  ".repeat(depth)}${kind}${heading ? "#" : ""} ${number ?? "-"}${separator} ${shown(words)}`.trimEnd(),
    ...outline(children, depth + 1),
  ]);
}

const read = (...of: Parameters<typeof foreign>) => readXml(foreign(...of));
const outlined = (...of: Parameters<typeof foreign>) => outline(read(...of).instrument.provisions);

describe("files of another maker", () => {
  it("AKN-20 reads the hierarchy with numbers, headings and words", () => {
    const { instrument, losses } = read(`
      <part eId="part_I">
        <num>Part I</num>
        <chapter eId="part_I__chp_1">
          <num>Chapter 1.</num><heading>Rivers</heading><subheading>and lakes</subheading>
          <section eId="sec_1">
            <num>1.</num><heading>Use</heading>
            <subsection eId="sec_1__subsec_1"><num>(1)</num><content><p>Everyone
              may use <b>the river</b>.</p><p>Also by night.</p></content></subsection>
            <subsection eId="sec_1__subsec_2"><num>(2)</num><intro><p>The dam is</p></intro>
              <paragraph><num>(a)</num><content><p>open; or</p></content></paragraph>
              <hcontainer name="anything"><content><p>closed.</p></content></hcontainer>
              <wrapUp><p>as the council decides.</p></wrapUp>
            </subsection>
          </section>
        </chapter>
        <article><num>Article 2</num><content><p>Words.</p></content></article>
      </part>`);
    expect(outline(instrument.provisions)).toEqual([
      "part# Part I",
      "  heading# Chapter 1. Rivers⏎and lakes",
      "    heading# 1. Use",
      "      paragraph (1) Everyone may use **the river**.",
      "        paragraph - Also by night.",
      "      paragraph (2) The dam is",
      "        paragraph (a) open; or",
      "        paragraph - closed.",
      "        paragraph - as the council decides.",
      "  paragraph Article 2 Words.",
    ]);
    expect(instrument.provisions[0]?.children[0]).toMatchObject({ number: "Chapter 1", separator: "." });
    expect(losses).toEqual([]);
  });

  it("AKN-21 reads lists, blocks, tables, definitions and annexes as what they are in a draft", () => {
    const body = `
      <section><content>
        <blockList eId="l"><listIntroduction>The parties are</listIntroduction>
          <item><num>(a)</num><p>Upland;</p></item><item><num>(b)</num><p>Lowland.</p></item>
          <listWrapUp>No others.</listWrapUp></blockList>
        <ul><li>stone</li><li><p>wood</p><ul><li>oak</li></ul></li></ul>
        <ol><li>first</li><li value="5">fifth</li></ol>
        <table><caption>Seats</caption><tr><th><p>Body</p></th><th><p>Seats</p></th></tr>
          <tr><td><p>Council</p><p>of nine</p></td><td>9</td></tr></table>
        <tblock><num>2</num><heading>Titled</heading><p>Block</p></tblock>
      </content></section>
      <hcontainer name="definition"><content><p>“River” means the Ula.</p></content></hcontainer>
      <list><intro><p>Also</p></intro><point><num>i)</num><content><p>fish</p></content></point></list>
      <hcontainer name="schedule"><heading>Schedule of dams</heading><content><p>One.</p></content></hcontainer>
      <p>Loose</p><container name="note"><p>A note.</p></container>`;
    expect(outlined(body, { type: "doc" })).toEqual([
      "paragraph - The parties are",
      "  paragraph (a) Upland;",
      "  paragraph (b) Lowland.",
      "  paragraph - No others.",
      "  paragraph • stone",
      "  paragraph • wood",
      "    paragraph • oak",
      "  paragraph 1. first",
      "  paragraph 5. fifth",
      "  paragraph - Seats",
      "  table - Body | Seats⏎Council of nine | 9",
      "  heading# 2 Titled",
      "    paragraph - Block",
      "definition - “River” means the Ula.",
      "paragraph - Also",
      "  paragraph i) fish",
      "annex# - Schedule of dams",
      "  paragraph - One.",
      "paragraph - Loose",
      "note - A note.",
    ]);
  });

  it("AKN-21 reads preface, preamble, conclusions and attached documents in their order", () => {
    const preface = `<preface><longTitle><p>An Act <docTitle>River Act</docTitle></p></longTitle></preface>
      <preamble><formula name="f"><p>The parliament,</p></formula>
        <recitals><heading>Whereas</heading><recital><num>(1)</num><p>rivers flow;</p></recital></recitals>
        <citations><citation><p>Having regard to rain,</p></citation></citations></preamble>`;
    const end = `<conclusions><p>Done at the bridge.</p></conclusions>
      <attachments><attachment><num>Annex A.</num><heading>Maps</heading><doc name="annex"><meta><identification source="#x"/></meta>
        <mainBody><p>The map.</p></mainBody></doc></attachment>
        <attachment><documentRef href="/akn/aa/act/2018/1" showAs="Act"/></attachment></attachments>`;
    const { instrument, losses } = read("<section><content><p>One.</p></content></section>", { preface, end });
    expect(outline(instrument.provisions)).toEqual([
      "heading# - An Act River Act",
      "preamble - The parliament,",
      "heading# - Whereas",
      "  preamble (1) rivers flow;",
      "preamble - Having regard to rain,",
      "paragraph - One.",
      "signature - Done at the bridge.",
      "annex# Annex A. Maps",
      "  paragraph - The map.",
    ]);
    expect(losses.map(({ what }) => what)).toEqual(["a part kept in another file (/akn/aa/act/2018/1)"]);
  });

  it("AKN-22 folds white space, and keeps it where the file says so", () => {
    const p = "<p>  a \n\t b <i> c </i> d<br/>  e  </p>";
    expect(outlined(`<section><content>${p}</content></section>`)).toEqual(["paragraph - a b *c *d⏎e"]);
    const kept = p.replace("<p>", '<p xml:space="preserve">');
    expect(outlined(`<section><content>${kept}</content></section>`)[0]).toContain("a \n\t b * c * d⏎  e");
  });

  it("AKN-23 makes footnotes of notes, each with a label of its own, after the text", () => {
    const meta =
      '<notes source="#x"><note eId="n1"><p>Meta note</p></note><note eId="n2"><p>Unmarked</p></note></notes>';
    const body = `<section><content><p>A<authorialNote marker="(1)"><p>First <b>note</b></p><p>more</p></authorialNote>
      B<authorialNote marker="1"><p>Second<noteRef href="#n1"/></p></authorialNote>
      C<noteRef href="#n1"/>D<noteRef href="#gone" marker="7"/></p></content></section>`;
    const { instrument, losses } = read(body, { meta });
    expect(outline(instrument.provisions)).toEqual([
      "paragraph - A^1 B^2 C^3D7",
      "footnote 1 First **note**",
      "  paragraph - more",
      "footnote 2 Second^3",
      "footnote 3 Meta note",
    ]);
    expect(losses.map(({ code, what }) => [code, what])).toEqual([
      ["endnote", "a mark of a note that is not in the file (“7”)"],
      ["endnote", "a note without a mark in the text (“Unmarked”)"],
    ]);
  });

  it("AKN-24 keeps links inside the file as references and tells those that lead out", () => {
    const body = `<section eId="s1"><content><p>See <ref href="#s2">section <b>2</b></ref>, <ref href="#nowhere">x</ref>
      and <a href="https://example.org/">a page</a>.</p></content></section>
      <section eId="s2"><content><p>Two.</p></content></section><section eId="s3"><content><p>Three.</p></content></section>`;
    const { instrument, losses } = read(body);
    expect(outline(instrument.provisions)[0]).toBe("paragraph - See {section 2 -> s2}, x and a page.");
    expect(instrument.provisions.map(({ id, derived }) => [id, derived])).toEqual([
      ["s1", true],
      ["s2", false],
      ["s3", true],
    ]);
    expect(losses).toEqual([
      {
        code: "field",
        what: "a link to #nowhere (its words, “x”, are kept)",
        paragraph: 1,
        near: "See section 2, x and a page.",
      },
      {
        code: "field",
        what: "a link to https://example.org/ (its words, “a page”, are kept)",
        paragraph: 1,
        near: "See section 2, x and a page.",
      },
    ]);
  });

  it("AKN-25 tells what it could not carry, and keeps its words where they are words", () => {
    const body = `<toc><tocItem href="#x" level="1">Contents</tocItem></toc>
      <section><content><p>Keep <del>old</del><ins>new</ins> <img src="map.png"/><sup>2</sup>
        <mod>for “<quotedText>a</quotedText>” read <quotedStructure><p>quoted</p></quotedStructure></mod> <x:y>other</x:y></p>
        <foreign><x:math>E=mc</x:math></foreign>
        <table><tr><td colspan="2"><p>wide</p></td></tr><tr><td><table><tr><td><p>in</p></td></tr></table></td><td><p>z</p></td></tr></table>
      </content></section>
      <section status="removed"><num>2.</num><content><p>Gone.</p></content></section>
      <componentRef src="other.xml" showAs="other"/>`;
    const { instrument, losses } = read(body, {
      meta: '<lifecycle source="#x"><eventRef date="2020-01-01" source="#y"/></lifecycle>',
    });
    expect(outline(instrument.provisions)).toEqual([
      "paragraph - Keep new 2 for “a” read quoted other",
      "  table - wide⏎in | z",
      "paragraph 2. Gone.",
    ]);
    expect(losses.map(({ code }) => code).sort()).toEqual(
      [
        "custom-part",
        "custom-part",
        "equation",
        "field",
        "merged-cells",
        "nested-table",
        "picture",
        "unknown-element",
        "unknown-element",
        "unknown-element",
        "unknown-element",
      ].sort(),
    );
    expect(losses.map(({ what }) => what).join("; ")).toContain("lifecycle");
  });

  it("AKN-25 drops no word of any nesting of elements silently", () => {
    let tokens = 0;
    const word = fc.constant(null).map(() => `w${String(tokens++)}w `);
    const inlineNames = [
      "b",
      "i",
      "u",
      "span",
      "ref href='#q'",
      "term refersTo='#t'",
      "ins",
      "mod",
      "quotedText",
      "inline name='x'",
      "docTitle",
      "placeholder",
      "authorialNote",
      "subFlow name='s'",
      "quotedStructure",
    ];
    const blockNames = [
      "p",
      "block name='b'",
      "content",
      "intro",
      "wrapUp",
      "container name='c'",
      "div",
      "blockList",
      "listIntroduction",
      "item",
      "ul",
      "ol",
      "li",
      "table",
      "tr",
      "td",
      "th",
      "caption",
      "tblock",
      "section",
      "part",
      "article",
      "paragraph",
      "list",
      "point",
      "hcontainer name='x'",
      "hcontainer name='annex'",
      "num",
      "heading",
      "subheading",
      "crossHeading",
      "recitals",
      "recital",
      "speech by='#x'",
      "x:z",
    ];
    const wrap = (name: string, inner: readonly string[]) => `<${name}>${inner.join("")}</${name.split(" ")[0]}>`;
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthIdentifier: "nodes", maxDepth: 6 },
        { weight: 2, arbitrary: word },
        fc
          .tuple(
            fc.constantFrom(...inlineNames, ...blockNames, ...blockNames),
            fc.array(tie("node"), { maxLength: 4, depthIdentifier: "nodes" }),
          )
          .map(([name, inner]) => wrap(name, inner)),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (nodes) => {
        const body = nodes.join("\n");
        const { instrument, losses } = readXml(foreign(body, { type: "doc" }));
        const held = JSON.stringify([outline(instrument.provisions), losses]);
        for (const [token] of body.matchAll(/w\d+w/gu)) expect(held).toContain(token);
      }),
      { numRuns: 1500 },
    );
  });

  it("AKN-26 takes title, day, language and stage from metadata and preface, and no parties", () => {
    const preface = "<preface><p><docStage>Second reading</docStage></p></preface>";
    const { instrument } = read("<section><content><p>x</p></content></section>", { preface });
    expect(instrument.front).toMatchObject({
      title: "River Act",
      date: "2020-02-29",
      language: "fa-AF",
      stage: "Second reading",
      parties: [],
      drafter: null,
    });
  });

  it("AKN-27 keeps permanent ids, and gives every provision an id of its own", () => {
    const body = `<section eId="a" wId="first"><content><p>1</p></content></section>
      <section eId="a"><content><p>2</p></content></section><section wId="first"><content><p>3</p></content></section>
      <section><content><p>4</p></content></section>`;
    const ids = read(body).instrument.provisions.map(({ id, derived }) => [id, derived]);
    expect(ids[0]).toEqual(["first", false]);
    expect(new Set(ids.map(([id]) => id)).size).toBe(4);
    expect(ids.slice(1).every(([, derived]) => derived === true)).toBe(true);
  });

  it("AKN-30 reads a line to fill in as a blank", () => {
    const [first] = read("<section><content><p>within <fillIn>…</fillIn> days</p></content></section>").instrument
      .provisions;
    expect(first?.words).toMatchObject([
      { text: "within " },
      { kind: "bracket", blank: true, derived: true, alternatives: [{ id: "1", words: [] }] },
      { text: " days" },
    ]);
  });

  it("AKN-31 reads the drafts of the standard and the two versions before it", () => {
    for (const namespace of [
      "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13",
      "http://www.akomantoso.org/2.0",
    ]) {
      const xml = foreign("<section><content><p>x</p></content></section>").replace(
        "http://docs.oasis-open.org/legaldocml/ns/akn/3.0",
        namespace,
      );
      expect(outline(readXml(xml).instrument.provisions)).toEqual(["paragraph - x"]);
    }
  });
});
