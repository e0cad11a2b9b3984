import type { DraftInline, DraftParagraph } from "@parley/agreement";
import type { LaidOut } from "./lay-out.ts";
import type { Place } from "./places.ts";
import type { PlacedProposals, Proposal, ProposedProvision } from "./proposals.ts";
import { PutInLabels } from "./put-in-labels.ts";
import { rowsTaken } from "./rows-taken.ts";
import type { Token } from "./tokens.ts";
import { alternative, type Decide, joinedWords, opened, placeTaken, space, withoutIds } from "./wishes.ts";
import { trimmedWords, type Unseen, wordsOfTokens } from "./words.ts";

/** A paragraph of the new draft: one of the sent draft, kept or rewritten, or a new one; or one that is taken out. */
export type TakenParagraph =
  | { readonly kind: "kept" | "reworded"; readonly provision: string; readonly paragraph: DraftParagraph }
  | { readonly kind: "new"; readonly paragraph: DraftParagraph }
  | { readonly kind: "taken-out"; readonly provision: string };

/** The new draft, paragraph by paragraph, when each proposal is dealt with as decided. Linear. */
export function takeProposals(
  proposed: readonly ProposedProvision[],
  decide: Decide,
  unseen: Unseen,
): TakenParagraph[] {
  const taken: TakenParagraph[] = [];
  const labels = new PutInLabels(proposed.flatMap(({ marked }) => (marked.sent === null ? [] : [marked.sent.draft])));
  let joins: readonly Proposal[] = [];
  let last: string | null = null;
  for (const each of proposed) {
    const put = (stands: (place: Place) => boolean) =>
      each.proposals
        .filter(({ place }) => place.kind === "paragraph" && stands(place))
        .flatMap((placed) => putIn(placed, decide, unseen, () => labels.after(last)));
    taken.push(...put(({ before }) => before));
    const { sent } = each.marked;
    if (sent !== null) last = sent.draft.label;
    if (sent !== null) {
      const own = provisionTaken(each, sent, decide, unseen);
      // What was put in between two parts of a provision stands between them, once they are parted.
      const isParted = joins.length === 0 && own.length > 1 && own.length === partsOf(each);
      if (isParted) taken.push(...own.flatMap((part, index) => [part, ...put(isAfterPart(index))]));
      else taken.push(...(joins.length === 0 ? own : joinedOnto(taken, own, sent.draft, joins, decide)));
      joins = each.joins;
      if (isParted) continue;
    }
    taken.push(...put(({ before }) => !before));
  }
  return taken;
}

function partsOf({ placed }: ProposedProvision): number {
  return placed.stream.filter(({ kind }) => kind === "end").length + 1;
}

function isAfterPart(index: number): (place: Place) => boolean {
  return ({ before, partsBefore }) => !before && partsBefore === index + 1;
}

function provisionTaken(each: ProposedProvision, sent: LaidOut, decide: Decide, unseen: Unseen): TakenParagraph[] {
  const provision: string = sent.provision.id;
  const own = each.proposals.filter(({ place }) => place.kind !== "paragraph");
  const isLeft = own.every(({ proposals }) => proposals.every((proposal) => decide(proposal) === "leave-out"));
  if (isLeft) return [{ kind: "kept", provision, paragraph: sent.draft }];
  if (sent.draft.rows !== null) {
    const rows = rowsTaken(each, decide, unseen);
    return [{ kind: "reworded", provision, paragraph: { ...sent.draft, rows } }];
  }
  const whole = own.find(({ place }) => place.kind === "provision");
  if (whole?.proposals.some((proposal) => proposal.after.trim() === "" && decide(proposal) === "accept")) {
    return [{ kind: "taken-out", provision }];
  }
  const [first = [], ...rest] = wordsTaken(each.placed.stream, own, decide, unseen);
  return [
    { kind: "reworded", provision, paragraph: { ...sent.draft, words: first } },
    ...rest.map((words): TakenParagraph => ({ kind: "new", paragraph: plainParagraph(words) })),
  ];
}

