/** One day, or a stretch of whole days, that a calendar shows. */
export interface CalendarEntry {
  /** Stays the same from file to file, so that a calendar that has it changes it instead of adding another. */
  readonly uid: string;
  /** Counts the changes of this entry, from 0; a calendar believes the higher. A whole number, 0 or more. */
  readonly sequence: number;
  /** The first day, YYYY-MM-DD. */
  readonly from: string;
  /** The last day, included, YYYY-MM-DD; the first day where it is one day. */
  readonly to: string;
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
  /** A day that is only possible, or no longer binds. */
  readonly status: "confirmed" | "tentative" | "cancelled";
}

export interface CalendarFile {
  /** What the calendar is called where it is shown. */
  readonly name: string;
  /** The day on which these entries were true, YYYY-MM-DD: written as the stamp, so the same answer is the same file. */
  readonly stamped: string;
  readonly entries: readonly CalendarEntry[];
}

/**
 * A calendar in iCalendar (RFC 5545), of whole days. The same input gives the same text; no clock is read. Any text is
 * allowed in every field: what has a meaning in the format is escaped, and control characters are left out. Days are
 * not checked: write dates that exist. Linear.
 */
export function writeCalendar({ name, stamped, entries }: CalendarFile): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Parley//Parley//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => linesOf(entry, stamped)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function linesOf(
  { uid, sequence, from, to, summary, description, categories, status }: CalendarEntry,
  stamped: string,
): readonly string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${compact(stamped)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(from)}`,
    // The end of a stretch of days is the day after its last.
    `DTEND;VALUE=DATE:${compact(dayAfter(to))}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description === "" ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escaped).join(",")}`]),
    `STATUS:${status.toUpperCase()}`,
    // A day on which something is due takes nobody's time.
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function compact(day: string): string {
  return day.replaceAll("-", "");
}

function dayAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}

/** Text as RFC 5545, section 3.3.11 writes it. */
function escaped(text: string): string {
  return (
    text
      .replaceAll(/[\\;,]/gu, String.raw`\$&`)
      .replaceAll(/\r\n|\r|\n/gu, String.raw`\n`)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the format allows no control character but the tab.
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/gu, "")
  );
}

const octetsMax = 75;
const encoder = new TextEncoder();

/** No line is longer than 75 octets; what follows begins with a space, and no character is cut. */
function folded(line: string): string {
  let out = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > octetsMax) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
