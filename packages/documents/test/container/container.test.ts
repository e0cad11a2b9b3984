import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { usualLimits } from "../../src/internal/container/limits.ts";
import { type Container, openContainer } from "../../src/internal/container/open.ts";
import { packContainer } from "../../src/internal/container/pack.ts";
import { Refused } from "../../src/refusal.ts";
import { documentXml, openDocumentParts, wordParts } from "./good-files.ts";
import { bytesOf, concat, numbers, type RawPart, rawZip } from "./raw-zip.ts";

/** The code of the refusal, or what the work gave. Any other error fails the test. */
function outcome<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}
const unpackAll = (container: Container) => [...container.names].map((name) => [name, container.part(name)] as const);
const names = (bytes: Uint8Array) => outcome(() => [...openContainer(bytes).names]);

const partNames = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}(\/[a-z0-9 _é-]{1,8})?\.(xml|rels|png)$/), {
  maxLength: 6,
  selector: (name) => name.normalize("NFC").toLowerCase(),
});
const contents = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 400 }).map(bytesOf));
const parts = partNames.chain((list) =>
  fc.tuple(...list.map((name) => contents.map((content) => ({ name, content })))).map((made) => made as RawPart[]),
);
/** None that begins as an archive does: that is another rule. */
const isQuiet = (list: readonly RawPart[]) =>
  list.length > 0 &&
  !list.some((part) => [0x50, 0x42, 0x52, 0x37, 0x4d, 0x1f].includes(bytesOf(part.content ?? "")[0] ?? 0));

