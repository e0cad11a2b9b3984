import { type CivilDate, type DayNumber, dateOfDay, dayNumberOf, longDate } from "@parley/calendar";
import type { Entry, Register } from "@parley/compliance";
import type { StatusAnswer } from "../../answers/status.ts";
import { counted } from "../join/view.ts";
import { stateWords } from "./reasons.ts";
import type { Telling } from "./standing-told.ts";
import { type KeptRef, recordId } from "./undertakings.ts";

/** What moved: in the week before the day asked, in what was known since, and what the days ahead bring. */

const daysBack = 7;
const daysAhead = 400;

type Asked = { readonly telling: Telling; readonly register: Register<KeptRef>; readonly known: CivilDate };

export function changesIn({ state, on }: Telling, register: Register<KeptRef>): StatusAnswer["changes"] {
  return register
    .changes({ from: (on - daysBack) as DayNumber, to: on as DayNumber })
    .map(({ ref, was, is, on: day }) => ({
      commitment: ref.name,
      reader: ref.made.reading.reader,
      on: dateOfDay(day),
      was,
      is,
      text: `${longDate(dateOfDay(day))}: ${nameOf(state, ref)} was ${stateWords[was]} and is ${stateWords[is]}.`,
    }));
}

/** Where what was only known after the day asked changed the state of that day: the past is told anew, and it is said. */
export function revisedIn({ telling, register, known }: Asked): StatusAnswer["revised"] {
  const { state, on } = telling;
  const day = on as DayNumber;
  if (dayNumberOf(known) <= on) return [];
  const before = new Map(
    register
      .asKnown(day)
      .standings(day)
      .map((each) => [each.id, each]),
  );
  return register.standings(day).flatMap(({ id, ref, state: is, evidence }) => {
    const was = before.get(id)?.state;
    if (was === undefined || was === is) return [];
    const entries = [
      ...new Set(
        evidence
          .filter(({ entry, standing }) => entry.known > on && standing !== "set aside" && makesStates(entry))
          .map(({ entry }) => recordId(entry.id)),
      ),
    ];
    return [
      {
        commitment: ref.name,
        reader: ref.made.reading.reader,
        was,
        is,
        entries,
        text: `${nameOf(state, ref)}: as known on ${longDate(dateOfDay(on))} it was ${stateWords[was]}; by what became known later it was ${stateWords[is]}.`,
      },
    ];
  });
}

/** A verification, an attribution or a dispute stands beside a state and makes none. */
function makesStates({ kind }: Entry): boolean {
  return kind !== "verification" && kind !== "attribution" && kind !== "dispute";
}

const whatWords = {
  due: "is due",
  "begins to bind": "begins to bind",
  "period ends": "is due in this period",
  "phase ends": "loses its phase",
  "suspension ends": "binds again: its suspension ends",
} as const;

export function nextDays({ state, on }: Telling, register: Register<KeptRef>): StatusAnswer["next"] {
  // Of a recurring duty the next day says enough: the others follow from its rule.
  const recurring = new Set<string>();
  return register
    .upcoming({ from: (on + 1) as DayNumber, to: (on + daysAhead) as DayNumber })
    .filter(({ id, what }) => what !== "period ends" || (!recurring.has(id) && recurring.add(id)))
    .map(({ ref, day, what }) => ({
      day: dateOfDay(day),
      inDays: day - on,
      commitment: ref.name,
      reader: ref.made.reading.reader,
      text: `${nameOf(state, ref)} ${whatWords[what]} (in ${counted(day - on, "day")}).`,
    }));
}

function nameOf(state: Telling["state"], ref: KeptRef): string {
  const provision = state.definition.provisions[ref.read.provision];
  return `“${ref.read.act}”${provision === undefined ? "" : ` (${provision})`}`;
}
