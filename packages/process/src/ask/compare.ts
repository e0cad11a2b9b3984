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

/** The changes alone, each with its sentence. */
export function tellChanges(before: Agreement, after: Agreement): ChangeAnswer[] {
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
    .map((change) => tellChange(change, reported));
}

function tellChange(change: Change, reported: boolean): ChangeAnswer {
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
    text: changeText(change, reported),
  };
}

function changeText(change: Change, reported: boolean): string {
  const by = change.proposedBy === null ? "" : ` (${change.proposedBy})`;
  const option = change.option === undefined ? "" : `“${change.option.text}”`;
  const bracket = change.bracket ?? "";
  const where = change.provision;
  switch (change.kind) {
    case "unchanged":
      return `${where}: unchanged.`;
    case "reworded":
      return `${where}: reworded${by}.`;
    case "moved":
      return `${where}: moved${by}.`;
    case "renumbered":
      return `${where}: renumbered from ${numberOf(change.before)} to ${numberOf(change.after)}.`;
    case "split":
      return `${where}: split off from ${change.before?.id ?? "another provision"}${by}.`;
    case "merged":
      return `${where}: takes in ${change.before?.id ?? "another provision"}${by}.`;
    case "added":
      return `${where}: added${by}: ${sentence(change.after?.text ?? "")}`;
    case "deleted":
      return reported ? `${where}: not reported in the later text.` : `${where}: deleted${by}.`;
    case "bracket-opened":
      return `${where}: bracket ${bracket} opened${by}${option === "" ? "" : `: ${option}`}.`;
    case "bracket-filled":
      return change.option?.text === ""
        ? `${where}: bracket ${bracket} taken out, with nothing in its place${by}.`
        : `${where}: bracket ${bracket} filled${option === "" ? "" : ` with ${option}`}${by}.`;
    case "bracket-cleaned":
      return `${where}: bracket ${bracket} taken off, the words kept${by}.`;
    case "option-added":
      return `${where}: option added to bracket ${bracket}: ${option}${by}.`;
    case "option-removed":
      return `${where}: option taken from bracket ${bracket}: ${option}${by}.`;
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
