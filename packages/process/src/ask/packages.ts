import {
  type Counts,
  type Answer as EngineAnswer,
  type Forbidden,
  type Judgement,
  judgePackages,
  type Variant,
} from "@parley/bargaining";
import type { Answer } from "../answer.ts";
import type { PackagesAnswer } from "../answers/packages.ts";
import type { Process } from "../events.ts";
import { impossibleCombinations } from "../internal/join/impossible.ts";
import { issuesOf } from "../internal/join/issues.ts";
import { type PositionRef, statedIssues, statedPositions } from "../internal/join/positions.ts";
import {
  packagesCounted,
  type Spoken,
  speakerName,
  tellBlocker,
  tellMove,
  tellUnknown,
} from "../internal/join/statements.ts";
import {
  type Asking,
  caveatOf,
  counted,
  digits,
  exactCount,
  inWords,
  listed,
  refuse,
  viewOf,
} from "../internal/join/view.ts";
import { ordinalAnswer, valuesAnswer } from "../internal/join/worth.ts";

export interface PackagesQuestion extends Asking {
  /** True to use ordinal assessments besides stated positions. They are somebody's judgement, never a party's word. */
  readonly assessed?: boolean | undefined;
}

type Ref = PositionRef | null;

/**
 * Which packages could every side accept, by what has been stated: counts, every minimal set of statements that blocks,
 * the cheapest movements that open one, and every answer that is missing. Never says that anything is agreed.
 */
export function askPackages(process: Process, question: PackagesQuestion = {}): Answer<PackagesAnswer> {
  const viewed = viewOf(process, question);
  if (!viewed.ok) return viewed;
  const { state, head } = viewed;
  const issues = issuesOf(state);
  const spoken: Spoken = { state, issues };
  const signatories = state.definition.parties.filter(({ signatory }) => signatory);
  const impossible = impossibleCombinations(state, issues);
  const forbidden = impossible.map(({ choices }): Forbidden<Ref> => ({ choices, ref: null }));
  const shared = {
    ...head,
    assessed: question.assessed === true,
    signatories: signatories.map(({ id, name }) => ({ id, name })),
    issues: issues.map((issue) => ({
      id: issue.id,
      provision: issue.provision,
      name: issue.name,
      contested: issue.contested,
      options: issue.options.map(({ id, text, tabledIn, open }) => ({ id, text, tabledBy: [...tabledIn], open })),
    })),
    forbidden: impossible.map(({ choices, text }) => ({ choices: { ...choices }, text })),
    ordinal: question.assessed === true ? ordinalAnswer(state, issues) : null,
    values: valuesAnswer(state, issues, impossible),
  };
  if (issues.length === 0 || signatories.length === 0)
    return { ok: true, answer: { ...shared, ...nothingToJudge(issues.length) } };
  const judged = judgePackages<Ref>({
    issues: statedIssues(issues),
    parties: signatories.map(({ id }) => id),
    positions: statedPositions(state, issues),
    asOf: state.asOf,
    staleAfterDays: state.definition["stale-after-days"],
    forbidden,
  });
  if (judged.kind === "refused") {
    return refuse(
      "packages-too-many",
      judged.problems[0]?.message ?? "The packages cannot be judged.",
      "Fix some choices in the basis text, so that fewer remain open together.",
    );
  }
  return {
    ok: true,
    answer: {
      ...shared,
      text: `${caveatOf(process)}${firstLine(judged, spoken)}`,
      packages: counts(judged.counts, judged.forbiddenCount),
      ...blockingOf(spoken, judged),
      blockers: judged.blockers.map((blocker) => ({
        blocker: tellBlocker(spoken, blocker),
        contested: blocker.contested,
        packages: exactCount(blocker.packages),
      })),
      movements: judged.movements.map((movement) => ({
        opens: {
          choices: { ...movement.opens.example.package },
          packages: exactCount(movement.opens.packages),
          text: `Opens ${packagesCounted(movement.opens.packages)}: nothing stated blocks ${movement.opens.packages === 1n ? "it" : "them"} then. What is not known stays so.`,
        },
        moves: movement.moves.map((move) => tellMove(spoken, move)),
        redLines: movement.redLines,
      })),
      movementsComplete: judged.movementsComplete,
      free: judged.freePackages.map((each) => ({
        choices: { ...each.package },
        verdict: each.verdict === "not-excluded" ? ("not-excluded" as const) : ("not-known" as const),
        unknown: each.parties.flatMap(({ unknown }) => unknown.map((item) => tellUnknown(spoken, item))),
      })),
      unknown: judged.unknown.map((item) => tellUnknown(spoken, item)),
      variants: judged.variants.map((variant) => tellVariant(spoken, variant)),
    },
  };
}

