import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  askBrief,
  askCheck,
  askMatrix,
  askPackages,
  askSchedule,
  askText,
  briefHtml,
  briefMarkdown,
  matrixCsv,
  packagesAnswerSchema,
  readProcess,
} from "../src/index.ts";
import { answered, example, filesOf, leastProcess } from "./founding-case.ts";

const draft = "---\ntitle: The draft\n---\n\n1. The ceasefire starts within [ ]{#start} hours. {#ceasefire}\n";
const least = { "process.yaml": leastProcess, "texts/draft.md": draft };
const codes = (files: Record<string, string>) => readProcess(filesOf(files)).diagnostics.map(({ code }) => code);

describe("bad folders", () => {
  it("ASK-18: a folder without process.yaml, or with one that cannot be used, is no process and says so", () => {
    expect(readProcess(new Map())).toMatchObject({ process: null, diagnostics: [{ code: "no-process" }] });
    const broken = readProcess(filesOf({ "process.yaml": "process: [\n" }));
    expect(broken.process).toBeNull();
    expect(broken.diagnostics[0]).toMatchObject({ code: "yaml-syntax", place: { file: "process.yaml" } });
  });

  it("ASK-18: one bad file is told and left out, and the rest is read", () => {
    const read = readProcess(filesOf({ ...least, "positions.yaml": "positions: {" }));
    expect(read.process?.events.map(({ type }) => type)).toEqual(["text-tabled"]);
    expect(read.diagnostics).toContainEqual(expect.objectContaining({ code: "yaml-syntax" }));
  });

  it("ASK-22: a slip in one statement leaves out that statement alone, and the answer says not to rely on it", () => {
    const entry = (id: string, said: string) =>
      `  - { id: ${id}, by: head-north, said: ${said}, about: { provision: ceasefire }, stance: rejects, words: No, sources: [gazette] }\n`;
    const { process, diagnostics } = readProcess(
      filesOf({ ...least, "positions.yaml": `positions:\n${entry("a", "2021-13-01")}${entry("b", "2021-05-30")}` }),
    );
    expect(diagnostics).toMatchObject([{ code: "yaml-shape", place: { file: "positions.yaml", line: 2 } }]);
    const stated = process?.events.find(({ type }) => type === "position-stated");
    expect(stated).toMatchObject({ id: "position:b", place: { line: 3 } });
    if (process === null) throw new Error("The folder cannot be read.");
    expect(answered(askPackages(process)).text).toMatch(/^Not to be relied on: the folder has 1 error/u);
    expect(answered(askSchedule(process)).text).toMatch(/^Not to be relied on/u);
    const fine = readProcess(
      filesOf({ ...least, "positions.yaml": `positions:\n${entry("b", "2021-05-30")}` }),
    ).process;
    expect(fine === null ? "" : answered(askPackages(fine)).text).not.toContain("relied on");
  });

  it("a missing text, one that is not listed, one that is not UTF-8 and one with NUL are each told", () => {
    expect(codes({ "process.yaml": leastProcess })).toContain("missing-file");
    expect(codes({ ...least, "texts/other.md": "words" })).toContain("text-not-listed");
    const files = filesOf(least);
    files.set("texts/draft.md", new Uint8Array([0x61, 0xff, 0x62]));
    expect(readProcess(files).diagnostics).toContainEqual(
      expect.objectContaining({ code: "invalid-utf8", message: expect.stringContaining("byte 1") }),
    );
    files.set("texts/draft.md", new Uint8Array([0x61, 0, 0x62]));
    expect(readProcess(files).diagnostics).toContainEqual(expect.objectContaining({ code: "binary-file" }));
  });

  it("ASK-17: an unknown speaker is told at its line, with the nearest name", () => {
    const positions = `positions:
  - { id: a, by: head-nort, said: 2021-02-01, about: { provision: ceasefire }, stance: rejects, words: No, sources: [gazette] }
`;
    const found = readProcess(filesOf({ ...least, "positions.yaml": positions })).diagnostics.find(
      ({ code }) => code === "unknown-speaker",
    );
    expect(found).toMatchObject({ place: { file: "positions.yaml", line: 2, column: 5 } });
    expect(found?.help).toContain("head-north");
  });

  it("a process without a signatory is told, and no package is judged", () => {
    const files = filesOf({ ...least, "process.yaml": leastProcess.replaceAll(", signatory: true", "") });
    const { process, diagnostics } = readProcess(files);
    expect(diagnostics.map(({ code }) => code)).toContain("no-signatory");
    expect(process === null ? null : answered(askPackages(process))).toMatchObject({
      packages: { total: 0 },
      text: expect.stringContaining("signatory"),
    });
  });

  it("a date that does not exist is told where it stands", () => {
    const read = readProcess(filesOf({ ...least, "process.yaml": leastProcess.replace("2021-06-01", "2021-02-30") }));
    expect(read.process).toBeNull();
    expect(read.diagnostics[0]).toMatchObject({ place: { file: "process.yaml", line: 4 } });
  });

  it("ASK-17: two entries with one id are told with both places", () => {
    const entry =
      "{ id: a, by: head-north, said: 2021-02-01, about: { provision: ceasefire }, stance: rejects, words: No, sources: [gazette] }";
    const read = readProcess(filesOf({ ...least, "positions.yaml": `positions:\n  - ${entry}\n  - ${entry}\n` }));
    expect(read.diagnostics.find(({ code }) => code === "repeated-id")).toMatchObject({
      place: { line: 3 },
      related: [{ place: { line: 2 } }],
    });
  });

  it("ASK-19: reading never throws, whatever the files hold", () => {
    const names = fc.constantFrom(
      "process.yaml",
      "positions.yaml",
      "record.yaml",
      "texts/draft.md",
      "readings/a.yaml",
      "preferences/a.yaml",
    );
    const piece = fc.constantFrom(
      "process: x\n",
      "texts:\n",
      "- ",
      "{",
      "}",
      "[",
      "]",
      ": ",
      "\n",
      "  ",
      "id: a",
      "2021-02-30",
      "&a ",
      "*a",
      "#",
      "|",
      ">",
      '"',
      "\u0000",
      "é",
      "positions:\n  - ",
      "---\n",
      leastProcess,
    );
    const content = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => new TextEncoder().encode(pieces.join(""))),
      fc.uint8Array({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, content), { maxLength: 5 }), fc.boolean(), (entries, whole) => {
        const files = new Map([...(whole ? filesOf(least) : []), ...entries]);
        const { process } = readProcess(files);
        if (process === null) return;
        for (const answer of [
          askSchedule(process),
          askPackages(process),
          askMatrix(process),
          askText(process),
          askBrief(process),
        ]) {
          if (!answer.ok) expect(answer.refusal.help).not.toBe("");
        }
        askCheck(process);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("questions", () => {
  it("ASK-21: what cannot be asked is refused with the way to ask it", async () => {
    const process = await example("afghanistan");
    const refused = [
      askSchedule(process, { asOf: "2021-02-30" }),
      askSchedule(process, { choose: ["nothing=a"] }),
      askSchedule(process, { choose: ["assembly=z"] }),
      askSchedule(process, { choose: ["assembly"] }),
      askSchedule(process, { without: ["A9"] }),
      askText(process, { text: "none" }),
      askText(process, { compare: "none" }),
      askBrief(process, { since: "2021-13-01" }),
      askBrief(process, { since: "2022-01-01" }),
    ];
    for (const answer of refused) {
      expect(answer.ok).toBe(false);
      if (!answer.ok) expect(answer.refusal.help.length).toBeGreaterThan(10);
    }
  });

  it("ASK-11: on the practice process the early election with a new register is forbidden, and why is told", async () => {
    const { forbidden, packages } = answered(askPackages(await example("practice")));
    expect(forbidden).toMatchObject([
      { choices: { "election-date": "early", "voter-register": "new" }, text: expect.stringContaining("six months") },
    ]);
    expect(packages.forbidden).toBe(Number(packages.total) / 6);
  });

  it("ASK-25: no count of packages is rounded, however many brackets are open", () => {
    const brackets = Array.from({ length: 40 }, (_, at) => `${at + 2}. Point [a | b | c]{#point-${at}}. {#at-${at}}`);
    const text = `1. The start is [one | two]{#start}. {#ceasefire}\n\n${brackets.join("\n\n")}\n`;
    const { process } = readProcess(filesOf({ "process.yaml": leastProcess, "texts/draft.md": text }));
    if (process === null) throw new Error("it is no process");
    const answer = answered(askPackages(process));
    const all = 2n * 3n ** 40n;
    expect(answer.packages).toMatchObject({ total: String(all), notKnown: String(all), blocked: 0 });
    expect(answer.text).toBe(
      `${all.toLocaleString("en")} packages of ${all.toLocaleString("en")} are free of refusal; for none has every side answered yes.`,
    );
    expect(packagesAnswerSchema.safeParse(answer).success).toBe(true);
  });

  it("ASK-26: where there are more sets and movements than are listed, answer and brief say so and the brief stays short", () => {
    const brackets = Array.from(
      { length: 30 },
      (_, at) => `${at + 1}. Point [{#a} x | {#b} y | {#c} z]{#point-${at}}. {#at-${at}}`,
    );
    const refusals = brackets.flatMap((_, at) =>
      ["a", "b", "c"].flatMap((option) =>
        ["north", "south"].map(
          (party) =>
            `  - { id: ${party}-${at}-${option}, by: head-${party}, said: 2021-05-20, about: { option: point-${at}=${option} }, stance: rejects, words: No, sources: [gazette] }\n`,
        ),
      ),
    );
    const files = { "texts/draft.md": brackets.join("\n\n"), "positions.yaml": `positions:\n${refusals.join("")}` };
    const { process } = readProcess(filesOf({ "process.yaml": leastProcess, ...files }));
    if (process === null) throw new Error("it is no process");
    const answer = answered(askPackages(process));
    expect([answer.blockingComplete, answer.movementsComplete, answer.movements.length]).toEqual([false, false, 50]);
    expect(answer.text).toMatch(/at least \d+ statements stand in the way, in more than 200 sets/u);
    const brief = briefMarkdown(answered(askBrief(process)));
    expect(brief).toContain("More sets on the page of packages.");
    expect(brief).toContain("More movements on the page of packages.");
    expect(brief.split("Set ").length - 1).toBe(3);
  });

  it("a month after the 31st asks for a rule, and with the rule it is answered", () => {
    const reading = `reader: analyst
of: texts/draft.md
on: 2021-01-01
commitments:
  - { id: stop, provision: ceasefire, words: The ceasefire starts, by: north, shall: stop, due: 2021-01-31 + 1 month, event: stopped }
`;
    const ask = (processFile: string) => {
      const { process } = readProcess(
        filesOf({
          "process.yaml": processFile,
          "texts/draft.md": draft.replace("[ ]{#start} ", "two "),
          "readings/draft.yaml": reading,
        }),
      );
      if (process === null) throw new Error("The least process cannot be read.");
      return answered(askSchedule(process));
    };
    expect(ask(leastProcess).needsRule).toEqual([expect.stringContaining("2021-02-31")]);
    expect(ask(`${leastProcess}month-end: last-day-of-month\n`).events.stopped?.latest).toBe("2021-02-28");
  });
});

describe("what is shared and printed", () => {
  it("ASK-15: a shareable brief has no section of blocks or movements, and nothing from another room", async () => {
    const process = await example("afghanistan");
    const whole = answered(askBrief(process));
    const shared = answered(askBrief(process, { shareable: true }));
    expect(whole.sections.map(({ id }) => id)).toEqual(expect.arrayContaining(["blocks", "movements"]));
    expect(shared.sections.map(({ id }) => id)).not.toEqual(expect.arrayContaining(["blocks"]));
    expect(shared.sections.map(({ id }) => id)).not.toEqual(expect.arrayContaining(["movements"]));
    // What would mend a conflict of dates asks somebody to move.
    expect(briefMarkdown(whole)).toMatch(/opens the circle|mends it/u);
    expect(briefMarkdown(shared)).not.toMatch(/opens the circle|mends it/u);
    const secret = "A statement made in the room of one delegation";
    const spoiled = {
      ...process,
      events: process.events.map((event) =>
        event.type === "position-stated" && event.body.id === "mujahid-2021-03-25-transition"
          ? { ...event, room: "mediation-team", body: { ...event.body, words: secret } }
          : event,
      ),
    };
    expect(briefMarkdown(answered(askBrief(spoiled, { shareable: true })))).not.toContain(secret);
    expect(spoiled.events.some((event) => event.room === "mediation-team" && event.type === "position-stated")).toBe(
      true,
    );
    expect(briefMarkdown(answered(askBrief(spoiled)))).toContain(secret);
  });

  it("ASK-16: the brief cites days and sources, and marks what was not reaffirmed", async () => {
    const text = briefMarkdown(answered(askBrief(await example("afghanistan"))));
    expect(text).toContain("AFP");
    expect(text).toContain("rejects (not reaffirmed)");
    expect(text.startsWith("**Mediation team only**")).toBe(true);
  });

  it("ASK-20: nothing in a folder becomes a tag, a mark or a formula", () => {
    const evil = '<img src=x onerror=alert(1)> **bold** [link](x) =1+1 "q"';
    const files = filesOf({
      "process.yaml": `${leastProcess.replace("A least process", JSON.stringify(evil))}notice: ${JSON.stringify(evil)}\nprovisions: { start: ${JSON.stringify("=1+1")} }\n`,
      "texts/draft.md": draft,
      "positions.yaml": `positions:\n  - { id: a, by: head-north, said: 2021-05-30, about: { provision: ceasefire }, stance: rejects, words: ${JSON.stringify(evil)}, sources: [gazette] }\n`,
    });
    const { process } = readProcess(files);
    if (process === null) throw new Error("The folder cannot be read.");
    const brief = answered(askBrief(process));
    expect(briefHtml(brief)).not.toMatch(/<img/u);
    expect(briefMarkdown(brief)).not.toMatch(/(?<!\\)<img|(?<!\\)\*\*bold/u);
    expect(matrixCsv(answered(askMatrix(process)))).toMatch(/^'=1\+1,/mu);
  });
});
