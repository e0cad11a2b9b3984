import type { Inline } from "../../model.ts";
import { bracketsOf } from "../readings/own-text.ts";
import { citationsOf } from "./cited.ts";
import { type Clause, type Finding, gap, placeIn, type View } from "./view.ts";

/** CHK-12: a reference, linked or in words, to what this text does not have. */
export function referenceFindings(view: View): Finding[] {
  const cited = citationsOf(view);
  const brackets = new Set(
    view.clauses.flatMap(({ provision }) => bracketsOf(provision.words).map(({ id }) => id as string)),
  );
  return view.clauses.flatMap((clause) => [
    ...linksOf(clause.provision.words)
      .filter(({ target }) => linkedClause(target, view) === undefined && !brackets.has(target))
      .map(({ target, span }) => dangling(view, `#${target}`, view.lines.startOf(span))),
    ...(view.english && clause.provision.kind !== "note" ? cited(clause) : [])
      .filter(({ found }) => found.length === 0)
      .map(({ said, at, side }) => dangling(view, side === null ? said : `${said} ${side}`, placeIn(view, clause, at))),
  ]);
}

/** Links in a provision's own words, those in brackets included. */
export function linksOf(words: readonly Inline[]): readonly Extract<Inline, { readonly kind: "reference" }>[] {
  return words.flatMap((inline) => {
    if (inline.kind === "reference") return [inline];
    return inline.kind === "bracket" ? inline.alternatives.flatMap((alternative) => linksOf(alternative.words)) : [];
  });
}

/** The provision of this text that a link leads to; the `#` of a target may be left out. */
export function linkedClause(target: string, view: View): Clause | undefined {
  return view.byId.get(target.replace(/^#/u, ""));
}

function dangling(view: View, said: string, place: NonNullable<Finding["place"]>): Finding {
  return gap(view, {
    code: "reference-dangling",
    severity: "warning",
    absent: `The text refers to “${said}”, and there is no such provision`,
    unreported: `the provision “${said}” to which the text refers`,
    why: "The reader is sent to words that do not exist, often because provisions were renumbered.",
    help: "Correct the reference, or give the provision a lasting id and link to it: [Article 9](#the-id).",
    place,
  });
}
