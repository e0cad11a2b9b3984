import type { Source } from "@parley/process";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2021-03-23" as "23 Mar 2021"; anything else as it is. */
export function shortDate(date: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} ${name} ${year}`;
}

/** A date, or what its absence means. */
export function dateOr(date: string | null, otherwise: string): string {
  return date === null ? otherwise : shortDate(date);
}

/** "Reuters, 23 Mar 2021"; a source that is not to be taken at its word says so. */
export function citation({ outlet, published, grade }: Source): string {
  const graded = grade === "unverified" || grade === "assessed" ? `, ${grade}` : "";
  return `${outlet}${published === null ? "" : `, ${shortDate(published)}`}${graded}`;
}

/** Sources in brackets, after the sentence they carry; nothing without any. */
export function cited(sources: readonly (Source | null)[]): string {
  const named = [...new Set(sources.flatMap((source) => (source === null ? [] : [citation(source)])))];
  return named.length === 0 ? "" : ` (${named.join("; ")})`;
}

/** "1 day", "2 days". */
export function counted(n: number | string, noun: string, plural = `${noun}s`): string {
  return `${digits(n)} ${String(n) === "1" ? noun : plural}`;
}

/** A whole number with its thousands parted; the largest come as text, and none is rounded. */
export function digits(n: number | string): string {
  return BigInt(n).toLocaleString("en");
}

/** Options chosen, as "issue=option". */
export function chosen(choices: Readonly<Record<string, string>>): string {
  return Object.entries(choices)
    .map(([issue, option]) => `${issue}=${option}`)
    .join(", ");
}
