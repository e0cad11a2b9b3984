import { describe, expect, it } from "vitest";
import { headBytesMax, readHead, readIncidents } from "../src/index.ts";
import { allOf, chunksOf, ged, incidentsIn } from "./files.ts";

const head = (text: string) => readHead(new TextEncoder().encode(text), { file: "x.csv", whole: true });
const codes = (incidents: {
  readonly diagnostics: readonly { readonly code: string; readonly place: { line: number } | null }[];
}) => incidents.diagnostics.map(({ code, place }) => [code, place?.line]);

describe("the header", () => {
  it("VIO-01: says which format it is, in capitals or not, with other columns between", () => {
    const format = (text: string) => {
      const read = head(text);
      return read.ok ? read.head.format : read.refusal.code;
    };
    expect(format("id,Date_Start,DATE_END,type_of_violence,best\n")).toBe("ucdp-ged");
    expect(format("\uFEFFdate_start;date_end;type_of_violence;best_est\r\n")).toBe("ucdp-ged");
    expect(format("event_date\tevent_type\tactor1\n")).toBe("acled");
    expect(format('"id","date"\n')).toBe("plain");
    expect(format("date_start,date_end,deaths")).toBe("plain");
    expect(format("a,b,c\n1,2,3\n")).toBe("unknown-header");
    expect(format("date_start,best,side_a\n")).toBe("columns-missing");
    expect(format("")).toBe("empty-file");
    expect(format('"a,b\n')).toBe("header-too-long");
    expect(format(`${"a".repeat(headBytesMax)},date\n`)).toBe("header-too-long");
  });

  it("VIO-01: a refusal names the columns seen and those needed", () => {
    const unknown = head("name,height\n");
    expect(!unknown.ok && unknown.refusal.message).toContain("name, height");
    expect(!unknown.ok && unknown.refusal.help).toContain("type_of_violence");
    const lacking = head("date_start,date_end,side_a,best\n");
    expect(!lacking.ok && lacking.refusal.message).toContain("the column type_of_violence is missing");
  });

  it("VIO-01: a file is refused by its header alone, however it comes", async () => {
    for (const size of [1, 7, 1000]) {
      const read = await readIncidents(chunksOf("a,b\n1,2\n", size), { file: "x.csv" });
      expect(read.kind === "refused" && read.refusal.code).toBe("unknown-header");
    }
  });
});

