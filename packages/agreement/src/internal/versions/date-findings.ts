import {
  type Calendar,
  dateOfDay,
  type datesIn,
  type LunarRule,
  longDate,
  lunarHijriDays,
  plainScript,
  type ReadDate,
  sameDay,
  solarHijriOf,
} from "@parley/calendar";
import type { Provision } from "../../model.ts";
import type { VersionFinding } from "../../versions.ts";
import { found, listed, named, type Pair } from "./finding.ts";
import { type Scope, spanIn, type VersionView } from "./view.ts";

/** The dates of one stretch of one version. */
export interface DatesHere {
  readonly view: VersionView;
  readonly scope: Scope;
  readonly read: ReturnType<typeof datesIn>;
}

const calendars: Readonly<Record<Calendar, string>> = {
  gregorian: "Gregorian",
  "solar-hijri": "Solar Hijri",
  "lunar-hijri": "lunar Hijri",
};

const rules: Readonly<Record<LunarRule, string>> = {
  tabular: "the tables",
  "tabular-thursday": "the older tables",
  "umm-al-qura": "Umm al-Qura",
};

/** LNG-12 to LNG-14: dates of one side that are no day of the other. A date may be said twice, in two calendars. */
export function dateFindings({ prevails }: Pair, provision: Provision, a: DatesHere, b: DatesHere): VersionFinding[] {
  const findings: VersionFinding[] = [];
  const pending = (here: DatesHere): Set<ReadDate> => {
    const told = new Set(twoWaysIn(here).map(([, second]) => second));
    return new Set(here.read.dates.filter((date) => !told.has(date)));
  };
  const [restA, restB] = [pending(a), pending(b)];
  for (const wanted of ["same", "depends", "may-be"] as const) {
    for (const one of a.read.dates) {
      for (const other of b.read.dates) {
        if (!(restA.has(one) || restB.has(other)) || sameDay(one, other) !== wanted) continue;
        if (wanted !== "same" && !(restA.has(one) && restB.has(other))) continue;
        restA.delete(one);
        restB.delete(other);
        if (wanted !== "same") findings.push(byTheMoon(prevails, provision, [a, one], [b, other]));
      }
    }
  }
  const [leftA, leftB] = [[...restA], [...restB]];
  while (leftA.length > 0 && leftB.length > 0) {
    const [one, other] = [leftA.shift(), leftB.shift()];
    if (one !== undefined && other !== undefined) findings.push(differ(prevails, provision, [a, one], [b, other]));
  }
  for (const [left, here, other] of [
    [leftA, a, b],
    [leftB, b, a],
  ] as const)
    if (other.read.unread.length === 0)
      findings.push(...left.map((date) => missing(prevails, provision, [here, date], other)));
  return findings;
}

type Placed = readonly [DatesHere, ReadDate];

function differ(prevails: string | null, provision: Provision, [a, one]: Placed, [b, other]: Placed): VersionFinding {
  const unsaid = [one, other].find((date) => !date.calendarSaid);
  if (unsaid !== undefined && asLunar(unsaid, unsaid === one ? other : one))
    return calendarUnsaid(prevails, provision, [a, one], [b, other], unsaid);
  const apart = daysApart(one, other);
  return found(prevails, {
    code: "version-date-differs",
    kind: "dates",
    severity: "error",
    provision,
    sides: [sideOf(a, one), sideOf(b, other)],
    message: `In ${named(provision)} the ${a.view.name} text says ${shown(one)} and the ${b.view.name} text ${shown(other)}: ${apart} apart. A deadline would pass on one side and run on the other.`,
    help: `Find out which day was agreed.${inCalendarOf(other, one)}`,
  });
}

/** “29 February 2020” is 1398/12/10 in the calendar of the other, where both name one day. */
function inCalendarOf(other: ReadDate, one: ReadDate): string {
  const [day] = one.dayNumbers;
  if (
    day === undefined ||
    one.dayNumbers.length > 1 ||
    other.calendar === one.calendar ||
    other.calendar === "lunar-hijri"
  )
    return "";
  const solar = other.calendar === "solar-hijri" ? solarHijriOf(day.day) : null;
  const said = solar === null ? longDate(dateOfDay(day.day)) : `${solar.year}/${solar.month}/${solar.day}`;
  return ` “${one.text}” is ${said} in the ${calendars[other.calendar]} calendar.`;
}

