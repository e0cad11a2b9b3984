import {
  contentXml,
  documentXml,
  openDocumentParts,
  packageRelationships,
  wordNamespace,
  wordParts,
} from "./good-files.ts";
import type { HostileFile } from "./hostile.ts";
import { bytesOf, concat, rawZip } from "./raw-zip.ts";

type Case = readonly [name: string, code: HostileFile["code"], bytes: Uint8Array];

/** A Word document whose main part is these bytes, stored so that only the XML is at fault. */
const word = (xml: string | Uint8Array) => rawZip(wordParts({ "word/document.xml": { content: xml, method: 0 } }));
const text = (content: string) => `<w:p><w:r><w:t>${content}</w:t></w:r></w:p>`;
/** The main part with a document type after the declaration. */
const withType = (type: string, body = text("The parties agree.")) => documentXml(body).replace("?>\n", `?>\n${type}`);
const withoutDeclaration = (xml: string) => xml.slice(xml.indexOf("?>\n") + 3);
const declared = (encoding: string) => documentXml().replace("UTF-8", encoding);

function utf16(xml: string, isLittle: boolean, mark = true): Uint8Array {
  const whole = mark ? `\ufeff${xml}` : xml;
  const bytes = new Uint8Array(whole.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < whole.length; i += 1) view.setUint16(i * 2, whole.charCodeAt(i), isLittle);
  return bytes;
}

function utf32(xml: string): Uint8Array {
  const bytes = new Uint8Array((xml.length + 1) * 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0xfeff, true);
  for (let i = 0; i < xml.length; i += 1) view.setUint32((i + 1) * 4, xml.charCodeAt(i), true);
  return bytes;
}

const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");

function documentTypes(): readonly Case[] {
  const external = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const parameter = '<!DOCTYPE d [<!ENTITY % p SYSTEM "http://192.0.2.1/p.dtd"> %p;]>';
  const quadratic = `<!DOCTYPE d [<!ENTITY a "${"a".repeat(50_000)}">]>`;
  const type = "doctype";
  return [
    ["a document type", type, word(withType("<!DOCTYPE d>"))],
    ["a document type from elsewhere", type, word(withType('<!DOCTYPE d SYSTEM "http://192.0.2.1/d.dtd">'))],
    ["a public document type", type, word(withType('<!DOCTYPE d PUBLIC "-//X//D//EN" "d.dtd">'))],
    ["an internal entity", type, word(withType('<!DOCTYPE d [<!ENTITY x "more">]>', text("&x;")))],
    ["an entity from a file", type, word(withType(external, text("&x;")))],
    ["a billion laughs", type, word(withType(`<!DOCTYPE d [<!ENTITY l0 "ha">${laughs}]>`, text("&l9;")))],
    ["quadratic blowup", type, word(withType(quadratic, text("&a;".repeat(50_000))))],
    ["a parameter entity", type, word(withType(parameter))],
    ["a default attribute", type, word(withType('<!DOCTYPE d [<!ATTLIST w:p w:val CDATA "x">]>'))],
    ["a document type in small letters", type, word(withType("<!doctype d>"))],
    ["a document type after a comment", type, word(withType("<!-- note --><!DOCTYPE d>"))],
    ["a document type after an instruction", type, word(withType("<?note here?>\n<!DOCTYPE d>"))],
    [
      "a document type after a mark and no declaration",
      type,
      word(`\ufeff${withoutDeclaration(withType("<!DOCTYPE d>"))}`),
    ],
    [
      "a document type in UTF-16, low byte first",
      type,
      word(utf16(declared("UTF-16").replace("?>\n", "?><!DOCTYPE d>"), true)),
    ],
    [
      "a document type in UTF-16, high byte first",
      type,
      word(utf16(declared("UTF-16").replace("?>\n", "?><!DOCTYPE d>"), false)),
    ],
    [
      "a document type in the relationships",
      type,
      rawZip(wordParts({ "_rels/.rels": packageRelationships().replace("?>", "?><!DOCTYPE d>") })),
    ],
    [
      "a document type in the content types",
      type,
      rawZip(wordParts({ "[Content_Types].xml": "<!DOCTYPE d><Types/>" })),
    ],
    [
      "a document type behind 100 kB of comment",
      "xml-broken",
      word(withType(`<!--${" -".repeat(50_000)} --><!DOCTYPE d>`)),
    ],
    ["a document type after the root", "xml-broken", word(`${documentXml()}<!DOCTYPE d>`)],
    ["a document type inside the root", "xml-broken", word(documentXml("<!DOCTYPE d>"))],
  ];
}

