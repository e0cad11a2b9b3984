import { type Fraction, fraction } from "./fraction.ts";
import { type Game, gameOf } from "./internal/game.ts";
import { type MinimalCoalitions, minimalBlocking, minimalWinning } from "./internal/minimal-coalitions.ts";
import { countSwings, type Swings } from "./internal/swings.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { type Bloc, type DecisionRule, describeRule } from "./rule.ts";

/** What one bloc weighs. The indices of all blocs add up to 1 exactly. */
export interface BlocPower<Ref = unknown> {
  readonly id: string;
  readonly seats: number;
  /** Swings of this bloc as a share of all swings (Banzhaf 1965, normalised). */
  readonly banzhaf: Fraction;
  /** Share of all orders of joining in which this bloc is the one that turns losing into winning (Shapley and Shubik 1954). */
  readonly shapleyShubik: Fraction;
  /** Coalitions of the other voters that lose without this bloc and win with it. */
  readonly swings: bigint;
  readonly ref?: Ref;
}

/** A list that was cut: how many are listed, and of how many where that is known. */
export interface Truncation {
  readonly listed: number;
  readonly total: bigint | null;
  readonly message: string;
}

/** What the rule asks, in numbers, and the counts the indices rest on. Anyone can add them up again. */
export interface PowerCertificate {
  /** Blocs with a vote or a veto; the others are set aside and count nothing. */
  readonly voters: readonly string[];
  /** A coalition wins when it reaches `needed` in every one of these. */
  readonly requirements: readonly {
    readonly label: string;
    readonly needed: number;
    readonly of: number;
    readonly votes: readonly { readonly id: string; readonly votes: number }[];
  }[];
  /** 2 to the number of voters, and how many of these coalitions win. */
  readonly coalitions: bigint;
  readonly winning: bigint;
  /** Per voter: entry s counts the coalitions of s others that lose without it and win with it. */
  readonly swingsBySize: readonly { readonly id: string; readonly counts: readonly bigint[] }[];
  readonly method: "counting" | "enumeration";
}

export interface VotingPower<Ref = unknown> {
  readonly ok: true;
  readonly rule: string;
  /** In the order given, those without a vote too. */
  readonly blocs: readonly BlocPower<Ref>[];
  /** Coalitions that win and lose when any one member leaves; smallest first. */
  readonly minimalWinning: readonly (readonly string[])[];
  /** Coalitions without which nothing is decided, none of whose members could be spared; smallest first. */
  readonly minimalBlocking: readonly (readonly string[])[];
  readonly truncated: { readonly minimalWinning: Truncation | null; readonly minimalBlocking: Truncation | null };
  /** The bloc that decides alone: it wins by itself, and nothing wins without it. */
  readonly dictator: string | null;
  /** Blocs without which nothing wins. */
  readonly vetoPlayers: readonly string[];
  /** Blocs whose vote never makes a difference. */
  readonly powerless: readonly string[];
  /** False when two sides with nobody in common could each decide; then the rule can decide a thing and its opposite. */
  readonly proper: boolean;
  readonly certificate: PowerCertificate;
}

/**
 * Who decides under a rule, exactly: indices as fractions, minimal winning and blocking coalitions, vetoes. It assumes
 * that every bloc votes as one and, but for `majority-of-present`, that all attend: say so beside any figure. Refuses
 * seats that are not whole, names the body does not have, a rule that nothing meets or that needs nobody, and a game
 * too large to count exactly. Rules over one count take about voters squared times seats; compound rules the product
 * of their counts, or all coalitions of at most 20 voters. Lists stop at `listedMax` (200) and say so.
 */
