import { type CivilDate, parseCivilDate } from "./civil-date.ts";
import { formatLength, type Length, parseLength } from "./length.ts";

/** A day said by itself ("2021-05-01") or from an event: "announcement + 14 months", "withdrawal-complete - 10 days". */
export interface DateExpression {
  readonly anchor:
    | { readonly kind: "date"; readonly date: CivilDate }
    | { readonly kind: "event"; readonly event: string };
  /** What is added to the anchor (sign 1) or taken from it (sign -1); null for the anchor itself. */
  readonly offset: { readonly sign: 1 | -1; readonly length: Length } | null;
}

/**
 * How an event stands to a day. `by` is on or before, `not-before` on or after, `before` and `after` exclude the
 * day itself, `on` is the same day.
 */
export type Relation = "before" | "by" | "on" | "not-before" | "after";

/** "reduction-ends by withdrawal-complete": an event, how it stands, and to what. */
export interface DateRelation {
  readonly event: string;
  readonly relation: Relation;
  readonly to: DateExpression;
}

const eventPattern = /^[\p{L}][\p{L}\p{N}._-]*$/u;
const offsetPattern = /^(.*\S)\s+([+-])\s+(\S.*)$/u;
const relationPattern = /^(\S+)\s+(not before|not after|before|after|by|on)\s+(\S.*)$/u;

/** Reads a date expression. Gives null when it is none, or names a day that does not exist. */
export function parseDateExpression(text: string): DateExpression | null {
  const trimmed = text.trim();
  const match = offsetPattern.exec(trimmed);
  const anchor = anchorOf((match?.[1] ?? trimmed).trim());
  if (anchor === null) return null;
  if (match === null) return { anchor, offset: null };
  const length = parseLength(match[3] ?? "");
  return length === null ? null : { anchor, offset: { sign: match[2] === "-" ? -1 : 1, length } };
}

/** Reads "<event> before|by|on|not before|not after|after <date expression>"; "not after" is `by`. Null when it is none. */
export function parseDateRelation(text: string): DateRelation | null {
  const match = relationPattern.exec(text.trim());
  if (match === null || !eventPattern.test(match[1] ?? "") || parseCivilDate(match[1] ?? "") !== null) return null;
  const to = parseDateExpression(match[3] ?? "");
  if (to === null) return null;
  const words = match[2] ?? "";
  const relation: Relation =
    words === "not after" ? "by" : words === "not before" ? "not-before" : (words as "before" | "after" | "by" | "on");
  return { event: match[1] ?? "", relation, to };
}

/** The expression as it is written in a file; reading it again gives the same value. */
export function formatDateExpression({ anchor, offset }: DateExpression): string {
  const said = anchor.kind === "date" ? anchor.date : anchor.event;
  return offset === null ? said : `${said} ${offset.sign === 1 ? "+" : "-"} ${formatLength(offset.length)}`;
}

function anchorOf(text: string): DateExpression["anchor"] | null {
  const date = parseCivilDate(text);
  if (date !== null) return { kind: "date", date };
  return eventPattern.test(text) ? { kind: "event", event: text } : null;
}
