/** What is printed before an alternative, so that a bracket reads as it is typed. */
export function partyMark({ party }: { readonly party: string | null }, place: number): string {
  return `${place > 0 ? " | " : ""}${party === null ? "" : `${party}: `}`;
}
