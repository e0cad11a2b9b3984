import type { UnknownWhy } from "../judgement.ts";
import type { Issue, IssueOption, Position } from "../position.ts";
import type { Alternative } from "./force.ts";

/**
 * What a statement does to the answer on one option (or, for a version, on one package): it blocks; it leaves a doubt
 * that no other acceptance lifts; it accepts; or it says nothing that counts any more, as an acceptance grown stale.
 */
export type Effect = "blocks" | "doubt" | "accepts" | "none";

/** An effect with, where it is not an acceptance or a refusal, the reason. */
export interface Ruling {
  readonly effect: Effect;
  readonly why: UnknownWhy | null;
}

/** Whether the option that a condition needs is chosen: in this package, or not told, or not on the table at all. */
export type Needed = "chosen" | "not-chosen" | "not-told" | "not-on-the-table";

/** The effect of a statement on what it covers, before asking whether the words are still the same. */
export function rulingOf<Ref>(alternative: Alternative<Ref>, needed: Needed): Ruling {
  const { stance, condition } = alternative;
  if (stance === "red-line" || stance === "rejects") return { effect: "blocks", why: null };
  if (stance === "reserves" || stance === "under-review") return { effect: "doubt", why: stance };
  if (condition === null) {
    return stance === "accepts-if" ? { effect: "doubt", why: "condition-not-recorded" } : acceptance(alternative);
  }
  if (condition.needs === undefined) {
    if (condition.met === "met") return acceptance(alternative);
    return { effect: "doubt", why: condition.met === "unmet" ? "condition-unmet" : "condition-unverifiable" };
  }
  if (needed === "chosen") return acceptance(alternative);
  if (needed === "not-on-the-table") return { effect: "doubt", why: "needed-option-not-on-the-table" };
  if (needed === "not-told") return { effect: "doubt", why: "depends-on-another-choice" };
  return condition.onlyIf ? { effect: "blocks", why: null } : { effect: "doubt", why: "needed-option-not-chosen" };
}

function acceptance<Ref>(alternative: Alternative<Ref>): Ruling {
  return alternative.stale ? { effect: "none", why: "stale" } : { effect: "accepts", why: null };
}

/** The effect on one option that the statement covers: an acceptance needs words, and the words it was said of. */
export function rulingOnOption<Ref>(alternative: Alternative<Ref>, option: IssueOption<Ref>, needed: Needed): Ruling {
  const ruling = rulingOf(alternative, needed);
  if (ruling.effect !== "accepts") return ruling;
  if (option.open) return { effect: "none", why: "open" };
  const { wording } = alternative.position;
  if (wording !== undefined && wording !== option.wording) return { effect: "none", why: "earlier-wording" };
  return ruling;
}

/** The effect of rivals taken together: only what all of them do is sure; a refusal among others leaves a doubt. */
export function merged(effects: readonly Effect[]): Effect {
  if (effects.every((effect) => effect === "blocks")) return "blocks";
  if (effects.some((effect) => effect === "blocks" || effect === "doubt")) return "doubt";
  return effects.every((effect) => effect === "accepts") ? "accepts" : "none";
}

/** True when a position names a wording that is not the present wording of what it is about. */
export function saidOfOtherWording<Ref>(position: Position<Ref>, issues: readonly Issue<Ref>[]): boolean {
  const { wording, target } = position;
  if (wording === undefined || (target.kind !== "option" && target.kind !== "provision")) return false;
  const issue = issues.find(({ id }) => id === target.issue);
  if (issue === undefined) return false;
  const covered = target.kind === "provision" ? issue.options : issue.options.filter(({ id }) => id === target.option);
  return covered.length > 0 && covered.every((option) => option.wording !== wording);
}