/** Figures without a name of month are taken for Solar Hijri; if the moon would make them agree, the calendar must be said. */
function asLunar(date: ReadDate, other: ReadDate): boolean {
  const dayNumbers = lunarHijriDays(date);
  return dayNumbers.length > 0 && sameDay({ ...date, calendar: "lunar-hijri", dayNumbers }, other) !== "other";
}

function calendarUnsaid(
  prevails: string | null,
  provision: Provision,
  [a, one]: Placed,
  [b, other]: Placed,
  unsaid: ReadDate,
): VersionFinding {
  return found(prevails, {
    code: "version-not-compared",
    kind: "dates",
    severity: "note",
    provision,
    sides: [sideOf(a, one), sideOf(b, other)],
    message: `In ${named(provision)} “${unsaid.text}” does not say its calendar. As a Solar Hijri date it is another day than “${(unsaid === one ? other : one).text}”, as a lunar one it may be the same.`,
    help: "Write the name of the month, or the calendar after the year.",
  });
}

function byTheMoon(
  prevails: string | null,
  provision: Provision,
  [a, one]: Placed,
  [b, other]: Placed,
): VersionFinding {
  const zodiac = [one, other].some(({ dayNumbers }) => dayNumbers.some(({ by }) => by.includes("zodiac")));
  const why = zodiac
    ? "Before 1336 the months of Afghanistan had 29 to 32 days."
    : `${[one, other]
        .filter(({ calendar }) => calendar === "lunar-hijri")
        .map(possible)
        .join(" ")} A month begins when the moon is seen.`;
  return found(prevails, {
    code: "version-date-by-the-moon",
    kind: "dates",
    severity: "note",
    provision,
    sides: [sideOf(a, one), sideOf(b, other)],
    message: `In ${named(provision)} “${one.text}” (${a.view.name}) and “${other.text}” (${b.view.name}) may be the same day. ${why}`,
    help: "Ask which day is meant, and let one calendar prevail for dates.",
  });
}

/** “5 Rajab 1441 is 29 February 2020 by the tables and Umm al-Qura, 28 February 2020 by the older tables.” */
function possible({ text, dayNumbers }: ReadDate): string {
  const said = dayNumbers.flatMap(({ day, by }) => {
    const names = by.flatMap((rule) => (rule in rules ? [rules[rule as LunarRule]] : []));
    return names.length === 0 ? [] : [`${longDate(dateOfDay(day))} by ${names.join(" and ")}`];
  });
  return `“${text}” is ${said.length === 0 ? "a day by sighting only" : said.join(", ")}.`;
}

function missing(
  prevails: string | null,
  provision: Provision,
  [here, date]: Placed,
  other: DatesHere,
): VersionFinding {
  return found(prevails, {
    code: "version-date-missing",
    kind: "dates",
    severity: "warning",
    provision,
    sides: [sideOf(here, date), { view: other.view, span: other.scope.whole, words: "" }],
    message: `In ${named(provision)} the ${here.view.name} text says “${date.text}”, and no date of that day was found in the ${other.view.name} text.`,
    help: "Read both: write the date where it is missing, or take it out of the other.",
  });
}

/** LNG-15: one version says one day in two calendars, and they are two days. */
export function dateTwoWaysFindings(prevails: string | null, provision: Provision, here: DatesHere): VersionFinding[] {
  return twoWaysIn(here).map(([one, other]) =>
    found(prevails, {
      code: "version-date-two-ways",
      kind: "dates",
      severity: "error",
      provision,
      sides: [{ ...sideOf(here, one), words: `${one.text}; ${other.text}` }],
      message: `In ${named(provision)} the ${here.view.name} text gives ${shown(one)} and ${shown(other)} for one day, and they are ${daysApart(one, other)} apart.`,
      help: "Find out which day was agreed, and correct the other calendar.",
    }),
  );
}

