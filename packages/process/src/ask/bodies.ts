import type { ReadBody, Said } from "@parley/agreement";
import {
  type Bloc,
  type DecisionRule,
  describeRule,
  formatFraction,
  fraction,
  parseRule,
  votingPower,
  withAlliances,
} from "@parley/power-sharing";
import type { Answer } from "../answer.ts";
import type { BodiesAnswer, Hypothesis } from "../answers/bodies.ts";
import type { MadeReading, Process } from "../events.ts";
import type { State } from "../fold.ts";
import { type Asking, listed, partyName, refuse, sentence, sourceOf, viewOf } from "../internal/join/view.ts";

export interface BodiesQuestion extends Asking {
  /** A rule to try besides the usual ones, such as "more than three fifths" or "9 votes". */
  readonly rule?: string | undefined;
}

const notReported = "not reported";

/**
 * Who holds what power in the bodies that the texts create. Seats are as a reading takes the text; a power index
 * stands only under a stated rule, or under hypotheses that are named as such. Refuses a rule that cannot be read.
 */
export function askBodies(process: Process, question: BodiesQuestion = {}): Answer<BodiesAnswer> {
  const viewed = viewOf(process, question);
  if (!viewed.ok) return viewed;
  const { state, head } = viewed;
  const asked = question.rule === undefined || question.rule.trim() === "" ? null : parseRule(question.rule);
  if (asked === null && (question.rule ?? "").trim() !== "") {
    return refuse(
      "unreadable-rule",
      `“${question.rule ?? ""}” is not a rule of decision that Parley knows.`,
      "Write for example: simple majority, two thirds, more than two thirds, at least 3/5, consensus, 9 votes.",
    );
  }
  const found = state.readings.flatMap((made) => made.reading.bodies.map((body) => tellBody(state, made, body, asked)));
  // Shares without a body stand last: nobody sits in them.
  const bodies = [...found.filter(({ shares }) => !shares), ...found.filter(({ shares }) => shares)];
  return { ok: true, answer: { ...head, text: firstLine(bodies), bodies } };
}

function tellBody(
  state: State,
  made: MadeReading,
  body: ReadBody,
  asked: DecisionRule | null,
): BodiesAnswer["bodies"][number] {
  const named = (body.namedBy.value ?? []).map(({ by, seats }) => ({
    by: by.value ?? notReported,
    name: partyName(state, by.value ?? notReported).replaceAll("-", " "),
    seats: seats.value ?? 0,
  }));
  const stated = body.rule.said === "stated" ? parseRule(body.rule.value) : null;
  const advisory = body.decides.value ?? notReported;
  const shares = body.shares.length > 0 && named.length === 0;
  const blocs = shares ? blocsOfShares(state, body) : named.map(({ by, name, seats }) => ({ id: by, name, seats }));
  return {
    id: body.id,
    name: body.name,
    provision: `${made.text}#${body.provision}`,
    draft: state.definition.texts.find(({ id }) => id === made.text)?.name ?? made.text,
    reader: made.reading.reader,
    words: body.words,
    source: sourceOf(state, body.source),
    seats: body.seats.value,
    shares,
    namedBy: named,
    rule: wordsOf(body.rule),
    advisory: advisory === notReported ? "not reported" : advisory,
    chair: wordsOf(body.chair),
    reportsTo: wordsOf(body.reportsTo),
    hypotheses: blocs.length === 0 ? [] : hypothesesFor({ blocs, stated, asked, shares, advisory }),
    notKnown: notKnownOf(body, blocs.length, stated),
  };
}

function wordsOf(said: Said<string>): string {
  return said.value ?? notReported;
}

interface NamedBloc {
  readonly id: string;
  readonly name: string;
  readonly seats: number;
}

