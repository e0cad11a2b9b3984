import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  attribute,
  child,
  childrenOf,
  descend,
  descendants,
  onOff,
  textOf,
  wholeAttribute,
} from "../../src/internal/xml/find.ts";
import { parseXml, type XmlElement } from "../../src/internal/xml/parse.ts";
import { usualXmlLimits } from "../../src/internal/xml/survey.ts";
import { element, writeXml } from "../../src/internal/xml/write.ts";
import { Refused } from "../../src/refusal.ts";
import { documentXml } from "../container/good-files.ts";
import { bytesOf, concat } from "../container/raw-zip.ts";
import { namespaces, ourPrefixes, spell, spelling, trees } from "./spelling.ts";

const parse = (xml: string | Uint8Array, prefixes: ReadonlyMap<string, string> = ourPrefixes) =>
  parseXml("word/document.xml", bytesOf(xml), prefixes);

/** The refusal, or null when it was read. Any other error fails the test. */
function refusal(work: () => unknown): Refused | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
const code = (xml: string | Uint8Array) => refusal(() => parse(xml))?.code ?? "read";

describe("reading XML", () => {
  it("DSF-20 reads UTF-8, with a mark or none, and UTF-16 with a mark, as the same text", () => {
    const xml = `<a>ماده ۳ می‌شود – “x” 𐎠</a>`;
    const utf16 = (isLittle: boolean) => {
      const view = new DataView(new ArrayBuffer(2 * (xml.length + 1)));
      [...`\ufeff${xml}`]
        .join("")
        .split("")
        .forEach((unit, i) => {
          view.setUint16(2 * i, unit.charCodeAt(0), isLittle);
        });
      return new Uint8Array(view.buffer);
    };
    const mark = Uint8Array.of(0xef, 0xbb, 0xbf);
    for (const bytes of [bytesOf(xml), concat(mark, bytesOf(xml)), utf16(true), utf16(false)]) {
      expect(textOf(parse(bytes))).toBe("ماده ۳ می‌شود – “x” 𐎠");
    }
    for (const name of ["UTF-8", "utf8", "US-ASCII"]) {
      expect(code(`<?xml version="1.0" encoding="${name}"?><a/>`)).toBe("read");
    }
    for (const name of ["UTF-7", "UTF-16", "ISO-8859-1", "x"]) {
      expect(code(`<?xml version='1.0' encoding = '${name}' ?><a/>`)).toBe("xml-broken");
    }
  });

  it("DSF-21 refuses a document type wherever it stands, and every entity but the five of XML", () => {
    expect(textOf(parse("<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x645;</a>"))).toBe("<>&\"'Aم");
    for (const before of ["", "\n \t", "<!-- a -->", "<?note?>", "<!-- <a> --><?b <c> ?>\n"]) {
      expect(code(`${before}<!DOCTYPE a><a/>`)).toBe("doctype");
      expect(code(`${before}<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`)).toBe("doctype");
      expect(code(`${before}<a/>`)).toBe("read");
    }
    expect(code("<a><!DOCTYPE a></a>")).toBe("xml-broken");
    expect(code("<a>&x;</a>")).toBe("xml-broken");
    expect(textOf(parse("<a><![CDATA[<!DOCTYPE a>&x;]]></a>"))).toBe("<!DOCTYPE a>&x;");
  });

  it("DSF-22 keeps the limits to the element, and says where they were passed", () => {
    const limits = { ...usualXmlLimits, elementsMax: 5, attributesMax: 3, stretchBytesMax: 50, prologueBytesMax: 40 };
    const met = (xml: string) => refusal(() => parseXml("a.xml", bytesOf(xml), new Map(), limits))?.code ?? "read";
    expect(met("<a><b/><b/><b/><b/></a>")).toBe("read");
    expect(met("<a><b/><b/><b/><b/><b/></a>")).toBe("too-large");
    expect(met('<a b="" c="" d=""/>')).toBe("read");
    expect(met('<a b="" c="" d="" e=""/>')).toBe("too-large");
    expect(met(`<a>${"x".repeat(47)}</a>`)).toBe("read");
    expect(met(`<a>${"x".repeat(48)}</a>`)).toBe("too-large");
    expect(met(`<!--${" ".repeat(30)}--><a/>`)).toBe("read");
    expect(met(`<!--${" ".repeat(40)}--><a/>`)).toBe("xml-broken");
    const deep = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
    expect(code(deep(256))).toBe("read");
    expect(code(deep(257))).toBe("nested-too-deep");
    expect(code(deep(100_000))).toBe("nested-too-deep");
    const scopes = (depth: number) =>
      Array.from({ length: depth }, (_, i) => `<a xmlns:n="urn:${i}">`).join("") + "</a>".repeat(depth);
    expect([code(scopes(32)), code(scopes(33))]).toEqual(["read", "nested-too-deep"]);
  });

  it("DSF-22 the usual limits are those of the document", () => {
    expect(usualXmlLimits).toEqual({
      elementsMax: 3_000_000,
      depthMax: 256,
      attributesMax: 256,
      namespaceDepthMax: 32,
      stretchBytesMax: 4 * 1024 * 1024,
      prologueBytesMax: 64 * 1024,
    });
  });

  it("DSF-23 gives every name our prefix for its namespace, whatever prefix the file uses", () => {
    const root = parse(
      `<x:document xmlns:x="${namespaces.w}" xmlns="urn:other" xmlns:r="${namespaces.r}" x:val="1" plain="2" r:id="3">` +
        `<p/><p xmlns=""><x:p x:a="1" xml:space="preserve"/></p><w:p xmlns:w="urn:third" w:q="4"/></x:document>`,
    );
    expect(root.name).toBe("w:document");
    expect({ ...root.attributes }).toEqual({ "w:val": "1", plain: "2", "r:id": "3" });
    expect(childrenOf(root).map((node) => node.name)).toEqual(["{urn:other}p", "p", "{urn:third}p"]);
    expect({ ...descend(root, "p", "w:p")?.attributes }).toEqual({ "w:a": "1", "xml:space": "preserve" });
    expect({ ...child(root, "{urn:third}p")?.attributes }).toEqual({ "{urn:third}q": "4" });
    expect(code(`<a xmlns:b="urn:1" xmlns:c="urn:1" b:x="" c:x=""/>`)).toBe("xml-broken");
    expect(code(`<a xmlns:b="urn:1" xmlns:c="urn:2" b:x="" c:x="" x=""/>`)).toBe("read");
    for (const name of ["b:a", ":a", "a:", "xml:a:b"]) expect(code(`<${name}/>`)).toBe("xml-broken");
    for (const wrong of [
      'xmlns:xml="urn:x"',
      'xmlns:xmlns="urn:x"',
      'xmlns:b=""',
      'xmlns:b="http://www.w3.org/XML/1998/namespace"',
    ]) {
      expect(code(`<a ${wrong}/>`)).toBe("xml-broken");
    }
  });

  it("DSF-23 a prefix declared inside an element ends with it", () => {
    expect(code(`<a><b xmlns:c="urn:1"><c:d/></b><c:d/></a>`)).toBe("xml-broken");
    const root = parse(`<a xmlns="urn:1"><b xmlns="urn:2"/><b/></a>`);
    expect(childrenOf(root).map((node) => node.name)).toEqual(["{urn:2}b", "{urn:1}b"]);
  });

  it("DSF-23 attributes inherit nothing", () => {
    const root = parse('<a __proto__="1" constructor="2" toString="3"/>');
    expect(Object.entries(root.attributes)).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
      ["toString", "3"],
    ]);
    expect(attribute(parse("<a/>"), "constructor")).toBeNull();
    expect(attribute(parse('<a b=""/>'), "toString")).toBeNull();
  });

  it("DSF-24 keeps every character of the text, joiners and white space too", () => {
    const words = " می\u200cشود \u200d\u200e\u200f\u00ad\ufeff \u00a0\t\n ";
    expect(parse(`<a>${words}</a>`).children).toEqual([words]);
    expect(parse("<a>x<![CDATA[y]]>z<!-- n -->w<?p?>v</a>").children).toEqual(["xyzwv"]);
    expect(parse("<a>1\r\n2\r3&#13;4</a>").children).toEqual(["1\n2\n3\r4"]);
    expect(attribute(parse("<a b=' x\n\ty '/>"), "b")).toBe(" x  y ");
    const long = "آ".repeat(300_000);
    expect(parse(`<a>${long}<b>${long}</b></a>`).children).toEqual([long, element("b", {}, [long])]);
  });

  it("DSF-24 reads back the same tree however it is spelled", () => {
    fc.assert(
      fc.property(trees, spelling, (tree, choices) => {
        expect(parse(spell(tree, choices))).toEqual(tree);
      }),
      { numRuns: 1_000 },
    );
  });

  it("DSF-25 says the part, line and column of what is not well-formed", () => {
    const met = refusal(() => parse("<a>\n  <b>\n</a>"));
    expect(met?.part).toBe("word/document.xml");
    expect(met?.message).toMatch(
      /^The part word\/document\.xml is damaged at line 3, column \d+: it is not well-formed XML\.$/,
    );
  });

  it("DSF-25 every beginning of a document that is not the whole is refused", () => {
    const xml = documentXml('<w:p w:val="1"><!-- a --><w:r><![CDATA[b]]>&amp;</w:r></w:p>');
    for (let length = 0; length < xml.length; length += 1) expect(code(xml.slice(0, length))).toBe("xml-broken");
  });

  it("DSF-28 whatever is changed in a document, parsing refuses or reads", () => {
    const tokens = [
      "<",
      ">",
      "&",
      ";",
      '"',
      "'",
      "/",
      "?>",
      "<!",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "xmlns:",
      "xmlns=''",
      "\u0000",
      "&#",
      "<w:p>",
      "</w:p>",
      "=",
      ":",
      "\ufeff",
      "<?xml version='1.0'?>",
    ];
    const change = fc.record({
      at: fc.nat(),
      drop: fc.nat(6),
      put: fc.oneof(fc.constantFrom(...tokens), fc.string({ maxLength: 3 })),
    });
    const xml = documentXml(
      '<w:p w:val="1" xmlns:q="urn:q"><q:a q:b="2"/><!-- a --><w:r><![CDATA[b]]>&amp;&#65;</w:r></w:p>',
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        let text = xml;
        for (const { at, drop, put } of changes) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + put + text.slice(place + drop);
        }
        refusal(() => parse(text));
      }),
      { numRuns: 4_000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => void refusal(() => parse(bytes))),
      { numRuns: 2_000 },
    );
  });
});

