import type { ConflictAnswer, LinkAnswer, Process, ScheduleAnswer } from "@parley/process";
import { printHead } from "./head.ts";
import type { Page } from "./page.ts";
import { printTable } from "./table.ts";
import { cited, counted, dateOr, shortDate } from "./words.ts";

/** The conflicts with what mends them, then the window of every date, then what the answer supposes. */
export function printSchedule(page: Page, answer: ScheduleAnswer, process: Process): void {
  printHead(page, { answer, process });
  for (const [index, conflict] of answer.conflicts.entries())
    printConflict(page, { conflict, number: index + 1, answer });
  if (!answer.conflictsComplete) page.line("There are more conflicts than these.");
  printWindows(page, answer);
  printSupposed(page, answer);
  printList(
    page,
    "Already settled by the record",
    answer.settled.map(({ text }) => text),
  );
  printList(page, "A rule is needed first", answer.needsRule);
  printList(
    page,
    "Choices that no timetable can keep together",
    answer.impossible.map(({ choices, text }) => `${choices.join(", ")}: ${text}`),
  );
}

const kindNames: Record<ConflictAnswer["kind"], string> = {
  contradiction: "Contradiction",
  tension: "Tension",
  order: "Circle of order",
};

function printConflict(
  page: Page,
  {
    conflict,
    number,
    answer,
  }: { readonly conflict: ConflictAnswer; readonly number: number; readonly answer: ScheduleAnswer },
): void {
  const short = conflict.shortByDays === null ? "" : `, short by ${counted(conflict.shortByDays, "day")}`;
  const rests = conflict.restsOn.length === 0 ? "" : `, resting on ${conflict.restsOn.join(" and ")}`;
  const certain = conflict.certain ? "" : " (only under a stricter reading of a date)";
  page.heading(`${number}. ${kindNames[conflict.kind]}${rests}${short}${certain}`);
  page.line(conflict.text, { indent: 3 });
  page.blank();
  page.line(conflict.kind === "order" ? "It goes round:" : "Its links, to add up by hand:", { indent: 3 });
  for (const link of conflict.links) page.point(linkText(link, conflict.kind, answer), { indent: 5 });
  printRepairs(page, conflict);
  if (conflict.choices.length > 0)
    page.line(`It depends on these choices: ${conflict.choices.join(", ")}.`, { indent: 3, hang: 2 });
  for (const { text, shortByDays } of conflict.variants) {
    page.line(`Under another reading, short by ${counted(shortByDays, "day")}: ${text}`, { indent: 3, hang: 2 });
  }
}

/** Each dispute once, with the days that rest on what it contests. */
function printDisputes(page: Page, events: readonly ScheduleAnswer["events"][string][]): void {
  const found = events.flatMap(({ name, disputed }) => disputed.map((dispute) => ({ name, ...dispute })));
  for (const [said, of] of Map.groupBy(
    found,
    ({ by, on, says }) => `${by.join(", ")}, ${shortDate(on)}: ${says.replace(/[.]$/u, "")}`,
  ))
    page.point(`Disputed by ${said}. It bears on: ${of.map(({ name }) => name).join("; ")}.`, { indent: 2 });
}

function printRepairs(page: Page, { repairs }: ConflictAnswer): void {
  if (repairs.length === 0) return;
  const remain = repairs.some(({ mendsAll }) => mendsAll) ? "" : "; other conflicts would remain";
  for (const [late, heading] of [
    [false, `Any one of these mends it${remain}:`],
    [true, `Too late by now${remain}:`],
  ] as const) {
    const listed = repairs.filter(({ past }) => past === late);
    if (listed.length > 0) page.line(heading, { indent: 3 });
    for (const { text, mendsAll } of listed)
      page.point(`${text}${mendsAll || remain !== "" ? "" : " Other conflicts would remain."}`, { indent: 5 });
  }
}

function linkText(
  { text, origin, provision, source, by, days, reaches, to }: LinkAnswer,
  kind: ConflictAnswer["kind"],
  answer: ScheduleAnswer,
): string {
  const where = [origin, ...(provision === null ? [] : [provision]), ...(by === null ? [] : [by])].join(", ");
  // A circle of order is not a matter of days: each moment is only to come before the next.
  const added =
    days === null || days === 0 || kind === "order" ? "" : ` ${days < 0 ? "−" : "+"}${counted(Math.abs(days), "day")}.`;
  const name = answer.events[to]?.name;
  const day =
    reaches === null
      ? ""
      : name === undefined
        ? ` This allows ${shortDate(reaches)} at the latest.`
        : ` So ${name} on ${shortDate(reaches)} at the earliest.`;
  return `${text}${added}${day} [${where}]${cited([source])}`;
}

function printWindows(page: Page, { events, feasible, setAside }: ScheduleAnswer): void {
  const bounded = Object.values(events).filter(
    ({ earliest, latest, happened }) => earliest !== null || latest !== null || happened !== null,
  );
  if (bounded.length > 0) {
    page.heading("Dates");
    const rows = bounded.map(({ name, earliest, latest, happened, kept, passed }) => [
      name,
      dateOr(earliest, "any day"),
      dateOr(latest, "any day"),
      happened === null && kept !== null
        ? `reported kept ${shortDate(kept)}`
        : passed
          ? "not recorded"
          : dateOr(happened, ""),
    ]);
    printTable(page, { head: ["moment", "earliest", "latest", "happened"], rows });
    printDisputes(page, bounded);
  }
  const unbounded = Object.values(events).filter((event) => !bounded.includes(event));
  if (unbounded.length > 0)
    page.line(`Nothing bounds: ${unbounded.map(({ name }) => name).join("; ")}.`, { indent: 2, hang: 2 });
  if (feasible || setAside.length === 0) return;
  page.line("These dates hold only with this set aside:", { indent: 2 });
  for (const link of setAside) page.point(`${link.text} [${link.origin}]${cited([link.source])}`, { indent: 4 });
}

function printSupposed(page: Page, { assumptions, choices }: ScheduleAnswer): void {
  const supposed = assumptions.map(
    ({ id, by, text, why, on }) => `${id}${on ? "" : " (left out)"}, made by ${by}: ${text} Why: ${why}`,
  );
  printList(page, "Assumptions", supposed);
  const made = choices.map(
    ({ issue, option, chosenBy, options }) =>
      `${issue}=${option} (${chosenBy === "asker" ? "as you chose" : "as in the basis text"}; there are ${options.join(", ")})`,
  );
  printList(page, "Choices made", made);
}

function printList(page: Page, title: string, items: readonly string[]): void {
  if (items.length === 0) return;
  page.heading(title);
  for (const item of items) page.point(item, { indent: 2 });
}
