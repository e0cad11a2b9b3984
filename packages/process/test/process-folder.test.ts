import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { civilDate } from "@parley/calendar";
import { afterAll, describe, expect, it } from "vitest";
import { readFolder } from "../src/disk.ts";
import { askPackages, askSchedule, fold, type Process, readProcess } from "../src/index.ts";
import { answered, filesOf, leastProcess } from "./founding-case.ts";

const draft = "---\ntitle: The draft\n---\n\n1. The ceasefire starts within [ ]{#start} hours. {#ceasefire}\n";
const least = { "process.yaml": leastProcess, "texts/draft.md": draft };
type Files = Readonly<Record<string, string>>;
const read = (files: Files) => readProcess(filesOf({ ...least, ...files }));
const codes = (files: Files) => read(files).diagnostics.map(({ code }) => code);
const processOf = (files: Files): Process => {
  const { process } = read(files);
  if (process === null) throw new Error("it is no process");
  return process;
};
const events = (files: Files, type: string) => processOf(files).events.filter((event) => event.type === type);
const on = (files: Files, day: string) => fold(processOf(files), { asOf: civilDate(day), mayRead: () => true });

const position = (more = "", stance = "rejects") =>
  `{ id: a, by: head-north, said: 2021-02-01, about: { provision: ceasefire }, stance: ${stance}, words: No, sources: [gazette]${more} }`;
const positions = (...list: readonly string[]) => ({ "positions.yaml": `positions: [${list.join(", ")}]` });
const entry = (more = "", type = "noted") =>
  `{ id: e, type: ${type}, on: 2021-02-01, says: It was noted, sources: [gazette]${more} }`;
const record = (...list: readonly string[]) => ({ "record.yaml": `record: [${list.join(", ")}]` });
const reading = (more = "") => ({ "readings/draft.yaml": `reader: analyst\nof: texts/draft.md\n${more}` });
const named = { "process.yaml": `${leastProcess}events: { signed: it is signed, left: all have left }\n` };