function encodings(): readonly Case[] {
  const seven = `<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE d+AD4-${withoutDeclaration(documentXml())}`;
  const broken = "xml-broken";
  return [
    ["UTF-7 with a hidden document type", broken, word(seven)],
    ["UTF-16 without a mark", broken, word(utf16(withoutDeclaration(documentXml()), true, false))],
    [
      "UTF-16 without a mark and with a document type",
      broken,
      word(utf16(`<!DOCTYPE d>${documentXml()}`, false, false)),
    ],
    ["UTF-16 that says UTF-8", broken, word(utf16(documentXml(), true))],
    ["UTF-16 with half a letter", broken, word(utf16(declared("UTF-16").replace("agree", "\ud800agree"), true))],
    ["UTF-8 that says UTF-16", broken, word(declared("UTF-16"))],
    [
      "UTF-8 with a mark that says Latin-1",
      broken,
      word(concat(Uint8Array.of(0xef, 0xbb, 0xbf), bytesOf(declared("ISO-8859-1")))),
    ],
    ["UTF-32", broken, word(utf32(documentXml()))],
    ["an old code page", broken, word(declared("windows-1256"))],
    ["EBCDIC", broken, word(declared("IBM037"))],
    [
      "an overlong character",
      broken,
      word(concat(bytesOf("<w:document>"), Uint8Array.of(0xc0, 0xbc), bytesOf("</w:document>"))),
    ],
    ["UTF-8 cut off in a character", broken, word(concat(bytesOf(documentXml()), Uint8Array.of(0xd8)))],
  ];
}

function malformed(): readonly Case[] {
  const broken = "xml-broken";
  const body = (inside: string): Uint8Array => word(documentXml(inside));
  return [
    ["an empty main part", broken, word("")],
    ["a main part of spaces", broken, word(" \n ")],
    ["a main part cut off", broken, word(documentXml().slice(0, -20))],
    ["an element that is not closed", broken, body("<w:p><w:r></w:p>")],
    ["two roots", broken, word(documentXml() + withoutDeclaration(documentXml()))],
    ["text after the root", broken, word(`${documentXml()}and more`)],
    ["an entity nobody declared", broken, body(text("&secret;"))],
    ["an entity of the web", broken, body(text("&nbsp;"))],
    ["the character nought", broken, body(text("&#0;"))],
    ["half a character", broken, body(text("&#xD800;"))],
    ["a character beyond the last", broken, body(text("&#x110000;"))],
    ["a control character", broken, body(text("\u0001"))],
    [
      "a control character by XML 1.1",
      broken,
      word(documentXml(text("&#1;")).replace('version="1.0"', 'version="1.1"')),
    ],
    ["an attribute twice", broken, body('<w:p w:val="1" w:val="2"/>')],
    ["an attribute twice by two prefixes", broken, body(`<w:p xmlns:v="${wordNamespace}" w:val="1" v:val="2"/>`)],
    ["an attribute without quotes", broken, body("<w:p w:val=1/>")],
    ["a prefix nobody declared", broken, body("<nobody:p/>")],
    ["a prefix undone", broken, body('<w:p xmlns:w=""/>')],
    ["a name of three parts", broken, body("<w:p:q/>")],
    ["a bare less-than sign", broken, body(text("a < b"))],
    ["a comment with two hyphens", broken, body("<!-- a -- b -->")],
    ["a section that does not end", broken, body("<![CDATA[ a ")],
    [
      "a style sheet from elsewhere",
      broken,
      word(withType('<?xml-stylesheet type="text/xsl" href="http://192.0.2.1/x.xsl"?>')),
    ],
    ["a second declaration", broken, body('<?xml version="1.0"?>')],
  ];
}

