import { formatLength, shortDate } from "@parley/calendar";
import { type Conflict, calendarStart, type Minutes, type Repair, type Step } from "@parley/schedule";
import type { ConflictAnswer, LinkAnswer } from "../../answers/schedule.ts";
import type { Source } from "../../answers/shared.ts";
import type { State } from "../../fold.ts";
import { dayAt, dayWords } from "./moment.ts";
import type { LinkRef } from "./network.ts";
import { counted, eventName, listed, partyName, sentence, sourceOf } from "./view.ts";

/** Tells links and conflicts of the timetable in words that can be added up by hand. */

const minutesPerDay = 1440;

type Telling = Pick<State, "definition" | "asOf">;

/** The reference that a step rests on: a rival reading's, where the step uses one. */
export function refOf(step: Step<LinkRef>): LinkRef {
  return step.link.variants.find(({ id }) => id === step.reading)?.ref ?? step.link.ref;
}

/** Where a link comes from, and who says so. */
function citation(
  state: Telling,
  ref: LinkRef,
): { readonly provision: string | null; readonly source: Source | null; readonly by: string | null } {
  switch (ref.kind) {
    case "record":
    case "announcement":
      return {
        provision: null,
        source: sourceOf(state, ref.entry.sources[0] ?? null),
        by: listed(ref.entry.by.map((id) => partyName(state, id))) || null,
      };
    case "position":
      return {
        provision: null,
        source: sourceOf(state, ref.position.sources[0] ?? null),
        by: partyName(state, ref.position.party),
      };
    case "assumption":
      return { provision: null, source: null, by: ref.assumption.by };
    case "date":
      return {
        provision: `${ref.made.text}#${ref.date.provision}`,
        source: sourceOf(state, ref.date.source),
        by: `as read by ${ref.made.reading.reader}`,
      };
    case "commitment":
      return {
        provision: `${ref.made.text}#${ref.commitment.provision}`,
        source: sourceOf(state, ref.commitment.source),
        by: `as read by ${ref.made.reading.reader}`,
      };
  }
}

/** One link in words; `reached` is the day its end is forced to. */
function tellLink(state: Telling, step: Step<LinkRef>, reached: Minutes | null): LinkAnswer {
  const ref = refOf(step);
  const isDate = step.link.from === calendarStart;
  return {
    id: step.link.id,
    // The engine's steps run from the latest date back; people add up forwards.
    from: step.to,
    to: step.from,
    origin: step.link.origin,
    ...citation(state, ref),
    text: sentence(ref.text),
    reaches: reached === null ? null : dayAt(reached),
    days: isDate ? null : Math.abs(step.bound) / minutesPerDay,
  };
}

/** A link by itself, outside a conflict. */
export function tellLoneLink(state: Telling, link: Step<LinkRef>["link"]): LinkAnswer {
  return {
    id: link.id,
    from: link.from,
    to: link.to,
    origin: link.origin,
    ...citation(state, link.ref),
    text: sentence(link.ref.text),
    reaches: null,
    days: null,
  };
}

/** A step of a conflict told forwards, with the earliest moment that it forces upon the event it leads to. */
interface Forced {
  readonly step: Step<LinkRef>;
  readonly reached: Minutes | null;
}

/**
 * The engine goes round a conflict from the latest dates back. People add up forwards: this starts with the date that
 * comes first, and each step forces the next event to its earliest moment, until the last cannot be kept.
 */
function forwards(conflict: Conflict<LinkRef>): Forced[] {
  const steps = [...conflict.steps].reverse();
  const start = steps.findIndex((step) => step.to === calendarStart);
  if (start < 0) return steps.map((step) => ({ step, reached: null }));
  const ordered = [...steps.slice(start), ...steps.slice(0, start)];
  let sum = 0;
  return ordered.map((step) => {
    sum -= step.bound;
    const last = step.from === calendarStart;
    return { step, reached: (last ? step.bound : sum) as Minutes };
  });
}

/**
 * All conflicts in words: contradictions, then circles of order, then tensions, the longest shortage first. A lesser conflict
 * that another covers is told under it.
 */
export function tellConflicts(state: Telling, conflicts: readonly Conflict<LinkRef>[]): ConflictAnswer[] {
  const covering = conflicts.map((conflict) => conflicts.filter((other) => covers(other, conflict)));
  const told = conflicts.map((conflict) => tellConflict(state, conflict));
  return told
    .flatMap((answer, index) => {
      if ((covering[index]?.length ?? 0) > 0) return [];
      const lesser = told.filter((_, at) => covering[at]?.some((other) => other === conflicts[index]) === true);
      return [{ ...answer, remains: lesser.map(({ shortByDays, text }) => ({ shortByDays: shortByDays ?? 0, text })) }];
    })
    .sort(
      (a, b) =>
        Number(b.certain) - Number(a.certain) ||
        kindRank[a.kind] - kindRank[b.kind] ||
        (b.shortByDays ?? 0) - (a.shortByDays ?? 0),
    );
}

const kindRank: Record<ConflictAnswer["kind"], number> = { contradiction: 0, order: 1, tension: 2 };

/** Whether a conflict is another one with only a weaker date to start from, resting on nothing that the other does not. */
function covers(larger: Conflict<LinkRef>, lesser: Conflict<LinkRef>): boolean {
  if (larger === lesser || larger.shortBy <= lesser.shortBy || larger.certain !== lesser.certain) return false;
  if (!larger.restsOn.every((id) => lesser.restsOn.includes(id))) return false;
  const own = lesser.steps.filter(({ link }) => !larger.steps.some((step) => step.link.id === link.id));
  return own.length === 1 && own[0]?.link.from === calendarStart && own[0].direction === "atLeast";
}