describe("formats", () => {
  it("VIO-02: a plain file, with all it may have", async () => {
    const incidents = await incidentsIn(
      "id,date_start,date_end,type,actors,place,province,latitude,longitude,country,deaths,deaths_low,deaths_high,source_date,note\n" +
        "X-1,2020-02-01,,raid,A; B;C,Mill,East,1.5,-2.25,Land,3,2,5,2020-02-03,seen\n",
    );
    expect(incidents.incident(0)).toMatchObject({
      id: "X-1",
      line: 2,
      from: "2020-02-01",
      to: "2020-02-01",
      days: 1,
      type: "raid",
      actors: ["A", "B", "C"],
      place: "Mill",
      province: "East",
      country: "Land",
      best: 3,
      low: 2,
      high: 5,
      apart: null,
    });
    expect(incidents.coverage.lag?.medianDays).toBe(2);
  });

  it("VIO-02: a plain file with days alone counts incidents and no deaths", async () => {
    const incidents = await incidentsIn("date\n2020-02-01\n2020-02-02\n");
    expect(incidents.coverage).toMatchObject({ countsDeaths: false, fatalOnly: false, rows: 2 });
    expect(incidents.incident(1)).toMatchObject({ type: "(not stated)", actors: [], id: null, best: 0 });
  });

  it("VIO-06: UCDP's types are figures or words", async () => {
    const words = [
      "1",
      "2",
      "3",
      "State",
      "Non-State",
      "One-Sided",
      "state-based violence",
      "non state conflict",
      "one-sided violence",
    ];
    const incidents = await incidentsIn(ged(words.map((type_of_violence) => ({ type_of_violence }))));
    const types = Array.from({ length: 9 }, (_, at) => incidents.incident(at).type);
    const three = ["state-based", "non-state", "one-sided"];
    expect(types).toEqual([...three, ...three, ...three]);
  });

  it("VIO-06: ACLED's first actor is not told as the attacker", async () => {
    const incidents = await incidentsIn(
      "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,admin1,latitude,longitude,fatalities,notes,country,location\n" +
        "LND7,22 February 2020,Battles,Armed clash,Zeta Force,Alpha Group,East,1,1,2,text,Land,Mill\n" +
        'LND8,2020-02-23,Protests,Peaceful protest,Marchers,,East,1,1,0,"a, b",Land,Mill\n',
    );
    const [first, second] = [incidents.incident(0), incidents.incident(1)];
    expect(first).toMatchObject({
      id: "LND7",
      actors: ["Alpha Group", "Zeta Force"],
      best: 2,
      low: 2,
      high: 2,
      province: "East",
    });
    expect(second.actors).toEqual(["Marchers"]);
    expect(incidents.coverage.fatalOnly).toBe(false);
    for (const name of Object.keys(first)) expect(name).not.toMatch(/attack|perpetrat|victim/iu);
  });

  it("VIO-05: days in the forms that sources use, and none that is guessed", async () => {
    const days = [
      "2020-02-29",
      "2020-02-29 00:00:00.000",
      "2020-02-29T00:00:00Z",
      "29 February 2020",
      "29-Feb-2020",
      "9 may 2020",
    ];
    const bad = [
      "2021-02-29",
      "02/03/2020",
      "29.02.2020",
      "2020-2-9",
      "1899-12-31",
      "2101-01-01",
      "20200229",
      "29 Fub 2020",
      "2020-02-29x",
    ];
    const incidents = await incidentsIn(`date\n${[...days, ...bad].join("\n")}\n`);
    expect(Array.from({ length: days.length }, (_, at) => incidents.incident(at).from)).toEqual([
      ...Array(5).fill("2020-02-29"),
      "2020-05-09",
    ]);
    expect(codes(incidents)).toEqual(bad.map((_, at) => ["bad-date", at + days.length + 2]));
  });
});