function tooMuch(): readonly Case[] {
  const count = 100_000;
  const runs = `<w:p>${"<w:r>".repeat(count)}${"</w:r>".repeat(count)}</w:p>`;
  const attributes = Array.from({ length: 1_000_000 }, (_, i) => ` a${i}=""`).join("");
  const declarations = Array.from({ length: 60 }, (_, i) => `<w:r xmlns:p${i}="urn:${i}">`).join("");
  return [
    ["100,000 runs inside one another", "nested-too-deep", word(documentXml(runs))],
    ["100,000 insertions inside one another", "nested-too-deep", word(documentXml(`<w:p>${"<w:ins>".repeat(count)}`))],
    ["257 elements deep", "nested-too-deep", word(documentXml(`${"<w:p>".repeat(255)}${"</w:p>".repeat(255)}`))],
    ["namespaces inside one another", "nested-too-deep", word(documentXml(declarations + "</w:r>".repeat(60)))],
    ["a million attributes", "too-large", word(documentXml(`<w:p${attributes}/>`))],
    ["257 attributes", "too-large", word(documentXml(`<w:p${attributes.slice(0, attributes.indexOf(" a257="))}/>`))],
    ["an attribute of 5 MB", "too-large", word(documentXml(`<w:p w:val="${"a".repeat(5 << 20)}"/>`))],
    ["a name of 5 MB", "too-large", word(documentXml(`<w:${"a".repeat(5 << 20)}/>`))],
    ["a text of 5 MB without a mark", "too-large", word(documentXml(text("a".repeat(5 << 20))))],
    ["three million elements", "too-large", word(documentXml("<w:p/>".repeat(3_000_000)))],
  ];
}

function openDocument(): readonly Case[] {
  const odt = (xml: string) => rawZip(openDocumentParts({ "content.xml": { content: xml, method: 0 } }));
  const count = 100_000;
  const spans = `<text:p>${"<text:span>".repeat(count)}${"</text:span>".repeat(count)}</text:p>`;
  const typed = (type: string, body: string) => contentXml(body).replace("?>\n", `?>\n${type}`);
  return [
    ["OpenDocument: a document type", "doctype", odt(typed("<!DOCTYPE d>", ""))],
    [
      "OpenDocument: a billion laughs",
      "doctype",
      odt(typed(`<!DOCTYPE d [<!ENTITY l0 "ha">${laughs}]>`, "<text:p>&l9;</text:p>")),
    ],
    [
      "OpenDocument: an entity from a file",
      "doctype",
      odt(typed('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "<text:p>&x;</text:p>")),
    ],
    ["OpenDocument: 100,000 spans inside one another", "nested-too-deep", odt(contentXml(spans))],
    ["OpenDocument: an entity nobody declared", "xml-broken", odt(contentXml("<text:p>&x;</text:p>"))],
    ["OpenDocument: content cut off", "xml-broken", odt(contentXml().slice(0, -30))],
  ];
}

/** Every file whose fault is in its XML: refused when that part is parsed. */
export function hostileXml(): readonly HostileFile[] {
  return [documentTypes(), encodings(), malformed(), tooMuch(), openDocument()]
    .flat()
    .map(([name, code, bytes]) => ({ name, code, bytes, seenBy: "xml", format: formatOf(name) }));
}

function formatOf(name: string): HostileFile["format"] {
  return name.startsWith("OpenDocument") ? "open-document" : "word";
}
