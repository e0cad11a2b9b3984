import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packContainer } from "../../src/internal/container/pack.ts";
import { readOpenDocument } from "../../src/open-document-reader.ts";
import { writeOpenDocument } from "../../src/open-document-writer.ts";
import { arbitraryManuscript } from "../arbitrary-manuscripts.ts";
import { hostileFiles } from "../container/hostile.ts";
import { deletion, insertion, openDocumentFile, p, point, region, start, tracked } from "./open-document-file.ts";

const codeOf = (bytes: Uint8Array) => {
  const read = readOpenDocument("sent.odt", bytes);
  return read.ok ? "read" : read.refusal.code;
};

describe("files that are refused", () => {
  it("ODT-02 every hostile file is refused with a reason, and none throws", () => {
    for (const { name, bytes, code, format } of hostileFiles()) {
      const read = readOpenDocument("sent.odt", bytes);
      expect(read.ok, name).toBe(false);
      if (read.ok) continue;
      const allowed: readonly string[] =
        format === "open-document" ? [code].flat() : [...[code].flat(), "not-this-format"];
      expect(allowed, name).toContain(read.refusal.code);
      expect(read.refusal.message.length, name).toBeGreaterThan(10);
      expect(read.refusal.help.length, name).toBeGreaterThan(10);
      expect(read.refusal.place?.file).toBe("sent.odt");
    }
  });

  it("ODT-01 other formats, other kinds of OpenDocument and files without their main part are told apart", () => {
    const sheet = "application/vnd.oasis.opendocument.spreadsheet";
    expect(codeOf(openDocumentFile(p("x"), { mimetype: sheet }))).toBe("not-this-format");
    expect(codeOf(openDocumentFile(p("x"), { mimetype: null }))).toBe("not-this-format");
    const template = "application/vnd.oasis.opendocument.text-template";
    expect(codeOf(openDocumentFile(p("x"), { mimetype: template }))).toBe("read");
    const only = { name: "mimetype", text: "application/vnd.oasis.opendocument.text", stored: true };
    expect(codeOf(packContainer([only]))).toBe("part-missing");
    expect(codeOf(packContainer([only, { name: "content.xml", text: "<x/>" }]))).toBe("not-this-format");
    expect(codeOf(packContainer([{ name: "[Content_Types].xml", text: "<Types/>" }]))).toBe("not-this-format");
  });

  it("ODT-02 a script inside the text is refused, an empty list of scripts is not", () => {
    const script = '<office:script script:language="ooo:Basic">x</office:script>';
    expect(codeOf(openDocumentFile(p("x"), { scripts: `<office:scripts>${script}</office:scripts>` }))).toBe("macros");
    expect(codeOf(openDocumentFile(p("x"), { scripts: "<office:scripts/>" }))).toBe("read");
  });

  it("ODT-44 deletions inside deletions are refused when there are too many of them", () => {
    const chain = (length: number) =>
      openDocumentFile(
        tracked(...Array.from({ length }, (_, at) => region(`c${at}`, deletion("A", p(`x${point(`c${at + 1}`)}`))))) +
          p(point("c0")),
      );
    expect(codeOf(chain(20))).toBe("read");
    expect(codeOf(chain(2_000))).toBe("nested-too-deep");
  });

  it("ODT-44 changes over changes are refused when there are too many at one place", () => {
    const regions = (length: number) => tracked(...Array.from({ length }, (_, at) => region(`c${at}`, insertion("A"))));
    const opened = (length: number) =>
      openDocumentFile(regions(length) + p(Array.from({ length }, (_, at) => `${start(`c${at}`)}x`).join("")));
    expect(codeOf(opened(60))).toBe("read");
    expect(codeOf(opened(2_000))).toBe("nested-too-deep");
    const stacked = tracked(region("c", insertion("A").repeat(2_000)));
    expect(codeOf(openDocumentFile(stacked + p(`${start("c")}x`)))).toBe("nested-too-deep");
  });

  it("ODT-02 bytes changed at random are read or refused, never an exception", () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(arbitraryManuscript, changes, (manuscript, list) => {
        const bytes = writeOpenDocument(manuscript).slice();
        for (const [at, value] of list) bytes[at % bytes.length] = value;
        const read = readOpenDocument("sent.odt", bytes);
        expect(read.ok || read.refusal.message !== "").toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("ODT-02 elements anywhere and attributes of any kind are read or refused, never an exception", () => {
    const name = fc.constantFrom(
      ...[
        "p",
        "h",
        "span",
        "list",
        "list-item",
        "a",
        "note",
        "note-body",
        "change",
        "change-start",
        "change-end",
        "s",
        "tab",
      ].map((one) => `text:${one}`),
      ...[
        "table:table",
        "table:table-row",
        "table:table-cell",
        "table:covered-table-cell",
        "office:annotation",
        "draw:frame",
        "text:section",
      ],
    );
    const attribute = fc.constantFrom(
      ...[
        'text:style-name="P1"',
        'text:change-id="c1"',
        'text:c="-5"',
        'text:outline-level="0"',
        'text:start-value="x"',
      ],
      ...[
        'table:number-columns-repeated="999999999"',
        'table:number-columns-spanned="0"',
        'text:continue-list="l"',
        'xml:id="l"',
        "",
      ],
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        fc.constantFrom(" words ", "x"),
        fc
          .tuple(name, attribute, fc.array(tie("tree"), { maxLength: 4 }))
          .map(([element, rest, inside]) => `<${element} ${rest}>${inside.join("")}</${element}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), tree, (blocks, gone) => {
        const bytes = openDocumentFile(tracked(region("c1", deletion("A", gone))) + blocks.join(""));
        const read = readOpenDocument("sent.odt", bytes);
        expect(read.ok || read.refusal.code).toBe(true);
        if (!read.ok) return;
        for (const block of read.manuscript.blocks) {
          if (block.kind === "table")
            for (const row of block.rows)
              for (const cell of row.cells) expect(cell.paragraphs.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
