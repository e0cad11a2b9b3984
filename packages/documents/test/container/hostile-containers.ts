import { gzipSync } from "node:zlib";
import { ascii, deepBomb, manyCodes, manyNames, noise, overlappingBomb } from "./bombs.ts";
import { contentTypes, documentXml, manifestXml, openDocumentParts, wordParts } from "./good-files.ts";
import type { HostileFile } from "./hostile.ts";
import { bytesOf, concat, numbers, type RawPart, rawZip } from "./raw-zip.ts";

type Case = readonly [name: string, code: HostileFile["code"], bytes: Uint8Array];
const good = () => rawZip(wordParts());
const added = (part: RawPart, end = {}) => rawZip([...wordParts(), part], end);
const inWord = (changes: Parameters<typeof wordParts>[0]) => rawZip(wordParts(changes));
/** Files that are something else, whatever their name says. */
function otherFormats(): readonly Case[] {
  const ole = concat(ascii("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), new Uint8Array(1_528));
  const utf16 = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
  return [
    ["empty file", "not-a-container", new Uint8Array()],
    ["one byte", "not-a-container", Uint8Array.of(0x50)],
    ["a PDF", "not-a-container", ascii("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")],
    ["a Rich Text file", "not-a-container", ascii("{\\rtf1\\ansi The parties agree.}")],
    ["a gzip archive", "not-a-container", new Uint8Array(gzipSync(good()))],
    ["a RAR archive", "not-a-container", concat(ascii("Rar!\x1a\x07\x01\x00"), noise(200))],
    ["a 7-Zip archive", "not-a-container", concat(ascii("7z\xbc\xaf\x27\x1c\x00\x04"), noise(200))],
    ["an old Word file", "not-a-container", ole],
    [
      "a Word file behind a password",
      "container-encrypted",
      concat(ole, utf16("EncryptedPackage"), new Uint8Array(480)),
    ],
    ["a web page", "not-a-container", ascii("<!DOCTYPE html><html><body>The parties agree.</body></html>")],
    ["a flat XML document", "not-a-container", bytesOf(documentXml())],
    ["plain text", "not-a-container", ascii("The parties agree.")],
    ["zeros", "not-a-container", new Uint8Array(4_096)],
    ["an archive of nothing", "not-a-container", rawZip([])],
    ["a PDF before the container", "not-a-container", rawZip(wordParts(), { prefix: ascii("%PDF-1.7\n") })],
    ["a program before the container", "not-a-container", rawZip(wordParts(), { prefix: ascii("MZ\x90\x00") })],
  ];
}

/** Containers cut off, added to, or with a list of parts that is not true. */
function brokenContainers(): readonly Case[] {
  const whole = good();
  const cut = (share: number) => whole.slice(0, Math.floor(whole.length * share));
  const fakeEnd = concat(numbers([4, 0x06054b50], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, 0], [2, 0]));
  const broken = "container-broken";
  return [
    ["cut off after the first header", broken, whole.slice(0, 30)],
    ["cut off at a third", broken, cut(1 / 3)],
    ["cut off at nine tenths", broken, cut(0.9)],
    ["cut off by one byte", broken, whole.slice(0, -1)],
    ["cut off in the end record", broken, whole.slice(0, -15)],
    ["bytes after the end", broken, rawZip(wordParts(), { suffix: ascii("more") })],
    ["another container after the end", broken, concat(whole, whole)],
    ["a comment with a second end", broken, rawZip(wordParts(), { comment: concat(ascii("note "), fakeEnd) })],
    ["list of parts beyond the file", broken, rawZip(wordParts(), { directoryOffset: 0x7fff0000 })],
    ["list of parts at the beginning", broken, rawZip(wordParts(), { directoryOffset: 0 })],
    ["list of parts longer than it is", broken, rawZip(wordParts(), { directoryBytes: 0x00ffffff })],
    ["more parts told than listed", broken, rawZip(wordParts(), { count: 9 })],
    ["fewer parts told than listed", broken, rawZip(wordParts(), { count: 1 })],
    ["one of several volumes", broken, rawZip(wordParts(), { disk: 1 })],
    ["a header beyond the file", broken, added({ name: "word/x.xml", offset: 0x00ffffff })],
    ["a header inside another part", broken, added({ name: "word/x.xml", offset: 60 })],
    ["a part with two names", broken, added({ name: "word/x.xml", local: { name: "word/y.xml" } })],
    [
      "a part packed in two ways",
      broken,
      added({ name: "word/x.xml", content: "<x/>", method: 0, local: { method: 8 } }),
    ],
    ["a part with two check sums", broken, added({ name: "word/x.xml", content: "<x/>", local: { crc: 7 } })],
    ["a part packed in an unknown way", broken, added({ name: "word/x.xml", content: "<x/>", method: 12 })],
    [
      "a part that reaches into the list",
      broken,
      added({ name: "x.xml", content: "<x/>", method: 0, size: 90, packedSize: 90 }),
    ],
    ["a folder with content", broken, added({ name: "word/media/", content: "hidden" })],
    ["a part outside the list", broken, added({ name: "word/hidden.xml", content: "<x/>", isHidden: true })],
    ["bytes before the list", broken, rawZip(wordParts(), { gapBeforeDirectory: noise(100) })],
    ["bytes between parts", broken, rawZip(wordParts({ "_rels/.rels": { content: "<x/>", after: noise(100) } }))],
    [
      "two parts of one name",
      broken,
      rawZip([...wordParts(), { name: "word/document.xml", content: documentXml("") }]),
    ],
    [
      "two names but for capitals",
      broken,
      rawZip([...wordParts(), { name: "WORD/Document.xml", content: documentXml("") }]),
    ],
    [
      "two names but for composition",
      broken,
      rawZip([...wordParts({ "word/\u00e9.xml": "<x/>" }), { name: "word/e\u0301.xml" }]),
    ],
    ["large form in the end record", broken, rawZip(wordParts(), { count: 0xffff })],
    ["large form of the list", broken, rawZip(wordParts(), { directoryOffset: 0xffffffff })],
    [
      "large form with a locator",
      broken,
      rawZip(wordParts(), { beforeEnd: concat(numbers([4, 0x07064b50]), new Uint8Array(16)) }),
    ],
    [
      "large form of a size",
      broken,
      added({ name: "word/x.xml", content: "<x/>", size: 0xffffffff, extra: largeSizes }),
    ],
    [
      "check sum of the main part wrong",
      broken,
      inWord({ "word/document.xml": { content: documentXml(), crc: 1, local: { crc: 1 } } }),
    ],
    [
      "main part is not deflated at all",
      broken,
      inWord({ "word/document.xml": { content: documentXml(), packed: noise(120) } }),
    ],
    ["main part cut off inside", broken, inWord({ "word/document.xml": cutPart() })],
    ["main part with bytes after its end", broken, inWord({ "word/document.xml": longPart() })],
    ["overlapping parts, each quoting the next", broken, overlappingBomb()],
    ["many names for one part", broken, manyNames()],
  ];
}

const largeSizes = concat(numbers([2, 1], [2, 16], [4, 0], [4, 0x10000000], [4, 0], [4, 0x10000000]));

function packedMain(): Uint8Array {
  const zip = rawZip([{ name: "a", content: documentXml() }]);
  return zip.slice(31, zip.length - 22 - 47);
}
const cutPart = () => ({ content: documentXml(), packed: packedMain().slice(0, 60) });
const longPart = () => ({ content: documentXml(), packed: concat(packedMain(), noise(9)) });

/** Names that lead out of a folder when somebody unpacks the file. */
function escapes(): readonly Case[] {
  const names = [
    "../evil.xml",
    "word/../../evil.xml",
    "word/..",
    "..\\evil.xml",
    "word\\document.xml",
    "/etc/passwd",
    "//server/share.xml",
    "C:\\evil.xml",
    "c:evil.xml",
    "word//document.xml",
    "./word/evil.xml",
    ".../evil.xml",
    ".. /evil.xml",
    "%2e%2e/evil.xml",
    "word/%2E%2e%2fevil.xml",
    "%2fetc/passwd",
    "word/..%5cevil.xml",
    "word/document.xml\u0000.png",
    "word/%00.xml",
    "word/a\nb.xml",
    "",
  ];
  const link = added({ name: "word/link.xml", content: "/etc/passwd", madeBy: 0x0314, attributes: 0xa1ff0000 });
  return [
    ...names.map(
      (name): Case => [`a part named ${JSON.stringify(name)}`, "path-escapes", added({ name, content: "<x/>" })],
    ),
    ["a part that is a link", "path-escapes", link],
  ];
}

/** Files that unpack to more than they should, or say another size than they have. */
function sizes(): readonly Case[] {
  const zeros = new Uint8Array(2 << 20);
  const main = (part: Partial<RawPart>) => inWord({ "word/document.xml": part });
  const spaces = documentXml(" ".repeat(300_000));
  return [
    ["a flat bomb", "inflates-too-much", added({ name: "word/media/image1.png", content: zeros })],
    ["a flat bomb in the main part", "inflates-too-much", main({ content: spaces })],
    ["a bomb that says it is small", "size-lies", main({ content: spaces, size: 1_000 })],
    ["a bomb that says it is empty", "size-lies", main({ content: spaces, size: 0 })],
    ["a bomb of 512 MB that says it is small", "size-lies", main({ packed: deepBomb(), size: 600_000 })],
    ["a part that says it is larger", "size-lies", main({ content: documentXml(), size: 250_000 })],
    ["a stored part of two sizes", "size-lies", main({ content: documentXml(), method: 0, size: 10 })],
    ["a part whose own header says another size", "size-lies", main({ content: documentXml(), local: { size: 9 } })],
    [
      "a part whose own header says another packed size",
      "size-lies",
      main({ content: documentXml(), local: { packedSize: 9 } }),
    ],
    ["a part packed into more than its size", "size-lies", main({ packed: manyCodes(300_000), size: 0 })],
    ["a new code every few bytes", "container-broken", main({ packed: manyCodes(200_000), size: 190_000 })],
    ["a part of 70 MB", "too-large", added({ name: "word/media/image1.png", packed: noise(400_000), size: 70 << 20 })],
    [
      "parts of 120 MB together",
      "too-large",
      rawZip([
        ...wordParts(),
        ...[1, 2, 3].map((i) => ({ name: `word/media/${i}.png`, packed: noise(210_000), size: 40 << 20 })),
      ]),
    ],
    ["a file of 33 MB", "too-large", concat(good(), new Uint8Array(33 << 20))],
    [
      "4,001 parts",
      "too-many-parts",
      rawZip(Array.from({ length: 4_001 }, (_, i) => ({ name: `word/${i}.xml`, content: "<x/>" }))),
    ],
    ["60,000 parts told", "too-many-parts", rawZip(wordParts(), { count: 60_000 })],
  ];
}

/** Archives inside, macros and passwords. */
function content(): readonly Case[] {
  const inner = good();
  let deep: Uint8Array = inner;
  for (let i = 0; i < 8; i += 1) deep = rawZip([{ name: "inner.zip", content: deep }]);
  const vba = "application/vnd.ms-office.vbaProject";
  const macroMain = "application/vnd.ms-word.document.macroEnabled.main+xml";
  const override = `<Override PartName="/word/settings.bin" ContentType="${vba}"/>`;
  const odt = (changes: Parameters<typeof openDocumentParts>[0]) => rawZip(openDocumentParts(changes));
  return [
    ["a container in a container", "nested-archive", added({ name: "word/inner.docx", content: inner })],
    ["a container that holds itself", "nested-archive", added({ name: "word/media/self.docx", content: inner })],
    ["eight containers deep", "nested-archive", added({ name: "word/media/0.zip", content: deep })],
    [
      "an archive among the embedded objects",
      "nested-archive",
      added({ name: "word/embeddings/a.zip", content: inner }),
    ],
    [
      "an archive named as a picture",
      "nested-archive",
      added({ name: "word/media/image1.png", content: inner, method: 0 }),
    ],
    [
      "a gzip archive as a part",
      "nested-archive",
      added({ name: "word/a.xml", content: new Uint8Array(gzipSync(inner)), method: 0 }),
    ],
    ["a Java archive", "nested-archive", added({ name: "customXml/run.jar", content: inner })],
    ["an archive in an OpenDocument text", "nested-archive", odt({ "Pictures/a.zip": { content: inner } })],
    ["a macro project", "macros", added({ name: "word/vbaProject.bin", content: "x" })],
    ["a macro project elsewhere", "macros", added({ name: "custom/VBAPROJECT.BIN", content: "x" })],
    ["macro data", "macros", added({ name: "word/vbaData.xml", content: "<x/>" })],
    ["a macro document by type", "macros", inWord({ "[Content_Types].xml": contentTypes(macroMain) })],
    [
      "a macro project by type",
      "macros",
      inWord({ "[Content_Types].xml": contentTypes(undefined, override), "word/settings.bin": "x" }),
    ],
    ["a sheet with macros embedded", "macros", added({ name: "word/embeddings/sheet.xlsm", content: inner })],
    ["a Basic module", "macros", odt({ "Basic/Standard/Module1.xml": "<x/>" })],
    ["a Python script", "macros", odt({ "Scripts/python/run.py": "pass" })],
    ["a part behind a password", "container-encrypted", added({ name: "word/x.xml", content: "<x/>", flags: 1 })],
    [
      "a part behind strong encryption",
      "container-encrypted",
      added({ name: "word/x.xml", content: "<x/>", flags: 0x41 }),
    ],
    [
      "a password told by the part alone",
      "container-encrypted",
      added({ name: "x.xml", content: "<x/>", local: { flags: 1 } }),
    ],
    [
      "an OpenDocument text behind a password",
      "container-encrypted",
      odt({ "META-INF/manifest.xml": manifestXml('<manifest:encryption-data manifest:checksum="x"/>') }),
    ],
  ];
}

/** Every hostile container: refused when it is opened, or when its main part is read. */
export function hostileContainers(): readonly HostileFile[] {
  return [otherFormats(), brokenContainers(), escapes(), sizes(), content()]
    .flat()
    .map(([name, code, bytes]) => ({ name, code, bytes, seenBy: "container", format: formatOf(name) }));
}

function formatOf(name: string): HostileFile["format"] {
  return /OpenDocument|Basic|Python/.test(name) ? "open-document" : "word";
}
