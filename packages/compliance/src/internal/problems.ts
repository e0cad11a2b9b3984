import type { Entry, EntryId, Problem, ProblemCode, When } from "../model.ts";
import { asideFor } from "./counts.ts";
import { never, untold } from "./day-sums.ts";
import type { Dossier } from "./dossier.ts";
import { ofEntry, putOut, repeated, unusable } from "./sayings.ts";
import { recurring } from "./terms.ts";
import type { View } from "./view.ts";

type About = Pick<Problem, "entry" | "commitment">;

/** All that is wrong with the input, commitments first, then entries, each in the order given. Linear. */
export function problemsOf<Ref>(
  view: View<Ref>,
  given: {
    readonly commitments: readonly { readonly id: string }[];
    readonly phases: readonly { readonly id: string }[];
  },
): readonly Problem[] {
  const found: Problem[] = [];
  const tell = (code: ProblemCode, about: Partial<About>, message: string) =>
    found.push({ code, entry: about.entry ?? null, commitment: about.commitment ?? null, message });
  for (const id of twice(given.commitments))
    tell(
      "id-twice",
      { commitment: id },
      `Two commitments have the id “${id}”; the first is used. Give each its own id.`,
    );
  for (const id of twice(given.phases))
    tell("id-twice", {}, `Two phases have the id “${id}”; the first is used. Give each its own id.`);
  ofTerms(view, tell);
  ofRecord(view, tell);
  ofEffects(view, tell);
  return found;
}

type Tell = (code: ProblemCode, about: Partial<About>, message: string) => void;

function twice(list: readonly { readonly id: string }[]): string[] {
  const [seen, again] = [new Set<string>(), new Set<string>()];
  for (const { id } of list) (seen.has(id) ? again : seen).add(id);
  return [...again];
}

function ofTerms<Ref>(view: View<Ref>, tell: Tell): void {
  const { terms } = view;
  const known = (id: string) => terms.commitmentPlace(id) !== -1;
  const untellable = (when: When | null) => when !== null && view.dayOf(when) === untold;
  const dossier = view.newDossier();
  terms.commitments.forEach((c, at) => {
    const about = { commitment: c.id };
    const named = [...c.after, ...c.broughtBy.map(({ breachOf }) => breachOf), ...(c.power?.over ?? [])];
    for (const id of new Set(named))
      if (!known(id))
        tell(
          "unknown-commitment",
          about,
          `It names the commitment “${id}”, which is not in the register. Correct the name.`,
        );
    if (c.phase !== null && terms.phaseOf(at) === null)
      tell("unknown-phase", about, `It is of the phase “${c.phase}”, which is not in the register. Correct the name.`);
    const days = [c.from, c.due].some(untellable);
    if (days || (terms.wayOf(c) === recurring && periodsUntold(dossier.load(at))))
      tell("day-needs-rule", about, dayMessage);
  });
  for (const phase of terms.phases) {
    if (untellable(phase.starts) || untellable(phase.ends))
      tell("day-needs-rule", {}, `Of the phase “${phase.id}”: ${dayMessage}`);
    for (const id of phase.caretaker)
      if (!known(id))
        tell(
          "unknown-commitment",
          {},
          `The phase “${phase.id}” names the commitment “${id}”, which is not in the register.`,
        );
  }
}

const dayMessage =
  "A day cannot be computed: adding months meets a day that does not exist, or the length has hours. Choose a month-end rule, or write the length in days.";

function periodsUntold<Ref>({ commitment, periods, view }: Dossier<Ref>): boolean {
  const base = view.dayOf(commitment.due ?? commitment.from);
  return base !== never && base !== untold && periods.endOf(1) === untold;
}

function ofRecord<Ref>({ record, terms }: View<Ref>, tell: Tell): void {
  for (let at = 0; at < record.count; at += 1) {
    const entry = record.entryAt(at);
    const said = record.saidAt(at);
    const about = { entry: entry.id };
    if ((said & repeated) !== 0) {
      tell("id-twice", about, `Another entry has the id “${entry.id}”; the first is used. Give each its own id.`);
      continue;
    }
    if ((said & unusable) !== 0)
      tell("known-before-it-happened", about, "It was known before the day it happened. Correct one of the two days.");
    for (const id of new Set(entry.commitments))
      if (terms.commitmentPlace(id) === -1)
        tell(
          "unknown-commitment",
          about,
          `It names the commitment “${id}”, which is not in the register. Correct the name.`,
        );
    const out = putOut(entry);
    for (const id of new Set([...ofEntry(entry), ...out])) {
      const target = record.placeOf(id);
      if (target === -1)
        tell("unknown-entry", about, `It names the entry “${id}”, which is not there. Correct the name.`);
      else if (out.includes(id) && !record.recordedBefore(target, at))
        tell(
          "corrects-later",
          about,
          `It takes the place of “${id}”, which is not earlier than it. Only what is known before can be corrected or taken back.`,
        );
    }
  }
}

const messages = {
  "verified-by-reporter":
    "Whoever said it, or is bound by it, verified it. To verify is for somebody else; the verification is set aside.",
  "attributed-by-verifier":
    "Whoever verified it also says who is responsible. That is for somebody else; the attribution is set aside.",
  "attributed-without-finding":
    "It says who is responsible for a breach that no body has found. Record the finding first; the attribution is set aside.",
  "found-by-another-body":
    "The body is not the one agreed to verify, or decides in its own cause. What it says counts as an allegation or a report.",
  "power-not-given": "Nobody who used it has this power over the commitment on that day. The use is set aside.",
  "power-without-effect": "An extension needs a new day, and moves no day of a recurring duty. The use is set aside.",
} as const satisfies Partial<Record<ProblemCode, string>>;

/** What has no effect on a commitment, or another than it claims. */
function ofEffects<Ref>(view: View<Ref>, tell: Tell): void {
  const { record, terms } = view;
  const dossier = view.newDossier();
  const kinds: ReadonlySet<Entry["kind"]> = new Set(["verification", "attribution", "finding", "power"]);
  const list: number[] = [];
  for (let at = 0; at < terms.commitmentCount; at += 1) {
    record.listOf(at, list);
    if (!list.some((place) => kinds.has(record.entryAt(place).kind))) continue;
    dossier.load(at);
    for (const place of dossier.places.list()) {
      const entry = record.entryAt(place);
      const other = entry.kind === "finding" && !dossier.decides(place);
      const code = other ? "found-by-another-body" : asideFor(dossier, place);
      if (code === null || !(code in messages)) continue;
      const about: { entry: EntryId; commitment: string } = { entry: entry.id, commitment: dossier.commitment.id };
      tell(code, about, messages[code as keyof typeof messages]);
    }
  }
}
