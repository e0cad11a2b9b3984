import {
  addLength,
  type CivilDate,
  type DateExpression,
  type DateRelation,
  dayNumberOf,
  daysSpanned,
  formatLength,
  longDate,
  type MonthEndRule,
  type Relation,
} from "@parley/calendar";
import { calendarStart, days, type LinkKind, type Minutes } from "@parley/schedule";

/** What computing a date may rest on: the days of what has happened, and the rule for months, where one was chosen. */
export interface BoundsContext {
  readonly happened: ReadonlyMap<string, CivilDate>;
  readonly rule: MonthEndRule | null;
}

/** A relation as bounds on the time from one event to another: atLeast ≤ to − from ≤ atMost. */
export interface Bounds {
  readonly ok: true;
  readonly from: string;
  readonly kind: LinkKind;
  readonly atLeast: Minutes | null;
  readonly atMost: Minutes | null;
}

/** Days are whole, so "before" means at least one day earlier. */
const strictDays = 1;

/**
 * The bounds that a relation sets. A length in months is exact when its anchor is a date, or has happened; else it is
 * the interval of all lengths it can have, so that a conflict is told only when it is certain. A day that does not exist
 * is refused unless a rule is chosen.
 */
export function boundsOf(
  relation: DateRelation,
  context: BoundsContext,
): Bounds | { readonly ok: false; readonly message: string } {
  const { anchor, offset } = relation.to;
  const anchorDay = anchor.kind === "date" ? anchor.date : context.happened.get(anchor.event);
  const hours = offset?.length.hours ?? 0;
  if (anchorDay !== undefined && hours === 0) {
    const target = offset === null ? anchorDay : addedDay(anchorDay, offset, context.rule);
    if (typeof target !== "string") return { ok: false, message: `${target.message}.` };
    const day = dayNumberOf(target);
    return {
      ok: true,
      from: calendarStart,
      kind: "date",
      ...shaped(relation.relation, { daysMin: day, daysMax: day }),
    };
  }
  if (anchor.kind === "date" || anchorDay !== undefined) {
    // Hours from a date: days are whole here, so the length may end on that day or on a later one.
    const start = dayNumberOf(anchorDay ?? ("1970-01-01" as CivilDate));
    const span = signed(offset);
    return {
      ok: true,
      from: calendarStart,
      kind: "date",
      ...shaped(relation.relation, { daysMin: start + span.daysMin, daysMax: start + span.daysMax }),
    };
  }
  return {
    ok: true,
    from: anchor.event,
    kind: offset === null && relation.relation !== "on" ? "order" : "length",
    ...shaped(relation.relation, signed(offset)),
  };
}

interface DaySpan {
  readonly daysMin: number;
  readonly daysMax: number;
}

function addedDay(day: CivilDate, offset: NonNullable<DateExpression["offset"]>, rule: MonthEndRule | null) {
  try {
    const added = addLength(day, offset.length, { sign: offset.sign, rule: rule ?? undefined });
    return added.ok ? added.date : { message: `${added.message}. Say in process.yaml (month-end) which day is meant` };
  } catch {
    return {
      message: `${formatLength(offset.length)} ${offset.sign === 1 ? "after" : "before"} ${day} lies outside the years 1 to 9999`,
    };
  }
}

function signed(offset: DateExpression["offset"]): DaySpan {
  if (offset === null) return { daysMin: 0, daysMax: 0 };
  const { daysMin, daysMax } = daysSpanned(offset.length);
  return offset.sign === 1 ? { daysMin, daysMax } : { daysMin: -daysMax, daysMax: -daysMin };
}

function shaped(
  relation: Relation,
  { daysMin, daysMax }: DaySpan,
): { readonly atLeast: Minutes | null; readonly atMost: Minutes | null } {
  switch (relation) {
    case "by":
      return { atLeast: null, atMost: days(daysMax) };
    case "before":
      return { atLeast: null, atMost: days(daysMax - strictDays) };
    case "on":
      return { atLeast: days(daysMin), atMost: days(daysMax) };
    case "not-before":
      return { atLeast: days(daysMin), atMost: null };
    case "after":
      return { atLeast: days(daysMin + strictDays), atMost: null };
  }
}

const relationText: Record<Relation, string> = {
  before: "before",
  by: "no later than",
  on: "on the day of",
  "not-before": "no earlier than",
  after: "after",
};

/** "The withdrawal is complete no later than 14 months after the announcement": for a link that nobody worded. */
export function relationWords({ event, relation, to }: DateRelation, names: Readonly<Record<string, string>>): string {
  const name = (id: string) => names[id] ?? id.replaceAll("-", " ");
  const anchor = to.anchor.kind === "date" ? longDate(to.anchor.date) : name(to.anchor.event);
  const offset =
    to.offset === null ? "" : `${formatLength(to.offset.length)} ${to.offset.sign === 1 ? "after" : "before"} `;
  const said = relation === "on" && (to.offset !== null || to.anchor.kind === "date") ? "on" : relationText[relation];
  const subject = name(event);
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}: ${said} ${offset}${anchor}`;
}
