import { describe, expect, it } from "vitest";
import {
  askBrief,
  askCalendar,
  askCheck,
  askStatus,
  type Process,
  readProcess,
  type StatusQuestion,
} from "../../src/index.ts";
import { answered, filesOf, leastProcess } from "../founding-case.ts";

/** Small worlds, in which one rule of the join decides. */
const text =
  "---\ntitle: The pact\n---\n\n1. North leaves within 72 hours of signature. {#leave}\n2. South keeps the peace. {#peace}\n";
const definition = leastProcess
  .replace(
    "texts:\n",
    "texts:\n  - { id: pact, file: texts/pact.md, kind: agreement, name: The pact, by: north, tabled: 2021-01-10 }\n",
  )
  .concat("events: { signed: it is signed, left: all have left }\n");

const processOf = (
  commitments: string,
  record: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Process => {
  const { process, diagnostics } = readProcess(
    filesOf({
      "process.yaml": definition,
      "texts/draft.md": "1. It starts. {#start}\n",
      "texts/pact.md": text,
      "readings/pact.yaml": `reader: analyst\nof: texts/pact.md\non: 2021-01-10\n${commitments}`,
      "record.yaml": `record:\n${record.map((line) => `  - { sources: [gazette], says: It is said, ${line} }\n`).join("") || "  []\n"}`,
      ...more,
    }),
  );
  if (process === null) throw new Error(JSON.stringify(diagnostics));
  return process;
};
const leave = (more = "") =>
  `commitments:\n  - { id: leave, provision: leave, words: North leaves, by: north, to: south, shall: leave${more} }\n`;
const peace = (more = "") =>
  `commitments:\n  - { id: peace, provision: peace, words: South keeps the peace, by: south, shall-not: fight${more} }\n`;
const stateOn = (process: Process, on: string, question: StatusQuestion = {}) =>
  answered(askStatus(process, { on, ...question })).commitments[0];

describe("the join of readings and record", () => {
  it("KPG-01: a draft binds nobody", () => {
    const draft = {
      "readings/draft.yaml": leave().replace(
        "commitments",
        "reader: analyst\nof: texts/draft.md\non: 2021-01-01\ncommitments",
      ),
    };
    const answer = answered(askStatus(processOf("", [], draft), {}));
    expect(answer.commitments).toEqual([]);
    expect(answer.text).toContain("Nothing is to be kept yet");
    expect(answered(askBrief(processOf("", [], draft))).sections.map(({ id }) => id)).not.toContain("keeping");
  });

  it("KPG-03: it binds from the day of its text unless the reading says otherwise, and hours end on their last possible day", () => {
    expect(stateOn(processOf(leave()), "2021-01-09")).toMatchObject({ state: "not yet binding", since: null });
    expect(stateOn(processOf(leave(", due: 2021-02-01")), "2021-01-10")?.state).toBe("binding");
    expect(stateOn(processOf(leave(", from: 2021-03-01, due: 2021-04-01")), "2021-02-28")?.state).toBe(
      "not yet binding",
    );
    const due = (length: string) =>
      stateOn(
        processOf(leave(`, due: 'signed + ${length}'`), ["id: s, type: happened, on: 2021-01-12, event: signed"]),
        "2021-01-13",
      )?.due;
    expect(due("72 hours")).toBe("2021-01-15");
    expect(due("10 hours")).toBe("2021-01-13");
    expect(due("2 days")).toBe("2021-01-14");
  });

  it("KPG-03: a prohibition holds at all times, so one report does not keep it for good", () => {
    const kept = processOf(peace(), [
      "id: r, type: reported, on: 2021-02-01, by: north, kept: true, commitments: ['pact#peace']",
    ]);
    expect(stateOn(kept, "2021-01-20")?.state).toBe("no data");
    expect(stateOn(kept, "2021-06-01")?.state).toBe("binding");
  });

  it("KPG-04: a day that does not exist needs a rule, the reading's or the process's", () => {
    const signed = ["id: s, type: happened, on: 2021-01-31, event: signed"];
    const one = processOf(leave(", due: signed + 1 month"), signed);
    expect(stateOn(one, "2021-02-10")).toMatchObject({ state: "no data", due: null });
    expect(answered(askStatus(one, { on: "2021-02-10" })).problems).not.toEqual([]);
    const ruled = processOf(leave(", due: signed + 1 month, due-rule: last-day-of-month"), signed);
    expect(stateOn(ruled, "2021-02-10")?.due).toBe("2021-02-28");
    const general = processOf(leave(", due: signed + 1 month"), signed, {
      "process.yaml": `${definition}month-end: first-day-of-next-month\n`,
    });
    expect(stateOn(general, "2021-02-10")?.due).toBe("2021-03-01");
  });

  it("KPG-05: who speaks for a party acts for it, and is told by name", () => {
    const alleged = processOf(leave(), [
      "id: a, type: alleged, on: 2021-02-01, by: head-south, commitments: ['pact#leave']",
    ]);
    expect(stateOn(alleged, "2021-02-02")).toMatchObject({ state: "breach alleged", allegedBy: ["South"] });
    expect(stateOn(alleged, "2021-02-02")?.evidence[0]?.by).toEqual(["Head of South"]);
  });

  it("KPG-06: what happened is a moment and, where it says so, a report; what is announced changes nothing", () => {
    const happened = processOf(leave(", due: 2021-02-01, event: left"), [
      "id: l, type: happened, on: 2021-01-20, event: left",
    ]);
    expect(stateOn(happened, "2021-01-21")).toMatchObject({ state: "kept", keptOn: "2021-01-20" });
    const reported = processOf(leave(", due: 2021-02-01"), [
      "id: l, type: happened, on: 2021-01-20, event: left, kept: true, commitments: ['pact#leave']",
    ]);
    expect(stateOn(reported, "2021-01-21")).toMatchObject({ state: "kept" });
    expect(stateOn(reported, "2021-01-21")?.evidence.map(({ id }) => id)).toEqual(["l"]);
    for (const type of ["announced", "noted", "access-denied"]) {
      const silent = processOf(leave(", due: 2021-02-01"), [
        `id: l, type: ${type}, on: 2021-01-20, by: north, commitments: ['pact#leave']`,
      ]);
      expect(stateOn(silent, "2021-02-05"), type).toMatchObject({ state: "no data", daysOverdue: 4 });
      expect(stateOn(silent, "2021-02-05")?.evidence, type).toHaveLength(1);
    }
  });

  it("KPG-07: what corrects or withdraws an entry of two meanings reaches both", () => {
    const both = "id: l, type: happened, on: 2021-01-20, event: left, kept: true, commitments: ['pact#leave']";
    for (const undoing of [
      "id: u, type: withdrawn, on: 2021-01-25, of: l",
      "id: u, type: noted, on: 2021-01-25, corrects: l",
    ]) {
      const undone = processOf(leave(", due: 2021-02-01, event: left"), [both, undoing]);
      expect(stateOn(undone, "2021-01-24", { known: "2021-01-24" })?.state, undoing).toBe("kept");
      expect(stateOn(undone, "2021-01-24", { known: "2021-01-25" })?.state, undoing).toBe("binding");
      expect(stateOn(undone, "2021-01-26")?.evidence[0]?.standing, undoing).not.toBe("counts");
    }
  });

  it("KPG-08: a report known only later is marked, and an entry without effect says why", () => {
    const late = processOf(leave(", due: 2021-02-01"), [
      "id: r, type: reported, on: 2021-01-20, known: 2021-03-01, by: south, kept: true, commitments: ['pact#leave']",
      "id: v, type: verified, on: 2021-03-02, by: south, of: r, commitments: ['pact#leave']",
    ]);
    const answer = answered(askStatus(late, { on: "2021-02-10", known: "2021-03-05" }));
    expect(answer.commitments[0]).toMatchObject({ state: "kept", keptOn: "2021-01-20" });
    expect(answer.commitments[0]?.evidence.find(({ id }) => id === "r")).toMatchObject({ late: true, verified: [] });
    expect(answer.problems.map(({ entry }) => entry)).toContain("v");
    const why = (id: string) => answer.commitments[0]?.evidence.find((each) => each.id === id)?.why;
    expect(why("v")).toMatch(/^Whoever said it, or is bound by it, verified it\./u);
    expect(why("r")).toBeNull();
    expect(answer.revised[0]).toMatchObject({ was: "no data", is: "kept", entries: ["r"] });
  });

  it("KPG-08: a finding in one's own cause counts as a report, and the entry itself says so", () => {
    const own = processOf(leave(), [
      "id: f, type: found, on: 2021-01-20, by: north, outcome: not confirmed, commitments: ['pact#leave']",
    ]);
    const evidence = stateOn(own, "2021-01-21")?.evidence ?? [];
    expect(evidence).toMatchObject([{ id: "f", why: expect.stringContaining("decides in its own cause") }]);
  });

  it("KPG-06: what is announced, noted or denied cannot say that something was kept", () => {
    for (const [type, says] of [
      ["announced", "progress: full"],
      ["noted", "kept: true"],
      ["access-denied", "kept: false"],
      ["alleged", "kept: false"],
      ["found", "progress: minimal"],
    ]) {
      const process = processOf(leave(), [
        `id: n, type: ${type}, on: 2021-01-20, by: north, ${says}, commitments: ['pact#leave']`,
      ]);
      const [key] = says?.split(":") ?? [];
      const told = askCheck(process).diagnostics.find(({ message }) => message.includes(`says no “${key}”`));
      expect(told, type).toMatchObject({ severity: "error", file: "record.yaml", line: 2 });
      expect(stateOn(process, "2021-01-21")?.evidence, type).toEqual([]);
    }
  });

  it("KPG-09: the reason names the report that said it, the power that was used, and the moment that is waited for", () => {
    const because = (reading: string, ...lines: readonly string[]) =>
      stateOn(processOf(reading, lines), "2021-04-20")?.because;
    const kept = "id: r, type: reported, on: 2021-03-01, by: south, kept: true, commitments: ['pact#leave']";
    const later = "id: n, type: access-denied, on: 2021-04-16, by: north, commitments: ['pact#leave']";
    expect(because(leave(", recurring: continuous"), kept, later)).toContain("was last reported kept on 1 March 2021");
    const extended =
      "id: e, type: used, on: 2021-04-01, by: south, power: extend, until: 2021-09-01, commitments: ['pact#leave']";
    const waived = "id: w, type: used, on: 2021-03-10, by: south, power: waive, commitments: ['pact#leave']";
    expect(because(leave(), waived, extended)).toContain("used the power to waive it on 10 March 2021");
    expect(because(leave(", due: signed + 10 days"))).toContain(
      "its day waits for a moment that the record does not have",
    );
  });

  it("KPG-07: a correction that is taken back gives both meanings back", () => {
    const both = "id: l, type: happened, on: 2021-01-20, event: left, kept: true, commitments: ['pact#leave']";
    const lines = [
      both,
      "id: u, type: noted, on: 2021-01-25, corrects: l",
      "id: w, type: withdrawn, on: 2021-01-26, of: u",
    ];
    const reading = leave(", due: 2021-02-01");
    expect(stateOn(processOf(reading, lines.slice(0, 2)), "2021-01-27")?.state).not.toBe("kept");
    expect(stateOn(processOf(reading, lines), "2021-01-27")).toMatchObject({ state: "kept", keptOn: "2021-01-20" });
    // While another correction took its place, taking it back brings nothing back: in neither meaning.
    const better = "id: v, type: noted, on: 2021-01-25, corrects: u";
    const report = "id: l, type: reported, on: 2021-01-20, kept: true, commitments: ['pact#leave']";
    for (const first of [both, report]) {
      const chain = [first, lines[1] ?? "", better, lines[2] ?? ""];
      expect(stateOn(processOf(reading, chain), "2021-01-27")?.state, first).toBe("binding");
      const freed = [...chain, "id: x, type: withdrawn, on: 2021-01-26, of: v"];
      expect(stateOn(processOf(reading, freed), "2021-01-27")?.state, first).toBe("kept");
    }
  });

  it("KPG-15: no two days have one UID, and what moves a day by way of other entries comes with a higher number", () => {
    const days = (process: Process, known: string) => answered(askCalendar(process, { on: known, known })).entries;
    const others = (reader: string) => ({
      "readings/other.yaml": `reader: "${reader}"\nof: texts/pact.md\non: 2021-01-10\n${leave(", due: 2021-03-01")}`,
    });
    const named = (own: string, other: string) => {
      const process = processOf(leave(", due: 2021-02-01"), [], others(other));
      const text = `reader: "${own}"\nof: texts/pact.md\non: 2021-01-10\n${leave(", due: 2021-02-01")}`;
      return own === "analyst" ? process : processOf(leave(), [], { ...others(other), "readings/pact.yaml": text });
    };
    for (const [own, other] of [
      ["A & B", "A + B"],
      ["analyst", "analyst"],
    ] as const) {
      const found = days(named(own, other), "2021-01-20");
      expect(found).toHaveLength(2);
      expect(new Set(found.map(({ uid }) => uid)).size, `${own} and ${other}`).toBe(2);
    }
    // The day hangs on the signing, which is taken back, which is taken back.
    const lines = [
      "id: s, type: happened, on: 2021-01-12, event: signed",
      "id: w, type: withdrawn, on: 2021-01-14, of: s",
      "id: x, type: withdrawn, on: 2021-01-16, of: w",
    ];
    const told = ["2021-01-13", "2021-01-17"].map(
      (known) => days(processOf(leave(", due: signed + 10 days"), lines), known)[0],
    );
    expect(told.map((each) => each?.from)).toEqual(["2021-01-22", "2021-01-22"]);
    expect(told[1]?.sequence).toBeGreaterThan(told[0]?.sequence ?? 99);
  });

  it("KPG-15: a plan that is taken back or corrected is cancelled, and one of which nothing is recorded stays tentative", () => {
    const plan = "id: p, type: announced, on: 2021-01-12, holds: signed on 2021-02-01";
    const statuses = (...more: readonly string[]) =>
      answered(askCalendar(processOf("", [plan, ...more]), { on: "2021-05-01", known: "2021-05-01" })).entries.map(
        ({ uid, status }) => [uid.split("/").at(-2), status],
      );
    expect(statuses()).toEqual([["p", "tentative"]]);
    expect(statuses("id: w, type: withdrawn, on: 2021-01-14, of: p")).toEqual([["p", "cancelled"]]);
    expect(statuses("id: q, type: announced, on: 2021-01-14, corrects: p, holds: signed on 2021-02-03")).toEqual([
      ["p", "cancelled"],
      ["q", "tentative"],
    ]);
  });

  it("KPG-17: the check tells an entry without effect at its place, and a day that needs a rule", () => {
    const found = (process: Process) =>
      askCheck(process)
        .diagnostics.filter(({ code }) => /^(?:verified|power|day|known|corrects|attributed|found)-/u.test(code))
        .map(({ code, severity, file, line }) => [code, severity, file, line]);
    const report = "id: r, type: reported, on: 2021-01-20, by: south, kept: true, commitments: ['pact#leave']";
    expect(
      found(
        processOf(leave(), [
          report,
          "id: v, type: verified, on: 2021-01-21, by: south, of: r, commitments: ['pact#leave']",
          "id: u, type: used, on: 2021-01-22, by: north, power: suspend, commitments: ['pact#leave']",
        ]),
      ),
    ).toEqual([
      ["verified-by-reporter", "warning", "record.yaml", 3],
      ["power-not-given", "warning", "record.yaml", 4],
    ]);
    expect(found(processOf(leave(), [report]))).toEqual([]);
    const signed = ["id: s, type: happened, on: 2021-01-31, event: signed"];
    expect(found(processOf(leave(", due: signed + 1 month"), signed))).toEqual([
      ["day-needs-rule", "warning", "readings/pact.yaml", 5],
    ]);
  });

  it("KPG-09: a reading whose quoted words have changed says so", () => {
    expect(stateOn(processOf(leave()), "2021-01-11")?.stale).toBe(false);
    expect(stateOn(processOf(leave().replace("North leaves", "North departs")), "2021-01-11")?.stale).toBe(true);
  });

  it("KPG-11: a commitment of two parties counts for each, and once in the whole", () => {
    const answer = answered(
      askStatus(processOf(leave().replace("by: north", "by: [north, south]")), { on: "2021-01-11" }),
    );
    expect(answer.counts.total).toBe(1);
    expect(answer.byParty.map(({ id, counts }) => [id, counts.total])).toEqual([
      ["north", 1],
      ["south", 1],
    ]);
  });

  it("KPG-10: the room that may not read an entry is not told of it", () => {
    const secret = processOf(
      leave(),
      ["id: a, type: alleged, on: 2021-02-01, by: south, commitments: ['pact#leave'], room: team"],
      { "process.yaml": `${definition}entries-room: public\n` },
    );
    expect(stateOn(secret, "2021-02-02")?.state).toBe("breach alleged");
    const shown = stateOn(secret, "2021-02-02", { publicOnly: true });
    expect(shown?.state).toBe("no data");
    expect(shown?.evidence).toEqual([]);
  });
});
