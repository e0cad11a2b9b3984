import type { AssessmentAnswer, DiagnosticAnswer, ViolenceAnswer } from "@parley/process";
import { printDiagnostics } from "./diagnostics.ts";
import type { Page } from "./page.ts";
import { printTable } from "./table.ts";
import { citation, counted, shortDate } from "./words.ts";

/** The indication, its figures and how sure they are; then what is counted, what is not, and what must be said beside it. */
export function printViolence(
  page: Page,
  { answer, room }: { readonly answer: ViolenceAnswer; readonly room: string | null },
): void {
  page.line(answer.text, { style: "bold" });
  if (answer.asOf !== null && room !== null)
    page.line(`${answer.title ?? ""}. As of ${shortDate(answer.asOf)}. Room: ${room}.`, { style: "dim" });
  if (answer.notice !== null) page.line(answer.notice, { style: "dim" });
  const { data } = answer;
  const source = data.attribution ?? (data.source === null ? null : citation(data.source));
  page.line(`${data.name}${source === null ? "" : `. ${source}`}.${data.derived ? " Derived daily figures." : ""}`, {
    style: "dim",
  });
  printFigures(page, answer);
  for (const other of answer.others) {
    page.heading(other.name ?? other.id ?? "Another window");
    page.line(other.sentence, { indent: 2 });
    printFigures(page, other, 2);
    for (const { text } of other.caveats.filter(({ code }) => ofTheWindow.has(code))) page.point(text, { indent: 4 });
  }
  printGroups(page, answer);
  page.heading("What is counted");
  for (const sentence of answer.definition.sentences) page.point(sentence, { indent: 2 });
  printSetApart(page, answer);
  page.heading("To be said beside it");
  for (const { text } of answer.caveats) page.point(text, { indent: 2 });
}

/** Groups that are printed; --json has them all. */
const groupsMax = 40;

function printGroups(page: Page, { by, groups, window, baseline: whole }: ViolenceAnswer): void {
  if (by === null) return;
  page.heading(by === "actors" ? "By pair of actors" : `By ${by}`);
  if (window.daysNotCovered > 0) {
    page.line("No data: the file does not cover every day of the window.", { indent: 2 });
    return;
  }
  const noBaseline = whole.kind === "agreed" ? "" : "no data";
  const cells = (figures: ViolenceAnswer["groups"][number]["window"] | null) =>
    figures === null ? [noBaseline, noBaseline] : [figures.deaths.toFixed(1), figures.deathsPerDay.toFixed(2)];
  printTable(page, {
    head: [by, "window: deaths", "a day", "baseline: deaths", "a day"],
    rows: groups.slice(0, groupsMax).map(({ name, window, baseline }) => [name, ...cells(window), ...cells(baseline)]),
  });
  if (groups.length > groupsMax)
    page.line(`And ${groups.length - groupsMax} more; --json has them all.`, { indent: 2 });
  if (by === "actor") page.line("A record counts once for each of its actors, so these do not add up.", { indent: 2 });
}

/** Caveats that are about one window; the others hold for the whole file and stand at the end. */
const ofTheWindow: ReadonlySet<string> = new Set(["set-apart-overlaps", "reporting-gap"]);

/** Doubtful rows of one kind that are printed: a large file has thousands of them. */
const doubtfulMax = 3;

/** Every row that could not be read, and of each kind of doubt the first few. */
export function printRows(page: Page, found: readonly DiagnosticAnswer[]): void {
  const byCode = Map.groupBy(found, ({ code }) => code);
  for (const [, rows] of byCode) {
    const shown = rows.filter(({ severity }, at) => severity === "error" || at < doubtfulMax);
    printDiagnostics(page, shown, "");
    const rest = rows.length - shown.length;
    if (rest > 0)
      page.line(`And ${rest >= 90 ? "at least " : ""}${counted(rest, "more row")} of this kind; --json lists them.`);
  }
}

