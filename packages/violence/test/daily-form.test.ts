import { dateOfDay } from "@parley/calendar";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess, type DailyFigures, ratesOf, readDaily, unlocatedName, writeDaily } from "../src/index.ts";
import { figuresOf, ged, incidentsIn, period } from "./files.ts";

const attribution = "Made by a test";
const day = (at: number) => dateOfDay(18_262 + at);

function readBack(text: string): DailyFigures {
  const read = readDaily(text, { file: "daily.csv" });
  if (!read.ok) throw new Error(read.diagnostics[0]?.message);
  return read.figures;
}

const made = fc.array(
  fc.record({
    start: fc.nat(60),
    days: fc.integer({ min: 1, max: 25 }),
    best: fc.nat(500),
    adm_1: fc.constantFrom("North", 'The "South", and\nmore', "", "Süd"),
    where_prec: fc.constantFrom(1, 6),
  }),
  { minLength: 1, maxLength: 40 },
);

const incidentsFrom = (
  rows: readonly { start: number; days: number; best: number; adm_1: string; where_prec: number }[],
) =>
  incidentsIn(
    ged(
      rows.map(({ start, days, ...row }, at) => ({
        ...row,
        id: at % 9,
        high: row.best + 3,
        low: at % 5 === 0 ? row.best + 1 : 0,
        date_start: day(start),
        date_end: day(start + days - 1),
        latitude: "",
        longitude: "",
      })),
    ),
  );

