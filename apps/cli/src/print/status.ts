import type { EvidenceAnswer, Process, StandingAnswer, StatusAnswer } from "@parley/process";
import { printHead } from "./head.ts";
import type { Page } from "./page.ts";
import { printTable } from "./table.ts";
import { cited, counted, dateOr, shortDate } from "./words.ts";

/** Where each commitment stands, by party; then what differs, what moved, and what comes. */
export function printStatus(
  page: Page,
  {
    answer,
    process,
    evidence,
  }: { readonly answer: StatusAnswer; readonly process: Process; readonly evidence: boolean },
): void {
  printHead(page, { answer, process });
  printCounts(page, answer);
  const parties = new Set(answer.commitments.map(({ byNames }) => byNames.join(" and ")));
  for (const party of parties) {
    page.heading(party === "" ? "Nobody named" : party);
    const own = answer.commitments.filter(({ byNames }) => byNames.join(" and ") === party);
    for (const id of new Set(own.map((each) => each.id)))
      printCommitment(
        page,
        own.filter((each) => each.id === id),
        evidence,
      );
  }
  printList(
    page,
    "Where readings differ",
    answer.differences.map(({ commitment, text }) => `${commitment}: ${text}`),
  );
  printList(
    page,
    "What became known later changed",
    answer.revised.map(({ text }) => text),
  );
  printList(
    page,
    "Changed in the last seven days",
    answer.changes.map(({ text, reader }) => `${text} [${reader}]`),
  );
  printList(
    page,
    "To come",
    answer.next.map(({ day, text, reader }) => `${shortDate(day)}: ${text} [${reader}]`),
  );
  printList(
    page,
    "Phases",
    answer.phases.map(
      ({ name, state, starts, ends }) =>
        `${name}: ${state} (${dateOr(starts, "no day known")} to ${dateOr(ends, "no day known")})`,
    ),
  );
  printList(
    page,
    "Without effect",
    answer.problems.map(({ entry, text }) => (entry === null ? text : `${entry}: ${text}`)),
  );
  if (!evidence && answer.commitments.some((each) => each.evidence.length > 0)) {
    page.blank();
    page.line("“--evidence” adds every entry that bears on each.", { style: "dim" });
  }
}

function printCounts(page: Page, { counts, byParty }: StatusAnswer): void {
  if (counts.total === 0) return;
  page.blank();
  const row = (name: string, { states, disputed }: StatusAnswer["counts"]) => [
    name,
    states.map(({ state, commitments }) => `${commitments} ${state}`).join(", "),
    disputed === 0 ? "" : String(disputed),
  ];
  printTable(page, {
    head: ["", "states", "disputed"],
    rows: [...byParty.map(({ name, counts: own }) => row(name, own)), row("All", counts)],
  });
}

/** One commitment, under every reading of it. */
function printCommitment(page: Page, readings: readonly StandingAnswer[], evidence: boolean): void {
  const [first] = readings;
  if (first === undefined) return;
  const { id, act, force, kroc, periods } = first;
  const states = [...new Set(readings.map(({ state }) => state.toUpperCase()))].join(" or ");
  const contested = readings.some(({ disputed }) => disputed) ? ", disputed" : "";
  page.line(`${states}${contested}: ${force} ${act}`, { indent: 2, hang: 2 });
  for (const { reader, because, stale } of readings) {
    const changed = stale ? " (the words it quotes have changed)" : "";
    if (readings.length === 1) page.line(`${because}${changed}`, { indent: 4 });
    else page.point(`As read by ${reader}${changed}: ${because}`, { indent: 4 });
  }
  const progress = kroc === null ? "progress: no data" : `progress: ${kroc}`;
  const kept =
    periods === null
      ? ""
      : `; ${periods.kept} of ${counted(periods.ended, "period")} kept, ${periods.missed} missed, ${periods.noData} without data`;
  const reader = readings.length === 1 ? `, as read by ${first.reader}` : "";
  page.line(`${progress}${kept} [${id}${reader}]`, { indent: 4, style: "dim" });
  if (evidence) for (const entry of first.evidence) page.point(evidenceWords(entry), { indent: 4 });
}

function evidenceWords({
  id,
  on,
  known,
  late,
  type,
  by,
  says,
  standing,
  why,
  outBy,
  verified,
  disputed,
  credibility,
  sources,
}: EvidenceAnswer): string {
  const when = `${shortDate(on)}${known === on ? "" : `, known ${shortDate(known)}`}${late ? " (later than the day asked)" : ""}`;
  const grade = sources.map(({ reliability }) => `${reliability}${credibility}`).join(", ");
  const became = [
    standing === "counts" ? "" : `${standing}${outBy === null ? "" : ` by ${outBy}`}`,
    why === null ? "" : why.replace(/\.$/u, ""),
    ...verified.map(
      ({ by: verifiers, outcome, on: day }) => `${outcome} by ${verifiers.join(", ")} on ${shortDate(day)}`,
    ),
    disputed ? "disputed" : "",
  ].filter((words) => words !== "");
  const told = became.length === 0 ? "" : ` ${became.join("; ")}.`;
  return `${when}, ${type}${by.length === 0 ? "" : ` by ${by.join(", ")}`}: ${says}${told}${cited(sources)} [${id}, graded ${grade}]`;
}

function printList(page: Page, title: string, items: readonly string[]): void {
  if (items.length === 0) return;
  page.heading(title);
  for (const item of items) page.point(item, { indent: 2 });
}
