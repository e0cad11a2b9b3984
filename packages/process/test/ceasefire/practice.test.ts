import { beforeAll, describe, expect, it } from "vitest";
import {
  askCeasefire,
  askCheck,
  askFigures,
  askStatus,
  askViolence,
  dailySeriesFile,
  type Process,
  readFiguresFile,
  readProcess,
} from "../../src/index.ts";
import { answered, example, filesOf, leastProcess, textsOf } from "../founding-case.ts";

/** The invented truce shows what the founding case has no facts for: findings, attributions, denials, reports of nothing. */
describe("the practice truce", () => {
  let truce: Process;
  beforeAll(async () => {
    truce = await example("practice-ceasefire");
  });

  it("CSF-05: a body's finding stands beside the indication, and only it keeps the commitment", () => {
    const answer = answered(askViolence(truce));
    expect(answer).toMatchObject({
      id: "february",
      indication: "met",
      target: "a fall by at least 60%",
      body: ["The truce commission"],
    });
    expect(answer.findings).toMatchObject([{ id: "fewer-found", by: ["The truce commission"], outcome: "confirmed" }]);
    const state = (known: string) =>
      answered(askStatus(truce, { on: known, known })).commitments.find(({ id }) => id === "truce#fewer-deaths");
    expect(answered(askViolence(truce, { asOf: "2031-03-16" }))).toMatchObject({ indication: "met", findings: [] });
    expect(state("2031-03-16")?.state).toBe("no data");
    // The finding of 17 March is about February: it was kept on its last day, and that is known from 17 March on.
    expect(state("2031-03-17")).toMatchObject({ state: "kept", keptOn: "2031-02-28", daysLate: null });
  });

  it("CSF-20: a target is a number a day against this baseline", () => {
    const { baseline, targetPerDay } = answered(askViolence(truce));
    expect(targetPerDay).toBeCloseTo(0.4 * (baseline.deathsPerDay ?? 0), 12);
    const of = (asked: Parameters<typeof askViolence>[1]) => answered(askViolence(truce, asked)).targetPerDay;
    expect(of({ target: "below 2 a day" })).toBe(2);
    expect(of({ target: "50%", baseline: "12 a day" })).toBe(6);
    expect(of({ window: "2031-02-01..2031-02-28", baseline: "2031-01-01..2031-01-31" })).toBeNull();
    expect(of({ counts: "incidents" })).toBeNull();
  });

  it("CSF-07: an incident is told by how far it has come", () => {
    const { incidents, recorded } = answered(askCeasefire(truce));
    expect(incidents.map(({ id, step, verification }) => [id, step, verification])).toEqual([
      ["ferry", "inconclusive", "inconclusive"],
      ["mill", "attributed", "confirmed"],
    ]);
    expect(incidents.find(({ id }) => id === "mill")).toMatchObject({ attributedTo: ["Lowland"], disputed: true });
    expect(recorded).toEqual({ incidents: 2, verified: 1, found: 1, attributed: 1, denials: 2, nilWeeks: 3 });
    const steps = (asOf: string) =>
      answered(askCeasefire(truce, { asOf })).incidents.map(({ id, step }) => `${id} ${step}`);
    expect(steps("2031-02-17")).toEqual(["mill alleged"]);
    expect(steps("2031-02-19")).toEqual(["mill verified"]);
    expect(steps("2031-03-03")).toEqual(["mill found"]);
    // Taken back on 9 April: it is gone from the answer, and not from the record.
    expect(steps("2031-04-08")).toContain("barn not confirmed");
    expect(steps("2031-04-09")).not.toContain("barn not confirmed");
  });

  it("CSF-08: denials of access and reports of nothing stand beside them", () => {
    const { denials, nilReports } = answered(askCeasefire(truce));
    expect(denials.map(({ by, to, where }) => [by, to, where])).toEqual([
      [["Upland"], ["The observers"], "Hills"],
      [["Lowland"], ["The observers"], "Eastbank"],
    ]);
    expect(nilReports).toMatchObject([{ by: ["The observers"], weeks: ["2031-04-21", "2031-04-28", "2031-05-05"] }]);
  });

  it("CSF-09: days without a record are told as gaps", () => {
    const { gaps, days } = answered(askCeasefire(truce));
    for (const gap of gaps) {
      const within = days.filter(({ from }) => from >= gap.from && from <= gap.to);
      expect(within).toHaveLength(gap.days);
      expect(within.every(({ events }) => events === 0)).toBe(true);
    }
  });

  it("CSF-10: a folder without figures says what to do and shows the record; a window asked for is refused", () => {
    const { process } = readProcess(
      filesOf({
        "process.yaml": leastProcess,
        "texts/draft.md": "1. It starts.\n",
        "record.yaml":
          "record:\n  - { id: shots, type: alleged, on: 2021-02-01, by: north, where: The ford, says: Shots, sources: [gazette] }\n",
      }),
    );
    if (process === null) throw new Error("it is no process");
    const answer = answered(askCeasefire(process));
    expect(answer.violence).toBeNull();
    expect(answer.empty).toContain("Put a CSV file");
    expect(answer.incidents).toHaveLength(1);
    expect(askCeasefire(process, { window: "2021-01-01..2021-01-07" }).ok).toBe(false);
  });

  it("CSF-06: a room that may not read the figures has none of them", () => {
    const files = (room: string) =>
      filesOf({
        "process.yaml": leastProcess,
        "texts/draft.md": "1. It starts.\n",
        "violence/a.yaml": `id: a\nname: A\ndata: violence/a.csv\nsource: gazette\nroom: ${room}\nwindows: [{ id: w, name: W, days: 2021-02-01..2021-02-07, baseline: 7 days before }]\n`,
        "violence/a.csv": `date,deaths\n${Array.from({ length: 28 }, (_, day) => `2021-0${day < 14 ? 1 : 2}-${String((day < 14 ? 18 : -13) + day).padStart(2, "0")},${(day % 5) + 1}\n`).join("")}`,
      });
    const ask = (room: string, publicOnly: boolean) => {
      const { process } = readProcess(files(room));
      if (process === null) throw new Error("it is no process");
      return askViolence(process, { publicOnly });
    };
    expect(ask("team", false).ok).toBe(true);
    expect(ask("team", true).ok).toBe(false);
    expect(ask("public", true).ok).toBe(true);
  });

  it("CSF-11: a file by itself goes on after a row it cannot read, says how far it is, and can be stopped", async () => {
    const rows = [
      "date,deaths",
      "2021-01-32,1",
      ...Array.from({ length: 28 }, (_, day) => `2021-01-${String(day + 1).padStart(2, "0")},${day % 4}`),
    ];
    async function* chunks() {
      for (const row of rows) yield new TextEncoder().encode(`${row}\n`);
    }
    const seen: number[] = [];
    const read = await readFiguresFile(chunks(), { file: "a.csv", progress: (bytes) => seen.push(bytes) });
    if (read.kind !== "read") throw new Error(read.kind);
    expect(read.diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([["bad-date", 2]]);
    expect(seen.length).toBeGreaterThan(1);
    const stopped = await readFiguresFile(chunks(), { file: "a.csv", signal: { aborted: true } });
    expect(stopped.kind).toBe("stopped");
    const asked = { window: "2021-01-22..2021-01-28", baseline: "2021-01-01..2021-01-21", named: "a.csv", found: [] };
    const answer = answered(askFigures(read.figures, asked));
    expect(answer).toMatchObject({ process: null, room: null, data: { rows: 29, unreadable: 1, derived: false } });
    const back = dailySeriesFile(read.figures, "Invented");
    async function* again() {
      yield new TextEncoder().encode(back);
    }
    const derived = await readFiguresFile(again(), { file: "b.csv" });
    if (derived.kind !== "read") throw new Error(derived.kind);
    const told = answered(askFigures(derived.figures, { ...asked, named: "b.csv" }));
    for (const key of ["window", "baseline", "reduction", "interval", "indication"] as const)
      expect(told[key], key).toEqual(answer[key]);
    expect(told.data).toMatchObject({ derived: true, attribution: "Invented" });
  });

  it("CSF-11: what is no file of figures is refused with the columns seen", async () => {
    async function* chunks(text: string) {
      yield new TextEncoder().encode(text);
    }
    for (const text of ["", "a,b\n1,2\n", "\u0000\u0001\u0002", "x".repeat(100_000)]) {
      const read = await readFiguresFile(chunks(text), { file: "a.csv" });
      expect(read.kind, text.slice(0, 10)).toBe("refused");
    }
    const badly = await readFiguresFile(chunks("date,deaths\n2021-01-01,1\n"), {
      file: "a.csv",
      counting: { daysMax: 99 },
    });
    expect(badly.kind).toBe("refused");
  });

  it("CSF-14: by type and by actor of a file of incidents, by province of a folder, and nothing else", async () => {
    const rows = [
      "2031-01-05,raid,A;B,2",
      "2031-01-20,raid,A;C,3",
      "2031-01-21,shelling,A;B,5",
      "2031-01-22,raid,B;C,1",
    ];
    async function* chunks() {
      const more = Array.from({ length: 28 }, (_, day) => `2031-01-${String(day + 1).padStart(2, "0")},raid,A;B,1`);
      yield new TextEncoder().encode(`date,type,actors,deaths\n${[...rows, ...more].join("\n")}\n`);
    }
    const asked = { window: "2031-01-20..2031-01-26", baseline: "2031-01-01..2031-01-14", named: "a.csv", found: [] };
    const groups = async (by: string) => {
      const read = await readFiguresFile(chunks(), { file: "a.csv", by });
      if (read.kind !== "read") throw new Error(read.kind);
      return answered(askFigures(read.figures, { ...asked, by })).groups.map(({ name, window, baseline }) => [
        name,
        window.deaths,
        baseline?.deaths,
      ]);
    };
    expect(await groups("type")).toEqual([
      ["raid", 11, 16],
      ["shelling", 5, 0],
    ]);
    expect(Object.fromEntries((await groups("actor")).map(([name, window]) => [name, window]))).toEqual({
      A: 15,
      B: 13,
      C: 4,
    });
    expect((await readFiguresFile(chunks(), { file: "a.csv", by: "weather" })).kind).toBe("refused");
    expect(answered(askViolence(truce, { by: "province" })).groups.map(({ name }) => name)).toEqual([
      "Hills",
      "Eastbank",
      "Westbank",
    ]);
    expect(answered(askViolence(truce)).groups).toEqual([]);
    expect(askViolence(truce, { by: "type" }).ok).toBe(false);
  });

  it("CSF-15: says how many deaths of longer records could turn the word, and holds back what begins later", () => {
    const of = (asOf: string, window: string) => answered(askViolence(truce, { asOf, window }));
    expect(of("2031-05-15", "february")).toMatchObject({
      sentence: expect.stringContaining("Not in it are 40 deaths of a longer record"),
      couldTurn: { overlapping: "window", records: 1, deaths: 40 },
    });
    expect(of("2031-05-15", "february").setApart).toHaveLength(1);
    const early = answered(
      askViolence(truce, { asOf: "2031-01-24", window: "2031-01-18..2031-01-24", baseline: "14 days before" }),
    );
    expect(early.setApart).toEqual([]);
    expect(early.setApartAll).toEqual({ records: 0, deaths: 0 });
  });

  it("CSF-05: a window asked in another way is another question, without its target and its findings", () => {
    for (const other of [{ baseline: "12 a day" }, { province: "Hills" }, { target: "80%" }]) {
      const answer = answered(askViolence(truce, { window: "february", ...other }));
      expect(answer.findings).toEqual([]);
      expect(answer.body).toBeNull();
      expect(answer.target).toBe("target" in other ? "a fall by at least 80%" : null);
    }
  });

  const worldOf = (violence: string, csv: string, record = "[]") => {
    const { process } = readProcess(
      filesOf({
        "process.yaml": leastProcess,
        "texts/draft.md": "1. It starts.\n",
        "violence/v.yaml": `id: v\nname: V\ndata: violence/v.csv\nsource: gazette\nroom: public\n${violence}`,
        "violence/v.csv": csv,
        "record.yaml": `record: ${record}\n`,
      }),
    );
    if (process === null) throw new Error("it is no process");
    return process;
  };
  const dayText = (year: number, n: number) => new Date(Date.UTC(year, 0, 1 + n)).toISOString().slice(0, 10);

  it("CSF-02: neither other years' seasons nor another window's baseline rest on a day after the as-of day", () => {
    // Violence fell from January to February in 2021; in later years it always does, and in earlier ones it was not counted.
    const rows = [2021, 2022, 2023, 2024, 2025].flatMap((year) =>
      Array.from({ length: 59 }, (_, n) => `${dayText(year, n)},${n < 31 ? 20 + (n % 5) : 8 + (n % 3)}`),
    );
    const windows =
      "windows:\n  - { id: february, name: February, days: 2021-02-01..2021-02-28, baseline: 2021-01-01..2021-01-31 }\n" +
      "  - { id: odd, name: Odd, days: 2021-02-01..2021-02-28, baseline: 2022-01-01..2022-01-31 }\n";
    const process = worldOf(windows, `date,deaths\n${rows.join("\n")}\n`);
    const then = answered(askViolence(process, { asOf: "2021-06-01" }));
    expect(then).toMatchObject({ indication: "fell", season: null, others: [] });
    const later = answered(askViolence(process, { asOf: "2026-01-01" }));
    expect(later).toMatchObject({ indication: "cannot be told", season: { years: [2022, 2023, 2024, 2025] } });
    expect(later.others.map(({ id }) => id)).toEqual(["odd"]);
  });

  it("CSF-05: what somebody else than the agreed body calls a finding is told as its word, and changes no state", () => {
    const rows = Array.from({ length: 59 }, (_, n) => `${dayText(2021, n)},${n < 31 ? 20 : 5}`);
    const windows = (body: string) =>
      `windows:\n  - { id: february, name: February, days: 2021-02-01..2021-02-28, baseline: 2021-01-01..2021-01-31, target: 50%, counts: deaths${body} }\n`;
    const found = (by: string) =>
      `[{ id: f, type: found, on: 2021-03-05, by: ${by}, window: february, says: It fell., sources: [gazette] }]`;
    const told = (body: string, by: string) =>
      answered(
        askViolence(worldOf(windows(body), `date,deaths\n${rows.join("\n")}\n`, found(by)), { asOf: "2021-04-01" }),
      );
    expect(told(", body: south", "head-south").findings).toHaveLength(1);
    for (const [body, by] of [
      [", body: south", "head-north"],
      ["", "north"],
    ] as const) {
      const answer = told(body, by);
      expect(answer.findings).toEqual([]);
      expect(answer.caveats.find(({ code }) => code === "found-by-another-body")?.text).toContain("That is no finding");
    }
  });

  it("CSF-05: such an entry changes no state, and the status and the check say why", async () => {
    const files = await textsOf("practice-ceasefire");
    const record = files["record.yaml"] ?? "";
    const foreign = record.replace(
      "on: 2031-03-17, by: commission, window: february",
      "on: 2031-03-17, by: upland, window: february",
    );
    expect(foreign).not.toBe(record);
    const { process } = readProcess(filesOf({ ...files, "record.yaml": foreign }));
    if (process === null) throw new Error("it is no process");
    const status = answered(askStatus(process, { on: "2031-04-01", known: "2031-04-01" }));
    const standing = status.commitments.find(({ id }) => id === "truce#fewer-deaths");
    expect(standing?.state).toBe("no data");
    expect(standing?.evidence.find(({ id }) => id === "fewer-found")).toMatchObject({
      standing: "set aside",
      why: expect.stringContaining("not for them to find"),
    });
    expect(status.problems.filter(({ entry }) => entry === "fewer-found")).toHaveLength(1);
    const told = askCheck(process).diagnostics.filter(({ message }) => message.includes("not for them to find"));
    expect(told).toMatchObject([{ code: "found-by-another-body", file: "record.yaml", severity: "warning" }]);
  });

  it("CSF-07: no party takes a step in its own cause, whoever speaks for it, and no attribution stands without a finding", () => {
    const told = (...more: readonly string[]) => {
      const lines = [
        "id: shots, type: alleged, on: 2021-02-01, by: head-north, against: south, where: The ford",
        ...more,
      ].map((line) => `  - { sources: [gazette], says: It is said, ${line} }\n`);
      const files = { "process.yaml": leastProcess, "texts/draft.md": "1. It starts.\n" };
      const { process } = readProcess(filesOf({ ...files, "record.yaml": `record:\n${lines.join("")}` }));
      if (process === null) throw new Error("it is no process");
      return answered(askCeasefire(process)).incidents[0];
    };
    for (const by of ["north", "head-north", "south", "head-south"])
      expect(told(`id: seen, type: verified, on: 2021-02-02, by: ${by}, of: shots`)?.step, by).toBe("alleged");
    const blamed = "id: who, type: attributed, on: 2021-02-04, by: north, against: south, of: shots";
    expect(told(blamed)).toMatchObject({ step: "alleged", attributedTo: [] });
    for (const by of ["north", "head-north", "south"])
      expect(
        told(`id: own, type: found, on: 2021-02-03, by: ${by}, of: shots`, blamed.replace("of: shots", "of: own")),
      ).toMatchObject({
        step: "alleged",
        foundBy: [],
        attributedTo: [],
      });
    const refuted = "id: no, type: found, on: 2021-02-03, by: [north, south], of: shots, outcome: not confirmed";
    expect(told(refuted, blamed.replace("of: shots", "of: no"))).toMatchObject({
      step: "found not so",
      attributedTo: [],
    });
  });
});
