const millisecondsPerDay = 86_400_000;

/** Days from the first to the last of some dates with room at both ends, as percentages across a picture. */
export interface TimeScale {
  /** How far along a date stands, in percent of the width. */
  readonly at: (date: string) => number;
  /** First days of months (or quarters, or years), few enough to be labelled. */
  readonly ticks: readonly { readonly date: string; readonly label: string }[];
}

const ticksMax = 7;
const stepsOfMonths = [1, 2, 3, 6, 12, 24, 60, 120, 600];
const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A scale over the given dates; without any it is one day wide and has no ticks. Dates are YYYY-MM-DD. */
export function timeScale(dates: readonly string[]): TimeScale {
  if (dates.length === 0) return { at: () => 50, ticks: [] };
  const days = dates.map(dayOf);
  const [least, most] = [Math.min(...days), Math.max(...days)];
  const room = Math.max(3, Math.round((most - least) * 0.04));
  const [first, last] = [least - room, most + room];
  return {
    at: (date) => Math.round(((dayOf(date) - first) / (last - first)) * 10_000) / 100,
    ticks: ticksOf(first, last),
  };
}

function ticksOf(first: number, last: number): TimeScale["ticks"] {
  for (const step of stepsOfMonths) {
    const ticks = monthsBetween(first, last).filter((month) => month % step === 0);
    if (ticks.length <= ticksMax) return ticks.map((month) => tickOf(month, step));
  }
  return [];
}

/** Months (counted from year 0) whose first day lies between two days. */
function monthsBetween(first: number, last: number): number[] {
  const start = new Date(first * millisecondsPerDay);
  const months: number[] = [];
  for (
    let month = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1;
    firstDayOf(month) <= last && months.length < 6000;
    month += 1
  )
    months.push(month);
  return months;
}

function tickOf(month: number, step: number): TimeScale["ticks"][number] {
  const year = Math.floor(month / 12);
  const name = names[month % 12] ?? "";
  const date = new Date(firstDayOf(month) * millisecondsPerDay).toISOString().slice(0, 10);
  return { date, label: step >= 12 ? String(year) : month % 12 === 0 ? `${name} ${year}` : name };
}

function firstDayOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / millisecondsPerDay;
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
}