describe("the folder", () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
  const folder = async () => {
    const made = await mkdtemp(join(tmpdir(), "parley-folder-"));
    folders.push(made);
    return made;
  };

  it("FLD-01: only process.yaml is needed, and one faulty file does not hide the rest", () => {
    expect(readProcess(filesOf({ "texts/draft.md": draft })).process).toBeNull();
    expect(readProcess(filesOf({ "process.yaml": leastProcess })).process).not.toBeNull();
    expect(events({ "positions.yaml": "positions: {", ...record(entry()) }, "entry-recorded")).toHaveLength(1);
  });

  it("FLD-02: only the files of a process are read, folders inside the three included", async () => {
    const path = await folder();
    await mkdir(join(path, "texts/old"), { recursive: true });
    await mkdir(join(path, "notes"));
    for (const file of ["process.yaml", "texts/a.md", "texts/old/b.md", "texts/c.txt", "notes/d.md", "e.md", ".env"])
      await writeFile(join(path, file), "x");
    const { files, diagnostics } = await readFolder(path);
    expect([...files.keys()]).toEqual(["process.yaml", "texts/a.md", "texts/old/b.md"]);
    expect(diagnostics).toEqual([]);
    expect((await readFolder(join(path, "nowhere"))).diagnostics.map(({ code }) => code)).toEqual(["no-folder"]);
  });

  it("FLD-02: links are not followed", async () => {
    const [path, outside] = [await folder(), await folder()];
    await writeFile(join(outside, "words.md"), "x");
    await mkdir(join(path, "texts"));
    await symlink(join(outside, "words.md"), join(path, "texts/a.md"));
    await symlink(join(outside, "words.md"), join(path, "record.yaml"));
    await symlink(outside, join(path, "readings"));
    await symlink(outside, join(path, "preferences"));
    await writeFile(join(outside, "a.yaml"), "x");
    expect([...(await readFolder(path)).files.keys()]).toEqual([]);
  });

  it("FLD-03: a key that a file does not know is an error", () => {
    expect(codes(positions(position(", stanse: accepts")))).toContain("yaml-shape");
    expect(codes(record(entry(", event_: signed")))).toContain("yaml-shape");
    expect(readProcess(filesOf({ "process.yaml": `${leastProcess}basiss: draft\n` })).process).toBeNull();
  });

  it("FLD-04: an id has no spaces, and stands once", () => {
    expect(codes(positions(position().replace("id: a", "id: two words")))).toContain("yaml-shape");
    expect(codes(positions(position().replace("id: a", "id: é.1_x~y-z")))).toEqual(codes({}));
    expect(codes(positions(position(), position()))).toContain("repeated-id");
    expect(codes(record(entry(), entry()))).toContain("repeated-id");
  });

  it("FLD-05: a day exists, a relation is a relation, a choice names issue and option", () => {
    expect(codes(positions(position(", published: 2021-02-29")))).toContain("yaml-shape");
    expect(codes({ ...named, ...positions(position(", holds: signed until left")) })).toContain("yaml-shape");
    expect(codes({ ...named, ...positions(position(", holds: signed by left - 10 days")) })).toEqual(codes({}));
    expect(codes(positions(position(", needs: start", "accepts if")))).toContain("yaml-shape");
  });

  it("FLD-06: one alone may stand without brackets", () => {
    const holds = (text: string) =>
      events({ ...named, ...record(entry(`, by: ${text}`)) }, "entry-recorded").flatMap(({ by }) => by);
    expect(holds("north")).toEqual(["north"]);
    expect(holds("[north, south]")).toEqual(["north", "south"]);
  });

  it("FLD-07: a name that leads nowhere is an error", () => {
    const wrong: readonly [string, Files][] = [
      ["unknown-party", record(entry(", by: nort"))],
      ["unknown-speaker", positions(position().replace("head-north", "head-nort"))],
      ["unknown-room", positions(position(", room: teem"))],
      ["unknown-text", positions(position().replace("provision: ceasefire", "version: draught"))],
      ["unknown-source", positions(position().replace("gazette", "gazete"))],
      ["unknown-subject", positions(position().replace("provision: ceasefire", "subject: talks"))],
      ["unknown-provision", positions(position().replace("provision: ceasefire", "provision: truce"))],
      ["unknown-event", record(entry(", event: signed"))],
      ["unknown-record-entry", record(entry(", replaces: earlier"))],
    ];
    for (const [code, files] of wrong) expect(codes(files), code).toContain(code);
  });

  it("FLD-07: a wrong name in process.yaml is told where it stands, with the nearest name", () => {
    const wrong = leastProcess
      .replace("for: south", "for: soutth")
      .replace("basis: draft", "basis: daft")
      .replace("room: team", "room: teem");
    const told = read({ "process.yaml": `${wrong}authors: { N. N.: nort }\n` }).diagnostics;
    expect(
      told.map(({ code, place, help }) => [code, place?.line, place?.column, /“(.+?)”\?/u.exec(help)?.[1]]),
    ).toEqual(
      expect.arrayContaining([
        ["unknown-room", 5, 7, "team"],
        ["unknown-text", 6, 8, "draft"],
        ["unknown-party", 13, 49, "south"],
        ["unknown-party", 18, 19, "north"],
      ]),
    );
  });
});

