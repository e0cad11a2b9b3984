import { describe, expect, it } from "vitest";
import { checked } from "./checked.ts";

const text =
  "# Part One {#part-one}\n\nAll foreign forces leave within fourteen months of the announcement. {#leave}\n\nThe council has fifteen members. {#council}";
const commitment = (lines: string, id = "withdraw"): string =>
  `events: [{id: announcement, means: the day of the announcement}]\ncommitments:\n  - {id: ${id}, provision: leave, words: fourteen months, ${lines}}\n`;
const codes = (lines: string, ...others: string[]): string[] =>
  checked({ text, readings: [commitment(lines), ...others.map((other) => commitment(other))] })
    .found.map(({ code }) => code)
    .filter((code) => code.startsWith("undertaking-without"));
const whole = "by: us, shall: leave, due: announcement + 14 months, verified-by: un";

describe("undertakings", () => {
  it("CHK-01, CHK-02, CHK-03: a whole undertaking gives no finding", () => expect(codes(whole)).toEqual([]));

  it("CHK-01: an undertaking with no responsible party in any reading", () => {
    expect(codes("by: not stated, shall: leave, due: announcement, verified-by: un")).toEqual([
      "undertaking-without-party",
    ]);
    expect(codes("shall: leave, due: announcement, verified-by: un")).toEqual(["undertaking-without-party"]);
    expect(codes("shall: leave, due: announcement, verified-by: un", whole)).toEqual([]);
  });

  it("CHK-01: “not stated” is a warning; a point left out is only a note", () => {
    const severity = (lines: string) =>
      checked({ text, readings: [commitment(lines)] }).of("undertaking-without-party")[0]?.severity;
    expect(severity("by: not stated, shall: leave")).toBe("warning");
    expect(severity("shall: leave")).toBe("note");
  });

  it("CHK-02: an undertaking with no date; prohibitions, permissions and recurring duties need none", () => {
    expect(codes("by: us, shall: leave, due: not stated, verified-by: un")).toEqual(["undertaking-without-date"]);
    expect(codes("by: us, shall-not: return, verified-by: un")).toEqual([]);
    expect(codes("by: us, may: patrol")).toEqual([]);
    expect(codes("by: us, shall: report, recurring: every 30 days, verified-by: un")).toEqual([]);
    const dated = `${commitment("by: us, shall: leave, event: gone, verified-by: un")}dates:\n  - {id: end, provision: leave, words: fourteen months, holds: gone by announcement + 14 months}\n`;
    expect(checked({ text, readings: [dated] }).of("undertaking-without-date")).toEqual([]);
  });

  it("CHK-03: an undertaking nobody verifies, with the provision as second place", () => {
    const { of, lineOf } = checked({
      text,
      readings: [commitment("by: us, shall: leave, due: announcement, verified-by: [not stated]")],
    });
    const [finding] = of("undertaking-without-verifier");
    expect(finding?.message).toContain("who verifies whether this is kept: leave");
    expect(finding?.place).toMatchObject({ file: "readings/r1.yaml", line: 6 });
    expect(finding?.related[0]?.place).toMatchObject({ file: "texts/a.md", line: lineOf("All foreign") });
  });
});

describe("bodies", () => {
  const body = (lines: string): string =>
    `bodies:\n  - {id: council, provision: council, words: fifteen members, name: High Council, ${lines}}\n`;
  const of = (lines: string, ...others: string[]): string[] =>
    checked({ text, readings: [body(lines), ...others.map(body)] })
      .found.map(({ code, severity }) => `${code} ${severity}`)
      .filter((code) => /^(?:body|seats|shares)/u.test(code));
  const named = "named-by: [{by: taliban, seats: 7}, {by: republic, seats: 7}, {by: head-of-government, seats: 1}]";

  it("CHK-09: a body without a rule of decision; one that only advises is a note", () => {
    expect(of(`seats: 15, ${named}, rule: simple-majority`)).toEqual([]);
    expect(of(`seats: 15, ${named}, rule: not stated, decides: decides`)).toEqual(["body-without-rule warning"]);
    expect(of(`seats: 15, ${named}, decides: advises`)).toEqual(["body-without-rule note"]);
    expect(of(`seats: 15, ${named}`, `seats: 15, ${named}, rule: consensus`)).toEqual([]);
  });

  it("CHK-10: a seat nobody names", () => {
    const rule = "rule: consensus";
    expect(of(`${rule}, seats: 16, ${named}`)).toEqual(["body-seat-unnamed warning"]);
    expect(of(`${rule}, seats: 15, named-by: [{by: taliban, seats: 14}, {by: not stated, seats: 1}]`)).toEqual([
      "body-seat-unnamed warning",
    ]);
    expect(of(`${rule}, seats: 15, named-by: not stated`)).toEqual(["body-seat-unnamed warning"]);
    expect(of(rule)).toEqual(["body-seat-unnamed warning"]);
    expect(of(`${rule}, seats: 15, named-by: [{by: taliban, seats: 7}, {by: republic, seats: not stated}]`)).toEqual(
      [],
    );
  });

  it("CHK-11: more seats given out than there are, and shares that make no whole", () => {
    const { of: found } = checked({ text, readings: [body(`rule: consensus, seats: 14, ${named}`)] });
    expect(found("seats-do-not-add-up")[0]?.message).toContain("has 14 seats, and 7 + 7 + 1 = 15 are given out");
    const shares = (a: string, b: string) =>
      of(`rule: consensus, seats: 15, ${named}, shares: [{of: republic, share: ${a}}, {of: taliban, share: ${b}}]`);
    expect(shares("2/3", "1/3")).toEqual([]);
    expect(shares("2/3", "1/2")).toEqual(["shares-do-not-add-up error"]);
    expect(shares("1/3", "1/3")).toEqual(["shares-do-not-add-up warning"]);
  });
});

