import { readYaml, type YamlRead } from "@parley/diagnostics/yaml";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const party = z.strictObject({ id: z.string(), seats: z.number().int().min(0) });
const body = z.strictObject({
  name: z.string(),
  day: z.string().optional(),
  parties: z.array(party).default([]),
  about: z
    .union([
      z.strictObject({ provision: z.string() }),
      z.strictObject({ option: z.strictObject({ issue: z.string(), choice: z.string() }) }),
    ])
    .optional(),
  order: z.union([z.string(), z.array(z.string())]).optional(),
});
const read = (source: string, linesBefore?: number) =>
  readYaml({ file: "b.yaml", ...(linesBefore === undefined ? {} : { linesBefore }) }, source, body);
const said = ({ diagnostics }: YamlRead<unknown>) =>
  diagnostics.map(({ code, place, message }) => [code, place?.line, place?.column, message]);
const codes = (source: string) => [...new Set(read(source).diagnostics.map(({ code }) => code))];

describe("what is read", () => {
  it("DGN-08: values that fit the schema, with the place of each", () => {
    const found = read("name: Council\nparties:\n  - { id: republic, seats: 7 }\n  - id: taliban\n    seats: 7\n");
    expect(found.diagnostics).toEqual([]);
    expect(found.value?.parties).toEqual([
      { id: "republic", seats: 7 },
      { id: "taliban", seats: 7 },
    ]);
    expect(found.placeOf(["name"])).toEqual({ file: "b.yaml", line: 1, column: 7 });
    expect(found.placeOf(["parties", 0, "seats"])).toEqual({ file: "b.yaml", line: 3, column: 28 });
    expect(found.placeOf(["parties", 1, "seats"])).toEqual({ file: "b.yaml", line: 5, column: 12 });
  });

  it("DGN-08: a path that leads nowhere has the place of the nearest value around it", () => {
    const found = read("name: Council\nparties:\n  - { id: republic, seats: 7 }\n");
    expect(found.placeOf(["parties", 0, "colour", "dark"])).toEqual(found.placeOf(["parties", 0]));
    expect(found.placeOf(["parties", 9])).toEqual(found.placeOf(["parties"]));
    expect(found.placeOf(["nowhere"])).toEqual({ file: "b.yaml", line: 1, column: 1 });
  });

  it("DGN-09: dates, yes and no stay text, and nothing is guessed from it", () => {
    expect(read("name: no\nday: 2021-04-12\n").value).toEqual({ name: "no", day: "2021-04-12", parties: [] });
  });

  it("DGN-10: lines are counted from the head of the file that the YAML stands in", () => {
    expect(read("name: 3\n", 4).diagnostics[0]?.place).toEqual({ file: "b.yaml", line: 5, column: 7 });
    expect(read("name: [\n", 4).diagnostics[0]?.place?.line).toBeGreaterThan(4);
  });
});

describe("what is wrong with its syntax", () => {
  it("DGN-11: a syntax error is told at its place, with how to mend it", () => {
    const found = read('name: Council\nday: "2021\n');
    expect(found.value).toBeNull();
    expect(found.diagnostics[0]).toMatchObject({ code: "yaml-syntax", severity: "error" });
    expect(found.diagnostics[0]?.place?.line).toBeGreaterThanOrEqual(2);
    expect(found.diagnostics[0]?.message).toMatch(/^This is not valid YAML: .*\.$/u);
    expect(read("name: a: b\n").diagnostics[0]).toMatchObject({ code: "yaml-syntax", place: { line: 1 } });
    expect(read("name: x\n\tday: y\n").diagnostics[0]).toMatchObject({ code: "yaml-syntax", place: { line: 2 } });
  });

  it("DGN-11: a key that stands twice is refused at the second", () => {
    const found = read("name: Council\nday: a\nname: Commission\n");
    expect(found.value).toBeNull();
    expect(found.diagnostics).toHaveLength(1);
    expect(found.diagnostics[0]).toMatchObject({ code: "yaml-syntax", place: { line: 3, column: 1 } });
  });

  it("DGN-11: at most twenty faults of syntax are told", () => {
    const twice = Array.from({ length: 50 }, () => "name: x\n").join("");
    expect(read(twice).diagnostics).toHaveLength(20);
  });

  it("DGN-12: aliases are refused, so that a small file cannot grow without bound", () => {
    expect(codes("name: &n Council\nday: *n\n")).toEqual(["yaml-alias"]);
    const levels = Array.from(
      { length: 9 },
      (_, index) => `l${index + 1}: &l${index + 1} [${Array.from({ length: 9 }, () => `*l${index}`).join(", ")}]`,
    );
    expect(codes(["l0: &l0 laugh", ...levels].join("\n"))).toEqual(["yaml-alias"]);
    expect(read("name: &n Council\n").value?.name).toBe("Council");
  });
});

