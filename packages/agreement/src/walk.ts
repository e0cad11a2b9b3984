import type { Agreement, Bracket, Inline, Provision } from "./model.ts";

/** A bracket and the provision whose own words hold it. */
export interface PlacedBracket {
  readonly bracket: Bracket;
  readonly provision: Provision;
}

/** Every provision of a text in document order, each before what stands under it. Linear. */
export function allProvisions(agreement: Pick<Agreement, "provisions">): Provision[] {
  const found: Provision[] = [];
  const visit = (provisions: readonly Provision[]): void => {
    for (const provision of provisions) {
      found.push(provision);
      visit(provision.children);
    }
  };
  visit(agreement.provisions);
  return found;
}

/** Every bracket of a text in document order, an outer one before those inside it. Linear. */
export function allBrackets(agreement: Pick<Agreement, "provisions">): PlacedBracket[] {
  const found: PlacedBracket[] = [];
  const visit = (words: readonly Inline[], provision: Provision): void => {
    for (const piece of words) {
      if (piece.kind !== "bracket") continue;
      found.push({ bracket: piece, provision });
      for (const alternative of piece.alternatives) visit(alternative.words, provision);
    }
  };
  for (const provision of allProvisions(agreement)) visit(provision.words, provision);
  return found;
}

/** The provision with this id, or null. Linear: keep a map where many are looked up. */
export function findProvision(agreement: Pick<Agreement, "provisions">, id: string): Provision | null {
  return allProvisions(agreement).find((provision) => provision.id === id) ?? null;
}
