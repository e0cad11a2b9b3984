import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeAkomaNtoso } from "../../src/akoma-ntoso.ts";
import { attribute, childrenOf, descend } from "../../src/internal/xml/find.ts";
import type { XmlElement } from "../../src/internal/xml/parse.ts";
import { instruments, usualInstruments } from "./arbitrary-instruments.ts";
import { breaches, expectInProfile } from "./content-models.ts";
import { bracket, instrument, provision, words } from "./instrument-builder.ts";
import { all, only, texts, treeOf, values } from "./written.ts";

describe("the document", () => {
  it("AKN-02 keeps the content models for any instrument", () => {
    fc.assert(
      fc.property(instruments, (any) => expectInProfile(treeOf(any))),
      { numRuns: 250 },
    );
  });

  it("AKN-02 keeps the content models for instruments in the usual order", () => {
    fc.assert(
      fc.property(usualInstruments, (any) => expectInProfile(treeOf(any))),
      { numRuns: 250 },
    );
  });

  it("AKN-02 is a doc called agreement; the check of its models can fail", () => {
    const root = treeOf(instrument([provision("Words.")]));
    expect(values(root, "doc", "name")).toEqual(["agreement"]);
    const rename = (at: XmlElement): XmlElement => ({
      ...at,
      name: at.name === "content" ? "wrapUp" : at.name,
      attributes: at.name === "mainBody" ? { ...at.attributes, eId: "parley" } : at.attributes,
      children: at.children.map((node) => (typeof node === "string" ? node : rename(node))),
    });
    expect(breaches(rename(root))).toEqual([
      "eId parley again or with space",
      "paragraph holds wrapUp ",
      "wrapUp is not in the profile",
    ]);
  });

  it("AKN-03 puts opening, recitals, body, signatures and annexes where the standard has them", () => {
    const root = treeOf(
      instrument(
        [
          provision("Agreement", { id: "t", kind: "heading", heading: true }),
          provision("Invented.", { id: "n", kind: "note" }),
          provision("Noting peace,", { id: "r1", kind: "preamble", number: "1." }),
          provision("Article words", { id: "a", kind: "heading", heading: true, number: "Article 1" }),
          provision("Signed", { id: "s", kind: "signature" }),
          provision("Maps", {
            id: "x",
            kind: "annex",
            heading: true,
            number: "Annex A",
            children: [provision("The map.", { id: "m", kind: "map" })],
          }),
        ],
        { title: "Agreement" },
      ),
    );
    const [doc] = childrenOf(root);
    expect(childrenOf(doc as XmlElement).map(({ name }) => name)).toEqual([
      "meta",
      "preface",
      "preamble",
      "mainBody",
      "conclusions",
      "attachments",
    ]);
    expect(texts(root, "longTitle").map((text) => text.trim())).toEqual(["Agreement"]);
    expect(texts(root, "docTitle")).toEqual(["Agreement"]);
    expect(texts(only(root, "recital"), "p")).toEqual(["Noting peace,"]);
    expect(texts(root, "signature")).toEqual(["Signed"]);
    expect(values(only(root, "attachment"), "hcontainer", "name")).toEqual(["map"]);
    expect(values(root, "doc", "name")).toEqual(["agreement", "annex"]);
  });

  it("AKN-03 leaves in the body what stands out of the usual order, or has a shape its place cannot hold", () => {
    const root = treeOf(
      instrument([
        provision("One.", { id: "1" }),
        provision("Late recital", { id: "2", kind: "preamble" }),
        provision("Maps", { id: "3", kind: "annex", heading: true }),
        provision("Last.", { id: "4" }),
        provision("Numbered hand", { id: "5", kind: "signature", number: "1." }),
      ]),
    );
    expect(all(root, "preamble").length + all(root, "attachments").length + all(root, "conclusions").length).toBe(0);
    expect(childrenOf(only(root, "mainBody")).map(({ name }) => name)).toEqual([
      "paragraph",
      "hcontainer",
      "hcontainer",
      "paragraph",
      "hcontainer",
    ]);
  });

  it("AKN-03 writes headed recitals, and an empty body with one empty paragraph", () => {
    const recital = provision("Noting,", { id: "r", kind: "preamble" });
    const root = treeOf(instrument([provision("Preamble", { kind: "heading", heading: true, children: [recital] })]));
    expect(texts(only(root, "recitals"), "heading")).toEqual(["Preamble"]);
    expect(childrenOf(only(root, "mainBody")).map(({ name, children }) => [name, children.length])).toEqual([["p", 0]]);
  });

  it.each([
    ["Part One", "part", true, "part"],
    [null, "part", true, "part"],
    ["TITLE II", "part", true, "title"],
    ["Chapter 3", "heading", true, "chapter"],
    ["Section 1", "heading", true, "section"],
    ["Article 3", "heading", true, "article"],
    ["Article 3", "paragraph", false, "article"],
    ["Clause 4", "paragraph", false, "clause"],
    ["ماده ۳", "heading", true, "article"],
    ["فصل اول", "heading", true, "chapter"],
    ["برخه ۲", "part", true, "part"],
    ["Phase 2", "heading", true, "level"],
    [null, "heading", true, "level"],
    ["3.", "paragraph", false, "paragraph"],
    ["3 bis", "paragraph", false, "paragraph"],
    [null, "paragraph", false, "paragraph"],
    ["(a)", "paragraph", false, "point"],
    ["iv)", "paragraph", false, "point"],
    ["الف)", "paragraph", false, "point"],
    ["-", "paragraph", false, "indent"],
    ["Article 3", "definition", false, "hcontainer"],
    [null, "table", false, "hcontainer"],
  ] as const)("AKN-04 writes number %s of kind %s (heading: %s) as %s", (number, kind, heading, name) => {
    const before = provision("First.", { id: "first" });
    const root = treeOf(instrument([before, provision("Words", { id: "x", number, kind, heading })]));
    const [, second] = childrenOf(only(root, "mainBody"));
    expect(second?.name).toBe(name);
    expect(attribute(second ?? null, "name")).toBe(name === "hcontainer" ? kind : null);
    expect(attribute(second ?? null, "parley:kind")).toBe(kind);
  });
});

