import type { Column } from "./column.ts";
import { ever, never } from "./day-sums.ts";
import type { Dossier } from "./dossier.ts";
import { sortOnce } from "./order.ts";
import { told } from "./state.ts";
import { recurring } from "./terms.ts";

/** The days on which the state of a commitment may change, ascending. Between two of them, and after the last, it does not. */
export function turningDays<Ref>(dossier: Dossier<Ref>, days: Column): void {
  const { binding, view } = dossier;
  const { record } = view;
  days.clear();
  const add = (day: number) => {
    if (day > ever && day < never) days.push(day);
  };
  add(binding.fromSeen);
  add(binding.fromDay);
  add(binding.stepsDay);
  add(binding.breachDay);
  add(binding.startSeen);
  add(binding.startDay);
  add(binding.phaseEnd + 1);
  add(binding.boundFirst);
  add(binding.boundFirst + 1);
  add(binding.dueSeen);
  add(binding.dueDay);
  add(binding.dueDay + 1);
  let last = never;
  for (let k = 0; k < dossier.testimony.on.length; k += 1) {
    const on = dossier.testimony.on.at(k);
    if (on !== last) days.push(on);
    last = on;
  }
  for (const list of [dossier.alleged, dossier.findings, dossier.powers, dossier.disputes])
    for (let k = 0; k < list.length; k += 1) days.push(record.onAt(list.at(k)));
  for (const { until } of dossier.used.uses)
    if (until !== null) {
      add(until);
      add(until + 1);
    }
  const disputed = dossier.contested.disputed.from;
  for (let k = 0; k < disputed.length; k += 1) add(disputed.at(k));
  for (let k = 0; k < dossier.opposition.days.length; k += 1) add(dossier.opposition.days.at(k));
  sortOnce(days);
  if (dossier.way === recurring) addPeriods(dossier, days);
}

/**
 * A period and the one after it may differ from what follows, where something happens in it. In a period in which nothing
 * happens, after another such, the state stays what it was.
 */
function addPeriods<Ref>({ periods }: Dossier<Ref>, days: Column): void {
  const count = days.length;
  let looked = 0;
  for (let at = 0; at < count; at += 1) {
    const k = periods.at(days.at(at));
    if (k === 0 || k === looked) continue;
    looked = k;
    const [start, end, endAfter] = [periods.startOf(k), periods.endOf(k), periods.endOf(k + 1)];
    if (start > ever) days.push(start);
    days.push(end);
    days.push(end + 1);
    if (endAfter >= never) continue;
    days.push(endAfter);
    days.push(endAfter + 1);
  }
  sortOnce(days);
}

/** Stretches of one state: each from its first day, the first from `ever`. */
export interface Stretches {
  readonly days: Column;
  readonly codes: Column;
}

/** Adds the stretches of a commitment to others. `turns` is for work and is overwritten. */
export function tellStretches<Ref>(dossier: Dossier<Ref>, { days, codes }: Stretches, turns: Column): void {
  turningDays(dossier, turns);
  let last = told(dossier, turns.length === 0 ? 0 : turns.at(0) - 1);
  days.push(ever);
  codes.push(last);
  for (let k = 0; k < turns.length; k += 1) {
    const now = told(dossier, turns.at(k));
    if (now === last) continue;
    last = now;
    days.push(turns.at(k));
    codes.push(now);
  }
}
