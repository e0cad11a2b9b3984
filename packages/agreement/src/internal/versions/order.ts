import type { VersionFinding } from "../../versions.ts";
import { found, named, type Pair } from "./finding.ts";
import type { Clause } from "./view.ts";

/** LNG-04: provisions that stand elsewhere in the other version: the fewest that would have to move. */
export function orderFindings({ a, b, prevails }: Pair): VersionFinding[] {
  const both = a.clauses.flatMap((one) => {
    const other = b.byId.get(one.provision.id);
    return other === undefined || one.provision.kind === "note" ? [] : [{ one, other }];
  });
  const inPlace = longestRising(both.map(({ other }) => other.index));
  return both.flatMap(({ one, other }, index) => {
    const under = standsUnder(one, other, { a, b });
    if (inPlace.has(index) && under === null) return [];
    const where =
      under ??
      `it stands after ${before(a, one)} in the ${a.name} text and after ${before(b, other)} in the ${b.name} text`;
    return [
      found(prevails, {
        code: "version-order-differs",
        kind: "order",
        severity: "warning",
        provision: one.provision,
        sides: [
          { view: a, span: one.provision.ownSpan, words: one.provision.number ?? "" },
          { view: b, span: other.provision.ownSpan, words: other.provision.number ?? "" },
        ],
        message: `${named(one.provision)} stands elsewhere: ${where}. A reference by number would lead to other words.`,
        help: "Put the provision in the same place in both.",
      }),
    ];
  });
}

function before(view: Pair["a"], { index }: Clause): string {
  const previous = view.clauses[index - 1];
  return previous === undefined ? "nothing" : named(previous.provision);
}

/** What a provision stands under, where the other version has both and puts it under the other. */
function standsUnder(one: Clause, other: Clause, { a, b }: Pick<Pair, "a" | "b">): string | null {
  const [above, otherAbove] = [one.parent, other.parent];
  if (above?.id === otherAbove?.id) return null;
  if ((above !== null && !b.byId.has(above.id)) || (otherAbove !== null && !a.byId.has(otherAbove.id))) return null;
  const said = (parent: Clause["parent"]): string => (parent === null ? "nothing" : named(parent));
  return `it stands under ${said(above)} in the ${a.name} text and under ${said(otherAbove)} in the ${b.name} text`;
}

/** The places of a longest rising series (patience sorting). */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? undefined : tails[low - 1];
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) kept.add(at);
  return kept;
}
