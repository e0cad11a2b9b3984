/** A length, or a moment counted from {@link calendarStart}, in whole minutes. May be negative. */
export type Minutes = number & { readonly __brand: "Minutes" };

/** An event of the network, by the name its caller gives it. */
export type EventId = string;

/**
 * The event at minute 0, from which every date runs; the caller says which day it stands for. It belongs to every
 * network and never has a window. A date is a link from it.
 */
export const calendarStart: EventId = "calendar-start";

const minutesInDay = 1440;

/** Takes a whole number of minutes. Throws RangeError when it is not a safe integer. */
export function minutes(count: number): Minutes {
  if (!Number.isSafeInteger(count)) throw new RangeError(`${count} is not a whole number of minutes.`);
  // Adding zero turns the minus zero of floating point into zero, so that equal lengths print alike.
  return (count + 0) as Minutes;
}

/** A number of days as minutes, 1,440 to the day. Throws RangeError when the result is not a safe integer. */
export function days(count: number): Minutes {
  return minutes(count * minutesInDay);
}
