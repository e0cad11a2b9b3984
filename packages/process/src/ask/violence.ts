import { type CivilDate, civilDate, longDate } from "@parley/calendar";
import { assess, type DailyFigures, type Question } from "@parley/violence";
import type { Answer } from "../answer.ts";
import type { AssessmentAnswer, ViolenceAnswer } from "../answers/violence.ts";
import type { CountedViolence, Process } from "../events.ts";
import type { State } from "../fold.ts";
import { type Asking, caveatOf, refuse, sourceOf, viewOf } from "../internal/join/view.ts";
import {
  baselineHelp,
  parseBaseline,
  parsePeriod,
  parseTarget,
  periodHelp,
  targetHelp,
} from "../internal/violence/asked-days.ts";
import { type NamedWindow, tellAssessment } from "../internal/violence/assessment-told.ts";
import { groupsOf } from "../internal/violence/groups.ts";
import { daysSince } from "../internal/violence/recent.ts";

export interface ViolenceQuestion extends Asking {
  /** "2020-02-22..2020-02-28", or the id of a window that the folder names; its first window unless told. */
  readonly window?: string | undefined;
  /** "2020-02-01..2020-02-21", "21 days before", "same days of 2018, 2019" or "12 a day"; the window's own unless told. */
  readonly baseline?: string | undefined;
  /** "80%" or "below 5 a day". */
  readonly target?: string | undefined;
  /** What the agreement counts: "deaths" or "incidents". */
  readonly counts?: string | undefined;
  /** One province; all unless told. */
  readonly province?: string | undefined;
  /** What to split the window's figures by; of a folder, whose figures are by province, only "province". */
  readonly by?: string | undefined;
  /** The id of a file in the folder violence; its first unless told. */
  readonly file?: string | undefined;
}

/**
 * Whether violence fell in a window against its baseline, as an indication. Refuses days and words it cannot read, a
 * window or a baseline that is not over on the as-of day, and a folder without figures.
 */
export function askViolence(process: Process, question: ViolenceQuestion = {}): Answer<ViolenceAnswer> {
  const viewed = viewOf(process, question);
  if (!viewed.ok) return viewed;
  const { state, head } = viewed;
  const counted = fileAsked(state, question.file);
  if (!counted.ok) return counted;
  const { entry, figures } = counted.violence;
  const over = entry.windows.filter(({ days }) => days.to <= state.asOf);
  // Where none is over, the first is asked of and refused with its days.
  const asked = windowAsked(question.window !== undefined || over.length === 0 ? entry.windows : over, question);
  if (!asked.ok) return asked;
  if (asked.question.window.to > state.asOf)
    return refuse(
      "window-not-over",
      `The window${asked.named === null ? "" : ` “${asked.named.name}”`} ends on ${longDate(asked.question.window.to)}, after the as-of day, ${longDate(state.asOf)}.`,
      "Ask for a window that is over, or as of a later day.",
    );
  const within = { state, source: entry.source };
  const answered = assessed(figures, asked, within);
  if (!answered.ok) return answered;
  const by = splitAsked(question.by);
  if (!by.ok) return by;
  if (by.split !== null && by.split !== "province")
    return refuse(
      "not-split-so",
      `The figures of a folder are by province, and not by ${by.split}.`,
      "Ask the file of incidents itself: parley violence <file.csv> --by type.",
    );
  const age = ageWords(answered.answer, { asOf: state.asOf, days: figures.coverage.days });
  const others = over
    .filter((window) => window !== asked.named)
    .flatMap((named) => {
      const other = assessed(figures, { named, question: questionOf(named), counts: named.counts }, within);
      return other.ok ? [other.answer] : [];
    });
  return {
    ok: true,
    answer: {
      ...head,
      text: `${caveatOf(process)}${answered.answer.sentence}${age === null ? "" : ` ${age}`}`,
      age,
      ...answered.answer,
      data: tellData(figures, {
        name: entry.name,
        file: entry.data,
        id: entry.id,
        source: sourceOf(state, entry.source),
        findings: [],
      }),
      by: by.split,
      groups: by.split === null ? [] : groupsOf(figures, answered.answer),
      files: state.violence.map((each) => ({ id: each.entry.id, name: each.entry.name })),
      others,
    },
  };
}

type Split = NonNullable<ViolenceAnswer["by"]>;
const splits: readonly Split[] = ["province", "actor", "actors", "type"];

/** What the figures are to be split by; null where nobody asked. */
export function splitAsked(
  by: string | undefined,
): { readonly ok: true; readonly split: Split | null } | Extract<Answer<never>, { ok: false }> {
  const split = splits.find((each) => each === by) ?? null;
  if (by === undefined || split !== null) return { ok: true, split };
  return refuse("no-such-split", `Figures cannot be split by “${by}”.`, `Write one of: ${splits.join(", ")}.`);
}

