import { civilDate } from "@parley/calendar";
import { describe, expect, it } from "vitest";
import {
  type Condition,
  type Issue,
  type IssueOption,
  type Judgement,
  judgeOne,
  judgePackages,
  type Position,
  type Reading,
  type Statement,
  standing,
  type Variant,
} from "../src/index.ts";

/** A small model of the founding case: facts and dates from public reporting, told by id only. */

const option = (id: string, tabledIn: string[], more: Partial<IssueOption<string>> = {}): IssueOption<string> => {
  return { id, open: false, tabledIn, wording: `${id}@1`, earlierWordings: [], ref: `option ${id}`, ...more };
};
const issue = (id: string, options: IssueOption<string>[]): Issue<string> => ({ id, options, ref: `issue ${id}` });

const usDraft = [
  issue("transitional-government", [option("peace-government", ["us"])]),
  issue("transfer", [option("at-signature", ["us"])]),
  issue("duration", [option("blank", ["us"], { open: true })]),
  issue("parliament", [option("enlarged", ["us"]), option("suspended", ["us"])]),
];
/** The early-elections offer stands beside the draft from 23 March. */
const withOffer = [
  ...usDraft.filter(({ id }) => id !== "transfer"),
  issue("transfer", [option("at-signature", ["us"]), option("early-elections", ["ghani"])]),
];
const withPlan = [
  ...usDraft.filter(({ id }) => id !== "transfer"),
  issue("transfer", [
    option("at-signature", ["us"]),
    option("early-elections", ["ghani"], { wording: "early@2", earlierWordings: ["early@1"] }),
  ]),
];

const held: Condition = { words: "within the constitution", onlyIf: false, met: "unverifiable" };
const rivals: Reading[] = [
  { id: "conditional", stance: "accepts-if", condition: held, by: "AAN" },
  { id: "refusal", stance: "rejects", condition: null, by: "wire" },
  { id: "unclear", stance: "under-review", condition: null, by: "outlet" },
];
const said = (id: string, day: string, more: Partial<Position<string>>): Position<string> => ({
  id,
  party: "republic",
  mandate: 1,
  confirmed: true,
  target: { kind: "version", version: "us" },
  stance: "rejects",
  condition: null,
  said: civilDate(day),
  published: civilDate(day),
  readings: [],
  ref: `source of ${id}`,
  ...more,
});
const transitional = { kind: "provision", issue: "transitional-government" } as const;
const atSignature = { kind: "option", issue: "transfer", option: "at-signature" } as const;
const early = { kind: "option", issue: "transfer", option: "early-elections" } as const;

const positions: Position<string>[] = [
  said("ghani-0220", "2021-02-20", { target: transitional, stance: "red-line" }),
  said("ghani-0306-transfer", "2021-03-06", { target: atSignature, stance: "red-line" }),
  said("ghani-0306-draft", "2021-03-06", {}),
  said("naeem-0307", "2021-03-07", { party: "taliban", mandate: 2, stance: "under-review" }),
  said("nadery-0307", "2021-03-07", { mandate: 2, stance: "reserves" }),
  said("hcnr-0314", "2021-03-14", { mandate: 3, stance: "accepts" }),
  said("official-0323", "2021-03-23", { mandate: 4, target: early, stance: "accepts" }),
  said("mujahid-0324", "2021-03-24", { party: "taliban", mandate: 2, target: early, wording: "early@1" }),
  said("mujahid-0325", "2021-03-25", { party: "taliban", mandate: 2, target: transitional, stance: "under-review" }),
  said("ghani-0330", "2021-03-30", { target: transitional, stance: "accepts-if", condition: held, readings: rivals }),
  said("ghani-0330-transfer", "2021-03-30", { target: atSignature, stance: "red-line" }),
  said("naeem-0412", "2021-04-12", {
    party: "taliban",
    mandate: 2,
    target: { kind: "subject", subject: "conference" },
  }),
];

function judged(day: string, issues: Issue<string>[]): Judgement<string> {
  const answer = judgePackages({ issues, parties: ["republic", "taliban"], positions, asOf: civilDate(day) });
  if (answer.kind === "refused") throw new Error(answer.problems.map(({ message }) => message).join(" "));
  return answer;
}
const ids = (sets: readonly { readonly statements: readonly Statement<string>[] }[]) =>
  sets.map(({ statements }) => statements.map(({ position }) => position).sort()).sort();
const variantOf = (answer: Judgement<string>, reading: string): Variant<string> | undefined =>
  answer.variants.find(({ taking }) => taking[0]?.reading === reading);

