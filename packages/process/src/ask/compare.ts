import { type Agreement, allBrackets, allProvisions, type Change, compare, parse } from "@parley/agreement";
import type { ChangeAnswer, CompareAnswer } from "../answers/compare.ts";
import { counted, listed, sentence } from "../internal/join/view.ts";

/** What changed from one text to another, in the order of the later one. Nothing unchanged is listed. */
export function askCompare({
  before,
  after,
}: {
  readonly before: Agreement;
  readonly after: Agreement;
}): CompareAnswer {
  const changes = tellChanges(before, after);
  return {
    before: { file: before.file, title: before.front.title },
    after: { file: after.file, title: after.front.title },
    text:
      changes.length === 0
        ? "The two texts are the same, provision by provision."
        : `${counted(changes.length, "change")}: ${summary(changes, before.front.reconstruction || after.front.reconstruction)}.`,
    changes,
  };
}

/** What a sentence calls the provision, the bracket and the hand of a change; ids where no process gives names. */
export interface ChangeNames {
  /** Empty where the sentence stands beside its provision. */
  readonly where: (provision: string) => string;
  readonly bracket: (id: string) => string;
  readonly by: (hand: string) => string;
}

const ids: ChangeNames = {
  where: (provision) => `${provision}: `,
  bracket: (id) => `bracket ${id}`,
  by: (hand) => ` (${hand})`,
};

/** The changes alone, each with its sentence. */
export function tellChanges(before: Agreement, after: Agreement, names: ChangeNames = ids): ChangeAnswer[] {
  const reported = after.front.reconstruction || before.front.reconstruction;
  const notes = new Set(
    [before, after].flatMap((text) => allProvisions(text).flatMap(({ id, kind }) => (kind === "note" ? [id] : []))),
  );
  // An option without wording has only a remark of ours in its place, which nobody adds or takes away.
  const unworded = new Set(
    [before, after].flatMap((text) =>
      allBrackets(text).flatMap(({ bracket }) =>
        bracket.alternatives.flatMap((alternative) =>
          alternative.unworded ? [`${bracket.id}=${alternative.id}`] : [],
        ),
      ),
    ),
  );
  // A note is ours and no part of the instrument.
  return compare({ before, after })
    .filter(
      ({ provision, bracket, option }) =>
        !notes.has(provision) && !unworded.has(`${bracket ?? ""}=${option?.id ?? ""}`),
    )
    .map((change) => tellChange(change, reported, names));
}

function tellChange(change: Change, reported: boolean, names: ChangeNames): ChangeAnswer {
  const side = (each: Change["before"]) =>
    each === null ? null : { provision: each.id as string, number: each.number, text: each.text };
  return {
    kind: change.kind,
    provision: change.provision,
    bracket: change.bracket ?? null,
    before: side(change.before),
    after: side(change.after),
    words: (change.words ?? []).map(({ kind, text }) => ({ kind, text })),
    proposedBy: change.proposedBy,
    text: sentenceAfter(names.where(change.provision), changeText(change, reported, names)),
  };
}

/** A sentence of its own begins with a capital; behind a provision's name it goes on. */
function sentenceAfter(where: string, text: string): string {
  return where === "" ? sentence(text) : `${where}${text}`;
}

function changeText(change: Change, reported: boolean, names: ChangeNames): string {
  const by = change.proposedBy === null ? "" : names.by(change.proposedBy);
  const option = change.option === undefined ? "" : `“${change.option.text}”`;
  const bracket = names.bracket(change.bracket ?? "");
  switch (change.kind) {
    case "unchanged":
      return `unchanged.`;
    case "reworded":
      return `reworded${by}.`;
    case "moved":
      return `moved${by}.`;
    case "renumbered":
      return `renumbered from ${numberOf(change.before)} to ${numberOf(change.after)}.`;
    case "split":
      return `split off from ${change.before?.id ?? "another provision"}${by}.`;
    case "merged":
      return `takes in ${change.before?.id ?? "another provision"}${by}.`;
    case "added":
      return `added${by}: ${sentence(change.after?.text ?? "")}`;
    case "deleted":
      return reported ? `not reported in the later text.` : `deleted${by}.`;
    case "bracket-opened":
      return `${bracket} opened${by}${option === "" ? "" : `: ${option}`}.`;
    case "bracket-filled":
      return change.option?.text === ""
        ? `${bracket} taken out, with nothing in its place${by}.`
        : `${bracket} filled${option === "" ? "" : ` with ${option}`}${by}.`;
    case "bracket-cleaned":
      return `${bracket} taken off, the words kept${by}.`;
    case "option-added":
      return `option added to ${bracket}: ${option}${by}.`;
    case "option-removed":
      return `option taken from ${bracket}: ${option}${by}.`;
  }
}

/** A number without the full stop that closes it in the text, so that a sentence does not end twice. */
function numberOf(side: Change["before"]): string {
  return side?.number?.replace(/[.]$/u, "") ?? "no number";
}

const kindWords: Record<Change["kind"], readonly [one: string, several: string]> = {
  unchanged: ["unchanged", "unchanged"],
  reworded: ["provision reworded", "provisions reworded"],
  moved: ["provision moved", "provisions moved"],
  renumbered: ["provision renumbered", "provisions renumbered"],
  split: ["piece split off", "pieces split off"],
  merged: ["provision merged", "provisions merged"],
  added: ["provision added", "provisions added"],
  deleted: ["provision not in the later text", "provisions not in the later text"],
  "bracket-opened": ["bracket opened", "brackets opened"],
  "bracket-filled": ["bracket filled", "brackets filled"],
  "bracket-cleaned": ["bracket taken off", "brackets taken off"],
  "option-added": ["option added", "options added"],
  "option-removed": ["option taken away", "options taken away"],
};

/** What changed comes before what is only absent from the later text. */
function summary(changes: readonly ChangeAnswer[], reported: boolean): string {
  const counts = new Map<Change["kind"], number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const ordered = [...counts].sort(([a], [b]) => Number(a === "deleted") - Number(b === "deleted"));
  return listed(
    ordered.map(([kind, n]) => {
      const words = kindWords[kind][n === 1 ? 0 : 1];
      return `${n} ${kind === "deleted" && reported ? words.replace("not in", "not reported in") : words}`;
    }),
  );
}

/** The same for two texts that belong to no process. */
export function compareTexts({
  before,
  after,
}: {
  readonly before: { readonly file: string; readonly source: string };
  readonly after: { readonly file: string; readonly source: string };
}): CompareAnswer {
  return askCompare({ before: parse(before), after: parse(after) });
}