describe("ids", () => {
  it("AKN-05 names elements by the Naming Convention, every name once", () => {
    const point = provision("Point", { id: "c", number: "(a)" });
    const root = treeOf(
      instrument([
        provision("One", {
          id: "a",
          kind: "part",
          heading: true,
          number: "PART TWO",
          children: [
            provision("Art", { id: "b", kind: "heading", heading: true, number: "Article 3", children: [point] }),
            provision("Dari", { id: "d", kind: "heading", heading: true, number: "ماده ۱۲" }),
          ],
        }),
        provision("x", { id: "e", number: "1.2." }),
        provision("x", { id: "f", number: "3 bis" }),
        provision("x", { id: "g" }),
        provision("x", { id: "h" }),
        provision("x", { id: "i", number: "1.2." }),
        provision("x", { id: "j", kind: "note" }),
      ]),
    );
    const names = ["part", "article", "point", "paragraph", "hcontainer"].flatMap((name) => values(root, name, "eId"));
    expect(names).toEqual([
      "part_TWO",
      "part_TWO__art_3",
      "part_TWO__art_12",
      "part_TWO__art_3__point_a",
      "para_1-2",
      "para_3bis",
      "para_nn",
      "para_nn_2",
      "para_1-2_2",
      "hcontainer_1",
    ]);
  });

  it("AKN-06 keeps a lasting id as wId, beside its eId in the mappings, and a derived one as ours", () => {
    const root = treeOf(
      instrument([
        provision("x", { id: "ceasefire", number: "1." }),
        provision("x", { id: "part-two.p1", derived: true, number: "2." }),
        provision("x", { id: "with space", number: "3." }),
      ]),
    );
    expect(values(root, "paragraph", "wId")).toEqual(["ceasefire", null, null]);
    expect(values(root, "paragraph", "parley:derived-id")).toEqual([null, "part-two.p1", null]);
    expect(values(root, "paragraph", "parley:id")).toEqual([null, null, "with space"]);
    expect(values(root, "mapping", "original")).toEqual(["#ceasefire"]);
    expect(values(root, "mapping", "current")).toEqual(["#para_1"]);
  });
});

