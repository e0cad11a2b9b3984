import type { Line } from "./lines.ts";

/** How single lines of texts found on the web are told apart where no mark does it. */

const shortMax = 120;

/** Capitals alone on a line, or a line set wholly in bold, is a heading in a text without marks. */
export function isHeadingLike(text: string): boolean {
  const said = text.trim();
  if (said.length > shortMax || said.length < 3 || /[.;:,_|]$/u.test(said) || /[[\]|]/u.test(said)) return false;
  if (boldOf(said) !== null) return true;
  return /\p{Lu}\P{Lu}*\p{Lu}\P{Lu}*\p{Lu}/u.test(said) && !/\p{Ll}|\p{Lo}/u.test(said);
}

/** A short line that may be the title under “PART TWO”: no sentence, no number of its own. */
export function isTitleLike(text: string): boolean {
  const said = text.trim();
  return said.length <= 80 && said !== "" && !/[.;:,]$/u.test(said) && /^["“«(*]*[\p{Lu}\p{Lo}]/u.test(said);
}

/** The offsets of the words inside `**…**` or `__…__` when that is the whole line, else null. */
export function boldOf(text: string): { readonly start: number; readonly end: number } | null {
  const said = text.trimEnd();
  const wrapped = /^(\*\*|__)(?=\S)([^*_]+)(?<=\S)\1$/u.test(said);
  return wrapped ? { start: 2, end: said.length - 2 } : null;
}

/** “PREAMBLE” and its like: what stands under it is preambular. */
export function isPreambleTitle(text: string): boolean {
  return /^[\s*_#:]*preamble[\s*_:.]*$/iu.test(text) || /^(?:مقدمه|دیباچه|سریزه)$/u.test(text.trim());
}

/** The words with which the signing begins. */
export function opensSignature(text: string): boolean {
  return /^(?:in witness whereof|done (?:at|in|on)\b|signed (?:at|in|on|by|for)\b|for (?:the )?[^.]{1,80}:?\s*_{3,})/iu.test(
    text,
  );
}

/** “Peace Government” means …: a definition by its form. */
export function isDefinition(text: string): boolean {
  return /^["“«„][^"”»]{1,200}["”»]\s+(?:means?|shall mean|refers? to|includes?)\b/u.test(text);
}

export function isRule(text: string): boolean {
  return /^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$|^={3,}\s*$/u.test(text.trimEnd());
}

/** A line of = or - under one short line makes that line a heading, of one # or two. */
export function underlineLevel(text: string): number {
  const said = text.trimEnd();
  if (/^={3,}$/u.test(said)) return 1;
  return /^-{3,}$/u.test(said) ? 2 : 0;
}

/** A row with a bar at either end needs no rule under it to be a table. */
export function isPlainRow({ text }: Line): boolean {
  return text.length > 1 && text.startsWith("|") && text.endsWith("|");
}

export function isDelimiterRow(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    line.text.length < 2000 &&
    /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u.test(line.text) &&
    line.text.includes("|")
  );
}