const answers =
  /^[\s،,]*(?:(?:or|that is|equivalent to|corresponding (?:to|with)|مطابق(?: به| با)?|برابر (?:به|با)|موافق(?: به| با)?|مساوی به|سره سم|چې له)?[\s،,]*\(?[\s،,]*(?:or|that is|equivalent to|corresponding (?:to|with)|مطابق(?: به| با)?|برابر (?:به|با)|د)?)\s*$/iu;

function twoWaysIn({ read, scope }: DatesHere): (readonly [ReadDate, ReadDate])[] {
  return read.dates.flatMap((one, index) => {
    const other = read.dates[index + 1];
    if (other === undefined || one.calendar === other.calendar) return [];
    const between = scope.text.slice(one.span.end, other.span.start);
    if (between.trim().length < 1 || /^[\s،,]+$/u.test(between) || !answers.test(between)) return [];
    return sameDay(one, other) === "other" ? [[one, other] as const] : [];
  });
}

/** LNG-16: “Friday, 29 February 2020”, which was a Saturday. */
export function weekdayFindings(prevails: string | null, provision: Provision, here: DatesHere): VersionFinding[] {
  return here.read.dates
    .filter(
      ({ weekday, dayNumbers }) =>
        weekday !== null && !dayNumbers.some(({ day }) => (((day + 4) % 7) + 7) % 7 === weekday),
    )
    .map((date) =>
      found(prevails, {
        code: "version-weekday-wrong",
        kind: "dates",
        severity: "warning",
        provision,
        sides: [sideOf(here, date)],
        message: `In ${named(provision)} the ${here.view.name} text says “${date.text}”, and that day is not that day of the week.`,
        help: "Find out whether the date or the day of the week was meant.",
      }),
    );
}

/** What `datesIn` says of a year by itself. */
const yearAlone = "It names a year and no day.";

/** LNG-17: words that look like dates and give no day, in one note for the provision. */
export function datesNotCompared(
  { a, b, prevails }: Pair,
  provision: Provision,
  other: Provision,
  scopes: readonly (readonly [DatesHere, DatesHere])[],
): VersionFinding[] {
  const unread = scopes.flatMap(([one, two]) =>
    saysTheSame(one, two) ? [] : [one, two].flatMap((here) => here.read.unread.map((date) => ({ here, date }))),
  );
  if (unread.length === 0) return [];
  const side = (view: VersionView, its: Provision) => {
    const own = unread.filter(({ here }) => here.view === view);
    const [first] = own;
    return {
      view,
      span: first === undefined ? its.ownSpan : spanIn(view, first.here.scope, first.date.span),
      words: own.map(({ date }) => date.text).join("; "),
    };
  };
  const why = [...new Set(unread.map(({ date }) => date.why))].join(" ");
  return [
    found(prevails, {
      code: "version-not-compared",
      kind: "dates",
      severity: "note",
      provision,
      sides: [side(a, provision), side(b, other)],
      message: `In ${named(provision)} ${listed(unread.map(({ date }) => date.text))} could not be compared. ${why}`,
      help: "Write day, month and year; or have somebody who reads both languages compare them.",
    }),
  ];
}

/** The same words, or nothing but the same years. */
function saysTheSame(one: DatesHere, two: DatesHere): boolean {
  const onlyYears = [...one.read.unread, ...two.read.unread].every(({ why }) => why === yearAlone);
  const said = ({ read }: DatesHere): string =>
    read.unread
      .map(({ text }) => plainScript(text).text)
      .map((text) => (onlyYears ? text.replace(/\D/gu, "") : text))
      .sort()
      .join("\n");
  return said(one) === said(two);
}

function daysApart(one: ReadDate, other: ReadDate): string {
  const apart = one.dayNumbers.flatMap(({ day }) => other.dayNumbers.map((each) => Math.abs(each.day - day)));
  const [least, most] = [Math.min(...apart), Math.max(...apart)];
  return least === most ? `${least} day${least === 1 ? "" : "s"}` : `${least} to ${most} days`;
}

/** The day in the Gregorian calendar, with the range where the moon decides. */
function dayOf({ calendar, dayNumbers }: ReadDate): string {
  const [first, last] = [dayNumbers[0]?.day ?? 0, dayNumbers.at(-1)?.day ?? 0];
  const said =
    first === last ? longDate(dateOfDay(first)) : `${longDate(dateOfDay(first))} to ${longDate(dateOfDay(last))}`;
  return calendar === "gregorian" ? said : `${calendars[calendar]}, ${said}`;
}

/** The date as written, and in brackets its day where the writing does not show it. */
function shown(date: ReadDate): string {
  const plain = date.calendar === "gregorian" && plainScript(date.text).text.includes(plainScript(dayOf(date)).text);
  return plain ? `“${date.text}”` : `“${date.text}” (${dayOf(date)})`;
}

function sideOf(
  here: DatesHere,
  date: ReadDate,
): { view: VersionView; span: ReturnType<typeof spanIn>; words: string } {
  return { view: here.view, span: spanIn(here.view, here.scope, date.span), words: date.text };
}