describe("a daily series", () => {
  it("VIO-50: reads back to the same figures, to the last unit, and writes itself again", async () => {
    await fc.assert(
      fc.asyncProperty(made, fc.integer({ min: 1, max: 22 }), async (rows, daysMax) => {
        const figures = figuresOf(await incidentsFrom(rows), { daysMax });
        const text = writeDaily(figures, { attribution });
        const back = readBack(text);
        expect(back).toMatchObject({
          from: "series",
          attribution,
          scale: figures.scale,
          groups: figures.groups,
          days: figures.days,
        });
        expect(back.definition).toEqual(figures.definition);
        expect(back.coverage).toEqual(figures.coverage);
        expect(back.setApart).toEqual(figures.setApart);
        expect(back.apart).toEqual(figures.apart);
        for (const name of ["days", "deaths", "low", "high", "events", "touching", "starting"] as const) {
          expect([...back.whole[name]]).toEqual([...figures.whole[name]]);
          expect(back.series.map((series) => [...series[name]])).toEqual(
            figures.series.map((series) => [...series[name]]),
          );
        }
        expect(writeDaily(back, { attribution })).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it("VIO-50: carries its head, and unlocated records in a row of their own", async () => {
    const figures = figuresOf(
      await incidentsIn(ged([{ where_prec: 6, best: 7, date_end: "2020-01-03" }, { date_end: "2020-03-01" }])),
    );
    const text = writeDaily(figures, { attribution: "UCDP\nGED" });
    expect(text.split("\n")[1]).toBe("# attribution: UCDP GED");
    expect(text).toContain("\n2020-01-02,(unlocated),0.3333,2.3333,2.3333,2.3333,1,0\n");
    expect(text).toContain('# set apart: {"id":"2"');
    expect(ratesOf(readBack(`\uFEFF${text}`), { group: unlocatedName, per: "week" })[0]?.deaths).toBe(7);
  });

  it("VIO-50: only figures by province are written", async () => {
    const whole = figuresOf(await incidentsIn(ged([{}])), {}, "whole");
    expect(() => writeDaily(whole, { attribution })).toThrow(RangeError);
  });

  it("VIO-51: answers as the incidents do, and says what it no longer can", async () => {
    await fc.assert(
      fc.asyncProperty(made, fc.constantFrom(null, "North"), async (rows, named) => {
        const figures = figuresOf(await incidentsFrom(rows));
        const back = readBack(writeDaily(figures, { attribution }));
        const province = named !== null && figures.groups.includes(named) ? named : null;
        const question = {
          window: period(day(21), day(34)),
          baseline: { kind: "preceding", days: 21 },
          covered: period(day(0), day(90)),
          draws: 200,
          province,
        } as const;
        const [own, other] = [assess(figures, question), assess(back, question)];
        if (!own.ok || !other.ok) throw new Error("The question should be put.");
        const caveats = other.assessment.caveats.filter(({ code }) => code !== "derived-series");
        expect(caveats.length).toBe(other.assessment.caveats.length - 1);
        expect({ ...other.assessment, caveats }).toEqual(own.assessment);
      }),
      { numRuns: 40 },
    );
  });

  it("VIO-52: one that was cut or changed, or is none, is refused with the line", async () => {
    const text = writeDaily(
      figuresOf(
        await incidentsIn(ged([{ date_end: "2020-01-03", best: 4 }, { adm_1: "South" }, { date_end: "2020-03-01" }])),
      ),
      { attribution },
    );
    const lines = text.split("\n");
    const codeOf = (changed: string) => {
      const read = readDaily(changed, { file: "daily.csv" });
      return read.ok ? "ok" : `${read.diagnostics[0]?.code} ${read.diagnostics[0]?.place?.line}`;
    };
    const first = lines.findIndex((line) => line.startsWith("date,"));
    const about = lines.findIndex((line) => line.startsWith("# about"));
    const swap = (at: number, from: string | RegExp, to: string) =>
      codeOf(lines.with(at, (lines[at] ?? "").replace(from, to)).join("\n"));
    expect(codeOf(text)).toBe("ok");
    expect(codeOf(text.replaceAll("\n", "\r\n"))).toBe("ok");
    expect(codeOf("")).toBe("not-a-daily-series 1");
    expect(codeOf("date,deaths\n2020-01-01,3\n")).toBe("not-a-daily-series 1");
    expect(codeOf(lines.toSpliced(-2, 1).join("\n"))).toBe(`daily-sums-differ ${first + 1}`);
    expect(swap(first + 1, "1.3333", "2.3333")).toBe(`daily-sums-differ ${first + 1}`);
    expect(swap(first + 1, "1.3333", "1.33333")).toBe("ok");
    expect(swap(first + 1, "1.3333", "1.3")).toBe(`daily-sums-differ ${first + 1}`);
    expect(swap(first + 1, "0.3333", "0.5")).toBe(`daily-sums-differ ${first + 1}`);
    expect(swap(first + 1, "1.3333", "1.3313")).toBe(`bad-daily-row ${first + 2}`);
    expect(swap(first + 1, "2020-01-01", "2020-01-41")).toBe(`bad-daily-row ${first + 2}`);
    expect(swap(first + 1, "North", "Nowhere")).toBe(`bad-daily-row ${first + 2}`);
    expect(swap(first + 1, /,1$/u, ",2")).toBe(`bad-daily-row ${first + 2}`);
    expect(swap(first + 1, /$/u, ",1")).toBe(`bad-daily-row ${first + 2}`);
    expect(swap(first, "deaths_low", "low")).toBe(`bad-daily-row ${first + 1}`);
    expect(codeOf(lines.toSpliced(first + 1, 0, lines[first + 1] ?? "").join("\n"))).toBe(`bad-daily-row ${first + 3}`);
    expect(codeOf(lines.toSpliced(about, 1).join("\n"))).toBe("bad-daily-head 1");
    for (const [from, to] of [
      ['"daysMax":7', '"daysMax":23'],
      ['"daysMax":7', '"daysMax":6'],
      ['"scale":420', '"scale":421'],
      ['"format":"ucdp-ged"', '"format":"x"'],
      ['"provinces":[', '"provinces":["North",'],
      ['"near":0', '"near":-1'],
      ["{", "{{"],
    ] as const)
      expect(swap(about, from, to)).toBe(`bad-daily-head ${about + 1}`);
    const setApart = lines.findIndex((line) => line.startsWith("# set apart"));
    expect(swap(setApart, '"best":1', '"best":"1"')).toBe(`bad-daily-head ${setApart + 1}`);
  });
});
