import type { FontFile } from "./font-file.ts";
import { headOf } from "./preamble.ts";

/** A source in which every character that cannot be printed is told by its number, and what those characters were. */
export interface Printable {
  readonly source: string;
  /** Each once, in the order of the page. */
  readonly missing: readonly string[];
}

/**
 * What is never seen: joiners, marks of direction, variation selectors, spaces that are set as room. The Ogham space is
 * a stroke, and the typesetter does not know the fourth Mongolian selector.
 */
const unseen = /(?!\u1680|\u180F)[\p{Default_Ignorable_Code_Point}\p{Zs}\n]/u;

/**
 * An empty box would hide which character stood there, and a reader who follows tags would hear nothing: the character
 * is printed as ‹U+548C› instead. A character is there when every style of one typeface has it.
 */
export function printableSource(source: string, typefaces: readonly (readonly FontFile[])[]): Printable {
  const head = headOf(source) ?? "";
  const body = source.slice(head.length);
  const missing = [...new Set(body)].filter((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return !unseen.test(character) && !typefaces.some((files) => files.every((file) => file.covers(codePoint)));
  });
  if (missing.length === 0) return { source, missing };
  const gone = new Set(missing);
  const told = Array.from(body, (character) => (gone.has(character) ? `‹${numberOf(character)}›` : character));
  return { source: head + told.join(""), missing };
}

/** The number by which Unicode knows a character: "U+548C". */
export function numberOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
