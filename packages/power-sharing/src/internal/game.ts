import { type Refusal, refuse } from "../refusal.ts";
import type { Bloc, DecisionRule, RuleGroup } from "../rule.ts";

/** One count that must be reached. A coalition wins when it reaches every one. `votes` runs parallel to the voters. */
export interface Requirement {
  readonly label: string;
  readonly votes: readonly number[];
  readonly needed: number;
  readonly of: number;
}

/** A rule over blocs, brought to the one form that every rule here has: a conjunction of weighted requirements. */
export interface Game {
  readonly ok: true;
  /** Indexes into the blocs given: those that have a vote or a veto. The others have no voice and are set aside. */
  readonly voters: readonly number[];
  readonly requirements: readonly Requirement[];
}

type Part = { readonly id: string; readonly seats: number };
type Chamber = {
  readonly blocs: readonly Bloc[];
  readonly parts: readonly (readonly Part[])[];
  readonly ids: ReadonlySet<string>;
};
type Draft = { readonly requirements: readonly Requirement[]; readonly present: ReadonlySet<string> | null };

/** Compiles a rule, or says why it cannot be: an unknown name, a rule that nothing can meet or that needs nobody. */
export function gameOf(blocs: readonly Bloc[], rule: DecisionRule): Game | Refusal {
  const invalid = refuseBlocs(blocs);
  if (invalid !== null) return invalid;
  const parts = blocs.map((bloc) => bloc.parts ?? [{ id: bloc.id, seats: bloc.seats }]);
  const ids = new Set([...blocs.map(({ id }) => id), ...parts.flat().map(({ id }) => id)]);
  const draft = compile({ blocs, parts, ids }, rule);
  if ("ok" in draft) return draft;
  const voters = blocs
    .map((_, index) => index)
    .filter((index) => draft.requirements.some(({ votes }) => (votes[index] ?? 0) > 0));
  const requirements = draft.requirements.map((one) => ({
    ...one,
    votes: voters.map((index) => one.votes[index] ?? 0),
  }));
  return refuseEmptyRule(requirements) ?? { ok: true, voters, requirements };
}

function refuseBlocs(blocs: readonly Bloc[]): Refusal | null {
  const ids = new Set<string>();
  let seats = 0;
  for (const bloc of blocs) {
    if (bloc.id === "" || ids.has(bloc.id)) {
      const what = bloc.id === "" ? "A bloc has no name." : `The bloc ${bloc.id} is given twice.`;
      return refuse("invalid-id", what, "Give every bloc a name of its own.");
    }
    ids.add(bloc.id);
    if (!Number.isSafeInteger(bloc.seats) || bloc.seats < 0) {
      return refuse(
        "invalid-seats",
        `${bloc.seats} is not a number of seats for ${bloc.id}.`,
        "Give a whole number, 0 or more.",
      );
    }
    const badPart = bloc.parts?.find((part) => !Number.isSafeInteger(part.seats) || part.seats < 0);
    if (badPart !== undefined) {
      return refuse(
        "invalid-seats",
        `${badPart.seats} is not a number of seats for ${badPart.id}.`,
        "Give a whole number, 0 or more.",
      );
    }
    const inParts = bloc.parts?.reduce((sum, part) => sum + part.seats, 0) ?? bloc.seats;
    if (inParts !== bloc.seats) {
      const message = `${bloc.id} has ${bloc.seats} seats, and its parts have ${inParts}.`;
      return refuse("invalid-seats", message, "Let the parts add up to the whole.");
    }
    seats += bloc.seats;
  }
  if (seats > Number.MAX_SAFE_INTEGER)
    return refuse(
      "invalid-seats",
      "There are too many seats to count exactly.",
      "Give smaller numbers in the same proportion.",
    );
  return seats === 0
    ? refuse("no-blocs", "No bloc has a seat, so nobody decides.", "Give at least one bloc with a seat.")
    : null;
}

function refuseEmptyRule(requirements: readonly Requirement[]): Refusal | null {
  const beyond = requirements.find(({ needed, of }) => needed > of);
  if (beyond !== undefined) {
    const message = `The rule can never be met: it needs ${beyond.needed} of ${beyond.of} (${beyond.label}).`;
    return refuse("nothing-wins", message, "Lower what the rule needs, or check the seats.");
  }
  if (requirements.every(({ needed }) => needed <= 0)) {
    return refuse(
      "nothing-needed",
      "The rule is met when nobody agrees.",
      "Raise what the rule needs to at least one vote.",
    );
  }
  return null;
}

function compile(chamber: Chamber, rule: DecisionRule): Draft | Refusal {
  const all = { chamber, label: "all members", counts: () => true };
  switch (rule.kind) {
    case "simple-majority":
      return everyone(majorityOf(all));
    case "share": {
      const { numerator, denominator } = rule.share;
      const scaled = BigInt(votesOf(all).of) * numerator;
      const needed = rule.strict ? floor(scaled, denominator) + 1n : -floor(-scaled, denominator);
      return everyone({ ...votesOf(all), needed: Number(needed) });
    }
    case "quota":
      if (!Number.isSafeInteger(rule.votes))
        return refuse("invalid-rule", `${rule.votes} is not a number of votes.`, "Give a whole number of votes.");
      return everyone({ ...votesOf(all), needed: rule.votes });
    case "consensus": {
      const votes = chamber.blocs.map(({ seats }) => (seats > 0 ? 1 : 0));
      const of = sum(votes);
      return everyone({ label: "blocs with a seat", votes, needed: of, of });
    }
    case "majority-of-present":
      return compilePresent(chamber, rule.present);
    case "double-majority":
      return compileGroups(chamber, rule.groups);
    case "with-veto":
      return compileVeto(chamber, rule);
  }
}