/** Shares without seats, as the least whole numbers of votes that keep them: two thirds to one third is 2 to 1. */
function blocsOfShares(state: State, body: ReadBody): NamedBloc[] {
  const common = body.shares.reduce((product, { denominator }) => leastCommonMultiple(product, denominator), 1);
  return body.shares.map(({ of, numerator, denominator }) => ({
    id: of,
    name: partyName(state, of),
    seats: (numerator * common) / denominator,
  }));
}

function leastCommonMultiple(a: number, b: number): number {
  const divisor = (x: number, y: number): number => (y === 0 ? x : divisor(y, x % y));
  return (a / divisor(a, b)) * b;
}

function hypothesesFor({
  blocs,
  stated,
  asked,
  shares,
  advisory,
}: {
  readonly blocs: readonly NamedBloc[];
  readonly stated: DecisionRule | null;
  readonly asked: DecisionRule | null;
  readonly shares: boolean;
  readonly advisory: string;
}): Hypothesis[] {
  const twoThirds = fraction(2, 3);
  const usual: DecisionRule[] = [
    { kind: "simple-majority" },
    { kind: "share", share: twoThirds, strict: false },
    ...(shares ? [{ kind: "share", share: twoThirds, strict: true } as const] : []),
    { kind: "consensus" },
  ];
  const always = [
    "every member attends",
    "each bloc votes as one",
    ...(shares ? ["the shares hold in the body that decides; no seats are reported"] : []),
    ...(advisory === "advises" ? ["the body decides, although the text has it advise"] : []),
  ];
  const rules = stated === null ? usual : [stated];
  const tried = asked === null ? rules : [asked, ...rules.filter((rule) => describeRule(rule) !== describeRule(asked))];
  const found = tried.flatMap(
    (rule) => hypothesis({ blocs, rule, stated: rule === stated, assumes: always, alliance: null }) ?? [],
  );
  return [
    ...found,
    ...alliancesOf(blocs).flatMap(
      (alliance) =>
        hypothesis({
          blocs,
          rule: tried[0] ?? { kind: "simple-majority" },
          stated: false,
          assumes: always,
          alliance,
        }) ?? [],
    ),
  ];
}

/** A bloc of one member that could side with a larger one: what then? */
function alliancesOf(blocs: readonly NamedBloc[]): string[][] {
  const single = blocs.filter(({ seats }) => seats === 1);
  const larger = blocs.filter(({ seats }) => seats > 1);
  return single.length === 1 && larger.length > 1 ? larger.map(({ id }) => [id, single[0]?.id ?? ""]) : [];
}

function hypothesis({
  blocs,
  rule,
  stated,
  assumes,
  alliance,
}: {
  readonly blocs: readonly NamedBloc[];
  readonly rule: DecisionRule;
  readonly stated: boolean;
  readonly assumes: readonly string[];
  readonly alliance: readonly string[] | null;
}): Hypothesis | null {
  const plain: Bloc[] = blocs.map(({ id, seats }) => ({ id, seats }));
  const allied =
    alliance === null ? { ok: true as const, blocs: plain } : withAlliances({ blocs: plain, alliances: [alliance] });
  if (!allied.ok) return null;
  const power = votingPower({ blocs: allied.blocs, rule });
  if (!power.ok) return null;
  const name = (id: string) =>
    id
      .split("+")
      .map((part) => blocs.find((bloc) => bloc.id === part)?.name ?? part)
      .join(" with ");
  const sides = alliance === null ? null : `${name(alliance[1] ?? "")} sides with ${name(alliance[0] ?? "")}`;
  return {
    rule: describeRule(rule).replace(/[.]$/u, ""),
    stated,
    assumes: [
      ...(stated ? [] : [`the rule: ${describeRule(rule).replace(/[.]$/u, "").toLowerCase()}`]),
      ...assumes,
      ...(sides === null ? [] : [sides]),
    ],
    sides,
    blocs: power.blocs.map(({ id, seats, banzhaf, shapleyShubik }) => ({
      id,
      name: name(id),
      seats,
      banzhaf: formatFraction(banzhaf),
      shapleyShubik: formatFraction(shapleyShubik),
    })),
    minimalWinning: power.minimalWinning.map((coalition) => [...coalition]),
    minimalBlocking: power.minimalBlocking.map((coalition) => [...coalition]),
    decidesAlone: power.dictator,
    vetoes: [...power.vetoPlayers],
    powerless: [...power.powerless],
    text: meaning(
      {
        decidesAlone: power.dictator,
        vetoes: power.vetoPlayers,
        powerless: power.powerless,
        blocs: power.blocs.map(({ id }) => id),
      },
      name,
    ),
  };
}

