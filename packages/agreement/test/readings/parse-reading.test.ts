import { civilDate, formatDateExpression } from "@parley/calendar";
import { describe, expect, it } from "vitest";
import { parseReading, readingJsonSchema } from "../../src/readings.ts";

const head = "reader: mediator\nof: texts/doha.md\non: 2021-03-01\n";
const read = (rest: string, first = head) => parseReading({ file: "readings/doha.yaml", source: first + rest });
const commitment = (lines: string) =>
  read(
    `commitments:\n  - id: withdraw\n    provision: part-one\n    words: all forces\n${lines.replace(/^/gmu, "    ")}\n`,
  );
const firstFault = (result: ReturnType<typeof read>) => {
  const fault = result.diagnostics[0];
  return [result.reading, fault?.place?.line, fault?.place?.column, fault?.message];
};

describe("a reading", () => {
  it("RDG-01: names its reader, its text and its day, all required", () => {
    for (const key of ["reader", "of", "on"]) {
      const { reading, diagnostics } = read("", head.replace(new RegExp(`^${key}: .*\n`, "mu"), ""));
      expect(reading).toBeNull();
      expect(diagnostics[0]?.message).toContain(`“${key}”`);
    }
    const { reading, diagnostics } = read("");
    expect(diagnostics).toEqual([]);
    expect(reading).toEqual({
      file: "readings/doha.yaml",
      reader: "mediator",
      of: "texts/doha.md",
      on: "2021-03-01",
      known: null,
      source: null,
      events: [],
      commitments: [],
      phases: [],
      dates: [],
      bodies: [],
      definitions: [],
      ceasefire: null,
    });
  });

  it("RDG-02: `known` is null unless written, and may be later than `on`", () => {
    expect(read("known: 2021-03-09\n").reading?.known).toBe("2021-03-09");
  });

  it("RDG-03: a day that does not exist is refused with its line and column", () => {
    expect(firstFault(read("", head.replace("2021-03-01", "2021-02-29")))).toEqual([
      null,
      3,
      5,
      "“on”: “2021-02-29” is not a day that exists, written YYYY-MM-DD.",
    ]);
    const [reading, line, column, message] = firstFault(commitment("by: us\nshall: leave\ndue: 2021-02-30 + 3 days"));
    expect([reading, line, column]).toEqual([null, 10, 10]);
    expect(message).toContain("“2021-02-30 + 3 days” is not a date");
  });

  it("RDG-04: dates are parsed, in commitments and in orders", () => {
    const { reading } = commitment(
      "by: us\nshall: leave\nfrom: announcement\ndue: announcement + 14 months\ndue-rule: last-day-of-month",
    );
    const [one] = reading?.commitments ?? [];
    expect(one?.due.value && formatDateExpression(one.due.value)).toBe("announcement + 14 months");
    expect(one?.from.value?.anchor).toEqual({ kind: "event", event: "announcement" });
    expect(one?.dueRule).toBe("last-day-of-month");
    const dates = read(
      "dates:\n  - {id: order, provision: roadmap, words: elections follow, holds: elections-held after constitution-adopted, says: First one then the other.}\n",
    );
    expect(dates.reading?.dates[0]?.holds).toEqual({
      event: "elections-held",
      relation: "after",
      to: { anchor: { kind: "event", event: "constitution-adopted" }, offset: null },
    });
    expect(
      read("dates:\n  - {id: order, provision: r, words: w, holds: elections follow constitution}\n").reading,
    ).toBeNull();
  });

  it("RDG-05: “not stated” is kept apart from what is left out", () => {
    const [one] =
      commitment("by: us\nshall: leave\ndue: not stated\nverified-by: [not stated]\notherwise: not stated").reading
        ?.commitments ?? [];
    expect([one?.due, one?.verifiedBy, one?.otherwise]).toEqual(Array(3).fill({ said: "not-stated", value: null }));
    expect([one?.to, one?.from, one?.condition]).toEqual(Array(3).fill({ said: "nothing", value: null }));
    expect(one?.by).toEqual({ said: "stated", value: ["us"] });
    const [asList] = commitment("by: us\nshall: leave\ndue: [not stated]").reading?.commitments ?? [];
    expect(asList?.due.said).toBe("not-stated");
    expect(firstFault(commitment("by: [us, not stated]\nshall: leave"))[3]).toContain("“not stated” stands alone");
  });

  it("RDG-06: a commitment has exactly one of shall, shall-not and may", () => {
    expect(commitment("by: us\nshall-not: return").reading?.commitments[0]).toMatchObject({
      force: "shall-not",
      act: "return",
    });
    expect(commitment("by: us\nmay: patrol").reading?.commitments[0]).toMatchObject({ force: "may", act: "patrol" });
    expect(firstFault(commitment("by: us"))[3]).toContain("none is here");
    expect(firstFault(commitment("by: us\nshall: a\nmay: b"))[3]).toContain("“shall” and “may” are here");
  });

  it("RDG-07: a recurrence is continuous or every so long", () => {
    const recurring = (text: string) =>
      commitment(`by: us\nshall: report\nrecurring: ${text}`).reading?.commitments[0]?.recurring.value;
    expect(recurring("continuous")).toEqual({ kind: "continuous" });
    expect(recurring("every 30 days")).toEqual({ kind: "every", length: { months: 0, days: 30, hours: 0 } });
    for (const bad of ["every", "every now and then", "every 0 days", "30 days"])
      expect(recurring(bad)).toBeUndefined();
  });

  it("RDG-08: if-option is one choice or a list of choices", () => {
    const options = (text: string) =>
      commitment(`by: us\nshall: a\nif-option: ${text}`).reading?.commitments[0]?.ifOption;
    expect(options("transition-months=hcnr")).toEqual([{ issue: "transition-months", option: "hcnr" }]);
    expect(options("[a=1, b=2]")).toEqual([
      { issue: "a", option: "1" },
      { issue: "b", option: "2" },
    ]);
    expect(options("hcnr")).toBeUndefined();
  });

  it("RDG-09: a body carries seats, who names them, exact shares and a rule or “not stated”", () => {
    const { reading, diagnostics } = read(`bodies:
  - id: council
    provision: council
    words: fifteen members
    name: High Council
    decides: advises
    seats: 15
    named-by: [{by: taliban, seats: 7}, {by: republic, seats: 7}, {by: not stated, seats: 1}]
    shares: [{of: republic, share: 2/3}, {of: taliban, share: 1/3}]
    rule: not stated
`);
    expect(diagnostics).toEqual([]);
    expect(reading?.bodies[0]).toMatchObject({
      decides: { value: "advises" },
      seats: { said: "stated", value: 15 },
      shares: [
        { of: "republic", numerator: 2, denominator: 3 },
        { of: "taliban", numerator: 1, denominator: 3 },
      ],
      rule: { said: "not-stated" },
      chair: { said: "nothing" },
    });
    expect(reading?.bodies[0]?.namedBy.value?.[2]).toEqual({
      by: { said: "not-stated", value: null },
      seats: { said: "stated", value: 1 },
    });
    for (const share of ["3/2", "0.66", "1/0"])
      expect(
        read(`bodies:\n  - {id: c, provision: c, words: w, name: n, shares: [{of: a, share: ${share}}]}\n`).reading,
      ).toBeNull();
  });

  it("RDG-10: the ceasefire has six points, each a text or “not stated”", () => {
    const { reading } = read(
      "ceasefire: {provision: part-three, starts: within hours of signature, area: not stated}\n",
    );
    expect(reading?.ceasefire).toMatchObject({
      provision: "part-three",
      words: null,
      starts: { said: "stated", value: "within hours of signature" },
      area: { said: "not-stated" },
      disputes: { said: "nothing" },
    });
  });

  it("RDG-11: a source on the file is the source of each entry that names none", () => {
    const { reading } = read(
      "source: tolo\nevents:\n  - {id: left, means: all have left}\n  - {id: back, means: some are back, source: ariana}\n",
    );
    expect(reading?.events.map(({ source }) => source)).toEqual(["tolo", "ariana"]);
    expect(reading?.events[0]?.provision).toBeNull();
  });

  it("RDG-12: an unknown key is refused, and an id used twice in a list", () => {
    expect(firstFault(commitment("by: us\nshall: a\ndeu: 2021-05-01"))[0]).toBeNull();
    const twice = read("events:\n  - {id: left, means: a}\n  - {id: left, means: b}\n");
    expect(firstFault(twice)).toEqual([null, 6, 10, "“events.1.id”: the id “left” is used twice in this list."]);
  });

  it("RDG-13: placeOf gives the line and column of an entry and of its values", () => {
    const { reading, placeOf } = commitment("by: us\nshall: leave");
    const path = reading?.commitments[0]?.path ?? [];
    expect(placeOf(path)).toEqual({ file: "readings/doha.yaml", line: 5, column: 5 });
    expect(placeOf([...path, "by"]).line).toBe(8);
  });

  it("RDG-14: the JSON Schema is plain data and asks for what the reader asks for", () => {
    const plain = JSON.parse(JSON.stringify(readingJsonSchema));
    expect(plain.required).toEqual(["reader", "of", "on"]);
    expect(plain.additionalProperties).toBe(false);
    expect(Object.keys(plain.properties)).toContain("commitments");
    expect(civilDate("2021-03-01")).toBe("2021-03-01");
  });

  it("RDG-15: broken YAML is told with its place and never thrown", () => {
    for (const source of ["reader: [", "", "- a\n- b\n", "reader: &a x\nof: *a\non: 2021-01-01\n", "\u0000"]) {
      const { reading, diagnostics } = parseReading({ file: "r.yaml", source });
      expect(reading).toBeNull();
      expect(diagnostics[0]?.place?.file).toBe("r.yaml");
    }
  });
});

