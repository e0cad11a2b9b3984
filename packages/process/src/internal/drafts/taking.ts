import type { DraftInline, DraftParagraph } from "@parley/agreement";
import { parted } from "./from-manuscript.ts";
import type { LaidOut } from "./lay-out.ts";
import { standing } from "./places.ts";
import type { PlacedProposals, Proposal, ProposedProvision } from "./proposals.ts";
import { PutInLabels } from "./put-in-labels.ts";
import { type Token, textOfTokens, trimmed, wasThere } from "./tokens.ts";
import { trimmedWords, type Unseen, wordsOfTokens } from "./words.ts";

/** What becomes of a proposal in the new draft. */
export type Decision = "bracket" | "accept" | "leave-out";
export type Decide = (proposal: Proposal) => Decision;

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
    const put = (before: boolean) =>
      each.proposals
        .filter(({ place }) => place.kind === "paragraph" && place.before === before)
        .flatMap((placed) => putIn(placed, decide, unseen, () => labels.after(last)));
    taken.push(...put(true));
    const { sent } = each.marked;
    if (sent !== null) last = sent.draft.label;
    if (sent !== null) {
      const own = provisionTaken(each, sent, decide, unseen);
      taken.push(...(joins.length === 0 ? own : joinedOnto(taken, own, sent.draft, joins, decide)));
      joins = each.joins;
    }
    taken.push(...put(false));
  }
  return taken;
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

