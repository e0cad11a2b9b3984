import { allBrackets, findProvision } from "@parley/agreement";
import type { Answer } from "../answer.ts";
import type { MatrixAnswer } from "../answers/matrix.ts";
import type { PositionAnswer } from "../answers/positions.ts";
import type { Process, TabledText } from "../events.ts";
import type { State } from "../fold.ts";
import { csvTable } from "../internal/csv-table.ts";
import { basisOf, issuesOf, type JoinedIssue, noneOption } from "../internal/join/issues.ts";
import { statusWords } from "../internal/join/status.ts";
import { type Asking, counted, partyName, viewOf } from "../internal/join/view.ts";
import { tellPositions } from "./positions.ts";

/** Issues by drafts and by parties: the wording of each, and who stands where. */
export function askMatrix(process: Process, question: Asking = {}): Answer<MatrixAnswer> {
  const viewed = viewOf(process, question);
  if (!viewed.ok) return viewed;
  const { state, head } = viewed;
  const issues = issuesOf(state);
  const drafts = state.texts.filter(({ entry }) => entry.kind === "draft");
  const positions = tellPositions(state, issues);
  const signatories = state.definition.parties.filter(({ signatory }) => signatory);
  return {
    ok: true,
    answer: {
      ...head,
      text: firstLine(issues, drafts),
      drafts: drafts.map(({ entry }) => ({
        id: entry.id,
        name: entry.name,
        by: partyName(state, entry.by),
        date: entry.tabled,
        alleged: entry.alleged,
      })),
      parties: signatories.map(({ id, name }) => ({ id, name })),
      issues: issues.map((issue) => ({
        id: issue.id,
        name: issue.name,
        provision: issue.provision,
        status: statusOf(state, issue),
        wordings: drafts.map((draft) => wordingIn(issue, draft)),
        stances: signatories.map(({ id }) => ({ party: id, stances: stancesOn(issue, id, positions) })),
      })),
    },
  };
}

function firstLine(issues: readonly JoinedIssue[], drafts: readonly TabledText[]): string {
  if (issues.length === 0) return "Nothing is open or contested in the drafts known by this day.";
  const blank = issues.filter(({ options }) => options.every(({ open }) => open)).length;
  const contested = issues.filter(({ contested: yes }) => yes).length;
  return `${counted(issues.length, "issue")} in ${counted(drafts.length, "draft")}: ${contested} contested by a recorded position, ${blank} still without any wording.`;
}

function statusOf(state: State, issue: JoinedIssue): string {
  const basis = basisOf(state);
  if (basis === null) return "";
  const bracket = allBrackets(basis.agreement).find((each) => each.bracket.id === issue.id);
  if (bracket !== undefined) return bracket.bracket.blank ? "open, blank" : "open, in brackets";
  const provision = findProvision(basis.agreement, issue.provision);
  return provision === null ? "not in the basis text" : statusWords(provision.status, state);
}

type Cell = MatrixAnswer["issues"][number]["wordings"][number];

/** What one draft has on an issue; an alleged draft's words are shown, though they are no option. */
function wordingIn(issue: JoinedIssue, draft: TabledText): Cell {
  const { id } = draft.entry;
  const options = issue.options.filter(({ tabledIn }) => tabledIn.includes(id));
  const absent: Cell = {
    draft: id,
    state: draft.entry.partial || draft.agreement.front.reconstruction ? "not reported" : "absent",
    options: [],
  };
  if (options.length === 0) {
    const provision = draft.entry.alleged ? findProvision(draft.agreement, issue.provision) : null;
    if (provision === null) return absent;
    const text = provision.words.map((piece) => ("text" in piece ? piece.text : "")).join("");
    return { draft: id, state: "worded", options: [{ id, text: text.trim(), open: false }] };
  }
  if (options.every((option) => option.id === noneOption)) return absent;
  const told = options.map((option) => ({
    id: option.id,
    text: option.textIn.get(id) ?? option.text,
    open: option.open,
  }));
  return {
    draft: id,
    state: told.every(({ open }) => open) ? "open" : told.length > 1 ? "alternatives" : "worded",
    options: told,
  };
}

function stancesOn(
  issue: JoinedIssue,
  party: string,
  positions: readonly PositionAnswer[],
): MatrixAnswer["issues"][number]["stances"][number]["stances"] {
  return positions
    .filter((position) => position.party === party && position.standing !== "superseded")
    .filter(({ about }) => about.id === issue.id || about.id === issue.provision || about.id.startsWith(`${issue.id}=`))
    .map((position) => ({
      position: position.id,
      stance: position.stance,
      option: position.about.kind === "option" ? position.about.id.slice(issue.id.length + 1) : null,
      words: position.words,
      said: position.said,
      decides: position.standing !== "shown, does not decide",
      standing: position.standing,
    }));
}

/** The matrix as CSV: one row an issue. */
export function matrixCsv(answer: MatrixAnswer): string {
  const head = [
    "issue",
    "provision",
    "status",
    ...answer.drafts.map(({ name, date }) => `${name} (${date})`),
    ...answer.parties.map(({ name }) => name),
  ];
  const rows = answer.issues.map((issue) => [
    issue.name,
    issue.provision,
    issue.status,
    ...issue.wordings.map(({ state, options }) =>
      options.length === 0
        ? state
        : options.map(({ id, text }) => (options.length > 1 ? `${id}: ${text}` : text)).join(" | "),
    ),
    ...issue.stances.map(({ stances }) =>
      stances
        .map(
          ({ stance, option, words, said, standing }) =>
            `${said} ${stance}${option === null ? "" : ` (${option})`}: ${words} [${standing}]`,
        )
        .join(" | "),
    ),
  ]);
  return csvTable([head, ...rows]);
}