export function votingPower<Ref = unknown>({
  blocs,
  rule,
  listedMax = 200,
}: {
  readonly blocs: readonly Bloc<Ref>[];
  readonly rule: DecisionRule;
  readonly listedMax?: number | undefined;
}): VotingPower<Ref> | Refusal {
  const game = gameOf(blocs, rule);
  if (!game.ok) return game;
  const swings = countSwings(game);
  if (swings === null) {
    const message = `With ${game.voters.length} blocs under this rule the coalitions are too many to count exactly.`;
    return refuse(
      "too-large",
      message,
      "Join blocs that vote together, to 20 or fewer, or use a rule with a single count.",
    );
  }
  const idOf = (voter: number) => blocs[game.voters[voter] ?? -1]?.id ?? "";
  const inWords = (coalitions: MinimalCoalitions) => coalitions.coalitions.map((members) => members.map(idOf));
  const winning = minimalWinning({ game, listedMax });
  const blocking = minimalBlocking({ game, listedMax });
  const powers = powersOf({ blocs, game, swings });
  const everyone = game.voters.map((_, voter) => voter);
  const vetoers = everyone.filter(
    (voter) =>
      !wins(
        game,
        everyone.filter((other) => other !== voter),
      ),
  );
  const dictator = vetoers.find((voter) => wins(game, [voter]));
  return {
    ok: true,
    rule: describeRule(rule),
    blocs: powers,
    minimalWinning: inWords(winning),
    minimalBlocking: inWords(blocking),
    truncated: { minimalWinning: truncation(winning), minimalBlocking: truncation(blocking) },
    dictator: dictator === undefined ? null : idOf(dictator),
    vetoPlayers: vetoers.map(idOf),
    powerless: powers.filter((bloc) => bloc.swings === 0n).map(({ id }) => id),
    proper: swings.proper,
    certificate: certificateOf({ game, swings, idOf }),
  };
}

function wins(game: Game, members: readonly number[]): boolean {
  return game.requirements.every(
    ({ votes, needed }) => members.reduce((sum, member) => sum + (votes[member] ?? 0), 0) >= needed,
  );
}

function powersOf<Ref>({
  blocs,
  game,
  swings,
}: {
  readonly blocs: readonly Bloc<Ref>[];
  readonly game: Game;
  readonly swings: Swings;
}): readonly BlocPower<Ref>[] {
  const n = game.voters.length;
  const factorials = [1n];
  for (let k = 1; k <= n; k += 1) factorials.push((factorials[k - 1] ?? 1n) * BigInt(k));
  const factorial = (k: number) => factorials[k] ?? 1n;
  const ofVoter = swings.bySize.map((counts) => ({
    swings: counts.reduce((sum, count) => sum + count, 0n),
    orders: counts.reduce((sum, count, size) => sum + count * factorial(size) * factorial(n - size - 1), 0n),
  }));
  const swingsInAll = ofVoter.reduce((sum, one) => sum + one.swings, 0n);
  return blocs.map((bloc, index) => {
    const { swings: own, orders } = ofVoter[game.voters.indexOf(index)] ?? { swings: 0n, orders: 0n };
    const power = {
      id: bloc.id,
      seats: bloc.seats,
      banzhaf: fraction(own, swingsInAll),
      shapleyShubik: fraction(orders, factorial(n)),
      swings: own,
    };
    return bloc.ref === undefined ? power : { ...power, ref: bloc.ref };
  });
}

function truncation({ coalitions, complete, total }: MinimalCoalitions): Truncation | null {
  if (complete) return null;
  const listed = coalitions.length;
  const message =
    total === null ? `${listed} are listed; there are more, not counted.` : `${listed} of ${total} are listed.`;
  return { listed, total, message };
}

function certificateOf({
  game,
  swings,
  idOf,
}: {
  readonly game: Game;
  readonly swings: Swings;
  readonly idOf: (voter: number) => string;
}): PowerCertificate {
  return {
    voters: game.voters.map((_, voter) => idOf(voter)),
    requirements: game.requirements.map(({ label, needed, of, votes }) => ({
      label,
      needed,
      of,
      votes: votes.map((vote, voter) => ({ id: idOf(voter), votes: vote })),
    })),
    coalitions: 2n ** BigInt(game.voters.length),
    winning: swings.winning,
    swingsBySize: swings.bySize.map((counts, voter) => ({ id: idOf(voter), counts })),
    method: swings.method,
  };
}
