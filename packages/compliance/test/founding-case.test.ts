import { civilDate, type DayNumber, dayNumberOf } from "@parley/calendar";
import { describe, expect, it } from "vitest";
import { Register, type When } from "../src/index.ts";
import { at, type Duty, duty, entry } from "./worlds.ts";

/**
 * The agreement of Doha, 29 February 2020, as the mediator's reading in examples/afghanistan has it, and the facts of the case. Two
 * things that the case reports as announced or done are entered as reports: that five bases were left, and who said it.
 */
const d = (text: string): DayNumber => dayNumberOf(civilDate(text));
const on = (text: string): When => ({ anchor: { kind: "day", day: d(text) }, offset: null, rule: null });

const us = { by: ["us"], to: ["taliban"] };
const commitments: readonly Duty[] = [
  duty("withdraw-all", {
    ...us,
    from: at("doha-announced"),
    due: at("doha-announced + 14 months"),
    keptBy: "withdrawal-complete",
  }),
  duty("leave-five-bases", { ...us, from: at("doha-announced"), due: at("doha-announced + 135 days") }),
  duty("remaining-forces", {
    ...us,
    from: at("doha-announced + 135 days"),
    due: at("withdrawal-complete"),
    keptBy: "remaining-forces-out",
    conditional: true,
  }),
  duty("release-prisoners", { ...us, from: at("doha-signed"), due: on("2020-03-10"), keptBy: "prisoners-released" }),
  duty("release-remaining-prisoners", {
    by: ["all-sides"],
    to: [],
    from: on("2020-03-10"),
    due: on("2020-06-10"),
    keptBy: "prisoners-remaining-released",
  }),
  duty("begin-negotiations", {
    by: ["taliban"],
    to: ["us"],
    from: at("doha-signed"),
    due: on("2020-03-10"),
    keptBy: "talks-open",
  }),
  duty("no-use-of-soil", {
    by: ["taliban"],
    to: ["us"],
    force: "shall not",
    from: at("doha-signed"),
    recurs: "continuous",
  }),
  duty("review-us-sanctions", {
    ...us,
    from: at("talks-open"),
    due: at("talks-open"),
    keptBy: "us-list-review-starts",
  }),
  duty("ceasefire-on-agenda", { by: ["all-sides"], to: [], from: at("talks-open") }),
];

/** `entry` counts from 1 January 2020. */
const n = (text: string) => d(text) - d("2020-01-01");
const moment = (id: string, text: string) => entry("moment", id, n(text), { moment: id });
const entries = [
  moment("doha-announced", "2020-02-29"),
  moment("doha-signed", "2020-02-29"),
  entry("report", "five-bases-left", n("2020-07-13"), { by: ["us"], commitments: ["leave-five-bases"], kept: true }),
  moment("talks-open", "2020-09-12"),
  entry("allegation", "breach-alleged-withdrawal", n("2021-04-15"), { by: ["taliban"], commitments: ["withdraw-all"] }),
  entry("allegation", "breach-alleged-prisoners", n("2021-04-15"), {
    by: ["taliban"],
    commitments: ["release-prisoners", "release-remaining-prisoners"],
  }),
  entry("allegation", "breach-alleged-sanctions", n("2021-04-15"), {
    by: ["taliban"],
    commitments: ["review-us-sanctions"],
  }),
  moment("withdrawal-complete", "2021-08-30"),
];
const register = Register.of({ commitments, phases: [], entries });
const told = (id: string, text: string) => {
  const { state, daysOverdue, daysLate, allegedBy } = register.standing(id, d(text)) ?? { state: null };
  return { state, daysOverdue, daysLate, allegedBy };
};

describe("the founding case", () => {
  it("KEP-18 KEP-22: negotiations were to begin on 10 March 2020 and began on 12 September, 186 days late", () => {
    expect(told("begin-negotiations", "2020-03-10").state).toBe("due");
    expect(told("begin-negotiations", "2020-06-01")).toMatchObject({ state: "overdue", daysOverdue: 83 });
    expect(told("begin-negotiations", "2020-09-12")).toMatchObject({ state: "kept", daysLate: 186 });
    const then = register.asKnown(d("2020-06-01")).standing("begin-negotiations", d("2020-06-01"));
    expect(then).toMatchObject({ state: "no data", daysOverdue: 83 });
  });

  it("KEP-32: the withdrawal, due on 29 April 2021, is alleged to be broken by the Taliban, and is done on 30 August", () => {
    expect(register.standing("withdraw-all", d("2021-04-14"))).toMatchObject({
      state: "binding",
      due: d("2021-04-29"),
    });
    expect(told("withdraw-all", "2021-04-20")).toMatchObject({ state: "breach alleged", allegedBy: ["taliban"] });
    expect(told("withdraw-all", "2021-05-15")).toMatchObject({ state: "breach alleged", daysOverdue: 16 });
    expect(told("withdraw-all", "2021-08-30")).toEqual({
      state: "kept",
      daysOverdue: null,
      daysLate: 123,
      allegedBy: [],
    });
  });

  it("KEP-24: where no source says anything, there is no data", () => {
    expect(told("no-use-of-soil", "2021-04-15").state).toBe("no data");
    expect(told("release-remaining-prisoners", "2021-04-14")).toMatchObject({ state: "no data", daysOverdue: 308 });
    expect(told("ceasefire-on-agenda", "2020-09-11").state).toBe("not yet binding");
    expect(told("ceasefire-on-agenda", "2020-09-12").state).toBe("no data");
    expect(register.standing("remaining-forces", d("2021-04-15"))?.because).toBe("condition not known");
    expect(told("leave-five-bases", "2020-07-13")).toMatchObject({ state: "kept", daysLate: null });
  });

  it("KEP-49: on 15 April 2021, where do we stand", () => {
    const { counts } = register.distribution(d("2021-04-15"));
    expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([
      ["kept", 2],
      ["breach alleged", 4],
      ["no data", 3],
    ]);
  });
});