describe("words", () => {
  it("AKN-07 prints a bracket as it is typed and points each alternative at its party", () => {
    const issue = bracket("start", [
      { text: "24 hours", party: "republic" },
      { text: "72 hours", party: "taliban", id: "long" },
    ]);
    const root = treeOf(instrument([provision("", { words: [words("within "), issue, words(".")] })]));
    expect(texts(only(root, "content"), "p")).toEqual(["within [republic: 24 hours | taliban: 72 hours]."]);
    const alternatives = all(root, "inline").filter((at) => attribute(at, "name") === "alternative");
    const organisations = new Map(
      all(root, "TLCOrganization").map((at) => [`#${attribute(at, "eId")}`, attribute(at, "showAs")]),
    );
    expect(alternatives.map((at) => organisations.get(attribute(at, "refersTo") ?? ""))).toEqual([
      "republic",
      "taliban",
    ]);
    expect(alternatives.map((at) => attribute(at, "parley:id"))).toEqual(["1", "long"]);
    const [whole] = all(root, "inline").filter((at) => attribute(at, "name") === "bracket");
    expect([attribute(whole ?? null, "wId"), attribute(whole ?? null, "eId")]).toEqual(["start", "para_nn__bracket_1"]);
  });

  it("AKN-08 writes a blank as a line to fill in and an option without words as an omission", () => {
    const pieces = [bracket("a", [{ text: "" }]), bracket("b", [{ text: "", unworded: true }, { text: "suspended" }])];
    const root = treeOf(instrument([provision("", { words: pieces })]));
    expect(texts(root, "p")).toEqual(["[…][… | suspended]"]);
    expect([all(root, "fillIn").length, all(root, "omissis").length]).toEqual([1, 1]);
  });

  it("AKN-09 uses the standard's inlines, points references at the eId of their target, and keeps white space", () => {
    const root = treeOf(
      instrument([
        provision("", {
          id: "here",
          words: [
            words("a  "),
            { kind: "words", text: "b", emphasis: "strong" },
            { kind: "words", text: "c", emphasis: "emphasis" },
            { kind: "ambiguity", text: "soon" },
            { kind: "break" },
            { kind: "reference", text: "article 2", target: "later" },
            { kind: "reference", text: "nowhere", target: "no such|place" },
          ],
        }),
        provision("x", { id: "later", kind: "heading", heading: true, number: "Article 2" }),
      ]),
    );
    const [p] = all(root, "p");
    expect(p?.children.map((node) => (typeof node === "string" ? node : node.name))).toEqual([
      "a  ",
      "b",
      "i",
      "inline",
      "br",
      "ref",
      "ref",
    ]);
    expect(values(root, "ref", "href")).toEqual(["#art_2", "#no%20such%7Cplace"]);
    expect(values(root, "mainBody", "xml:space")).toEqual(["preserve"]);
  });

  it("AKN-10 writes a table by rows and cells, its first row as the head", () => {
    const cell = bracket("x", [{ text: "1" }, { text: "2" }]);
    const table = provision("", {
      kind: "table",
      words: [words("Body | Seats"), { kind: "break" }, words("Council | "), cell],
    });
    const root = treeOf(instrument([provision("x", { id: "first" }), table]));
    expect(all(root, "tr").map((row) => childrenOf(row).map((at) => `${at.name} ${texts(at, "p").join()}`))).toEqual([
      ["th Body ", "th  Seats"],
      ["td Council ", "td  [1 | 2]"],
    ]);
  });

  it("AKN-11 writes a footnote at its first mark, points the other marks at it, and keeps its place", () => {
    const mark = { kind: "footnote-mark", label: "1" } as const;
    const root = treeOf(
      instrument([
        provision("", { id: "a", words: [words("x"), mark, words("y"), mark, { kind: "footnote-mark", label: "9" }] }),
        provision("", { id: "n", kind: "footnote", number: "1", words: [words("See also "), mark] }),
        provision("Without a mark", { id: "m", kind: "footnote", number: "2" }),
      ]),
    );
    expect(values(root, "authorialNote", "marker")).toEqual(["1"]);
    expect(texts(only(root, "authorialNote"), "p")).toEqual(["See also "]);
    const noteId = attribute(only(root, "authorialNote"), "eId");
    expect(values(root, "noteRef", "href")).toEqual([`#${noteId}`, `#${noteId}`]);
    expect(texts(root, "inline")).toEqual(["9"]);
    expect(all(root, "hcontainer").map((at) => attribute(at, "parley:note"))).toEqual(["1", null]);
  });
});