function tellConflict(state: Telling, conflict: Conflict<LinkRef>): ConflictAnswer {
  const forced = forwards(conflict);
  const short = conflict.kind === "order" ? null : conflict.shortBy / minutesPerDay;
  return {
    kind: conflict.kind,
    certain: conflict.certain,
    restsOn: [...conflict.restsOn],
    shortByDays: short,
    text: headline(state, conflict, forced),
    links: forced.map(({ step, reached }) => tellLink(state, step, reached)),
    repairs: conflict.repairs
      .map((repair) => ({
        link: repair.link.id,
        ...tellRepair(state, repair, conflict, forced),
        mendsAll: repair.mends,
      }))
      .sort((a, b) => Number(a.past) - Number(b.past)),
    choices: [...conflict.choices],
    remains: [],
    variants: conflict.variants.flatMap((variant) => {
      const step = conflict.steps.find(({ link }) => link.id === variant.linkId);
      if (step === undefined || variant.shortBy === null) return [];
      const ref = step.link.variants.find(({ id }) => id === variant.variantId)?.ref ?? step.link.ref;
      const reader =
        ref.kind === "date" || ref.kind === "commitment" ? ref.made.reading.reader : (variant.variantId ?? "");
      return [{ reading: reader, text: sentence(ref.text), shortByDays: variant.shortBy / minutesPerDay }];
    }),
  };
}

function headline(state: Telling, conflict: Conflict<LinkRef>, forced: readonly Forced[]): string {
  const name = (id: string) => eventName(state, id);
  if (conflict.kind === "order") {
    const round = forced.map(({ step }) => name(step.to));
    return `A circle of order: ${[...round, round[0] ?? ""].join(", then ")}. Each is asked to come before the next, which cannot be.`;
  }
  const days = counted(conflict.shortBy / minutesPerDay, "day");
  const last = forced.at(-1);
  const before = forced.at(-2);
  const certainty = conflict.certain ? "" : " This holds under one reading of the dates and not under all.";
  if (last?.reached == null || before?.reached == null) {
    const events = [...new Set(forced.map(({ step }) => name(step.to)))];
    const circular =
      conflict.restsOn.length === 0 ? "" : ` It rests on ${listed(conflict.restsOn.map((id) => `assumption ${id}`))}.`;
    return `${days} short whatever the dates: ${events.join(", then ")}, and then again ${events[0] ?? ""}.${circular}${certainty}`;
  }
  const event = name(last.step.to === calendarStart ? last.step.from : last.step.to);
  const rests =
    conflict.restsOn.length === 0 ? "" : ` It rests on ${listed(conflict.restsOn.map((id) => `assumption ${id}`))}.`;
  return `${days} short: the dates put “${event}” at ${dayWords(before.reached)} or later, and it is to be by ${dayWords(last.reached)}.${rests}${certainty}`;
}

/** The smallest change of one link, in words, with the day it comes to, and whether that day is already past. */
function tellRepair(
  state: Telling,
  repair: Repair<LinkRef>,
  conflict: Conflict<LinkRef>,
  forced: readonly Forced[],
): Pick<ConflictAnswer["repairs"][number], "text" | "past"> {
  const by = lastDayOf(repair, conflict, forced);
  const past = by !== null && isPast(state, by);
  return {
    text: `${repairWords(state, repair, by)}${past ? ` (already past on ${shortDate(state.asOf)})` : ""}.`,
    past,
  };
}

/** The day by which the change asks for an event; null where it asks for none, or for a later day. */
function lastDayOf(
  { link, direction, newBound }: Repair<LinkRef>,
  conflict: Conflict<LinkRef>,
  forced: readonly Forced[],
): number | null {
  if (link.origin === "assumption" || (link.kind === "length" && newBound !== null && link.from !== calendarStart))
    return null;
  if (link.from === calendarStart && newBound !== null) return direction === "atMost" ? null : newBound;
  const reached = forced.find(({ step }) => step.link.id === link.id)?.reached;
  return reached == null || conflict.kind === "order" ? null : reached - conflict.shortBy;
}

/** Without its full stop. */
function repairWords(state: Telling, repair: Repair<LinkRef>, by: number | null): string {
  const { link, direction, newBound } = repair;
  const name = (id: string) => eventName(state, id);
  if (link.origin === "assumption") return `Drop assumption ${link.id}`;
  if (link.from === calendarStart && newBound !== null) {
    return direction === "atMost"
      ? `Move “${name(link.to)}” to ${dayWords(newBound)} or later`
      : `Move “${name(link.to)}” to ${dayWords(newBound)} or earlier`;
  }
  if (link.kind === "length" && newBound !== null) {
    const days = formatLength({ months: 0, days: Math.abs(newBound) / minutesPerDay, hours: 0 });
    const verb = direction === "atLeast" ? "Shorten" : "Allow";
    return newBound < 0
      ? `Give up that “${name(link.to)}” follows “${name(link.from)}”`
      : `${verb} the time from “${name(link.from)}” to “${name(link.to)}”${direction === "atLeast" ? "" : " to grow"} to ${days}`;
  }
  if (by === null) return `Give up: ${sentence(link.ref.text).replace(/[.]$/u, "")}`;
  return `Do not let “${name(link.to)}” wait for “${name(link.from)}”: have it by ${dayWords(by)}`;
}

/** Nobody plans for a day that is past. */
function isPast(state: Telling, moment: number): boolean {
  const day = dayAt(moment);
  return day !== null && day < state.asOf;
}
