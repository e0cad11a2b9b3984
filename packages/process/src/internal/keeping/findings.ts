import { dateOfDay, dayNumberOf } from "@parley/calendar";
import { type ProblemCode, Register } from "@parley/compliance";
import { type Diagnostic, diagnostic } from "@parley/diagnostics";
import type { Process } from "../../events.ts";
import { fold } from "../../fold.ts";
import { sentence } from "../join/view.ts";
import { mayAdopt, notTheirs } from "./bodies.ts";
import { keepingOf, recordId } from "./undertakings.ts";

/** What to do about an entry that has no effect; names that lead nowhere are told by the check of references. */
const helps: Partial<Record<ProblemCode, string>> = {
  "known-before-it-happened": "Correct one of the two days: “known” is on or after “on”.",
  "corrects-later": "An entry corrects or withdraws what was known before it: correct its days, or name another entry.",
  "verified-by-reporter":
    "Let somebody who neither reported it nor is bound by it verify it, or record it as a report.",
  "attributed-by-verifier": "Let a body that did not verify it say who is responsible: these are separate steps.",
  "attributed-without-finding": "Record the finding that it rests on, and name it in “of”.",
  "found-by-another-body":
    "Only the body agreed to verify finds; record this as “alleged”, or correct “verified-by” in the reading.",
  "power-not-given":
    "Read the provision that gives this power as a “may” with “power” and “over”, or record what was done as “noted”.",
  "power-without-effect": "Look at the day and the power: there was nothing for it to act on.",
  "day-needs-rule": "Write “due-rule” in the reading or “month-end” in process.yaml.",
};

/** Entries of the record that have no effect on the commitments they name, as known at the end of the record, each at its place. */
export function keepingFindings(process: Process): Diagnostic[] {
  const last =
    process.events
      .map(({ known }) => known)
      .sort()
      .at(-1) ?? process.definition["as-of"];
  const asOf = dateOfDay(Math.max(dayNumberOf(last), dayNumberOf(process.definition["as-of"])));
  const state = fold(process, { asOf, mayRead: () => true });
  const keeping = keepingOf(state);
  if (keeping.commitments.length === 0) return [];
  const told = new Set<string>();
  const placeOf = (id: string | null) =>
    process.events.find((each) => each.type === "entry-recorded" && each.body.id === id)?.place ?? null;
  const aside = state.record.filter((entry) => !mayAdopt(state, entry)).map(({ id }) => id);
  const notAdopted = aside.map((id) =>
    diagnostic({
      code: "found-by-another-body",
      severity: "warning",
      message: notTheirs,
      help: "Name the body that is agreed in “body” of the window, or record what they say as “reported”.",
      place: placeOf(id),
    }),
  );
  const others = Register.of(keeping).problems.flatMap(({ code, entry, commitment, message }) => {
    const help = helps[code];
    const id = entry === null ? null : recordId(entry);
    // Rival readings give one entry several problems of one kind: one is enough.
    const key = `${code} ${id ?? commitment ?? ""}`;
    if (help === undefined || told.has(key) || (id !== null && aside.includes(id))) return [];
    told.add(key);
    const read = keeping.commitments.find((each) => each.id === commitment)?.ref;
    const place = placeOf(id) ?? (read === undefined ? null : read.made.placeOf(read.read.path));
    return [diagnostic({ code, severity: "warning", message: sentence(message), help, place })];
  });
  return [...notAdopted, ...others];
}