/** The file that is asked of. */
function fileAsked(
  { violence, definition }: State,
  id: string | undefined,
): { readonly ok: true; readonly violence: CountedViolence } | Extract<Answer<never>, { ok: false }> {
  const found = id === undefined ? violence[0] : violence.find(({ entry }) => entry.id === id);
  if (found !== undefined) return { ok: true, violence: found };
  return id === undefined
    ? refuse(
        "no-figures",
        `The process ${definition.process} has no figures of violence by this day.`,
        "Put a CSV file of incidents or of daily figures into the folder violence, and name it in a YAML file beside it (docs/spec/process-folder.md).",
      )
    : refuse(
        "unknown-file",
        `There is no file of figures “${id}”.`,
        `The files are: ${violence.map(({ entry }) => entry.id).join(", ") || "none"}.`,
      );
}

interface AskedWindow {
  readonly named: NamedWindow | null;
  readonly question: Question;
  readonly counts: "deaths" | "incidents" | null;
}

/** A question from words, over the window that it names. Each word that cannot be read is refused with how to write it. */
export function windowAsked(
  windows: readonly NamedWindow[],
  asked: Omit<ViolenceQuestion, "file" | "asOf">,
): ({ readonly ok: true } & AskedWindow) | Extract<Answer<never>, { ok: false }> {
  const named = asked.window === undefined ? windows[0] : windows.find(({ id }) => id === asked.window);
  const days = named?.days ?? (asked.window === undefined ? null : parsePeriod(asked.window));
  if (days === null) {
    const known = windows.map(({ id }) => id).join(", ");
    return refuse(
      "no-such-window",
      asked.window === undefined ? "No window is asked for." : `“${asked.window}” is no stretch of days that exists.`,
      `${periodHelp}${known === "" ? "" : ` Or name one of: ${known}.`}`,
    );
  }
  if (days.from > days.to)
    return refuse(
      "bad-window",
      `The window ends on ${longDate(days.to)}, before it begins, on ${longDate(days.from)}.`,
      periodHelp,
    );
  const baseline = asked.baseline === undefined ? (named?.baseline ?? null) : parseBaseline(asked.baseline);
  if (baseline === null)
    return refuse(
      "no-such-baseline",
      asked.baseline === undefined
        ? "No baseline is asked for: a fall is a fall against something."
        : `“${asked.baseline}” is no baseline.`,
      baselineHelp,
    );
  // A window asked in another way is another question: neither its target nor a finding on it is about that.
  const isOwn = [asked.baseline, asked.province, asked.counts].every((each) => each === undefined);
  const target = asked.target === undefined ? (isOwn ? (named?.target ?? null) : null) : parseTarget(asked.target);
  if (asked.target !== undefined && target === null)
    return refuse("no-such-target", `“${asked.target}” is no target.`, targetHelp);
  const counts = asked.counts ?? named?.counts ?? null;
  if (counts !== null && counts !== "deaths" && counts !== "incidents")
    return refuse("no-such-count", `An agreement cannot count “${counts}”.`, "Write deaths or incidents.");
  return {
    ok: true,
    named: isOwn && asked.target === undefined ? (named ?? null) : null,
    counts,
    question: {
      window: days,
      baseline,
      target,
      province: asked.province ?? named?.province ?? null,
      ...(counts === null ? {} : { agreementCounts: counts }),
    },
  };
}

function questionOf({ days, baseline, target, counts, province }: NamedWindow): Question {
  return { window: days, baseline, target, province, ...(counts === null ? {} : { agreementCounts: counts }) };
}

/** The engine's answer, told. Of a folder, refuses a baseline that is not over. */
export function assessed(
  figures: DailyFigures,
  { named, question, counts }: AskedWindow,
  within: { readonly state: State; readonly source: string } | null,
): Answer<AssessmentAnswer> {
  const outcome = assess(figures, { ...question, ...(within === null ? {} : { until: within.state.asOf }) });
  if (!outcome.ok) return outcome;
  const answer = tellAssessment(outcome.assessment, { named, within, counts });
  const last = answer.baseline.periods
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (within !== null && last !== undefined && last > within.state.asOf)
    return refuse(
      "baseline-not-over",
      `The baseline ends on ${longDate(civilDate(last))}, after the as-of day, ${longDate(within.state.asOf)}.`,
      "Hold the window against days that are over, or ask as of a later day.",
    );
  return { ok: true, answer };
}

/** Where a window is no news, how long ago it ended and how far the figures go: a fall of last year is not one of today. */
function ageWords(
  { window }: AssessmentAnswer,
  { asOf, days }: { readonly asOf: CivilDate; readonly days: DailyFigures["coverage"]["days"] },
): string | null {
  const ended = window.periods.at(-1)?.to;
  if (ended === undefined || days === null) return null;
  const ago = daysSince(civilDate(ended), asOf);
  if (ago === null) return null;
  const until = days.to < asOf ? ` The figures end on ${longDate(days.to)}.` : "";
  return `The window ended ${ago.toLocaleString("en")} days before ${longDate(asOf)} and says nothing of violence now.${until}`;
}

/** What was counted and where it comes from. */
export function tellData(
  { coverage, attribution, from }: DailyFigures,
  told: Pick<ViolenceAnswer["data"], "id" | "name" | "file" | "source" | "findings">,
): ViolenceAnswer["data"] {
  return {
    ...told,
    attribution,
    format: coverage.format,
    days: coverage.days,
    rows: coverage.rows,
    unreadable: coverage.unreadable,
    apart: coverage.apart.map((each) => ({ ...each })),
    fatalOnly: coverage.fatalOnly,
    derived: from === "series",
  };
}
