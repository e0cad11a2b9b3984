import { bulletStyle, type NumberMark, readNumber } from "../text/numbering.ts";
import { boldOf, isHeadingLike, isRule, isTitleLike } from "../text/plain-lines.ts";

/**
 * A span of no words. It parts two marks that would run together, and keeps words at the head of a line from being read
 * as a mark where no character of them can be escaped.
 */
export const anchor = "[]{.words}";

/**
 * Keeps the lines of some words from being read as marks: each line that looks like a heading, a number, a rule, a
 * footnote or a division gets a backslash, or an anchor where no character of it can be escaped.
 */
export function guardedLines(source: string): string {
  if (source === "") return "";
  return source
    .split("\n")
    .map((line) => firstThat(candidates(line), (said) => !looksLikeMark(said)))
    .join("\n");
}

/** The same for words that begin inside a line, behind a mark. */
export function guardedLinesAfterFirst(source: string): string {
  const [first = "", ...others] = source.split("\n");
  return others.length === 0 ? first : `${first}\n${guardedLines(others.join("\n"))}`;
}

/** In an option only the fence of a division, a quotation mark or a line of spaces is not read as words. */
export function guardedOption(source: string): string {
  return source
    .split("\n")
    .map((line) => firstThat(candidates(line), (said) => !isFence(said) && !isLostAtStart(said)))
    .join("\n");
}

/** The words of a heading after its marks, so that they have no number and are not set in bold as a whole. */
export function guardedHeading(source: string): string {
  const safe = (said: string): boolean =>
    readNumber(said, { inHeading: true }).length === 0 && boldOf(said) === null && said.trim() !== "";
  return source === "" ? "" : endOfHeading(firstThat(candidates(source), safe));
}

/** A # at the end of a heading would be its closing mark. */
function endOfHeading(source: string): string {
  return source.endsWith("#") ? `${source.slice(0, -1)}\\#` : source;
}

/** Where a number stands. */
export interface NumberPlace {
  readonly inHeading: boolean;
  /** The attributes that will follow the words on the line. */
  readonly tail: string;
  /** True to part the words from the number by an anchor, whatever they are. */
  readonly apart: boolean;
}

/** A number and the words after it, so that exactly this number is read; null when the label is not read as one. */
export function labelledLine(label: string, words: string, place: NumberPlace): string | null {
  const guarded = guardedLinesAfterFirst(words);
  const end = guarded.includes("\n") ? guarded.indexOf("\n") : guarded.length;
  const said = place.inHeading ? endOfHeading(guarded.slice(0, end)) : guarded.slice(0, end);
  const rest = guarded.slice(end);
  for (const printed of printedForms(label, said)) {
    for (const candidate of place.apart ? [anchor + said] : said === "" ? ["", anchor] : candidates(said)) {
      const line = candidate === "" ? printed : `${printed} ${candidate}`;
      if (readsAs(line + (rest === "" ? place.tail : ""), printed, place.inHeading)) return line + rest;
    }
  }
  return null;
}

/** “Article 3” with a full stop before words, as in “Article 3. The sides agree”; other numbers as they are. */
function printedForms(label: string, words: string): readonly string[] {
  const bare = bareOf(label.trim());
  if (!isHeadingLabel(label)) return [label.trim()];
  return words === "" ? [bare, `${bare}.`] : [`${bare}.`];
}

/** True for “Article 3”, “Part One.” and their like. */
export function isHeadingLabel(label: string): boolean {
  return (readNumber(`${bareOf(label.trim())}.`, { inHeading: true })[0]?.label ?? null) !== null;
}

/** True when the number of a line is this one, and its words begin one space after it. */
function readsAs(line: string, printed: string, inHeading: boolean): boolean {
  if (!inHeading && (isFence(line) || isRule(line) || isLostAtStart(line) || isFootnote(line))) return false;
  if (boldOf(line) !== null) return false;
  const mark = readNumber(line, { inHeading })[0];
  if (mark === undefined || bareOf(mark.printed) !== bareOf(printed)) return false;
  const whole = line === printed ? printed.length : printed.length + 1;
  return mark.length === whole && (inHeading || !startsMore(mark, line.slice(mark.length)));
}

function bareOf(printed: string): string {
  return printed.replace(/[\s.:)—–-]+$/u, "");
}

/** True when the words after a number would be a second number, or make a heading of the line. */
function startsMore(mark: NumberMark, rest: string): boolean {
  if (mark.label !== null && (rest === "" || isTitleLike(rest))) return true;
  if (/^[IA]\.$/u.test(mark.style) && isHeadingLike(rest)) return true;
  return mark.style !== bulletStyle && readNumber(rest, { inHeading: false }).some(({ ordinal }) => ordinal === 1);
}

function looksLikeMark(line: string): boolean {
  if (isLostAtStart(line) || isFence(line) || isRule(line) || isFootnote(line)) return true;
  if (/^#{1,6}(?:[ \t]|$)/u.test(line) || isHeadingLike(line)) return true;
  const bold = boldOf(line);
  const said = bold === null ? line : line.slice(bold.start, bold.end);
  return readNumber(said, { inHeading: false }).length > 0 || isBoldNumber(line);
}

function isBoldNumber(line: string): boolean {
  const inside = /^(\*\*|__|\*|_)([^*_]{1,60})\1(?=\s|$)/u.exec(line)?.[2];
  return inside !== undefined && readNumber(inside.trimEnd(), { inHeading: false }).length > 0;
}

/** The marks of a quotation, spaces and a byte order mark at the head of a line are no words. */
function isLostAtStart(line: string): boolean {
  return /^[ \t>\ufeff]/u.test(line) || line.trim() === "";
}

function isFence(line: string): boolean {
  return line.startsWith(":::");
}

function isFootnote(line: string): boolean {
  return /^\[\^[^\s[\]]{1,80}\]:/u.test(line);
}

/** A line as it is, with one backslash where that may help, and behind an anchor, which always helps. */
function candidates(line: string): readonly string[] {
  const number = /^([\p{L}\p{N}]{1,7}(?: (?:bis|ter|quater|quinquies))?)(?=[.):–-])/u.exec(line)?.[0];
  const escapes = /^[!-/:-@\]^`|}~]/u.test(line) && !/^[*\\]/u.test(line) ? [`\\${line}`] : [];
  if (number !== undefined && !line.startsWith("–", number.length))
    escapes.push(`${number}\\${line.slice(number.length)}`);
  return [line, ...escapes, anchor + line];
}

/** A line inside a reference, with a backslash at most; null when it would need an anchor. */
export function lineWithoutAnchor(line: string): string | null {
  return (
    candidates(line)
      .slice(0, -1)
      .find((said) => !looksLikeMark(said)) ?? null
  );
}

function firstThat(lines: readonly string[], safe: (line: string) => boolean): string {
  return lines.find(safe) ?? lines.at(-1) ?? "";
}