describe("what a reading rests on", () => {
  it("CHK-15: a stale reading gives both places; folded whitespace and brackets do not make it stale", () => {
    const stale = (words: string, body = text): number =>
      checked({
        text: body,
        readings: [`commitments: [{id: w, provision: leave, words: "${words}", by: us, shall: leave}]\n`],
      }).of("reading-stale").length;
    expect(stale("within fourteen   months of the announcement")).toBe(0);
    expect(stale("within twelve months")).toBe(1);
    const bracketed = "All leave within [republic: fourteen months | taliban: nine\nmonths]{#m} of “the day”. {#leave}";
    for (const words of [
      "within nine months of",
      'within fourteen months of \\"the day\\"',
      "[fourteen months | nine months]",
    ])
      expect(stale(words, bracketed)).toBe(0);
    expect(stale("fourteen months nine months", bracketed)).toBe(1);
    const { of, lineOf } = checked({
      text,
      readings: ["commitments: [{id: w, provision: leave, words: gone, by: us, shall: leave}]\n"],
    });
    const [finding] = of("reading-stale");
    expect(finding?.place?.file).toBe("readings/r1.yaml");
    expect(finding?.related[0]?.place).toMatchObject({ file: "texts/a.md", line: lineOf("All foreign") });
  });

  it("CHK-15: words under a heading count for the heading", () => {
    expect(
      checked({
        text,
        readings: ["dates: [{id: d, provision: part-one, words: fifteen members, holds: leave by 2021-05-01}]\n"],
      }).of("reading-stale"),
    ).toEqual([]);
  });

  it("CHK-16: two readings of one commitment that differ, with both places; a point left out is no difference", () => {
    const differ = (a: string, b: string) =>
      checked({ text, readings: [commitment(a), commitment(b)] }).of("readings-differ");
    const [finding] = differ(whole, whole.replace("14 months", "13 months"));
    expect(finding?.message).toContain(
      "differ on “due”: reader1 reads “announcement + 14 months”, reader2 reads “announcement + 13 months”",
    );
    expect(finding?.place?.file).toBe("readings/r2.yaml");
    expect(finding?.related.map(({ place }) => place.file)).toEqual(["readings/r1.yaml", "texts/a.md"]);
    expect(differ(whole, whole)).toEqual([]);
    expect(differ(whole, "by: us, shall: Leave")).toEqual([]);
    expect(differ(whole, whole.replace("verified-by: un", "verified-by: not stated"))).toHaveLength(1);
    expect(
      checked({ text, readings: [commitment(whole), commitment(whole.replace("14", "13"), "other")] }).of(
        "readings-differ",
      ),
    ).toEqual([]);
  });

  it("CHK-17: a reading of a provision that is not there", () => {
    const of = (id: string) =>
      checked({ text, readings: [`events: [{id: e, means: m, provision: ${id}}]\n`] }).of(
        "reading-of-unknown-provision",
      );
    expect(of("part-two")).toHaveLength(1);
    expect(of("part-two")[0]?.place).toMatchObject({ line: 4 });
    expect(of("part-one")).toEqual([]);
  });

  it("CHK-19: a choice of an issue that no text has", () => {
    const of = (issue: string) =>
      checked({
        text: `${text}\n\nIt lasts [ ]{#months} months. {#term}`,
        readings: [commitment(`by: us, shall: leave, if-option: ${issue}=hcnr`)],
      }).of("reading-of-unknown-issue");
    expect(of("mouths")).toHaveLength(1);
    expect(of("months")).toEqual([]);
    expect(of("council")).toEqual([]);
  });

  it("CHK-20: an unknown party, when the parties are known; bodies and verifiers are none", () => {
    const of = (lines: string, parties?: string[]) =>
      checked({ text, readings: [commitment(lines)] }, parties && { parties }).of("unknown-party");
    expect(of("by: [us, talban], shall: leave", ["us", "taliban"]).map(({ message }) => message.slice(0, 8))).toEqual([
      "“talban”",
    ]);
    expect(of("by: us, shall: leave, verified-by: monitors", ["us"])).toEqual([]);
    expect(of("by: talban, shall: leave")).toEqual([]);
  });

  it("CHK-14: a date that counts from an event nobody declares", () => {
    const of = (lines: string, events?: string[]) =>
      checked({ text, readings: [commitment(lines)] }, events && { events }).of("deadline-without-anchor");
    expect(of("by: us, shall: leave, due: signature + 30 days")).toHaveLength(1);
    expect(of("by: us, shall: leave, due: signature + 30 days", ["signature"])).toEqual([]);
    expect(of("by: us, shall: leave, due: announcement + 30 days")).toEqual([]);
    expect(of("by: us, shall: leave, due: 2021-05-01")).toEqual([]);
    expect(of("by: us, shall: leave, due: leave")).toEqual([]);
  });
});
