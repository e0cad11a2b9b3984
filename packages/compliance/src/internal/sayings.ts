import type { Entry, Outcome } from "../model.ts";

/** What an entry says, as bits of one number, so that a million of them are read without reading a million objects again. */
export const kindMask = 15;
export const kindNumber = {
  moment: 0,
  report: 1,
  allegation: 2,
  verification: 3,
  finding: 4,
  attribution: 5,
  dispute: 6,
  power: 7,
  withdrawal: 8,
} as const satisfies Record<Entry["kind"], number>;

/** It says that the commitment was kept, or done in full. */
export const keeps = 1 << 4;
/** It says that the commitment was not kept. */
export const fails = 1 << 5;
/** It says that it was not done, or not in full. */
export const short = 1 << 6;
export const goalSaid = 1 << 7;
export const goalMet = 1 << 8;
export const conditionSaid = 1 << 9;
export const conditionMet = 1 << 10;
/** It has no effect on anything: known before it happened, or a second entry with its id. */
export const unusable = 1 << 11;
export const repeated = 1 << 12;
/** Another entry puts it out; told only for the entries given at once. */
export const isOut = 1 << 14;
/** The moment took place whose happening is the keeping. */
export const momentKept = 1 << 13;

/** What came of a verification or a finding, where it is not inconclusive. */
export const confirmed = 1 << 15;
export const refuted = 1 << 16;
/** It names entries that it is about. */
export const isAbout = 1 << 17;
/** It takes the place of another entry. */
export const corrects = 1 << 18;
/** Another entry takes its place, and counts for that; told only for the entries given at once. */
export const isCorrected = 1 << 19;
/** From this bit on, for the entries given at once: the number of who says it, so that all of an entry is one number. */
export const voiceShift = 20;

export function saidBy(entry: Entry): number {
  const said = saidByKind(entry) | (entry.corrects === null ? 0 : corrects);
  return entry.known < entry.on ? said | unusable : said;
}

function saidByKind(entry: Entry): number {
  switch (entry.kind) {
    case "report":
      return saidByReport(entry);
    case "finding": {
      const kept = entry.kept === null ? 0 : entry.kept ? keeps : fails | short;
      return kindNumber.finding | kept | told(entry.goalMet, goalSaid, goalMet) | about(entry.of) | came(entry.outcome);
    }
    case "moment":
      return kindNumber.moment;
    case "allegation":
      return kindNumber.allegation;
    case "verification":
      return kindNumber.verification | about(entry.of) | came(entry.outcome);
    case "attribution":
      return kindNumber.attribution | about(entry.of);
    case "dispute":
      return kindNumber.dispute | about(entry.of);
    case "power":
      return kindNumber.power;
    case "withdrawal":
      return kindNumber.withdrawal | about(entry.of);
  }
}

function about(of: readonly string[]): number {
  return of.length === 0 ? 0 : isAbout;
}

function came(outcome: Outcome): number {
  return outcome === "confirmed" ? confirmed : outcome === "not confirmed" ? refuted : 0;
}

function saidByReport({ kept, progress, goalMet: goal, conditionMet: condition }: Extract<Entry, { kind: "report" }>) {
  let said = kindNumber.report | told(goal, goalSaid, goalMet) | told(condition, conditionSaid, conditionMet);
  if (kept === null) {
    if (progress === "full") said |= keeps;
    else if (progress !== null) said |= short;
  } else said |= kept ? keeps : fails | short;
  return said;
}

function told(value: boolean | null, isSaid: number, isMet: number): number {
  return value === null ? 0 : value ? isSaid | isMet : isSaid;
}

const none: readonly string[] = [];

/** The entries that an entry is about. */
export function ofEntry(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case "verification":
    case "finding":
    case "attribution":
    case "dispute":
    case "withdrawal":
      return entry.of;
    default:
      return none;
  }
}

/** The entries that an entry takes the place of or takes back. */
export function putOut(entry: Entry): readonly string[] {
  const back = entry.kind === "withdrawal" ? entry.of : [];
  return entry.corrects === null ? back : [...back, entry.corrects];
}