describe("steps, powers and phases", () => {
  const first = "commitments:\n  - {id: first, provision: one, words: all, by: us, shall: leave}\n";
  const second = (lines: string) =>
    read(`${first}  - id: second\n    provision: two\n    words: then\n${lines.replace(/^/gmu, "    ")}\n`);
  const readSecond = (lines: string) => second(lines).reading?.commitments[1];

  it("RDG-19: a commitment comes after others of its reading, one or several", () => {
    expect(readSecond("shall: release\nafter: first")?.after).toEqual(["first"]);
    expect(readSecond("shall: release\nafter: [first, second]")?.after).toEqual(["first", "second"]);
    expect(readSecond("shall: release")?.after).toEqual([]);
  });

  it("RDG-20: a breach brings others into force, once found unless the reading says alleged", () => {
    expect(readSecond("shall: release\nbrings: first")?.brings).toEqual({ commitments: ["first"], on: "found" });
    expect(readSecond("shall: release\nbrings: [first]\nbrings-on: alleged")?.brings?.on).toBe("alleged");
    expect(readSecond("shall: release")?.brings).toBeNull();
    expect(firstFault(second("shall: release\nbrings-on: found"))).toEqual([
      null,
      10,
      16,
      "“commitments.1.brings-on”: “brings-on” says when other commitments come into force: name them in “brings”.",
    ]);
  });

  it("RDG-21: a power is a may over other commitments", () => {
    expect(readSecond("may: suspend it\npower: suspend\nover: first")?.power).toEqual({
      does: "suspend",
      over: ["first"],
    });
    expect(readSecond("may: speak")?.power).toBeNull();
    expect(firstFault(second("shall: suspend it\npower: suspend\nover: first"))[3]).toContain("write it with “may”");
    expect(firstFault(second("may: suspend it\npower: suspend"))[3]).toContain("name them in “over”");
    expect(firstFault(second("may: suspend it\nover: first"))[3]).toContain("write “power” beside it");
    expect(firstFault(second("may: suspend it\npower: revoke\nover: first"))[1]).toBe(10);
  });

  it("RDG-22: a phase has its dates, what goes on when it overruns, and what the text says then", () => {
    const phase =
      "phases:\n  - id: transition\n    provision: two\n    words: then\n    name: Transition\n    starts: signed\n    ends: signed + 12 months\n    caretaker: first\n    overrun: not stated\n";
    const { reading, diagnostics } = read(first + phase);
    expect(diagnostics).toEqual([]);
    expect(reading?.phases[0]).toMatchObject({
      id: "transition",
      name: "Transition",
      ends: { said: "stated", value: { anchor: { kind: "event", event: "signed" } } },
      rule: null,
      caretaker: ["first"],
      overrun: { said: "not-stated" },
      path: ["phases", 0],
    });
    expect(readSecond("shall: release")?.phase).toBeNull();
  });

  it("RDG-23: what an undertaking is for is kept, stated or not", () => {
    expect(readSecond("shall: release\ngoal: all are at home")?.goal).toEqual({
      said: "stated",
      value: "all are at home",
    });
    expect(readSecond("shall: release\ngoal: not stated")?.goal.said).toBe("not-stated");
  });

  it("RDG-24: what is named must be in the same reading, and is told at its place", () => {
    for (const key of ["after", "brings"])
      expect(firstFault(second(`shall: release\n${key}: third`)).slice(1)).toEqual([
        10,
        key.length + 7,
        `“commitments.1.${key}”: this reading has no “third”.`,
      ]);
    expect(firstFault(second("may: wait\npower: waive\nover: third"))[3]).toContain("no “third”");
    expect(firstFault(second("shall: release\nphase: third"))[3]).toContain("no “third”");
    const phase = "phases:\n  - {id: p, provision: one, words: all, name: P, caretaker: third}\n";
    expect(firstFault(read(first + phase))[3]).toContain("“phases.0.caretaker”: this reading has no “third”");
  });
});