describe("writing XML", () => {
  it("DSF-26 what is written is read back as the same tree", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(parse(writeXml(tree, namespaces))).toEqual(tree);
      }),
      { numRuns: 500 },
    );
  });

  it("DSF-26 leaves out what XML forbids, and keeps returns, tabs and ends of lines in values", () => {
    const forbidden = "\u0000\u0008\u000b\u001f\ufffe\uffff\ud800 \udc00";
    expect(writeXml(element("a", { b: `x${forbidden}y` }, [`x${forbidden}y`]), {})).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a b="x y">x y</a>',
    );
    expect(attribute(parse(writeXml(element("a", { b: "\t\r\n" }), {})), "b")).toBe("\t\r\n");
    expect(writeXml(element("a", { b: undefined, c: "" }, [""]), { "": "urn:1" })).toContain(
      '<a xmlns="urn:1" c=""></a>',
    );
  });

  it("DSF-27 a tree 100,000 deep is written, searched and told as text", () => {
    let tree: XmlElement = element("w:t", {}, ["end"]);
    for (let i = 0; i < 100_000; i += 1) tree = element("w:r", {}, ["a", tree]);
    expect(writeXml(tree, {}).length).toBeGreaterThan(1_000_000);
    expect(textOf(tree)).toBe(`${"a".repeat(100_000)}end`);
    expect([...descendants(tree)].length).toBe(100_000);
    expect([...descendants(tree, "w:t")].length).toBe(1);
  });
});

describe("finding in XML", () => {
  it("DSF-27 gives elements in the order of the file", () => {
    const root = parse("<a>0<b>1<c>2</c></b>3<c>4</c><b/></a>");
    expect([...descendants(root)].map((node) => node.name)).toEqual(["b", "c", "c", "b"]);
    expect(childrenOf(root, "b").length).toBe(2);
    expect(child(root, "c")?.children).toEqual(["4"]);
    expect(child(root, "d")).toBeNull();
    expect(descend(root, "b", "c")?.children).toEqual(["2"]);
    expect(descend(root, "c", "b", "c")).toBeNull();
    expect(textOf(root)).toBe("01234");
  });

  it("DSF-27 reads numbers and switches only where they are such", () => {
    const root = parse('<a n="-12" f="1.5" w="x" big="99999999999" on="1" off="0" none="none"/>');
    expect(["n", "f", "w", "big", "absent"].map((name) => wholeAttribute(root, name))).toEqual([
      -12,
      null,
      null,
      null,
      null,
    ]);
    expect([null, undefined, "", "1", "true", "on", "0", "false", "off", "none"].map(onOff)).toEqual([
      null,
      null,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