function blockingOf(spoken: Spoken, answer: EngineAnswer<Ref>): Pick<PackagesAnswer, "blocking" | "blockingComplete"> {
  return {
    blocking: answer.blocking.map(({ statements }) => statements.map((statement) => tellBlocker(spoken, statement))),
    blockingComplete: answer.blockingComplete,
  };
}

function tellVariant(spoken: Spoken, variant: Variant<Ref>): PackagesAnswer["variants"][number] {
  const { state } = spoken;
  const readings = variant.taking.map(({ position: id, reading }) => {
    const position = state.positions.find((each) => each.id === id);
    const read = reading === null ? undefined : position?.readings[Number(reading) - 1];
    return {
      position: id,
      reading: read?.words ?? position?.words ?? "",
      by: read?.by ?? speakerName(state, position?.by ?? ""),
      stance: read?.stance ?? position?.stance ?? "",
    };
  });
  const how = listed(readings.map(({ by, stance }) => `${by} (${stance})`));
  return {
    readings,
    text: `As read by ${how}: ${sentenceOf(variant)}`,
    packages: counts(variant.counts, 0n),
    blocking: variant.blocking.map(({ statements }) => statements.map((statement) => tellBlocker(spoken, statement))),
  };
}

function sentenceOf({ counts: { total, blocked }, blocking }: EngineAnswer<Ref>): string {
  if (blocked < total)
    return `${digits(total - blocked)} of ${packagesCounted(total)} ${total - blocked === 1n ? "is" : "are"} free of refusal.`;
  const sizes = blocking.map(({ statements }) => counted(statements.length, "statement"));
  const [only] = sizes;
  if (sizes.length === 1 && only !== undefined)
    return `no package is free of refusal; ${only === "1 statement" ? "one statement is" : `${only} together are`} enough for that.`;
  return `no package is free of refusal; each of ${inWords(blocking.length)} separate sets would be enough (${listed(sizes)}).`;
}

function counts({ total, blocked, notExcluded, notKnown }: Counts, forbidden: bigint): PackagesAnswer["packages"] {
  return {
    total: exactCount(total),
    blocked: exactCount(blocked),
    notExcluded: exactCount(notExcluded),
    notKnown: exactCount(notKnown),
    forbidden: exactCount(forbidden),
  };
}

/** "on Transfer of power": what the statements are about, where that is few enough to name. */
function aboutWords(
  statements: readonly { readonly issue: string | null; readonly version: string | null }[],
  { state, issues }: Spoken,
): string {
  const names = new Set(
    statements.map(({ issue, version }) =>
      version === null
        ? (issues.find(({ id }) => id === issue)?.name ?? issue ?? "")
        : (state.definition.texts.find(({ id }) => id === version)?.name ?? version),
    ),
  );
  return names.size === 0 || names.size > 3 ? "" : ` on ${listed([...names])}`;
}

function firstLine(judged: Judgement<Ref>, spoken: Spoken): string {
  const { total, blocked, notExcluded } = judged.counts;
  if (blocked < total) {
    const excluded =
      notExcluded === 0n
        ? "for none has every side answered yes"
        : `${packagesCounted(notExcluded)} not excluded by stated positions`;
    return `${packagesCounted(total - blocked)} of ${digits(total)} ${total - blocked === 1n ? "is" : "are"} free of refusal; ${excluded}.`;
  }
  const all = judged.blocking.flatMap(({ statements }) => statements);
  const distinct = new Set(all.map(({ position }) => position));
  const about = aboutWords(all, spoken);
  const [only] = judged.blocking;
  if (judged.blocking.length === 1 && only !== undefined) {
    const n = only.statements.length;
    if (n === 0) return "No package is free today; no timetable can keep any of them.";
    return `No package is free of refusal today; ${n === 1 ? `one statement${about} stands` : `${inWords(n)} statements${about} stand`} in the way.`;
  }
  const most = judged.blockingComplete ? "" : "at least ";
  return `No package is free of refusal today; ${most}${inWords(distinct.size)} statements${about} stand in the way, in ${most === "" ? "" : "more than "}${inWords(judged.blocking.length)} sets of which each alone is enough.`;
}

function nothingToJudge(
  issues: number,
): Omit<
  PackagesAnswer,
  keyof PackagesAnswer &
    (
      | "process"
      | "title"
      | "notice"
      | "invented"
      | "room"
      | "asOf"
      | "assessed"
      | "signatories"
      | "issues"
      | "forbidden"
      | "ordinal"
      | "values"
    )
> {
  return {
    text:
      issues === 0
        ? "There is nothing to judge: no draft is tabled by this day, or nothing in it is open or contested."
        : "No party is marked as a signatory, so there is nobody whose consent is needed.",
    packages: { total: 0, blocked: 0, notExcluded: 0, notKnown: 0, forbidden: 0 },
    blocking: [],
    blockingComplete: true,
    blockers: [],
    movements: [],
    movementsComplete: true,
    free: [],
    unknown: [],
    variants: [],
  };
}
