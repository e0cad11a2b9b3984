import {
  askBodies,
  askBrief,
  askCeasefire,
  askCheck,
  askFrame,
  askMatrix,
  askPackages,
  askPositions,
  askSchedule,
  askStatus,
  askText,
  askViolence,
  type CeasefireAnswer,
  type DiagnosticAnswer,
  type Frame,
  type Process,
  tellDiagnostic,
} from "@parley/process";
import { type Asked, all, type Content, daysNear, type FrontAnswer, one, type PageName, type View } from "@parley/web";
import type { FolderState } from "./folder.ts";

type Asking = ReturnType<typeof askFrame>;
type Answered<T> = { readonly ok: true; readonly answer: T } | Extract<Asking, { readonly ok: false }>;

/** The view of one page, and the status of the answer: 200, 400 when the question was refused, 503 without a process. */
export function viewOf(props: { readonly state: FolderState; readonly page: PageName; readonly asked: Asked }): {
  readonly view: View;
  readonly status: 200 | 400 | 503;
} {
  const { state, page, asked } = props;
  const { process, version, held, broken } = state;
  const around = { page, asked, version, held, broken };
  if (process === null) return { view: { ...around, frame: null, content: null, refusal: null }, status: 503 };
  const answered = contentOf(process, page, asked);
  const frame = frameOf(process, asked, broken);
  if (answered.ok) return { view: { ...around, frame, content: answered.answer, refusal: null }, status: 200 };
  return { view: { ...around, frame, content: null, refusal: tellDiagnostic(answered.refusal) }, status: 400 };
}

/** The frame as of the day asked, or of the process's own day when that was refused: a page always says where it stands. */
function frameOf(process: Process, asked: Asked, broken: readonly DiagnosticAnswer[]): Frame | null {
  const asOf = askFrame(process, { asOf: one(asked, "as-of") });
  const frame = asOf.ok ? asOf : askFrame(process);
  return frame.ok ? { ...frame.answer, broken: [...broken] } : null;
}

function contentOf(process: Process, page: PageName, asked: Asked): Answered<Content> {
  const asOf = one(asked, "as-of");
  switch (page) {
    case "front":
      return frontOf(process, asOf);
    case "text":
      return on(
        page,
        askText(process, {
          asOf,
          text: one(asked, "text"),
          compare: one(asked, "compare"),
          beside: one(asked, "beside") !== undefined,
        }),
      );
    case "issues":
      return on(page, askMatrix(process, { asOf }));
    case "packages":
      return on(page, askPackages(process, { asOf, assessed: one(asked, "assessed") !== undefined }));
    case "timetable":
      return on(page, askSchedule(process, { asOf, choose: all(asked, "choose"), without: all(asked, "without") }));
    case "bodies":
      return on(page, askBodies(process, { asOf, rule: one(asked, "rule") }));
    case "positions":
      return on(page, askPositions(process, { asOf }));
    case "keeping":
      return on(page, askStatus(process, { on: one(asked, "on") ?? asOf, known: knownBy(process, asOf) }));
    case "ceasefire": {
      const answered = askCeasefire(process, {
        asOf,
        window: one(asked, "window"),
        baseline: one(asked, "baseline"),
        province: one(asked, "province"),
        file: one(asked, "figures"),
      });
      return answered.ok ? { ok: true, answer: { page, answer: ceasefireShown(answered.answer) } } : answered;
    }
    case "check": {
      // Nothing in the check depends on the day, but a day that does not exist is refused on every page.
      const frame = askFrame(process, { asOf });
      return frame.ok ? { ok: true, answer: { page, answer: askCheck(process) } } : frame;
    }
    case "brief":
      return on(
        page,
        askBrief(process, { asOf, since: one(asked, "since"), shareable: one(asked, "shareable") !== undefined }),
      );
  }
}

/** What was known by the as-of day, and by the process's own where none is asked: never by the day that is asked about. */
function knownBy({ definition }: Process, asOf: string | undefined): string {
  return asOf ?? definition["as-of"];
}

function frontOf(process: Process, asOf: string | undefined): Answered<Content> {
  const packages = askPackages(process, { asOf });
  if (!packages.ok) return packages;
  const schedule = askSchedule(process, { asOf });
  if (!schedule.ok) return schedule;
  const bodies = askBodies(process, { asOf });
  if (!bodies.ok) return bodies;
  const status = askStatus(process, { on: asOf, known: knownBy(process, asOf) });
  if (!status.ok) return status;
  // Without figures there is nothing to refuse: the front page then does not ask whether violence fell.
  const violence = askViolence(process, { asOf });
  const front: FrontAnswer = {
    packages: { text: packages.answer.text, packages: packages.answer.packages, blocking: packages.answer.blocking },
    schedule: {
      text: schedule.answer.text,
      feasible: schedule.answer.feasible,
      assumptions: schedule.answer.assumptions,
      passed: Object.values(schedule.answer.events).filter(({ passed }) => passed).length,
      next: schedule.answer.toCome.slice(0, nextMax).flatMap((id) => schedule.answer.events[id] ?? []),
    },
    bodies: { text: bodies.answer.text },
    keeping:
      status.answer.counts.total === 0
        ? null
        : { text: status.answer.text, counts: status.answer.counts, next: status.answer.next.slice(0, nextMax) },
    ceasefire: violence.ok ? { text: violence.answer.text, indication: violence.answer.indication } : null,
  };
  return { ok: true, answer: { page: "front", answer: front } };
}

/** The front page tells so many days to come; the others stand on their pages. */
const nextMax = 2;

/** Of years of figures only what the page draws: days near the window, and of other windows no list of records. */
function ceasefireShown(answer: CeasefireAnswer): CeasefireAnswer {
  const { violence, days } = answer;
  if (violence === null) return answer;
  const others = violence.others.map((other) => ({ ...other, setApart: [] }));
  return { ...answer, violence: { ...violence, others }, days: [...daysNear(days, violence)] };
}

/** An answer with the page that shows it. */
function on<Page extends Content["page"]>(
  page: Page,
  answered: Answered<Extract<Content, { readonly page: Page }>["answer"]>,
): Answered<Content> {
  return answered.ok ? { ok: true, answer: { page, answer: answered.answer } as Content } : answered;
}