describe("what does not fit the schema", () => {
  it("DGN-13: every value that does not fit is told at its place, by its path", () => {
    const found = said(
      read("name: 3\nparties:\n  - { id: republic, seats: 1.5 }\n  - { id: taliban, seats: -1, colour: red }\n"),
    );
    expect(found.map(([code, line, column]) => [code, line, column])).toEqual([
      ["yaml-shape", 1, 7],
      ["yaml-shape", 3, 28],
      ["yaml-shape", 4, 27],
      ["yaml-shape", 4, 5],
    ]);
    expect(found.map(([, , , message]) => String(message).split(":")[0])).toEqual([
      "“name”",
      "“parties.0.seats”",
      "“parties.1.seats”",
      "“parties.1”",
    ]);
  });

  it("DGN-13: a key that is missing is told at the value that lacks it", () => {
    expect(said(read("parties:\n  - id: republic\n")).map(([code, line, column]) => [code, line, column])).toEqual([
      ["yaml-shape", 1, 1],
      ["yaml-shape", 2, 5],
    ]);
    expect(read("").diagnostics[0]?.message).toMatch(/^This file: /u);
  });

  it("DGN-13: what is wrong is told in words for whoever wrote the file", () => {
    const source = "parties:\n  - 7\n  - { id: [a], seats: -1 }\n  - { id: b, seats: x, colour: red }\n";
    expect(said(read(source)).map(([, , , message]) => message)).toEqual([
      "“name”: this key is missing, and it is needed.",
      "“parties.0”: this should be keys with values and is a number.",
      "“parties.1.id”: this should be words and is a list.",
      "“parties.1.seats”: this should be at least 0.",
      "“parties.2.seats”: this should be a number and is words.",
      "“parties.2”: no key “colour” is known here.",
    ]);
    expect(read("").diagnostics[0]?.message).toBe("This file: nothing stands here, and it should be keys with values.");
  });

  it("DGN-14: of a choice of shapes, the one that got furthest is told", () => {
    const found = said(read("name: x\nabout:\n  option:\n    issue: duration\n    choice: 7\n"));
    expect(found).toHaveLength(1);
    expect(found[0]?.slice(0, 3)).toEqual(["yaml-shape", 5, 13]);
    expect(found[0]?.[3]).toContain("about.option.choice");
  });

  it("DGN-14: where no shape got further, all are told in one finding", () => {
    const found = said(read("name: x\norder: 3\n"));
    expect(found).toHaveLength(1);
    expect(found[0]?.slice(0, 3)).toEqual(["yaml-shape", 2, 8]);
    expect(found[0]?.[3]).toMatch(/words.*, or .*list/u);
  });
});

describe("input of any kind", () => {
  const words = fc.constantFrom(
    "name",
    "parties",
    ": ",
    ":",
    "- ",
    "\n",
    "\n  ",
    "\t",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "!!x ",
    "!<",
    "|\n",
    ">-\n",
    "'",
    '"',
    "#",
    "%YAML 9\n",
    "---\n",
    "...\n",
    "? ",
    "<<: ",
    "__proto__",
    "\u0000",
    "\u0085",
    "é",
    "~",
    "0x1",
    "1e9",
    ",",
  );
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(words, { maxLength: 30 }).map((list) => list.join("")),
  );

  it("DGN-15: 2,000 texts of any kind are read or told, and never throw", () => {
    fc.assert(
      fc.property(anything, (source) => {
        const lines = source.split(/\r\n|\r|\n/u).length;
        const found = read(source);
        expect(found.value === null).toBe(found.diagnostics.length > 0);
        for (const { place, message, help } of found.diagnostics) {
          expect(place?.line).toBeGreaterThanOrEqual(1);
          expect(place?.line).toBeLessThanOrEqual(lines + 1);
          expect(place?.column).toBeGreaterThanOrEqual(1);
          expect(message.length > 0 && help.length > 0).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("DGN-15: a file nested 100,000 deep is told", () => {
    for (const source of [
      "[".repeat(100_000),
      `${"[".repeat(2000)}${"]".repeat(2000)}`,
      "- ".repeat(5000),
      "{a: ".repeat(5000),
    ]) {
      const found = read(source);
      expect(found.value).toBeNull();
      expect(found.diagnostics.length).toBeGreaterThan(0);
    }
  });
});