function printFigures(page: Page, each: AssessmentAnswer, indent = 0): void {
  const { window, baseline, reduction, interval, intervals, reasons, target, body, findings, season } = each;
  page.blank();
  printTable(page, {
    head: ["", "days", "events", "events a day", "deaths", "deaths a day"],
    rows: [
      [`window ${periodsWords(window.periods)}`, ...figures(window)],
      [
        baseline.kind === "agreed" ? "agreed number" : `baseline ${periodsWords(baseline.periods)}`,
        ...figures(baseline),
      ],
    ],
  });
  if (reduction !== null) {
    const within =
      interval === null
        ? ""
        : `; ${percent(each.confidence)} interval ${percent(interval[0])} to ${percent(interval[1])}`;
    page.line(`Reduction: ${percent(reduction)}${within}.`, { indent });
  }
  const { bootstrap, negativeBinomial } = intervals;
  if (bootstrap?.reduction != null)
    page.line(
      `Block bootstrap (${counted(bootstrap.draws, "draw")}, seed ${bootstrap.seed}): ${percent(bootstrap.reduction[0])} to ${percent(bootstrap.reduction[1])}.`,
      { indent: indent + 2, style: "dim" },
    );
  if (negativeBinomial?.reduction != null)
    page.line(
      `Negative binomial (dispersion ${negativeBinomial.dispersion.toFixed(2)}): ${percent(negativeBinomial.reduction[0])} to ${percent(negativeBinomial.reduction[1])}.`,
      { indent: indent + 2, style: "dim" },
    );
  if (season !== null)
    page.line(`Beyond what the season brings: ${percent(season.reduction)}.`, { indent: indent + 2, style: "dim" });
  page.line(`Target: ${target ?? "none is stated"}. Indication: ${each.indication}.`, { indent });
  for (const { text } of reasons) page.point(text, { indent: indent + 2 });
  page.line(`Who finds on it: ${body === null ? "not stated" : body.join(", ")}.`, { indent });
  for (const { on, by, outcome, says } of findings)
    page.point(`${shortDate(on)}, found (${outcome}) by ${by.join(", ")}: ${says}`, { indent: indent + 2 });
}

/** A stretch that the file does not cover has no data; an agreed number has only its rate. */
function figures(of: AssessmentAnswer["window"] | AssessmentAnswer["baseline"]): string[] {
  const { days, daysNotCovered, events, deaths, deathsPerDay, eventsPerDay } = of;
  const otherwise = daysNotCovered !== undefined && daysNotCovered > 0 ? "no data" : "";
  const rate = (figure: number | null) => figure?.toFixed(2) ?? otherwise;
  return [
    days === null ? "" : String(days),
    events === null ? otherwise : String(events),
    rate(eventsPerDay),
    deaths?.toFixed(1) ?? otherwise,
    rate(deathsPerDay),
  ];
}

/** Records set apart that are printed: those that overlap, and the largest. */
const setApartMax = 10;

function printSetApart(page: Page, { setApart, setApartAll, unlocated }: ViolenceAnswer): void {
  const overlapping = setApart.filter(({ overlapsWindow, overlapsBaseline }) => overlapsWindow || overlapsBaseline);
  const largest = setApart.toSorted((a, b) => b.deaths - a.deaths).slice(0, 1);
  const shown = [...new Set([...overlapping, ...largest])].slice(0, setApartMax);
  page.heading("Set apart");
  page.line(
    `${counted(setApartAll.records, "record")} with ${Math.round(setApartAll.deaths).toLocaleString("en")} deaths ${setApartAll.records === 1 ? "is" : "are"} too long to be counted by day and ${setApartAll.records === 1 ? "is" : "are"} in no figure.`,
    { indent: 2 },
  );
  for (const { from, to, days, deaths, place, overlapsWindow, overlapsBaseline } of shown)
    page.point(
      `${shortDate(from)} to ${shortDate(to)} (${counted(days, "day")}): ${deaths.toLocaleString("en")} deaths${place === null ? "" : `, ${place}`}${overlapsWindow && overlapsBaseline ? "; it overlaps window and baseline" : overlapsWindow ? "; it overlaps the window" : overlapsBaseline ? "; it overlaps the baseline" : ""}.`,
      { indent: 2 },
    );
  if (unlocated !== null)
    page.line(`Without a province: ${counted(unlocated.window.events, "event")} of the window.`, { indent: 2 });
}

function periodsWords(periods: readonly { readonly from: string; readonly to: string }[]): string {
  return periods.map(({ from, to }) => `${shortDate(from)} to ${shortDate(to)}`).join(", ");
}

/** A share as a whole per cent with one decimal; a minus sign is one. */
function percent(share: number): string {
  const rounded = Math.round(share * 1000) / 10;
  return `${rounded < 0 ? "−" : ""}${Math.abs(rounded)}%`;
}
