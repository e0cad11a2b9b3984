import { type CivilDate, parseCivilDate } from "@parley/calendar";
import { type Diagnostic, diagnostic } from "@parley/diagnostics";
import type { Head, Source } from "../../answers/shared.ts";
import type { Process } from "../../events.ts";
import { fold, type State } from "../../fold.ts";

/** The room that everybody may read. */
const publicRoom = "public";

/** What every question takes. */
export interface Asking {
  /** YYYY-MM-DD; the process's own as-of day unless told. */
  readonly asOf?: string | undefined;
  /** True to see only what everybody may read. */
  readonly publicOnly?: boolean | undefined;
  /** The id of a room, to see only what is readable there: what is in it, and what is public. */
  readonly inRoom?: string | undefined;
}

/** A state with the head of its answers. */
export interface Viewed {
  readonly ok: true;
  readonly state: State;
  readonly head: Head;
}

/**
 * The state that a question is asked of. Whoever holds the folder holds every room in it, so the view is of all
 * rooms unless only the public one is asked for. Refuses a day that does not exist.
 */
export function viewOf(
  process: Process,
  { asOf, publicOnly = false, inRoom }: Asking,
): Viewed | { readonly ok: false; readonly refusal: Diagnostic } {
  const { definition } = process;
  const day: CivilDate | null = asOf === undefined ? definition["as-of"] : parseCivilDate(asOf);
  if (day === null) {
    return refuse(
      "no-such-day",
      `“${asOf ?? ""}” is not a date that exists.`,
      "Write the day as YYYY-MM-DD, for example 2021-04-12.",
    );
  }
  if (inRoom !== undefined && !definition.rooms.some(({ id }) => id === inRoom)) {
    const known = definition.rooms.map(({ id }) => id).join(", ");
    return refuse("unknown-room", `There is no room “${inRoom}”.`, `The rooms are: ${known}.`);
  }
  const only = publicOnly ? publicRoom : inRoom;
  // The process's own room is where everything is prepared: whoever may read it holds the folder.
  const holdsAll = only === undefined || (!publicOnly && only === definition.room);
  const mayRead = (room: string) => holdsAll || room === publicRoom || room === only;
  const state = fold(process, { asOf: day, mayRead });
  const head: Head = {
    process: definition.process,
    title: definition.title,
    notice: definition.notice,
    invented: definition.invented,
    room: only ?? definition.room,
    asOf: day,
  };
  return { ok: true, state, head };
}

/** A question that cannot be put, with how to put it. */
export function refuse(
  code: string,
  message: string,
  help: string,
): { readonly ok: false; readonly refusal: Diagnostic } {
  return { ok: false, refusal: diagnostic({ code, severity: "error", message, help }) };
}

/** A source as answers cite it; null when it is not listed. */
export function sourceOf(state: Pick<State, "definition">, id: string | null): Source | null {
  const found = state.definition.sources.find((source) => source.id === id);
  if (found === undefined) return null;
  const { outlet, published, grade, note } = found;
  return { id: found.id, outlet, published, grade, note };
}

export function sourcesOf(state: Pick<State, "definition">, ids: readonly string[]): Source[] {
  return ids.flatMap((id) => sourceOf(state, id) ?? []);
}

/** The name of a party; its id when it is not listed. */
export function partyName(state: Pick<State, "definition">, id: string): string {
  const { parties, speakers } = state.definition;
  return parties.find((party) => party.id === id)?.name ?? speakers.find((speaker) => speaker.id === id)?.name ?? id;
}

/** The name of a moment in the timetable. */
export function eventName(state: Pick<State, "definition">, id: string): string {
  return state.definition.events[id] ?? id.replaceAll("-", " ");
}

/** A sentence starts with a capital and ends with a full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.!?]$/u.test(trimmed) ? "" : "."}`;
}

/**
 * Said before an answer while the folder has errors: what could not be read cannot block, so that an answer may look
 * freer than it is. Empty when nothing is wrong.
 */
export function caveatOf({ diagnostics, filesUnread }: Process): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length + filesUnread;
  return errors === 0
    ? ""
    : `Not to be relied on: the folder has ${counted(errors, "error")}, so that something may be missing. `;
}

/** "1 day", "2 days". */
export function counted(n: number | bigint | string, noun: string): string {
  return `${digits(n)} ${noun}${String(n) === "1" ? "" : "s"}`;
}

/** A count as an answer holds it: a number, and its digits as text where a reader of JSON would round it. */
export function exactCount(n: bigint): number | string {
  return n <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(n) : n.toString();
}

/** A whole number with its thousands parted; the largest come as text or bigint, and none is rounded. */
export function digits(n: number | bigint | string): string {
  return BigInt(n).toLocaleString("en");
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** Small numbers as prose writes them. */
export function inWords(n: number): string {
  return ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][n] ?? n.toLocaleString("en");
}