function compilePresent(chamber: Chamber, present: readonly string[]): Draft | Refusal {
  const unknown = refuseUnknown(chamber, present);
  if (unknown !== null) return unknown;
  const names = new Set(present);
  const requirement = majorityOf({ chamber, label: "those present", counts: (id) => names.has(id) });
  if (requirement.of === 0)
    return refuse("no-blocs", "Nobody with a seat is present.", "Name at least one bloc with a seat as present.");
  return { requirements: [requirement], present: names };
}

function compileGroups(chamber: Chamber, groups: readonly RuleGroup[]): Draft | Refusal {
  if (groups.length === 0)
    return refuse(
      "invalid-rule",
      "The double majority names no group.",
      "Name the groups that need a majority of their own.",
    );
  const requirements = [majorityOf({ chamber, label: "all members", counts: () => true })];
  for (const group of groups) {
    const unknown = refuseUnknown(chamber, group.blocs);
    if (unknown !== null) return unknown;
    const names = new Set(group.blocs);
    const requirement = majorityOf({ chamber, label: group.name, counts: (id) => names.has(id) });
    if (requirement.of === 0)
      return refuse(
        "invalid-rule",
        `The group ${group.name} has no seat.`,
        "Name at least one bloc with a seat in it.",
      );
    requirements.push(requirement);
  }
  return { requirements, present: null };
}

function compileVeto(chamber: Chamber, rule: Extract<DecisionRule, { kind: "with-veto" }>): Draft | Refusal {
  const unknown = refuseUnknown(chamber, rule.veto);
  if (unknown !== null) return unknown;
  const draft = compile(chamber, rule.rule);
  if ("ok" in draft || rule.veto.length === 0) return draft;
  const absent = rule.veto.find((id) => draft.present !== null && !isPresent({ chamber, present: draft.present, id }));
  if (absent !== undefined) {
    const message = `${absent} has a veto and is not present; whether absence refuses is not said.`;
    return refuse("absent-veto", message, "Count it as present, or leave its veto out.");
  }
  const names = new Set(rule.veto);
  const votes = chamber.blocs.map((bloc, index) => (belongs({ chamber, index, names }) || names.has(bloc.id) ? 1 : 0));
  const of = sum(votes);
  return { ...draft, requirements: [...draft.requirements, { label: "those with a veto", votes, needed: of, of }] };
}

/** A bloc is present when it or any of its parts is; a part when it or the bloc it belongs to is. */
function isPresent({
  chamber,
  present,
  id,
}: {
  readonly chamber: Chamber;
  readonly present: ReadonlySet<string>;
  readonly id: string;
}): boolean {
  if (present.has(id)) return true;
  return chamber.blocs.some((bloc, index) => {
    const parts = chamber.parts[index] ?? [];
    return bloc.id === id
      ? parts.some((part) => present.has(part.id))
      : parts.some((part) => part.id === id) && present.has(bloc.id);
  });
}

function belongs({
  chamber,
  index,
  names,
}: {
  readonly chamber: Chamber;
  readonly index: number;
  readonly names: ReadonlySet<string>;
}): boolean {
  return (chamber.parts[index] ?? []).some(({ id }) => names.has(id));
}

function refuseUnknown(chamber: Chamber, ids: readonly string[]): Refusal | null {
  const unknown = ids.find((id) => !chamber.ids.has(id));
  if (unknown === undefined) return null;
  const known = chamber.blocs.map(({ id }) => id).join(", ");
  return refuse(
    "unknown-bloc",
    `The rule names ${unknown}, which is not a bloc of this body.`,
    `The blocs are: ${known}.`,
  );
}

type Count = { readonly chamber: Chamber; readonly label: string; readonly counts: (id: string) => boolean };

/** The votes that count: those of every part that is named, or whose bloc is named as a whole. */
function votesOf({ chamber, label, counts }: Count): {
  readonly label: string;
  readonly votes: readonly number[];
  readonly of: number;
} {
  const votes = chamber.blocs.map((bloc, index) =>
    sum((chamber.parts[index] ?? []).map((part) => (counts(part.id) || counts(bloc.id) ? part.seats : 0))),
  );
  return { label, votes, of: sum(votes) };
}

function majorityOf(count: Count): Requirement {
  const { label, votes, of } = votesOf(count);
  return { label, votes, of, needed: Math.floor(of / 2) + 1 };
}

function everyone(requirement: Requirement): Draft {
  return { requirements: [requirement], present: null };
}

function floor(n: bigint, d: bigint): bigint {
  return n / d - (n % d !== 0n && n < 0n ? 1n : 0n);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
