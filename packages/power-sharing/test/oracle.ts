import type { Bloc, DecisionRule } from "../src/index.ts";

/** The rules once more, from their wording and by nothing but adding up; shares no code with the package. */
export function decides(rule: DecisionRule, blocs: readonly Bloc[], agree: ReadonlySet<string>): boolean {
  const seats = (of: (id: string) => boolean) => blocs.reduce((sum, bloc) => sum + (of(bloc.id) ? bloc.seats : 0), 0);
  const half = (of: (id: string) => boolean) => 2 * seats((id) => of(id) && agree.has(id)) > seats(of);
  const yes = seats((id) => agree.has(id));
  switch (rule.kind) {
    case "simple-majority":
      return half(() => true);
    case "majority-of-present":
      return half((id) => rule.present.includes(id));
    case "share": {
      const left = BigInt(yes) * rule.share.denominator;
      const right = BigInt(seats(() => true)) * rule.share.numerator;
      return rule.strict ? left > right : left >= right;
    }
    case "consensus":
      return blocs.every((bloc) => bloc.seats === 0 || agree.has(bloc.id));
    case "double-majority":
      return half(() => true) && rule.groups.every((group) => half((id) => group.blocs.includes(id)));
    case "with-veto":
      return decides(rule.rule, blocs, agree) && rule.veto.every((id) => agree.has(id));
    case "quota":
      return yes >= rule.votes;
  }
}

export function subsets(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** ids.length }, (_, mask) => ids.filter((_id, i) => ((mask >> i) & 1) === 1));
}

export function orders(ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length === 0) return [[]];
  return ids.flatMap((id) => orders(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
}

export interface Brute {
  readonly swings: ReadonlyMap<string, number>;
  readonly pivots: ReadonlyMap<string, number>;
  readonly orders: number;
  readonly winning: readonly string[];
  readonly minimalWinning: readonly string[];
  readonly minimalBlocking: readonly string[];
  readonly proper: boolean;
}

const key = (ids: readonly string[]) => [...ids].sort().join(" ");

/** Every coalition and every order. `voters` are those with a vote or a veto; the rest are left out. */
export function brute(rule: DecisionRule, blocs: readonly Bloc[], voters: readonly string[]): Brute {
  const wins = new Map(subsets(voters).map((members) => [key(members), decides(rule, blocs, new Set(members))]));
  const win = (members: readonly string[]) => wins.get(key(members)) === true;
  const without = (members: readonly string[], id: string) => members.filter((other) => other !== id);
  const rest = (members: readonly string[]) => voters.filter((id) => !members.includes(id));
  const all = subsets(voters);
  const swings = new Map(
    voters.map((id) => [id, all.filter((s) => s.includes(id) && win(s) && !win(without(s, id))).length]),
  );
  const pivots = new Map(voters.map((id) => [id, 0]));
  const everyOrder = voters.length <= 5 ? orders(voters) : [];
  for (const order of everyOrder) {
    const pivot = order.find((_, at) => win(order.slice(0, at + 1)));
    if (pivot !== undefined) pivots.set(pivot, (pivots.get(pivot) ?? 0) + 1);
  }
  const blocks = (s: readonly string[]) => !win(rest(s));
  return {
    swings,
    pivots,
    orders: everyOrder.length,
    winning: all.filter(win).map(key),
    minimalWinning: all
      .filter((s) => win(s) && s.every((id) => !win(without(s, id))))
      .map(key)
      .sort(),
    minimalBlocking: all
      .filter((s) => blocks(s) && s.every((id) => !blocks(without(s, id))))
      .map(key)
      .sort(),
    proper: all.every((s) => !(win(s) && win(rest(s)))),
  };
}

/** Who has a say: a seat that counts under the rule, or a veto. */
export function votersUnder(rule: DecisionRule, blocs: readonly Bloc[]): readonly string[] {
  const core =
    rule.kind === "with-veto"
      ? votersUnder(rule.rule, blocs)
      : blocs
          .filter((b) => b.seats > 0 && (rule.kind !== "majority-of-present" || rule.present.includes(b.id)))
          .map((b) => b.id);
  return blocs
    .map((b) => b.id)
    .filter((id) => core.includes(id) || (rule.kind === "with-veto" && rule.veto.includes(id)));
}
