import { describe, expect, it } from "vitest";
import { openContainer } from "../../src/internal/container/open.ts";
import { parseXml } from "../../src/internal/xml/parse.ts";
import { refusing } from "../../src/refusal.ts";
import { openDocumentParts, wordParts } from "./good-files.ts";
import { hostileFiles } from "./hostile.ts";
import { rawZip } from "./raw-zip.ts";

const corpus = hostileFiles();

/** As any reader does it: opens the file, unpacks every part that is XML and parses it. */
const read = (bytes: Uint8Array) =>
  refusing("draft.docx", () => {
    const container = openContainer(bytes);
    const unpacked = [...container.names].filter((name) => /\.(?:xml|rels)$/.test(name));
    return unpacked.map((name) => parseXml(name, container.part(name), new Map())).length;
  });

describe("hostile files", () => {
  it("DSF-01 the corpus has at least 60 files, each of its own name, and the sound files it is made from are read", () => {
    expect(corpus.length).toBeGreaterThanOrEqual(60);
    expect(new Set(corpus.map((file) => file.name)).size).toBe(corpus.length);
    expect(read(rawZip(wordParts()))).toEqual({ ok: true, value: 3 });
    expect(read(rawZip(openDocumentParts()))).toEqual({ ok: true, value: 3 });
  });

  const seen = corpus.filter((file) => file.seenBy !== "reader");
  it.each(seen.map((file) => [file.name, file] as const))("DSF-01 refuses %s", (_, file) => {
    const result = read(file.bytes);
    if (result.ok) throw new Error("It was read.");
    expect([file.code].flat()).toContain(result.refusal.code);
    expect(result.refusal.message).toMatch(/^[A-Z].*\.$/s);
    expect(result.refusal.help).toMatch(/^[A-Z].*\.$/s);
    expect(result.refusal.place?.file).toBe("draft.docx");
  });
});