function meaning(
  power: {
    readonly decidesAlone: string | null;
    readonly vetoes: readonly string[];
    readonly powerless: readonly string[];
    readonly blocs: readonly string[];
  },
  name: (id: string) => string,
): string {
  if (power.decidesAlone !== null) return sentence(`${name(power.decidesAlone)} decides alone`);
  const names = (ids: readonly string[]) => listed(ids.map(name));
  const idle =
    power.powerless.length === 0
      ? ""
      : ` ${sentence(`${names(power.powerless)} ${power.powerless.length === 1 ? "makes" : "make"} no difference`)}`;
  if (power.vetoes.length > 0)
    return `${names(power.vetoes)} ${power.vetoes.length === 1 ? "can" : "can each"} stop a decision.${idle}`;
  return `No bloc decides or stops a decision alone.${idle}`;
}

function notKnownOf(body: ReadBody, blocs: number, stated: DecisionRule | null): string[] {
  const missing: string[] = [];
  if (body.rule.said !== "stated")
    missing.push("How it decides is not reported, so its voting power is a matter of hypothesis.");
  else if (stated === null) missing.push(`Its rule (“${body.rule.value}”) is not one that can be computed.`);
  if (body.seats.said !== "stated" && body.shares.length === 0)
    missing.push("The number of its seats is not reported.");
  if (blocs === 0) missing.push("Who names its members is not reported, so nothing can be said of who decides.");
  if (body.decides.said !== "stated") missing.push("Whether it decides or advises is not reported.");
  if (body.decides.value === "advises")
    missing.push("It advises: a power index says who could carry its advice, not who decides.");
  return missing.map(sentence);
}

function firstLine(found: BodiesAnswer["bodies"]): string {
  const bodies = found.filter(({ shares }) => !shares);
  if (bodies.length === 0) return "No reading known by this day finds a body in the texts.";
  const silent = bodies.filter(({ rule }) => rule === notReported);
  const weighed = bodies.find(
    ({ hypotheses, namedBy }) => hypotheses.length > 0 && namedBy.some(({ seats }) => seats === 1),
  );
  const single = weighed?.namedBy.find(({ seats }) => seats === 1);
  const head =
    silent.length === bodies.length
      ? bodies.length === 1
        ? "For the one body read in the texts it is not reported how it decides"
        : `For none of the ${bodies.length} bodies read in the texts is it reported how it decides`
      : silent.length === 0
        ? `The rule of decision is stated for ${bodies.length === 1 ? "the one body" : `all ${bodies.length} bodies`} read in the texts`
        : `The rule of decision is stated for ${bodies.length - silent.length} of the ${bodies.length} bodies read in the texts`;
  const weighs = weighed?.hypotheses[0]?.blocs.find(({ id }) => id === single?.by);
  const others = weighed?.hypotheses[0]?.blocs.filter(({ id }) => id !== single?.by) ?? [];
  if (
    weighed === undefined ||
    single === undefined ||
    weighs === undefined ||
    !others.every(({ banzhaf }) => banzhaf === weighs.banzhaf)
  )
    return `${head}.`;
  const advises = weighed.advisory === "advises" ? ", which as read only advises," : "";
  return `${head}. If the ${weighed.name}${advises} decided by simple majority, the one member named by the ${single.name} would weigh as much as either side.`;
}
