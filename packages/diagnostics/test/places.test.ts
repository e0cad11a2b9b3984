import { type Diagnostic, diagnostic, LineIndex, type Severity, sortDiagnostics } from "@parley/diagnostics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** Lines and columns by walking from the start, one unit at a time. */
function walkTo(source: string, offset: number): { readonly line: number; readonly column: number } {
  let [line, column] = [1, 1];
  for (let at = 0; at < offset; at += 1) {
    const ends = source[at] === "\n" || (source[at] === "\r" && source[at + 1] !== "\n");
    if (ends) [line, column] = [line + 1, 1];
    else column += 1;
  }
  return { line, column };
}

const broken = fc
  .array(fc.constantFrom("a", "é", "😀", "\n", "\r", "\r\n", " "), { maxLength: 30 })
  .map((list) => list.join(""));

describe("lines and columns", () => {
  it("DGN-05: LF, CRLF and a lone CR end a line, and columns count UTF-16 units from 1", () => {
    const index = new LineIndex("a.md", "ab\r\n😀c\rd\n");
    const places = [0, 2, 3, 4, 6, 7, 8, 9, 10]
      .map((offset) => index.place(offset))
      .map(({ line, column }) => [line, column]);
    expect(places).toEqual([
      [1, 1],
      [1, 3],
      [1, 4],
      [2, 1],
      [2, 3],
      [2, 4],
      [3, 1],
      [3, 2],
      [4, 1],
    ]);
    expect(index.startOf({ file: "a.md", start: 4, end: 7 })).toEqual({ file: "a.md", line: 2, column: 1 });
  });

  it("DGN-05: every offset has the place that walking to it gives, the end included", () => {
    fc.assert(
      fc.property(broken, (source) => {
        const index = new LineIndex("a.md", source);
        for (let offset = 0; offset <= source.length; offset += 1) {
          expect(index.place(offset)).toEqual({ file: "a.md", ...walkTo(source, offset) });
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("one finding", () => {
  it("DGN-06: has no place and nothing related unless told", () => {
    const made = diagnostic({
      code: "no-process",
      severity: "error",
      message: "There is no process here.",
      help: "Name a folder.",
    });
    expect([made.place, made.related]).toEqual([null, []]);
    const place = { file: "a.md", line: 2, column: 3 };
    const related = [{ place, message: "The other one." }];
    expect(diagnostic({ ...made, place, related })).toEqual({ ...made, place, related });
  });
});

describe("the order of findings", () => {
  const severities: readonly Severity[] = ["error", "warning", "note"];
  const finding = fc
    .record({
      code: fc.constantFrom("a-code", "b-code"),
      severity: fc.constantFrom(...severities),
      file: fc.constantFrom("a.md", "b.md", null),
      line: fc.integer({ min: 1, max: 3 }),
      column: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ code, severity, file, line, column }) =>
      diagnostic({ code, severity, message: "", help: "", place: file === null ? null : { file, line, column } }),
    );

  /** What the order goes by; findings about the folder come first. */
  const keyOf = ({ place, severity, code }: Diagnostic) =>
    [place?.file ?? "", place?.line ?? 0, place?.column ?? 0, severities.indexOf(severity), code].join("!");

  it("DGN-07: by file, line, column, gravity and code, whatever the order they came in", () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 12 }), (given) => {
        const before = [...given];
        const sorted = sortDiagnostics(given);
        expect(given).toEqual(before);
        expect(sorted.map(keyOf)).toEqual(given.map(keyOf).sort());
        expect(sortDiagnostics([...given].reverse()).map(keyOf)).toEqual(sorted.map(keyOf));
      }),
    );
  });
});
