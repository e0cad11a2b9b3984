import type { Stretch } from "./lines.ts";

/** Attributes as Pandoc writes them: `{#id .class key=value key="several words"}`. */
export interface Attributes extends Stretch {
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly pairs: Readonly<Record<string, string>>;
}

// Attributes stand on one line, and each part has a bound, so that hostile input costs no more than its length.
const item =
  /[ \t]{0,80}(?:#([\p{L}\p{N}_][\p{L}\p{N}_.:~-]{0,199})|\.([\p{L}_][\p{L}\p{N}_-]{0,99})|([A-Za-z][\w:.-]{0,99})=(?:"([^"\r\n]{0,999})"|'([^'\r\n]{0,999})'|([^\s"'{}=]{1,999}))|([A-Za-z][\w-]{0,99}))(?=[ \t}])/uy;
const close = /[ \t]{0,80}\}/uy;
const opening = /\{[ \t]{0,9}(?:[#.][\p{L}\p{N}_]|[A-Za-z][\w:.-]{0,99}=)/uy;

/**
 * Reads attributes whose `{` stands at `at`; null when they are not well formed. A bare word is read as a class, since
 * people leave the dot out; the first id and the first value of a key count.
 */
export function readAttributes(source: string, at: number): Attributes | null {
  if (source.charCodeAt(at) !== 123) return null;
  let id: string | null = null;
  const classes: string[] = [];
  const pairs = new Map<string, string>();
  let position = at + 1;
  for (;;) {
    close.lastIndex = position;
    if (close.test(source)) break;
    item.lastIndex = position;
    const found = item.exec(source);
    if (found === null) return null;
    const [, name, className, key, double, single, plain, bare] = found;
    if (name !== undefined) id ??= name;
    if (key !== undefined && !pairs.has(key)) pairs.set(key, double ?? single ?? plain ?? "");
    const asClass = className ?? bare;
    if (asClass !== undefined) classes.push(asClass);
    position = item.lastIndex;
  }
  return { id, classes, pairs: Object.fromEntries(pairs), start: at, end: close.lastIndex };
}

/** True when the `{` at `at` begins as attributes do, so that a fault in them is worth a finding. */
export function looksLikeAttributes(source: string, at: number): boolean {
  opening.lastIndex = at;
  return opening.test(source);
}