describe("rows", () => {
  it("VIO-03: quotes, doubled quotes, commas and line breaks in quotes, LF or CRLF", async () => {
    const text = 'date,place,"act""ors",type\n2020-01-01,"Upper ""Mill"", east\nbank",x,a"b\n\n2020-01-02,,,"last"';
    const read = allOf(await incidentsIn(text));
    expect(read.records.map(({ place, type, line }) => [place, type, line])).toEqual([
      ['Upper "Mill", east\nbank', 'a"b', 2],
      [null, "last", 5],
    ]);
    const other = allOf(await incidentsIn(`${text.replaceAll("\n", "\r\n")}\r\n`));
    expect(other.records.map(({ type, line }) => [type, line])).toEqual([
      ['a"b', 2],
      ["last", 5],
    ]);
    expect(read.coverage.rows).toBe(2);
  });

  it("VIO-04: each unreadable row is told with its line and column, and reading goes on", async () => {
    const incidents = await incidentsIn(
      ged([
        {},
        { date_start: "soon" },
        { best: "many" },
        { best: "" },
        { best: "-1" },
        { best: "1.5" },
        { best: "6.0" },
        { best: "2147483648" },
        { low: "x" },
        { type_of_violence: 4 },
        { type_of_violence: "wild" },
        { date_end: "" },
      ]).replace("An agency", "An agency,,"),
    );
    expect(codes(incidents)).toEqual([
      ["wrong-columns", 2],
      ["bad-date", 3],
      ["bad-deaths", 4],
      ["bad-deaths", 5],
      ["bad-deaths", 6],
      ["bad-deaths", 7],
      ["bad-deaths", 9],
      ["bad-deaths", 10],
      ["bad-type", 11],
      ["bad-type", 12],
      ["bad-date", 13],
    ]);
    expect(incidents.length).toBe(1);
    expect(incidents.coverage).toMatchObject({ rows: 12, unreadable: 11 });
    expect(incidents.diagnostics[1]?.message).toContain('"soon" under date_start');
  });

  it("VIO-55: lines that end in CR alone are refused, and 1.000 deaths are no number", async () => {
    const old = await readIncidents([new TextEncoder().encode("date,deaths\r2020-02-01,3\r")], { file: "old.csv" });
    expect(old).toMatchObject({ kind: "refused", refusal: { code: "line-ends" } });
    const { coverage, diagnostics } = await incidentsIn(
      "date;deaths\n2020-02-01;1.000\n2020-02-02;1.0\n2020-02-03;2.00\n2020-02-04;3\n",
    );
    expect(coverage).toMatchObject({ rows: 4, unreadable: 1 });
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([["bad-deaths", 2]]);
  });

  it("VIO-04: after a quote that is never closed, reading goes on at the next line", async () => {
    const incidents = await incidentsIn('date,place\n2020-01-01,"Mill\n2020-01-02,Ford\n2020-01-03,Hill\n');
    expect(codes(incidents)).toEqual([["bad-quotes", 2]]);
    expect(allOf(incidents).records.map(({ place, line }) => [place, line])).toEqual([
      ["Ford", 3],
      ["Hill", 4],
    ]);
  });

  it("VIO-04: one that is closed by the next quote takes the lines between with it, and says how many", async () => {
    const incidents = await incidentsIn(
      'date,place\n2020-01-01,"Mill\n2020-01-02,Ford\n2020-01-03,"a"b\n2020-01-04,Hill\n',
    );
    expect(codes(incidents)).toEqual([["bad-quotes", 2]]);
    expect(incidents.diagnostics[0]?.message).toContain("runs over 3 lines");
    expect(allOf(incidents).records.map(({ place, line }) => [place, line])).toEqual([["Hill", 5]]);
  });

  it("VIO-04: nor does a row of more than a megabyte stop it", async () => {
    const text = `date,place\n2020-01-01,"${"x".repeat(1_100_000)}\n2020-01-02,Ford\n2020-01-03,${"y".repeat(1_100_000)}\n2020-01-04,Hill\n`;
    for (const size of [100_000, 400_000, 9_000_000]) {
      const incidents = await incidentsIn(text, {}, size);
      expect(codes(incidents)).toEqual([
        ["row-too-long", 2],
        ["row-too-long", 4],
      ]);
      expect(allOf(incidents).records.map(({ place, line }) => [place, line])).toEqual([
        ["Ford", 3],
        ["Hill", 5],
      ]);
    }
  });

  it("VIO-04: at most so many findings of one code are listed, and all are counted", async () => {
    const incidents = await incidentsIn(`date\n${"never\n".repeat(30)}2020-01-01\n`, { listMax: 4 });
    expect(incidents.diagnostics.length).toBe(4);
    expect(incidents.counts.get("bad-date")).toBe(30);
    expect(incidents.coverage).toMatchObject({ rows: 31, unreadable: 30 });
  });

  it("VIO-07: bytes that are not UTF-8 are told, and the figures are read", async () => {
    const bytes = new TextEncoder().encode("date,place,deaths\n2020-01-01,Kühn,1\n2020-01-02,K?hn,2\n");
    bytes[bytes.indexOf(63)] = 0xfc;
    const incidents = await incidentsIn(bytes);
    expect(codes(incidents)).toEqual([["invalid-utf8", 3]]);
    expect(allOf(incidents).records.map(({ place, best }) => [place, best])).toEqual([
      ["Kühn", 1],
      ["K\uFFFDhn", 2],
    ]);
    expect(incidents.coverage.unreadable).toBe(0);
  });
});

describe("a stream", () => {
  it("VIO-08: tells the bytes read and stops when asked", async () => {
    const text = `date\n${"2020-01-01\n".repeat(50_000)}`;
    const told: number[] = [];
    const signal = { aborted: false };
    const read = await readIncidents(chunksOf(text, 100_000), {
      file: "x.csv",
      signal,
      onProgress: (bytes) => {
        told.push(bytes);
        signal.aborted = bytes >= 300_000;
      },
    });
    expect(read).toEqual({ kind: "stopped", bytesRead: 300_000 });
    expect(told).toEqual([100_000, 200_000, 300_000]);
  });
});
