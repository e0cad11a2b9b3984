import type { Revision } from "@parley/documents";
import type { Hand, Hands } from "./hands.ts";
import type { MarkedProvision } from "./marked.ts";
import { earlierWords, type Place, type Placed, placesOf, type Wording, wordingsOf } from "./places.ts";
import { isWide } from "./tokens.ts";

export type ProposalKind =
  | "inserted"
  | "deleted"
  | "replaced"
  | "moved"
  | "split"
  | "joined"
  | "provision-added"
  | "provision-deleted"
  | "kept";

/** One thing that one hand proposes at one place. */
export interface Proposal {
  /** Unique in its file, the same each time the file is read. */
  readonly id: string;
  readonly kind: ProposalKind;
  /** The provision it is in, or follows; null before the first. */
  readonly provision: string | null;
  readonly hand: Hand;
  /** The day of the latest change in it, as the file says; null where it does not. */
  readonly date: string | null;
  readonly before: string;
  readonly after: string;
}

/** A place with what each hand proposes there. */
export interface PlacedProposals {
  readonly place: Place;
  readonly proposals: readonly (Proposal & { readonly wording: Wording })[];
}

/** A provision with its places; `joins` is who joins it to the next one. */
export interface ProposedProvision {
  readonly marked: MarkedProvision;
  readonly placed: Placed;
  readonly proposals: readonly PlacedProposals[];
  readonly joins: readonly Proposal[];
}

/** Everything proposed in a file, provision by provision. Linear. */
export function proposalsOf(marked: readonly MarkedProvision[], hands: Hands): ProposedProvision[] {
  let count = 0;
  let last: string | null = null;
  const nextId = () => `p${++count}`;
  return marked.map((each) => {
    const provision = each.sent?.provision.id ?? last;
    last = provision;
    const placed = placesOf(each);
    const proposals = placed.places.map((place) => ({
      place,
      proposals: wordingsOf(place, hands).map((wording) => proposalAt(place, wording, { id: nextId(), provision })),
    }));
    return { marked: each, placed, proposals, joins: joinsOf(placed, hands, provision, nextId) };
  });
}

function proposalAt(
  place: Place,
  wording: Wording,
  { id, provision }: { readonly id: string; readonly provision: string | null },
): Proposal & { readonly wording: Wording } {
  const before = earlierWords(place);
  const own = place.tokens.flatMap((token) =>
    isWide(token) ? token.revisions.filter(({ author }) => wording.authors.has(author)) : [],
  );
  return {
    id,
    kind: kindOf(place, before, wording.text, own),
    provision,
    hand: wording.hand,
    date: latest(own),
    before,
    after: wording.text,
    wording,
  };
}

function kindOf(place: Place, before: string, after: string, own: readonly Revision[]): ProposalKind {
  if (own.length > 0 && own.every(({ kind }) => kind === "moved-here" || kind === "moved-away")) return "moved";
  if (place.kind === "paragraph") return after.trim() === "" ? "kept" : "provision-added";
  if (place.kind === "provision" && after.trim() === "") return "provision-deleted";
  if (before === after) return "kept";
  if (place.tokens.some((token) => token.kind === "end")) return "split";
  if (before.trim() === "") return "inserted";
  if (after.trim() === "") return "deleted";
  const kinds = new Set(own.map(({ kind }) => (kind === "inserted" || kind === "moved-here" ? "in" : "out")));
  if (kinds.size === 1) return kinds.has("in") ? "inserted" : "deleted";
  return "replaced";
}

/** A deleted end joins a provision to the next, unless all its words go with it. */
function joinsOf(placed: Placed, hands: Hands, provision: string | null, nextId: () => string): Proposal[] {
  if (placed.places.some(({ kind }) => kind === "provision")) return [];
  const away = placed.end.filter(({ kind }) => kind === "deleted");
  return hands.among(away).map((hand) => ({
    id: nextId(),
    kind: "joined",
    provision,
    hand,
    date: latest(away),
    before: "",
    after: "",
  }));
}

function latest(revisions: readonly Revision[]): string | null {
  return revisions.reduce<string | null>(
    (found, { date }) => (date !== null && (found === null || date > found) ? date : found),
    null,
  );
}
