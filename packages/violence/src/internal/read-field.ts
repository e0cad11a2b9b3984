import { daysInMonth } from "@parley/calendar";

/** Stands for "no such figure here" in whole-number columns. */
export const absent = -2_147_483_648;
/** Stands for "there is something here, and it cannot be read". */
export const unreadable = -2_147_483_647;

const digit = (byte: number | undefined): number => {
  const value = (byte ?? 0) - 48;
  return value >= 0 && value <= 9 ? value : -1;
};

/** Days since 1970-01-01 (H. Hinnant, chrono-compatible low-level date algorithms). */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The day that exists, of the years 1900 to 2100; else `unreadable`. */
function checkedDay(year: number, month: number, day: number): number {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return unreadable;
  return day > 28 && day > daysInMonth({ year, month }) ? unreadable : dayNumber(year, month, day);
}

/**
 * A day as sources write it: 2020-02-22, with or without a time of day after it (2020-02-22 00:00:00.000); 22 February 2020,
 * 22-Feb-2020. Figures alone with strokes (02/03/2020) are not read, since they mean two days.
 */
export function readDay(bytes: Uint8Array, start: number, end: number): number {
  while (start < end && bytes[start] === 32) start += 1;
  while (end > start && bytes[end - 1] === 32) end -= 1;
  if (start === end) return absent;
  const first = digit(bytes[start]);
  if (end - start >= 10 && bytes[start + 4] === 45 && bytes[start + 7] === 45 && first >= 0) {
    const [b, c, d] = [digit(bytes[start + 1]), digit(bytes[start + 2]), digit(bytes[start + 3])];
    const [e, f] = [digit(bytes[start + 5]), digit(bytes[start + 6])];
    const [g, h] = [digit(bytes[start + 8]), digit(bytes[start + 9])];
    if ((b | c | d | e | f | g | h) < 0 || !timeOfDay(bytes, start + 10, end)) return unreadable;
    return checkedDay(first * 1000 + b * 100 + c * 10 + d, e * 10 + f, g * 10 + h);
  }
  return readNamedDay(bytes, start, end);
}

/** Nothing, or a space or T and a time such as 00:00:00.000. */
function timeOfDay(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true;
  if ((bytes[start] !== 32 && bytes[start] !== 84) || end - start < 6) return false;
  for (let at = start + 1; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (digit(byte) < 0 && byte !== 58 && byte !== 46 && byte !== 90) return false;
  }
  return true;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const fullMonths = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

function readNamedDay(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 20) return unreadable;
  const text = String.fromCharCode(...bytes.subarray(start, end)).toLowerCase();
  const match = /^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4})$/u.exec(text);
  if (match === null) return unreadable;
  const word = match[2] ?? "";
  const month = (months.includes(word) ? months.indexOf(word) : fullMonths.indexOf(word)) + 1;
  return checkedDay(Number(match[3]), month, Number(match[1]));
}

/** A whole number from 0 to 2,147,483,647, also written 6.0; `absent` when blank, `unreadable` otherwise. */
export function readCount(bytes: Uint8Array, start: number, end: number): number {
  while (start < end && bytes[start] === 32) start += 1;
  while (end > start && bytes[end - 1] === 32) end -= 1;
  if (start === end) return absent;
  let value = 0;
  let at = start;
  for (; at < end; at += 1) {
    const figure = digit(bytes[at]);
    if (figure < 0) break;
    value = value * 10 + figure;
    if (value > 2_147_483_647) return unreadable;
  }
  if (at === start) return unreadable;
  if (at < end) {
    if (bytes[at] !== 46) return unreadable;
    const point = at;
    for (at += 1; at < end; at += 1) if (bytes[at] !== 48) return unreadable;
    // "1.000" is one to some and a thousand to others.
    if (at - point === 4) return unreadable;
  }
  return value;
}

/** Degrees as millionths, rounded half away from 0; `absent` when blank, `unreadable` when no number or beyond `degreesMax`. */
export function readDegrees(
  bytes: Uint8Array,
  { start, end, degreesMax }: { readonly start: number; readonly end: number; readonly degreesMax: number },
): number {
  let at = start;
  let stop = end;
  while (at < stop && bytes[at] === 32) at += 1;
  while (stop > at && bytes[stop - 1] === 32) stop -= 1;
  if (at === stop) return absent;
  const negative = bytes[at] === 45;
  if (negative) at += 1;
  const begun = at;
  let value = 0;
  for (; at < stop && digit(bytes[at]) >= 0; at += 1) {
    value = value * 10 + digit(bytes[at]);
    if (value > 1000) return unreadable;
  }
  let read = at - begun;
  let scale = 1;
  let roundUp = false;
  if (at < stop && bytes[at] === 46) {
    for (at += 1; at < stop && digit(bytes[at]) >= 0; at += 1, read += 1) {
      if (scale < 1_000_000) {
        value = value * 10 + digit(bytes[at]);
        scale *= 10;
      } else if (scale === 1_000_000) {
        roundUp = digit(bytes[at]) >= 5;
        scale = 10_000_000;
      }
    }
  }
  if (read === 0 || at < stop) return unreadable;
  const millionths = Math.round(value * (1_000_000 / Math.min(scale, 1_000_000))) + (roundUp ? 1 : 0);
  if (millionths > degreesMax * 1_000_000) return unreadable;
  return negative && millionths !== 0 ? -millionths : millionths;
}

/** The earliest day in a list parted by semicolons; what cannot be read in it is passed over. `absent` when there is none. */
export function readEarliestDay(bytes: Uint8Array, start: number, end: number): number {
  let earliest = absent;
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && bytes[at] !== 59) continue;
    const day = readDay(bytes, from, at);
    if (day > unreadable && (earliest === absent || day < earliest)) earliest = day;
    from = at + 1;
  }
  return earliest;
}