/**
 * What becomes of a provision that the one before it is to take in: its words move there when that is accepted; in
 * brackets it stays, and the wish is told in both. Changes what the one before says, which is the last one taken.
 */
function joinedOnto(
  taken: TakenParagraph[],
  own: readonly TakenParagraph[],
  sent: DraftParagraph,
  joins: readonly Proposal[],
  decide: Decide,
): readonly TakenParagraph[] {
  const [first, ...rest] = own;
  const before = taken.at(-1);
  const isWhole = before?.kind === "kept" || before?.kind === "reworded";
  if (first === undefined || first.kind === "taken-out" || first.kind === "new" || !isWhole) return own;
  const words = first.paragraph.words;
  const extend = (more: readonly DraftInline[]): void => {
    const { paragraph, provision } = before;
    const longer = joinedWords([...paragraph.words, space, ...more]);
    taken[taken.length - 1] = { kind: "reworded", provision, paragraph: { ...paragraph, words: longer } };
  };
  if (joins.some((proposal) => decide(proposal) === "accept")) {
    extend(words);
    return [{ kind: "taken-out", provision: first.provision }, ...rest];
  }
  const parties = joins.filter((proposal) => decide(proposal) === "bracket").map(({ hand }) => hand.party);
  if (parties.length === 0) return own;
  extend([opened(parties.map((party) => alternative(party, withoutIds(words))))]);
  const left = opened([alternative(null, words), ...parties.map((party) => alternative(party, []))]);
  return [{ kind: "reworded", provision: first.provision, paragraph: { ...sent, words: [left] } }, ...rest];
}

/** The words of a stream as paragraphs: several where a split is accepted. A bracket cannot hold one, so there it is a break. */
function wordsTaken(
  stream: readonly Token[],
  own: readonly PlacedProposals[],
  decide: Decide,
  unseen: Unseen,
): DraftInline[][] {
  const paragraphs: DraftInline[][] = [[]];
  const add = (parts: readonly (readonly DraftInline[])[]): void =>
    parts.forEach((part, index) => {
      if (index > 0) paragraphs.push([]);
      paragraphs.at(-1)?.push(...part);
    });
  let at = 0;
  for (const { place, proposals } of own) {
    add([wordsOfTokens(stream.slice(at, place.start), unseen)]);
    add(placeTaken({ place, proposals }, decide, unseen));
    at = place.end;
  }
  add([wordsOfTokens(stream.slice(at), unseen)]);
  return paragraphs.map((words) => trimmedWords(joinedWords(words)));
}

function putIn(
  { place, proposals }: PlacedProposals,
  decide: Decide,
  unseen: Unseen,
  nextLabel: () => string | null,
): TakenParagraph[] {
  if (proposals.every((proposal) => decide(proposal) === "leave-out")) return [];
  const words = trimmedWords(placeTaken({ place, proposals }, decide, unseen).flat());
  if (words.length === 0) return [];
  const run = place.part?.run;
  const heading = run?.role === "heading" ? Math.min(Math.max(run.level, 1), 6) : null;
  const paragraph: DraftParagraph = {
    ...plainParagraph(words),
    label:
      run?.kind === "footnote" && run.mark !== null
        ? (unseen.footnotes.get(run.mark) ?? run.mark)
        : run?.label == null
          ? null
          : nextLabel(),
    headingLevel: heading,
    kind: run?.kind === "footnote" ? "footnote" : null,
  };
  return [{ kind: "new", paragraph }];
}

function plainParagraph(words: readonly DraftInline[]): DraftParagraph {
  return {
    id: null,
    kind: null,
    headingLevel: null,
    label: null,
    words,
    rows: null,
    status: null,
    attributes: {},
    classes: [],
    depth: null,
  };
}