describe("opening a container", () => {
  it("DSF-02 finds the parts of a container written by another hand, folders left out", () => {
    expect(names(rawZip([...wordParts(), { name: "word/media/" }]))).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "word/document.xml",
    ]);
    fc.assert(
      fc.property(parts.filter(isQuiet), fc.boolean(), fc.string({ maxLength: 30 }), (list, stored, comment) => {
        const bytes = rawZip(
          list.map((part) => ({ ...part, method: stored ? 0 : 8 })),
          { comment: bytesOf(comment) },
        );
        const opened = unpackAll(openContainer(bytes));
        expect(opened).toEqual(list.map((part) => [part.name, bytesOf(part.content ?? "")]));
      }),
      { numRuns: 200 },
    );
  });

  it("DSF-02 every beginning of a file that is not the whole is refused", () => {
    const whole = rawZip(wordParts());
    for (let length = 0; length < whole.length; length += 1) {
      expect(outcome(() => openContainer(whole.slice(0, length)))).toMatch(/^(?:not-a-container|container-broken)$/);
    }
  });

  it("DSF-03 one bit changed anywhere is refused or changes no part", () => {
    const whole = rawZip(wordParts());
    const truth = unpackAll(openContainer(whole));
    for (let at = 0; at < whole.length * 8; at += 1) {
      const changed = whole.slice();
      changed[at >> 3] = (changed[at >> 3] as number) ^ (1 << (at & 7));
      const read = outcome(() => unpackAll(openContainer(changed)));
      if (typeof read !== "string") expect(read).toEqual(truth);
    }
  });

  it("DSF-03 takes a part whose sizes follow it, and no other bytes between parts", () => {
    const xml = documentXml();
    const later = (after: Uint8Array): RawPart => ({
      name: "word/document.xml",
      content: xml,
      flags: 8,
      local: { crc: 0, size: 0, packedSize: 0 },
      after,
    });
    const descriptor = numbers([4, 0x08074b50], [4, 1], [4, 2], [4, 3]);
    expect(names(rawZip([later(descriptor), { name: "a.xml", content: "<a/>" }]))).toEqual([
      "word/document.xml",
      "a.xml",
    ]);
    expect(names(rawZip([later(concat(descriptor, new Uint8Array(8)))]))).toEqual(["word/document.xml"]);
    expect(names(rawZip([later(new Uint8Array(25))]))).toBe("container-broken");
    expect(names(rawZip([{ ...later(descriptor), flags: 0 }]))).toBe("size-lies");
  });

  it("DSF-03 tells parts that overlap from parts that only touch", () => {
    const small = { name: "a.xml", content: "<a/>", method: 0 };
    const message = (bytes: Uint8Array) => {
      try {
        openContainer(bytes);
      } catch (error) {
        return error instanceof Refused ? error.message : String(error);
      }
      return "opened";
    };
    expect(message(rawZip([small, { ...small, name: "b.xml" }]))).toBe("opened");
    expect(
      message(
        rawZip([
          { ...small, size: 5, packedSize: 5 },
          { ...small, name: "b.xml" },
        ]),
      ),
    ).toContain("overlaps");
  });

  it("DSF-04 takes ordinary names, whatever their script", () => {
    const ordinary = [
      "word/document.xml",
      "Object 1/content.xml",
      "docProps/a..b.xml",
      "word/..a.xml",
      "مواد/ماده.xml",
      "100%.xml",
    ];
    expect(names(rawZip(ordinary.map((name) => ({ name, content: "<x/>" }))))).toEqual(ordinary);
    expect(names(rawZip([{ name: Uint8Array.of(0x61, 0xe9, 0x2e, 0x78), content: "<x/>" }]))).toEqual(["aé.x"]);
  });

  it("DSF-05 refuses names that are one to a disk without capitals", () => {
    expect(names(rawZip([{ name: "a.xml" }, { name: "A.xml" }]))).toBe("container-broken");
    expect(names(rawZip([{ name: "a" }, { name: "a/" }]))).toBe("container-broken");
    expect(names(rawZip([{ name: "a.xml" }, { name: "b.xml" }]))).toEqual(["a.xml", "b.xml"]);
  });

  it("DSF-06 keeps the limits to the byte", () => {
    const one = rawZip([{ name: "a.xml", content: "x".repeat(1_000), method: 0 }]);
    const open = (limits: Partial<typeof usualLimits>, bytes = one) =>
      outcome(() => openContainer(bytes, limits).names.size);
    expect(open({ fileBytesMax: one.length })).toBe(1);
    expect(open({ fileBytesMax: one.length - 1 })).toBe("too-large");
    expect(open({ partBytesMax: 1_000 })).toBe(1);
    expect(open({ partBytesMax: 999 })).toBe("too-large");
    const two = rawZip(["a", "b"].map((name) => ({ name, content: "x".repeat(1_000) })));
    expect(open({ allPartsBytesMax: 2_000 }, two)).toBe(2);
    expect(open({ allPartsBytesMax: 1_999 }, two)).toBe("too-large");
    expect(open({ partsMax: 2 }, two)).toBe(2);
    expect(open({ partsMax: 1 }, two)).toBe("too-many-parts");
    const packed = rawZip([{ name: "a", content: "x".repeat(1_000), packed: new Uint8Array(10) }]);
    expect(open({ ratioFreeBytes: 999, ratioMax: 100 }, packed)).toBe(1);
    expect(open({ ratioFreeBytes: 999, ratioMax: 99 }, packed)).toBe("inflates-too-much");
    expect(open({ ratioFreeBytes: 1_000, ratioMax: 99 }, packed)).toBe(1);
  });

  it("DSF-06 the usual limits are those of the document", () => {
    const mega = 1024 * 1024;
    expect(usualLimits).toEqual({
      fileBytesMax: 32 * mega,
      partBytesMax: 64 * mega,
      allPartsBytesMax: 96 * mega,
      partsMax: 4_000,
      ratioMax: 200,
      ratioFreeBytes: 256 * 1024,
    });
  });

  it("DSF-08 refuses a part whose check sum is wrong, when it is read and not before", () => {
    const container = openContainer(
      rawZip(wordParts({ "word/a.xml": { content: "<a/>", crc: 7, local: { crc: 7 } } })),
    );
    expect(outcome(() => container.part("word/a.xml"))).toBe("container-broken");
    expect(outcome(() => container.part("word/document.xml").length)).toBe(documentXml().length);
    expect(outcome(() => container.part("word/absent.xml"))).toBe("part-missing");
    expect([container.has("word/a.xml"), container.has("word/absent.xml")]).toEqual([true, false]);
  });

  it("DSF-09 finds a password and says so, and no password in a manifest without one", () => {
    expect(names(rawZip(openDocumentParts()))).toContain("content.xml");
    expect(names(rawZip(wordParts({ "word/a.xml": { content: "<a/>", flags: 1 } })))).toBe("container-encrypted");
  });

  it("DSF-10 takes the empty lists of macro libraries that LibreOffice keeps", () => {
    const lists = {
      "Basic/script-lc.xml": "<x/>",
      "Basic/Standard/script-lb.xml": "<x/>",
      "Basic/dialog-lc.xml": "<x/>",
    };
    expect(names(rawZip(openDocumentParts(lists)))).toContain("Basic/Standard/script-lb.xml");
    expect(names(rawZip(openDocumentParts({ ...lists, "Basic/Standard/Run.xml": "<x/>" })))).toBe("macros");
  });

  it("DSF-11 takes embedded sheets and objects in their own folder only", () => {
    const inner = rawZip(wordParts());
    for (const name of ["word/embeddings/sheet1.xlsx", "word/embeddings/oleObject1.bin", "word/embeddings/a.docx"]) {
      expect(names(rawZip(wordParts({ [name]: { content: inner, method: 0 } })))).toContain(name);
    }
    for (const name of ["word/sheet1.xlsx", "word/embeddings/deep/a.docx", "word/embeddings/a.zip", "word/a.bin"]) {
      expect(names(rawZip(wordParts({ [name]: { content: inner, method: 0 } })))).toBe("nested-archive");
    }
  });

  it("DSF-12 refuses the large form even where it tells the truth", () => {
    const locator = concat(numbers([4, 0x07064b50]), new Uint8Array(16));
    expect(names(rawZip(wordParts(), { beforeEnd: locator }))).toBe("container-broken");
    expect(names(rawZip(wordParts(), { disk: 2 }))).toBe("container-broken");
  });
});

