import { diagnostic } from "@parley/diagnostics";
import type { Provision } from "../../model.ts";
import type { Reading } from "../../readings.ts";
import { provisionsOf } from "../readings/own-text.ts";
import { occurs } from "../readings/quotation.ts";
import { type Clause, type Finding, isOperative, named, placeIn, type View } from "./view.ts";

const binding =
  /\b(?:shall|must|undertakes?\s+(?:not\s+)?to|commits?\s+(?:(?:itself|themselves)\s+)?(?:not\s+)?to|pledges?\s+(?:not\s+)?to|agrees?\s+(?:not\s+)?to)\b/giu;
/** "Shall" that says what a word or a text is, and binds nobody to an act. */
const declaring =
  /^\s+(?:mean|be\s+(?:understood|construed|interpreted|read|known|called|referred)|have\s+the\s+(?:following\s+)?meaning|enter\s+into\s+force|prevail|form\s+(?:an\s+integral\s+)?part|be\s+equally\s+authentic)/iu;
const commonParties = "two sides|both sides|each side|either side|sides|side|parties|party|government|movement";

/** CHK-04: an undertaking in the text that no reading covers. */
export function unreadFindings(view: View): Finding[] {
  if (!view.english) return [];
  const parties = partyWords(view);
  const found = view.clauses.flatMap((clause) => {
    const at = isOperative(clause) ? undertakingAt(clause.own.text, parties) : null;
    return at === null ? [] : [{ clause, at }];
  });
  const [first] = found;
  if (first === undefined) return [];
  if (view.readings.length === 0) {
    const count = found.length === 1 ? "One provision binds" : `${found.length} provisions bind`;
    return [
      diagnostic({
        code: "undertaking-not-read",
        severity: "note",
        message: `${count} somebody, and no reading of this text is given. Dates, parties and verifiers are checked in readings only.`,
        help: "Write a reading beside the text: for each undertaking who, what, by when, and who verifies.",
        place: placeIn(view, first.clause, first.at),
      }),
    ];
  }
  const covered = coveredProvisions(view);
  return found
    .filter(({ clause }) => !covered.has(clause.provision))
    .map(({ clause, at }) =>
      diagnostic({
        code: "undertaking-not-read",
        severity: "note",
        message: `Provision ${named(clause)} binds somebody, and no reading says how it is understood. What nobody reads is watched by nobody.`,
        help: "Add a commitment for it to a reading, or quote its words in one that covers it.",
        place: placeIn(view, clause, at),
      }),
    );
}

function undertakingAt(text: string, parties: RegExp): number | null {
  for (const match of text.matchAll(binding)) {
    if (!declaring.test(text.slice(match.index + match[0].length))) return match.index;
  }
  return parties.exec(text)?.index ?? null;
}

/** "Will" binds only under a party: "the Taliban will release", and not "a peace that will last". */
function partyWords(view: View): RegExp {
  const ids = [...view.agreement.front.parties, ...view.readings.flatMap(({ reading }) => readParties(reading))];
  // Ids of two letters are words of their own in English ("us").
  const names = [...new Set(ids)]
    .filter((id) => id.length > 2)
    .map((id) => id.replace(/[^\p{L}\p{N}]+/gu, ".").replace(/^\.|\.$/gu, ""));
  return new RegExp(`\\b(?:${[commonParties, ...names].join("|")})\\b(?:\\s+\\S+){0,5}?\\s+will\\b`, "iu");
}

function readParties(reading: Reading): readonly string[] {
  return reading.commitments.flatMap(({ by, to }) => [...(by.value ?? []), ...(to.value ?? [])]);
}

/**
 * An entry covers its provision and what stands over it; under it, the provisions whose own words it quotes from.
 * An entry that quotes nothing covers all that stands under its provision.
 */
function coveredProvisions(view: View): ReadonlySet<Provision> {
  const covered = new Set<Provision>();
  const entries = view.readings.flatMap(({ reading }) => [
    ...reading.commitments,
    ...reading.dates,
    ...reading.bodies,
    ...reading.definitions,
    ...(reading.ceasefire === null ? [] : [reading.ceasefire]),
  ]);
  for (const { provision: id, words } of entries) {
    const clause = view.byId.get(id);
    if (clause === undefined) continue;
    for (const { provision } of provisionsOf([clause.provision])) {
      const own = { ...provision, children: [] };
      if (provision === clause.provision || words === null || occurs(words, own)) covered.add(provision);
    }
  }
  for (const { provision } of view.clauses) if (covered.has(provision)) coverParents(view, provision, covered);
  return covered;
}

function coverParents(view: View, provision: Provision, covered: Set<Provision>): void {
  for (let at: Clause | undefined = view.byId.get(provision.id); at?.parent != null; at = view.byId.get(at.parent.id)) {
    if (covered.has(at.parent)) return;
    covered.add(at.parent);
  }
}
