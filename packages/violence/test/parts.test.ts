import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IncidentPart, incidentsOf, mergeParts, PartReader, partBuffers, readHead } from "../src/index.ts";
import { allOf, ged, incidentsIn } from "./files.ts";

/** Quotes, line breaks in quotes, rows inside quotes that look like rows, faults, repeated ids, words of two alphabets. */
const inner = '2020-03-01,Ford,East,"x",5';
const text = `id,date,place,province,actors,deaths\r
1,2020-01-01,Mill,East,A,1\r
2,2020-01-02,"Upper
Mill, east",West,"A; ""B""",2
3,2020-01-03,"says:
7,${inner.replaceAll('"', '""')}
8,2020-01-09,Hill,West,B,9
",East,A,3

1,2020-01-04,Hill,Süd,A,4
x-9,2020-01-05,Ford,East,A,many
x-9,2020-01-05,Ford,East,A,5
x-9,2020-01-05,Ford,East,A,6
9,2020-01-06,"Ford" r,East,A,5
10,2020-01-07,Brücke,East,A,7,
11,2020-01-08,Brücke,Süd,C,8`;
const bytes = new TextEncoder().encode(text);
const file = "incidents.csv";

function headOf(all: Uint8Array) {
  const read = readHead(all, { file, whole: true });
  if (!read.ok) throw new Error(read.refusal.message);
  return read.head;
}

function partOf(
  all: Uint8Array,
  range: { from: number; to: number | null; exact?: boolean },
  size = 1000,
): IncidentPart {
  const reader = new PartReader({ file, head: headOf(all), range });
  for (let at = range.from; at < all.length && reader.push(all.subarray(at, at + size)); ) at += size;
  return reader.end();
}

/** Merges two, reading the second again where its beginning was guessed wrongly. */
function joined(all: Uint8Array, first: IncidentPart, second: IncidentPart): IncidentPart {
  const merged = mergeParts(first, second);
  if (merged.ok) return merged.part;
  const again = mergeParts(first, partOf(all, { ...second.range, from: merged.rereadFrom, exact: true }));
  if (!again.ok) throw new Error("A part that was read exactly does not fit.");
  return again.part;
}

function cutAt(all: Uint8Array, cuts: readonly number[]): IncidentPart[] {
  const bounds = [0, ...cuts];
  return bounds.map((from, at) => partOf(all, { from, to: bounds[at + 1] ?? null }));
}

describe("parts", () => {
  it("VIO-08: the same in chunks of every size", async () => {
    const whole = allOf(await incidentsIn(text));
    expect(whole.records.length).toBe(7);
    for (let size = 1; size <= bytes.length; size += size < 60 ? 1 : 37)
      expect(allOf(await incidentsIn(text, {}, size))).toEqual(whole);
  });

  it("VIO-09: cut in two at every byte, the parts merge to the whole", async () => {
    const whole = allOf(await incidentsIn(text));
    let reread = 0;
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const [first, second] = cutAt(bytes, [cut]) as [IncidentPart, IncidentPart];
      if (!mergeParts(first, second).ok) reread += 1;
      expect(allOf(incidentsOf(joined(bytes, first, second))), `cut at ${cut}`).toEqual(whole);
    }
    // Among so many cuts some lie where the guess is wrong, so that reading again is tested too.
    expect(reread).toBeGreaterThan(0);
  });

  it("VIO-09: merging is associative, at any cuts of any file", async () => {
    const cell = fc.constantFrom(
      "Mill",
      'a"b',
      "x,y",
      "two\nlines",
      '1,2020-01-01,"q",E,A,1\n2',
      "",
      "Süd",
      "2020-01-01",
    );
    const row = fc.tuple(
      fc.integer({ min: 1, max: 6 }),
      cell,
      cell,
      cell,
      fc.constantFrom("1", "2", "x"),
      fc.constantFrom("\n", "\r\n", "\n\n"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 4 }), async (rows, at) => {
        const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
        const made = `id,date,place,province,actors,deaths\n${rows
          .map(
            ([id, place, province, actors, deaths, end]) =>
              `${id},2020-01-0${id},${quote(place)},${quote(province)},${actors === 'a"b' ? actors : quote(actors)},${deaths}${end}`,
          )
          .join("")}`;
        const all = new TextEncoder().encode(made);
        const cuts = [...new Set(at.map((cut) => 1 + (cut % all.length)))].toSorted((a, b) => a - b);
        const whole = allOf(await incidentsIn(made));
        const parts = cutAt(all, cuts);
        expect(allOf(incidentsOf(parts.reduce((a, b) => joined(all, a, b))))).toEqual(whole);
        // From the right, where no part had to be read again.
        const right = [...parts];
        while (right.length > 1) {
          const merged = mergeParts(right.at(-2) as IncidentPart, right.at(-1) as IncidentPart);
          if (!merged.ok) return;
          right.splice(-2, 2, merged.part);
        }
        expect(allOf(incidentsOf(right[0] as IncidentPart))).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  it("VIO-09: a row over the whole of a part, and a duplicate across parts", async () => {
    const long = ged([{ id: 5 }, { source_article: `one\n${"long ".repeat(100)}\n` }, { id: 5, best: 2 }]);
    const all = new TextEncoder().encode(long);
    const whole = allOf(await incidentsIn(long));
    const middle = all.indexOf(10) + 150;
    const parts = cutAt(all, [middle, middle + 20, middle + 60]);
    expect(allOf(incidentsOf(parts.reduce((a, b) => joined(all, a, b))))).toEqual(whole);
    expect(whole.records.map(({ apart }) => apart)).toEqual([null, null, "duplicate"]);
  });

  it("VIO-09: a part is plain data whose memory can be moved to another worker", () => {
    const part = partOf(bytes, { from: 0, to: null });
    const before = allOf(incidentsOf(part));
    const moved = structuredClone(part, { transfer: partBuffers(part) });
    expect(allOf(incidentsOf(moved))).toEqual(before);
    expect(part.blocks[0]?.columns.best.length).toBe(0);
  });
});
