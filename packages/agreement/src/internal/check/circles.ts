import { diagnostic, type Place } from "@parley/diagnostics";
import { citationsOf } from "./cited.ts";
import { linkedClause, linksOf } from "./references.ts";
import { type Clause, type Finding, named, placeIn, placeOfClause, type View } from "./view.ts";

/** Something that leads on to others: a term by the words that explain it, a provision by its references. */
interface Station {
  readonly name: string;
  readonly place: Place;
  readonly leadsTo: Set<number>;
}

/** CHK-13: definitions that explain each other, and provisions that send the reader round in a circle. */
export function circleFindings(view: View): Finding[] {
  return [
    ...circlesOf(termStations(view)).map((circle) =>
      finding(circle, {
        says: circle.length === 1 ? "is explained by itself" : "are explained by each other",
        why: "Whoever asks what the words mean comes back to where they started.",
        help: "Explain one of them in words that stand by themselves.",
      }),
    ),
    ...circlesOf(provisionStations(view)).map((circle) =>
      finding(circle, {
        says: circle.length === 1 ? "refers to itself" : "refer to each other in a circle",
        why: "What they say is said nowhere: each hands the question to the next.",
        help: "Say the rule in one of them, and let the others refer to it.",
      }),
    ),
  ];
}

function finding(
  circle: readonly Station[],
  words: { readonly says: string; readonly why: string; readonly help: string },
): Finding {
  const names = circle.map(({ name }) => name).join(", ");
  return diagnostic({
    code: "reference-circular",
    severity: "warning",
    message: `${names} ${words.says}. ${words.why}`,
    help: words.help,
    place: circle[0]?.place ?? null,
    related: circle.slice(1).map(({ name, place }) => ({ place, message: `The circle goes on here: ${name}.` })),
  });
}

const definition =
  /["“]([^"”]{2,80})["”]\s+(?:shall\s+)?(?:means?|refers?\s+to|is\s+understood\s+as)\s+([^;]+?)(?=\.\s|\.?$|;)/giu;

function termStations(view: View): Station[] {
  const said: { readonly term: string; readonly means: string; readonly place: Place }[] = [];
  for (const clause of view.clauses) {
    for (const match of clause.own.text.replace(/\s/gu, " ").matchAll(definition))
      said.push({ term: match[1] ?? "", means: match[2] ?? "", place: placeIn(view, clause, match.index) });
  }
  for (const { reading, placeOf } of view.readings)
    for (const { term, means, path } of reading.definitions) said.push({ term, means, place: placeOf(path) });
  const terms = [...new Map(said.map((each) => [each.term.toLowerCase(), each])).keys()];
  return terms.map((key) => {
    const own = said.filter(({ term }) => term.toLowerCase() === key);
    const leadsTo = new Set<number>();
    terms.forEach((other, index) => {
      const written = said.find(({ term }) => term.toLowerCase() === other)?.term ?? other;
      // As written: “Party” is not explained by itself when it means “a party to this agreement”.
      const word = new RegExp(
        `(?<![\\p{L}\\p{N}])${written.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}s?(?![\\p{L}\\p{N}])`,
        "u",
      );
      if (own.some(({ means }) => word.test(means))) leadsTo.add(index);
    });
    const [first] = own;
    return {
      name: `“${first?.term ?? key}”`,
      place: first?.place ?? { file: view.agreement.file, line: 1, column: 1 },
      leadsTo,
    };
  });
}

/** A reference that limits or points aside does not hand the question on. */
const aside =
  /(?:without\s+prejudice\s+to|notwithstanding|see(?:\s+also)?|other\s+than|except\s+(?:as|under)\s+\S+)\s+(?:the\s+)?$/iu;

function provisionStations(view: View): Station[] {
  const cited = citationsOf(view);
  const indexOf = new Map(view.clauses.map((clause, index) => [clause, index]));
  return view.clauses.map((clause) => {
    const leadsTo = new Set<number>();
    const lead = (to: Clause | undefined): void => {
      const index = to === undefined ? undefined : indexOf.get(soleWords(view, to));
      if (index !== undefined) leadsTo.add(index);
    };
    for (const link of linksOf(clause.provision.words)) {
      const piece = clause.own.pieces.find(({ span }) => span === link.span);
      if (!aside.test(leadTo(clause, piece?.start ?? 0))) lead(linkedClause(link.target, view));
    }
    if (view.english) {
      for (const { found, at } of cited(clause)) {
        if (found.length === 1 && !aside.test(leadTo(clause, at))) lead(found[0]);
      }
    }
    return { name: `Provision ${named(clause)}`, place: placeOfClause(view, clause), leadsTo };
  });
}

/** The words just before a reference. */
function leadTo({ own }: Clause, at: number): string {
  return own.text.slice(Math.max(0, at - 60), at);
}

/** A heading over a single paragraph is cited for that paragraph. */
function soleWords(view: View, clause: Clause): Clause {
  const [only, ...more] = clause.provision.children;
  if (clause.provision.heading === null || only === undefined || more.length > 0) return clause;
  return view.byId.get(only.id) ?? clause;
}

/** The shortest circle through each station that is on one; stations already shown in a circle start no other. */
function circlesOf(stations: readonly Station[]): (readonly Station[])[] {
  const shown = new Set<number>();
  const circles: (readonly Station[])[] = [];
  stations.forEach((station, start) => {
    if (shown.has(start) || station.leadsTo.size === 0) return;
    const circle = shortestBack(stations, start);
    for (const index of circle) shown.add(index);
    if (circle.length > 0) circles.push(circle.flatMap((index) => stations[index] ?? []));
  });
  return circles;
}

function shortestBack(stations: readonly Station[], start: number): number[] {
  const from = new Map<number, number>();
  const queue = [start];
  for (let at = 0; at < queue.length; at += 1) {
    const here = queue[at] ?? start;
    for (const next of stations[here]?.leadsTo ?? []) {
      if (next === start) {
        const circle = [here];
        for (let back = here; back !== start; ) {
          back = from.get(back) ?? start;
          circle.unshift(back);
        }
        return circle;
      }
      if (from.has(next)) continue;
      from.set(next, here);
      queue.push(next);
    }
  }
  return [];
}