describe("days, rooms and sources", () => {
  it("FLD-08: an entry counts when both its days are on or before the day", () => {
    const leaked = positions(position(", published: 2021-02-05"));
    expect(["2021-02-04", "2021-02-05"].map((day) => on(leaked, day).positions.length)).toEqual([0, 1]);
    expect(["2021-01-31", "2021-02-01"].map((day) => on(positions(position()), day).positions.length)).toEqual([0, 1]);
    const later = record(entry(", known: 2021-03-01"));
    expect(["2021-02-28", "2021-03-01"].map((day) => on(later, day).record.length)).toEqual([0, 1]);
  });

  it("FLD-09: a reading counts from the day its text is known, unless it says when it was known", () => {
    expect(["2020-12-31", "2021-01-01"].map((day) => on(reading("on: 2021-05-01\n"), day).readings.length)).toEqual([
      0, 1,
    ]);
    expect(
      ["2021-04-30", "2021-05-01"].map(
        (day) => on(reading("on: 2021-05-01\nknown: 2021-05-01\n"), day).readings.length,
      ),
    ).toEqual([0, 1]);
    const [made] = events(
      {
        ...reading("on: 2021-05-01\n"),
        "process.yaml": leastProcess.replace("tabled: 2021-01-01", "tabled: 2021-01-01, room: public"),
      },
      "reading-made",
    );
    expect(made?.room).toBe("public");
  });

  it("FLD-10: an entry that names no room is in the room for entries, else in that of the process", () => {
    const roomOf = (files: Files) => events(files, "position-stated").map(({ room }) => room);
    expect(roomOf(positions(position()))).toEqual(["team"]);
    expect(roomOf(positions(position(", room: public")))).toEqual(["public"]);
    const open = `${leastProcess}entries-room: public\nassumptions: [{ id: A1, by: x, on: 2021-01-01, holds: signed by left, says: s, why: w }]\n`;
    expect(roomOf({ "process.yaml": open, ...positions(position()) })).toEqual(["public"]);
    expect(events({ "process.yaml": open }, "assumption-made").map(({ room }) => room)).toEqual(["team"]);
  });

  it("FLD-11: what several said together is the position of each", () => {
    const both = leastProcess.replace("for: north, mandate", "for: [north, south], mandate");
    const ids = (files: Files) => events(files, "position-stated").map(({ id }) => id);
    expect(ids({ "process.yaml": both, ...positions(position()) })).toEqual(["position:a.north", "position:a.south"]);
    expect(ids({ "process.yaml": both, ...positions(position(", for: south")) })).toEqual(["position:a"]);
    const nobody = leastProcess.replace("for: north, mandate", "mandate");
    const [own] = processOf({ "process.yaml": nobody, ...positions(position()) }).events.flatMap((event) =>
      event.type === "position-stated" ? [event.body.party] : [],
    );
    expect(own).toBe("head-north");
  });

  it("FLD-12: a source is listed, and graded with one of five words", () => {
    expect(codes(record(entry().replace("[gazette]", "[]")))).toContain("yaml-shape");
    const graded = (grade: string) =>
      readProcess(filesOf({ ...least, "process.yaml": leastProcess.replace("grade: press", `grade: ${grade}`) }))
        .process !== null;
    expect(["official", "party", "press", "unverified", "assessed", "sure"].map(graded)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe("the files", () => {
  it("FLD-13: without a key that is needed there is no process, and what is not told has its default", () => {
    for (const key of ["process", "title", "zone", "as-of", "room", "basis", "rooms"]) {
      const without = leastProcess
        .split("\n")
        .filter((line) => !line.startsWith(`${key}:`))
        .join("\n");
      expect(readProcess(filesOf({ "process.yaml": without })).process, key).toBeNull();
    }
    const { definition } = processOf({});
    expect(definition).toMatchObject({
      invented: false,
      notice: null,
      "entries-room": null,
      "stale-after-days": 30,
      "month-end": null,
      subjects: [],
      assumptions: [],
    });
  });

  it("FLD-14: a text is confirmed, complete and no revision unless told, and known on its own day", () => {
    const [text] = processOf({}).events.flatMap((event) => (event.type === "text-tabled" ? [event] : []));
    expect(text?.body.entry).toMatchObject({ alleged: false, partial: false, revises: null, known: null });
    expect([text?.on, text?.known]).toEqual(["2021-01-01", "2021-01-01"]);
  });

  it("FLD-15: a text that is listed and not there is an error; one that is there and not listed a warning", () => {
    const gravity = (files: Files, code: string) =>
      readProcess(filesOf(files)).diagnostics.find((found) => found.code === code)?.severity;
    expect(gravity({ "process.yaml": leastProcess }, "missing-file")).toBe("error");
    expect(gravity({ ...least, "texts/other.md": "words" }, "text-not-listed")).toBe("warning");
    // The readings of a text that is not there are not told as well: they are mended with it.
    const alone = readProcess(filesOf({ "process.yaml": leastProcess, ...reading("on: 2021-05-01\n") })).diagnostics;
    expect(alone.map(({ code }) => code)).toEqual(["missing-file"]);
  });

  it("FLD-16: a text is known by the hash of its bytes", () => {
    const [text] = processOf({}).events.flatMap((event) => (event.type === "text-tabled" ? [event.body.hash] : []));
    expect(text).toBe(createHash("sha256").update(draft).digest("hex"));
  });

  it("FLD-17: a position is confirmed, unconditional and unverifiable unless told, and has a source", () => {
    const [stated] = processOf(positions(position())).events.flatMap((event) =>
      event.type === "position-stated" ? [event.body] : [],
    );
    expect(stated).toMatchObject({
      confirmed: true,
      condition: null,
      met: "unverifiable",
      "only-if": false,
      readings: [],
      holds: [],
    });
    expect(codes(positions(position().replace("[gazette]", "[]")))).toContain("yaml-shape");
  });

  it("FLD-18: a position is about exactly one thing, with one of seven stances", () => {
    expect(
      codes(positions(position().replace("provision: ceasefire", "provision: ceasefire, version: draft"))),
    ).toContain("yaml-shape");
    const stances = ["red line", "rejects", "reserves", "under review", "accepts if", "accepts", "prefers"];
    for (const stance of stances) expect(codes(positions(position("", stance))), stance).toEqual(codes({}));
    expect(codes(positions(position("", "agrees")))).toContain("yaml-shape");
  });

  it("FLD-19: a record entry has a known type, words and a source, and what its type asks for", () => {
    const whole: Readonly<Record<string, string>> = {
      happened: "",
      announced: "",
      noted: "",
      reported: "",
      alleged: "",
      found: "",
      verified: ", of: e, by: north",
      attributed: ", of: e, by: north",
      disputed: ", of: e",
      used: ", power: waive, commitments: ['draft#one'], by: north",
      "access-denied": ", by: north",
      "nothing-to-report": ", by: north, weeks: 2021-02-01",
      withdrawn: ", of: e",
    };
    const made = reading(
      "on: 2021-02-01\ncommitments: [{ id: one, provision: ceasefire, words: starts, by: north, shall: stop }]",
    );
    for (const [type, more] of Object.entries(whole)) {
      expect(codes({ ...made, ...record(entry(more, type)) }), type).toEqual(codes(made));
      for (const part of more.split(", ").filter((text) => text !== "")) {
        const without = more.replace(`, ${part}`, "");
        expect(codes({ ...made, ...record(entry(without, type)) }), `${type} without ${part}`).toContain("yaml-shape");
      }
    }
    expect(codes(record(entry("", "rumoured")))).toContain("yaml-shape");
    expect(codes(record(entry().replace("says: It was noted, ", "")))).toContain("yaml-shape");
    for (const loose of [", kept: true", ", progress: full", ", goal: met", ", condition: met"])
      expect(codes(record(entry(loose, "reported"))), loose).toContain("yaml-shape");
    expect(codes({ ...made, ...record(entry(", power: waive, commitments: ['draft#one']", "reported")) })).toContain(
      "yaml-shape",
    );
    expect(codes(record(entry(", window: week", "noted")))).toContain("yaml-shape");
    expect(codes(record(entry("", "alleged"), entry(", kept: true", "reported").replace("id: e", "id: f")))).toEqual([
      "yaml-shape",
    ]);
  });

  it("FLD-19: a commitment is named as text#id, and must be in a reading of that text", () => {
    const made = reading(
      "on: 2021-02-01\ncommitments: [{ id: one, provision: ceasefire, words: starts, by: north, shall: stop }]",
    );
    expect(codes({ ...made, ...record(entry(", commitments: ['draft#one']")) })).toEqual(codes(made));
    expect(codes({ ...made, ...record(entry(", commitments: ['draft#two']")) })).toEqual(["unknown-commitment"]);
  });

  it("FLD-24: an entry is corrected or withdrawn from the day that is known, and never erased", () => {
    const at = (text: string, id: string, known: string) =>
      text.replace("id: e", `id: ${id}`).replace("on: 2021-02-01", `on: 2021-02-01, known: ${known}`);
    const first = at(entry(), "first", "2021-02-01");
    const better = at(entry(", corrects: first"), "better", "2021-02-10");
    const back = at(entry(", of: first", "withdrawn"), "back", "2021-02-10");
    const undone = at(entry(", of: back", "withdrawn"), "undone", "2021-02-20");
    const ids = (list: readonly string[], day: string) => on(record(...list), day).record.map(({ id }) => id);
    expect(ids([first, better], "2021-02-09")).toEqual(["first"]);
    expect(ids([first, better], "2021-02-10")).toEqual(["better"]);
    expect(ids([better, first], "2021-02-10")).toEqual(["better"]);
    const best = at(entry(", corrects: better"), "best", "2021-02-12");
    expect(ids([first, better, best], "2021-02-12")).toEqual(["best"]);
    expect(
      ids([first, better, best, at(entry(", of: better", "withdrawn"), "back", "2021-02-13")], "2021-02-13"),
    ).toEqual(["best", "back"]);
    expect(ids([first, back], "2021-02-10")).toEqual(["back"]);
    expect(ids([first, back, undone], "2021-02-20")).toEqual(["first", "undone"]);
    // What came later cannot be put out, nor can an entry put out itself.
    expect(ids([at(entry(", corrects: first"), "early", "2021-02-01"), first], "2021-03-01")).toEqual([
      "early",
      "first",
    ]);
    expect(ids([at(entry(", corrects: self"), "self", "2021-02-01")], "2021-03-01")).toEqual(["self"]);
    expect(on(record(first, back), "2021-02-10").entries.map(({ entry: { id } }) => id)).toEqual(["first", "back"]);
  });

  it("FLD-25: reports are graded: a source A to F, an entry 1 to 6", () => {
    for (const grade of [1, 6]) expect(codes(record(entry(`, credibility: ${grade}`)))).toEqual(codes({}));
    for (const grade of [0, 7, "good"]) expect(codes(record(entry(`, credibility: ${grade}`)))).toContain("yaml-shape");
    const graded = (grade: string) =>
      readProcess(filesOf({ "process.yaml": leastProcess.replace(/grade: \w+/u, `$&, reliability: ${grade}`) }));
    expect(graded("B").process?.definition.sources[0]?.reliability).toBe("B");
    expect(graded("G").process).toBeNull();
  });

  it("FLD-20: only what happened settles a date, what was announced plans one until it is replaced, and the rest moves none", () => {
    const windowOf = (...list: readonly string[]) =>
      answered(askSchedule(processOf({ ...named, ...record(...list) }))).events.signed;
    expect(windowOf(entry(", event: signed", "happened"))).toMatchObject({
      earliest: "2021-02-01",
      latest: "2021-02-01",
      happened: "2021-02-01",
    });
    const announced = entry(", holds: signed on 2021-07-01", "announced");
    expect(windowOf(announced)).toMatchObject({ earliest: "2021-07-01", latest: "2021-07-01", happened: null });
    const replacing = entry(", replaces: e, holds: signed on 2021-08-01", "announced").replace("id: e", "id: f");
    expect(windowOf(announced, replacing)).toMatchObject({ earliest: "2021-08-01" });
    for (const type of ["alleged", "found", "noted"])
      expect(windowOf(entry(", event: signed, holds: signed on 2021-07-01", type)), type).toBeUndefined();
  });

  const figures = (more = "", windows = "") => ({
    "violence/a.yaml": `id: a\nname: A\ndata: violence/a.csv\nsource: gazette\n${more}windows: [${windows}]\n`,
    "violence/a.csv": `date,deaths\n${Array.from({ length: 28 }, (_, day) => `2021-02-${String(day + 1).padStart(2, "0")},${day % 3}`).join("\n")}\n`,
  });
  const window = (more = "", days = "2021-02-22..2021-02-28") =>
    `{ id: w, name: W, days: ${days}, baseline: '21 days before'${more} }`;

  it("FLD-26: figures have an id, a name, data and a source; data that nobody names are told, and rows that cannot be read", () => {
    expect(codes(figures())).toEqual(codes({}));
    expect(events(figures(), "violence-counted")).toHaveLength(1);
    for (const key of ["id: a", "name: A", "data: violence/a.csv", "source: gazette"])
      expect(
        codes({ ...figures(), "violence/a.yaml": figures()["violence/a.yaml"].replace(`${key}\n`, "") }),
        key,
      ).toContain("yaml-shape");
    expect(codes({ ...figures(), "violence/b.csv": "date,deaths\n" })).toEqual(["figures-not-listed"]);
    expect(codes({ "violence/a.yaml": figures()["violence/a.yaml"] })).toEqual(["missing-file"]);
    expect(codes(figures("source: nowhere\n".replace("source", "room")))).toContain("unknown-room");
    const spoiled = { ...figures(), "violence/a.csv": `${figures()["violence/a.csv"]}2021-02-30,1\n` };
    expect(read(spoiled).diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([["bad-date", 30]]);
    expect(events(spoiled, "violence-counted")).toHaveLength(1);
    for (const definition of ["days-max: 0", "days-max: 23", "multi-day: first-day", "deaths: most"])
      expect(codes(figures(`definition: { ${definition} }\n`)), definition).toContain("yaml-shape");
    expect(codes(figures("deleted-ids: [x1]\n"))).toEqual(codes({}));
    expect(codes(figures("definition: { days-max: 3, multi-day: set-apart, deaths: low }\n"))).toEqual(codes({}));
  });

  it("FLD-27: a window has days and a baseline, and what is left out is not stated", () => {
    for (const baseline of ["2021-02-01..2021-02-21", "21 days before", "same days of 2018, 2019", "12.5 a day"])
      expect(codes(figures("", window().replace("21 days before", baseline))), baseline).toEqual(codes({}));
    for (const more of [
      "",
      ", target: 80%",
      ", target: below 5 a day",
      ", counts: incidents",
      ", body: north",
      ", note: N",
    ])
      expect(codes(figures("", window(more))), more).toEqual(codes({}));
    for (const more of [", target: much", ", counts: shots", ", unit: deaths"])
      expect(codes(figures("", window(more))), more).toContain("yaml-shape");
    for (const days of ["2021-02-22", "2021-02-22..2021-02-30", "last week"])
      expect(codes(figures("", window("", days))).includes("yaml-shape"), days).toBe(days !== "2021-02-22");
    expect(codes(figures("", window(", body: nobody")))).toEqual(["unknown-party"]);
    expect(codes(figures("", window(", commitments: ['draft#none']")))).toEqual(["unknown-commitment"]);
    const kept = processOf(figures("", window())).events.find((event) => event.type === "violence-counted");
    expect(kept?.type === "violence-counted" && kept.body.entry.windows[0]).toMatchObject({
      target: null,
      counts: null,
      province: null,
      commitments: [],
      body: [],
    });
  });

  it("FLD-28: figures count from the first day they tell of", () => {
    expect(on(figures(), "2021-01-31").violence).toHaveLength(0);
    expect(on(figures(), "2021-02-01").violence).toHaveLength(1);
  });

  it("FLD-21: values are whole and are used only where every signatory has them", () => {
    const of = (party: string, value: string) => ({
      [`preferences/${party}.yaml`]: `party: ${party}\nassessed-by: analyst\non: 2021-02-01\nfrom: press\nvalues: { start: { open: ${value} } }\nreservation: 0\n`,
    });
    const values = (files: Files) => answered(askPackages(processOf(files))).values;
    expect(values(of("north", "1"))).toBeNull();
    expect(values({ ...of("north", "1"), ...of("south", "2") })?.parties.map(({ id }) => id)).toEqual([
      "north",
      "south",
    ]);
    expect(codes(of("north", "1.5"))).toContain("yaml-shape");
  });
});
