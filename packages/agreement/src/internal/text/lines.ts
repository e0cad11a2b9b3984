/** A stretch of the source in UTF-16 code units, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * A line without its ending, its indentation and the marks of a block quotation. Its stretch keeps the spaces at its
 * end, since two of them are a break that somebody typed.
 */
export interface Line extends Stretch {
  /** What is written on it, without spaces at either end. */
  readonly text: string;
  /** Columns before the text; a tab counts to the next multiple of four. */
  readonly indent: number;
}

/** The lines of a source from an offset on; they end at LF, CRLF or a lone CR. Linear. */
export function linesFrom(source: string, offset: number): Line[] {
  const lines: Line[] = [];
  let start = offset;
  while (start < source.length) {
    let end = start;
    while (end < source.length && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13) end += 1;
    lines.push(lineOf(source, start, end));
    start = end + (source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return lines;
}

function lineOf(source: string, start: number, end: number): Line {
  let at = start;
  let indent = 0;
  for (; at < end; at += 1) {
    const unit = source.charCodeAt(at);
    if (unit === 32) indent += 1;
    else if (unit === 9) indent += 4 - (indent % 4);
    else if (unit === 62) indent = 0;
    else break;
  }
  let to = end;
  while (to > at && (source.charCodeAt(to - 1) === 32 || source.charCodeAt(to - 1) === 9)) to -= 1;
  return { start: at, end, indent, text: source.slice(at, to) };
}

/** True for a character that may stand around words and is not part of them; joiners and no-break spaces are words. */
export function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13;
}

/** A stretch without the spaces at both its ends. */
export function trimmed(source: string, { start, end }: Stretch): Stretch {
  let from = start;
  let to = end;
  while (from < to && isSpace(source.charCodeAt(from))) from += 1;
  while (to > from && isSpace(source.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