function opened(alternatives: readonly Alternative[]): Bracket {
  return { kind: "bracket", id: null, status: null, alternatives };
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

/** The words of one place: what is accepted stands, and each wish to be bracketed stands beside it. */
function placeTaken({ place, proposals }: PlacedProposals, decide: Decide, unseen: Unseen): DraftInline[][] {
  const accepted = new Set(
    proposals.flatMap((proposal) => (decide(proposal) === "accept" ? [...proposal.wording.authors] : [])),
  );
  const current = standing(place.tokens, accepted);
  const wishes = proposals
    .filter((proposal) => decide(proposal) === "bracket")
    .map((proposal) => ({ party: proposal.hand.party, tokens: standing(place.tokens, proposal.wording.authors) }));
  const currentText = textOfTokens(current);
  const differing = wishes.filter(({ tokens }) => textOfTokens(tokens) !== currentText);
  if (differing.length === 0) return parted(current, "end").map((part) => wordsOfTokens(part, unseen));
  // Who wants the words as they stand is told, where another wants them otherwise.
  const keeper = wishes.find(({ tokens }) => textOfTokens(tokens) === currentText)?.party ?? null;
  return [bracketed({ party: keeper, tokens: current }, differing, unseen)];
}

interface Wish {
  readonly party: string | null;
  readonly tokens: readonly Token[];
}

type Bracket = Extract<DraftInline, { readonly kind: "bracket" }>;
type Alternative = Bracket["alternatives"][number];

/** A bracket with the words as they stand and each wish; a bracket that is there already takes the wishes in. */
function bracketed(current: Wish, wishes: readonly Wish[], unseen: Unseen): DraftInline[] {
  const all = [current, ...wishes];
  const stands = trimmedWords(wordsOfTokens(current.tokens, unseen));
  const only = stands.length === 1 ? stands[0] : undefined;
  const bracket: Bracket =
    only?.kind === "bracket"
      ? only
      : {
          kind: "bracket",
          id: null,
          status: null,
          alternatives: stands.length === 0 && current.party === null ? [] : [alternative(current.party, stands)],
        };
  const widened = wishes.reduce(
    (into, { party, tokens }) => withWish(into, party, withoutIds(trimmedWords(wordsOfTokens(tokens, unseen)))),
    bracket,
  );
  const [lead, trail] = [
    all.some(({ tokens }) => startsWithSpace(tokens)),
    all.some(({ tokens }) => endsWithSpace(tokens)),
  ];
  return [...(lead ? [space] : []), widened, ...(trail ? [space] : [])];
}

const space: DraftInline = { kind: "words", text: " ", emphasis: "none" };

function alternative(party: string | null, words: readonly DraftInline[]): Alternative {
  return { id: null, party, unworded: false, words };
}

/** A wish for one of the alternatives is told there; a bracket worded anew brings in what it has more; the rest is added. */
function withWish(bracket: Bracket, party: string | null, words: readonly DraftInline[]): Bracket {
  const only = words.length === 1 ? words[0] : undefined;
  if (only?.kind === "bracket") {
    const known = new Set(bracket.alternatives.map((each) => shown(each.words)));
    const more = only.alternatives.filter((each) => !known.has(shown(each.words)));
    if (more.length > 0) {
      const added = more.map((each) => ({ ...each, id: null, party: each.party ?? party }));
      return { ...bracket, alternatives: [...bracket.alternatives, ...added] };
    }
  }
  const at = bracket.alternatives.findIndex((each) => shown(each.words) === shown(words) && each.party === null);
  if (at < 0 || party === null)
    return { ...bracket, alternatives: [...bracket.alternatives, alternative(party, words)] };
  const alternatives = bracket.alternatives.map((each, index) => (index === at ? { ...each, party } : each));
  return { ...bracket, alternatives };
}

/** A bracket that stands in two wordings keeps its id in the one that stood before. */
function withoutIds(words: readonly DraftInline[]): DraftInline[] {
  return words.map((inline) =>
    inline.kind === "bracket"
      ? {
          ...inline,
          id: null,
          alternatives: inline.alternatives.map((each) => ({ ...each, words: withoutIds(each.words) })),
        }
      : inline,
  );
}

function shown(words: readonly DraftInline[]): string {
  return JSON.stringify(words, (key, value) => (key === "id" || key === "status" ? undefined : value));
}

function startsWithSpace(tokens: readonly Token[]): boolean {
  return /^\s/u.test(textOfTokens(tokens));
}

function endsWithSpace(tokens: readonly Token[]): boolean {
  return /\s$/u.test(textOfTokens(tokens)) && textOfTokens(tokens).trim() !== "";
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

/**
 * The rows of a table. A table is taken cell by cell, so that a bracket never reaches over a bar: a row that is only
 * wished for stands with its cells in brackets, as does one that somebody wants gone.
 */
function rowsTaken(
  { placed, proposals }: ProposedProvision,
  decide: Decide,
  unseen: Unseen,
): NonNullable<DraftParagraph["rows"]> {
  const rows: DraftInline[][][] = [[[]]];
  let cell: Token[] = [];
  let at = 0;
  const cellEnds = (): void => {
    if (cell.length > 0)
      rows
        .at(-1)
        ?.at(-1)
        ?.push(...wordsOfTokens(trimmed(cell), unseen));
    cell = [];
  };
  const edge = (token: Token): void => {
    cellEnds();
    if (token.kind === "row") rows.push([[]]);
    else rows.at(-1)?.push([]);
  };
  const plain = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.kind === "row" || token.kind === "cell") edge(token);
      else cell.push(token);
    }
  };
  for (const { place, proposals: wishes } of proposals) {
    plain(placed.stream.slice(at, place.start));
    const kept = new Set(wishes.flatMap((wish) => (decide(wish) === "leave-out" ? [] : [...wish.wording.authors])));
    const accepted = new Set(wishes.flatMap((wish) => (decide(wish) === "accept" ? [...wish.wording.authors] : [])));
    for (const part of edgesParted(place.tokens)) {
      const [first] = part;
      if (first !== undefined && (first.kind === "row" || first.kind === "cell")) {
        const isPutIn = !wasThere(first.revisions);
        if (standing([first], isPutIn ? kept : accepted).length > 0) edge(first);
        continue;
      }
      cellEnds();
      const inCell = placeTaken({ place: { ...place, tokens: part }, proposals: wishes }, decide, unseen);
      rows
        .at(-1)
        ?.at(-1)
        ?.push(...inCell.flat());
    }
    at = place.end;
  }
  plain(placed.stream.slice(at));
  cellEnds();
  return rows
    .map((row) => row.map((words) => trimmedWords(joinedWords(words))))
    .filter((row) => row.some((words) => words.length > 0));
}

/** Tokens parted at the edges of cells and rows, each edge a part of its own. */
function edgesParted(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [];
  let open: Token[] | null = null;
  for (const token of tokens) {
    if (token.kind === "row" || token.kind === "cell") {
      parts.push([token]);
      open = null;
    } else if (open === null) {
      open = [token];
      parts.push(open);
    } else open.push(token);
  }
  return parts;
}

function joinedWords(words: readonly DraftInline[]): DraftInline[] {
  const joined: DraftInline[] = [];
  for (const inline of words) {
    const last = joined.at(-1);
    if (last?.kind === "words" && inline.kind === "words" && last.emphasis === inline.emphasis)
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    else joined.push(inline);
  }
  return joined;
}
