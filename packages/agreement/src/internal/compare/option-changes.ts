import type { ChangedOption } from "../../compare.ts";
import type { Alternative, Bracket } from "../../model.ts";
import { wordingOf } from "../readings/own-text.ts";
import type { BracketChange } from "./bracket-changes.ts";
import { foldedSpaces } from "./outline.ts";

/** What changed inside a bracket that both texts have. */
export function optionChanges(old: Bracket, now: Bracket): BracketChange[] {
  const bracket = now.id;
  if (old.blank && now.blank) return [];
  if (old.blank || now.blank) {
    const [filled, one, several] = old.blank
      ? ([now, "bracket-filled", "option-added"] as const)
      : ([old, "bracket-opened", "option-removed"] as const);
    const kind = filled.alternatives.length === 1 ? one : several;
    return filled.alternatives.map((alternative) => ({ kind, bracket, option: optionOf(alternative) }));
  }
  const pairs = matchedOptions(old.alternatives, now.alternatives);
  const kept = new Set(pairs.values());
  return [
    ...[...pairs].flatMap(([a, b]): BracketChange[] =>
      wording(a) === wording(b) ? [] : [{ kind: "reworded", bracket, option: optionOf(b) }],
    ),
    ...old.alternatives.flatMap((a): BracketChange[] =>
      pairs.has(a) ? [] : [{ kind: "option-removed", bracket, option: optionOf(a) }],
    ),
    ...now.alternatives.flatMap((b): BracketChange[] =>
      kept.has(b) ? [] : [{ kind: "option-added", bracket, option: optionOf(b) }],
    ),
  ];
}

/** By equal words, then by given id, then by party; a lone wording on both sides is the same one reworded. */
function matchedOptions(old: readonly Alternative[], now: readonly Alternative[]): Map<Alternative, Alternative> {
  const pairs = new Map<Alternative, Alternative>();
  const free = new Set(now);
  const match = (same: (a: Alternative, b: Alternative) => boolean): void => {
    for (const a of old) {
      if (pairs.has(a)) continue;
      const b = [...free].find((each) => same(a, each));
      if (b === undefined) continue;
      pairs.set(a, b);
      free.delete(b);
    }
  };
  match((a, b) => wording(a) === wording(b) && a.party === b.party && a.id === b.id);
  match((a, b) => wording(a) === wording(b) && wording(a) !== "");
  match((a, b) => a.id === b.id && !/^\d+$/u.test(a.id));
  match((a, b) => a.party !== null && a.party === b.party);
  if (old.length === 1 && now.length === 1) match(() => true);
  return pairs;
}

function wording(alternative: Alternative): string {
  return foldedSpaces(wordingOf(alternative));
}

function optionOf(alternative: Alternative): ChangedOption {
  return { id: alternative.id, party: alternative.party, text: wording(alternative) };
}