describe("packing a container", () => {
  it("DSF-13 gives the same bytes for the same parts, in the order given, read alike by another reader", () => {
    fc.assert(
      fc.property(parts.filter(isQuiet), fc.boolean(), (list, stored) => {
        const toPack = list.map((part) => ({ name: part.name as string, text: bytesOf(part.content ?? ""), stored }));
        const packed = packContainer(toPack);
        expect(packContainer(toPack)).toEqual(packed);
        expect(unpackAll(openContainer(packed))).toEqual(toPack.map((part) => [part.name, part.text]));
        expect(unzipSync(packed)).toEqual(Object.fromEntries(toPack.map((part) => [part.name, part.text])));
      }),
      { numRuns: 200 },
    );
  });

  it("DSF-13 puts a stored first part where OpenDocument looks for it, and dates every part 1 January 1980", () => {
    const type = "application/vnd.oasis.opendocument.text";
    const packed = packContainer([
      { name: "mimetype", text: type, stored: true },
      { name: "content.xml", text: "<x/>" },
    ]);
    expect(new TextDecoder().decode(packed.slice(30, 38 + type.length))).toBe(`mimetype${type}`);
    expect([...packed.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });
});

describe("damaged containers", () => {
  it("DSF-28 whatever bytes are changed, opening refuses or reads", () => {
    const good = [
      rawZip(wordParts()),
      rawZip(openDocumentParts()),
      packContainer([{ name: "a.xml", text: documentXml() }]),
    ];
    const change = fc.record({ at: fc.nat(), value: fc.nat(255) });
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.array(change, { minLength: 1, maxLength: 12 }), (whole, changes) => {
        const bytes = whole.slice();
        for (const { at, value } of changes) bytes[at % bytes.length] = value;
        outcome(() => unpackAll(openContainer(bytes)));
      }),
      { numRuns: 3_000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        outcome(() => unpackAll(openContainer(concat(bytesOf("PK\x03\x04"), bytes))));
      }),
      { numRuns: 1_000 },
    );
  });
});