describe("metadata", () => {
  const metaOf = (front: Parameters<typeof instrument>[1]) => only(treeOf(instrument([], front)), "meta");

  it("AKN-12 names work, version and file, with the day of the draft", () => {
    const meta = metaOf({ title: "Draft agreement", date: "2021-02-28", language: "en", drafter: "us" });
    expect(values(meta, "FRBRuri", "value")).toEqual([
      "/akn/zz/doc/agreement/2021-02-28/draft-agreement",
      "/akn/zz/doc/agreement/2021-02-28/draft-agreement/eng@2021-02-28",
      "/akn/zz/doc/agreement/2021-02-28/draft-agreement/eng@2021-02-28.akn",
    ]);
    expect(values(meta, "FRBRdate", "date")).toEqual(["2021-02-28", "2021-02-28", "2021-02-28"]);
    expect(values(meta, "FRBRauthor", "href")).toEqual(["#party-us", "#party-us", "#party-us"]);
  });

  it.each([[null], ["soon"], ["2021-02-29"], ["0001-01-01"], ["2021-13-01"], ["0000-01-01"], ["2021-2-3"]])(
    "AKN-12 says where a day is missing or none of the calendar: %s",
    (date) => {
      const meta = metaOf({ date });
      expect(values(meta, "FRBRdate", "date")).toEqual(["0001-01-01", "0001-01-01", "0001-01-01"]);
      expect(values(meta, "FRBRdate", "name")).toEqual(["not-stated", "not-stated", "not-stated"]);
      expect(values(meta, "FRBRauthor", "href")).toEqual(Array(3).fill("#author-not-stated"));
      expect(values(meta, "TLCOrganization", "showAs")).toContain("not stated");
      expect(values(meta, "FRBRuri", "value")[0]).toBe("/akn/zz/doc/agreement/undated/untitled");
    },
  );

  it.each([
    ["en", "eng"],
    ["en-GB", "eng"],
    ["fa-AF", "prs"],
    ["prs", "prs"],
    ["fa", "fas"],
    ["ps", "pus"],
    ["ps-AF", "pus"],
    ["constructor", "und"],
    [null, "und"],
  ])("AKN-13 gives %s as %s", (language, code) => {
    expect(values(metaOf({ language }), "FRBRlanguage", "language")).toEqual([code]);
  });

  it("AKN-14 makes every party an organisation and keeps statuses with whom they wait for", () => {
    const root = treeOf(
      instrument([provision("x", { status: { kind: "pending", whom: ["taliban", "Some party"] } })], {
        parties: ["republic", "taliban"],
      }),
    );
    expect(values(root, "TLCOrganization", "showAs")).toEqual([
      "Parley",
      "not stated",
      "republic",
      "taliban",
      "Some party",
    ]);
    const at = only(root, "paragraph");
    expect([attribute(at, "parley:status"), attribute(at, "parley:whom")]).toEqual([
      "pending",
      "#party-taliban #party-some-party",
    ]);
  });

  it("AKN-15 keeps front matter, classes and attributes in metadata of ours", () => {
    const map = provision("x", { kind: "map", attributes: { file: "m.png", "a b": "1 < 2" }, classes: ["final"] });
    const root = treeOf(instrument([map], { reconstruction: true, other: { note: ["kept"] }, title: "T" }));
    const own = descend(only(root, "meta"), "proprietary");
    expect(texts(own as XmlElement, "parley:title")).toEqual(["T"]);
    expect(texts(own as XmlElement, "parley:other")).toEqual(['{"note":["kept"]}']);
    expect(all(own as XmlElement, "parley:reconstruction")).toHaveLength(1);
    expect(values(own as XmlElement, "parley:provision", "for")).toEqual(["#hcontainer_1"]);
    expect(values(own as XmlElement, "parley:attribute", "key")).toEqual(["file", "a b"]);
    expect(texts(own as XmlElement, "parley:class")).toEqual(["final"]);
  });
});

describe("the file", () => {
  it("AKN-17 is the same string for the same instrument, and has a line for every element that holds no words", () => {
    fc.assert(
      fc.property(instruments, (any) => {
        expect(writeAkomaNtoso(structuredClone(any))).toBe(writeAkomaNtoso(any));
      }),
      { numRuns: 50 },
    );
    const lines = writeAkomaNtoso(instrument([provision("a < b", { number: "1." })])).split("\n");
    expect(lines).toContain("          <p>a &lt; b</p>");
    expect(lines).toContain("        <num>1.</num>");
  });
});
