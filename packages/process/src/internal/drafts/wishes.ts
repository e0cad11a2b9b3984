import type { DraftInline } from "@parley/agreement";
import { standing } from "./places.ts";
import type { PlacedProposals, Proposal } from "./proposals.ts";
import { parted, type Token, textOfTokens } from "./tokens.ts";
import { trimmedWords, type Unseen, wordsOfTokens } from "./words.ts";

/** What becomes of a proposal in the new draft. */
export type Decision = "bracket" | "accept" | "leave-out";
export type Decide = (proposal: Proposal) => Decision;

/** The words of one place: what is accepted stands, and each wish to be bracketed stands beside it. */
export function placeTaken({ place, proposals }: PlacedProposals, decide: Decide, unseen: Unseen): DraftInline[][] {
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

export type Bracket = Extract<DraftInline, { readonly kind: "bracket" }>;
export type Alternative = Bracket["alternatives"][number];

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

export const space: DraftInline = { kind: "words", text: " ", emphasis: "none" };

export function alternative(party: string | null, words: readonly DraftInline[]): Alternative {
  return { id: null, party, unworded: false, words };
}

export function opened(alternatives: readonly Alternative[]): Bracket {
  return { kind: "bracket", id: null, status: null, alternatives };
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
export function withoutIds(words: readonly DraftInline[]): DraftInline[] {
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

/** Equal neighbours as one, so that words cut at a place are words again. */
export function joinedWords(words: readonly DraftInline[]): DraftInline[] {
  const joined: DraftInline[] = [];
  for (const inline of words) {
    const last = joined.at(-1);
    if (last?.kind === "words" && inline.kind === "words" && last.emphasis === inline.emphasis)
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    else joined.push(inline);
  }
  return joined;
}