describe("the founding case", () => {
  it("BRG-05, BRG-21: as of 7 March nothing is free, and three statements each block everything by themselves", () => {
    const answer = judged("2021-03-07", usDraft);
    expect(answer.counts).toEqual({ total: 2n, blocked: 2n, notExcluded: 0n, notKnown: 0n });
    expect(ids(answer.blocking)).toEqual([["ghani-0220"], ["ghani-0306-draft"], ["ghani-0306-transfer"]]);
    expect(answer.blockingComplete).toBe(true);
    const statements = answer.blocking.flatMap((set) => set.statements);
    expect(statements.every((one) => one.option === null && one.ref === `source of ${one.position}`)).toBe(true);
    expect(statements.map(({ version }) => version).filter((version) => version !== null)).toEqual(["us"]);
    expect(answer.movements).toHaveLength(1);
    expect(answer.movements[0]?.moves.map(({ position }) => position).sort()).toEqual([
      "ghani-0220",
      "ghani-0306-draft",
      "ghani-0306-transfer",
    ]);
    expect(answer.movements[0]).toMatchObject({ redLines: 2, positions: 3, opens: { packages: 2n } });
  });

  it("POS-05: as of 30 March the speech on transition is computed each way, and is not known taken together", () => {
    const answer = judged("2021-03-30", withOffer);
    expect(answer.variants.map(({ taking }) => taking)).toEqual(
      rivals.map(({ id }) => [{ position: "ghani-0330", reading: id }]),
    );
    expect(answer.counts).toEqual({ total: 4n, blocked: 4n, notExcluded: 0n, notKnown: 0n });
    const pair = ["ghani-0330-transfer", "mujahid-0324"];
    for (const { blocking, counts } of answer.variants) {
      expect(counts.blocked).toBe(4n);
      expect(ids(blocking)).toContainEqual(pair);
    }
    expect(ids(answer.blocking)).toEqual([["ghani-0306-draft", "mujahid-0324"], pair]);
    expect(ids(variantOf(answer, "refusal")?.blocking ?? [])).toEqual([
      ["ghani-0306-draft", "mujahid-0324"],
      ["ghani-0330"],
      pair,
    ]);
    const doubtful = answer.blockers.filter(({ contested }) => contested);
    expect(doubtful).toMatchObject([{ position: "ghani-0330", reading: "refusal", packages: 4n }]);
    const contested = answer.unknown.filter(({ why }) => why === "readings-differ");
    expect(contested).toMatchObject([{ party: "republic", issue: "transitional-government", position: "ghani-0330" }]);
  });

  it("BRG-10: as of 30 March the cheapest movement is on early elections, except where the speech was a refusal", () => {
    const answer = judged("2021-03-30", withOffer);
    const cheapest = [{ position: "mujahid-0324", party: "taliban", option: "early-elections", from: "rejects" }];
    expect(answer.movements).toMatchObject([{ redLines: 0, positions: 1, moves: cheapest, opens: { packages: 2n } }]);
    expect(variantOf(answer, "unclear")?.movements).toMatchObject([{ redLines: 0, positions: 1, moves: cheapest }]);
    const refused = variantOf(answer, "refusal")?.movements ?? [];
    expect(refused).toMatchObject([{ redLines: 0, positions: 2 }]);
    expect(refused[0]?.moves.map(({ position }) => position)).toEqual(["ghani-0330", "mujahid-0324"]);
    const example = answer.movements[0]?.opens.example;
    expect(example?.package.transfer).toBe("early-elections");
    expect(example?.parties.flatMap(({ unknown }) => unknown.map(({ issue: at }) => at))).toContain("duration");
  });

  it("POS-03: the council's favour and the unnamed official's offer are shown and decide nothing", () => {
    const answer = judged("2021-03-30", withOffer);
    const named = JSON.stringify([answer.blocking, answer.movements, answer.blockers], (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    );
    expect(named).not.toContain("hcnr");
    const republic = answer.unknown.filter(({ party, option: at }) => party === "republic" && at === "early-elections");
    expect(republic).toMatchObject([{ why: "no-mandate", position: "official-0323" }]);
    const shown = standing({ positions, parties: ["republic"], asOf: civilDate("2021-03-30") });
    const onDraft = shown.find(({ target }) => target.kind === "version");
    expect(onDraft?.history.map(({ position, force }) => [position.id, force.state])).toEqual([
      ["hcnr-0314", "no-mandate"],
      ["nadery-0307", "in-force"],
      ["ghani-0306-draft", "in-force"],
    ]);
  });

  it("POS-06: as of 12 April the refusal of 24 March, said of the earlier wording, stands and is not reaffirmed", () => {
    const answer = judged("2021-04-12", withPlan);
    const refusal = answer.blockers.find(({ position }) => position === "mujahid-0324");
    expect(refusal).toMatchObject({ notReaffirmed: true, option: "early-elections", packages: 2n });
    const line = answer.blockers.find(({ position }) => position === "ghani-0330-transfer");
    expect(line).toMatchObject({ notReaffirmed: false, packages: 2n });
    expect(ids(answer.blocking)).toContainEqual(["ghani-0330-transfer", "mujahid-0324"]);
    expect(answer.outside).toMatchObject([{ position: "naeem-0412", target: { subject: "conference" } }]);
  });

  it("POS-10: no package is ever called agreed, and the offer with the transition is blocked by one party only", () => {
    const asOf = civilDate("2021-03-30");
    const choices = {
      "transitional-government": "peace-government",
      transfer: "early-elections",
      duration: "blank",
      parliament: "enlarged",
    };
    const one = judgeOne({ issues: withOffer, parties: ["republic", "taliban"], positions, asOf, package: choices });
    expect(one).toMatchObject({
      verdict: "blocked",
      parties: [
        { party: "republic", verdict: "not-known", blockedBy: [] },
        { party: "taliban", verdict: "blocked", blockedBy: [{ position: "mujahid-0324" }] },
      ],
    });
  });
});
