import { type CivilDate, longDate } from "@parley/calendar";
import type { BriefItem, BriefSection } from "../../answers/brief.ts";
import type { StandingAnswer, StateText, StatusAnswer } from "../../answers/status.ts";
import type { ViolenceAnswer } from "../../answers/violence.ts";
import { counted, listed } from "../join/view.ts";
import { byCommitment } from "../keeping/counts.ts";
import { daysSince } from "../violence/recent.ts";
import { item } from "./item.ts";

/** States that a brief tells by name, the gravest first; the others are in the lead's count. */
const told: readonly StateText[] = ["breach found", "breach alleged", "overdue", "due"];
const daysMax = 2;

/** Whether what is in force is kept; null where nothing is. */
export function keepingSection(status: StatusAnswer): BriefSection | null {
  if (status.counts.total === 0) return null;
  const commitments = [...byCommitment(status.commitments).values()];
  const silent = commitments.filter((readings) => readings.every(({ state }) => state === "no data"));
  return {
    id: "keeping",
    title: "Whether it is kept",
    lead: status.text,
    items: [
      ...told.flatMap((state) => stateItem(state, commitments)),
      ...(silent.length === 0
        ? []
        : [
            item(`Nothing recorded says whether they are kept: ${listed([...new Set(silent.map(provisionOf))])}`, {
              mark: "No data",
            }),
          ]),
      ...nextItems(status),
    ],
    table: null,
  };
}

/** The commitments in one state under any reading, in one point. */
function stateItem(state: StateText, commitments: readonly (readonly StandingAnswer[])[]): BriefItem[] {
  const found = commitments.filter((readings) => readings.some((each) => each.state === state));
  if (found.length === 0) return [];
  // Many at once are told by the short names of their provisions.
  const called = found.length > 2 ? provisionOf : nameOf;
  const contested = found.some((readings) => readings.some(({ disputed }) => disputed)) ? ", disputed" : "";
  return [
    item(found.map((readings) => `${whoOf(readings)}, ${called(readings)}${saidOf(readings)}`).join("; "), {
      mark: `${state.charAt(0).toUpperCase()}${state.slice(1)}${contested}`,
      href: "/keeping",
    }),
  ];
}

function whoOf([first]: readonly StandingAnswer[]): string {
  return first === undefined || first.byNames.length === 0 ? "nobody named" : listed(first.byNames);
}

/** By whom a breach is alleged or found, and for how long its day has passed: by the first reading that says so. */
function saidOf(readings: readonly StandingAnswer[]): string {
  const [first] = readings;
  if (first === undefined) return "";
  const late = readings.find(({ daysOverdue }) => daysOverdue !== null);
  const said = [
    ...(first.foundBy.length > 0 ? [`by ${listed(first.foundBy)}`] : []),
    ...(first.foundBy.length === 0 && first.allegedBy.length > 0 ? [`by ${listed(first.allegedBy)}`] : []),
    ...(late === undefined || late.daysOverdue === null
      ? []
      : [
          `its day passed ${counted(late.daysOverdue, "day")} ago${readings.length > 1 ? `, as ${late.reader} reads it` : ""}`,
        ]),
  ];
  return said.length === 0 ? "" : ` (${said.join("; ")})`;
}

function nameOf([first]: readonly StandingAnswer[]): string {
  return first === undefined ? "" : `${first.force === "shall not" ? "not to " : "to "}${first.act}`;
}

function provisionOf([first]: readonly StandingAnswer[]): string {
  return first?.provisionName ?? "";
}

/** The next days, one point for each commitment, with who reads which day. */
function nextItems({ next, commitments }: StatusAnswer): BriefItem[] {
  const byName = Map.groupBy(next, ({ commitment }) => commitment);
  return [...byName].slice(0, daysMax).map(([name, days]) => {
    const readings = commitments.filter(({ id }) => id === name);
    const said = days.map(({ day, reader }) =>
      readings.length > 1 ? `${longDate(day as CivilDate)} (${reader})` : longDate(day as CivilDate),
    );
    return item(`${said.slice(0, 3).join(", ")}: ${whoOf(readings)}, ${nameOf(readings)}`, { mark: "To come" });
  });
}

/** What the figures indicate, and what they cannot see; null where a folder has none. */
export function violenceSection(violence: ViolenceAnswer | null): BriefSection | null {
  if (violence === null) return null;
  const { data, sentence, age, others, setApart, caveats, findings } = violence;
  const apart =
    setApart.find(({ overlapsWindow, overlapsBaseline }) => overlapsWindow || overlapsBaseline) ?? setApart[0];
  const blind = caveats.filter(({ code }) => code === "fatal-only");
  return {
    id: "violence",
    title: "Whether violence fell",
    lead: `${sentence}${age === null ? "" : ` ${age}`}${findings.length === 0 ? " No body has found on it." : ""} ${data.attribution ?? data.name}.`,
    items: [
      ...others
        .filter(({ window }) => isRecent(window.periods.at(-1)?.to, violence.asOf))
        .map((other) => item(`${other.name ?? "Another window"}: ${other.sentence}`, { href: "/ceasefire" })),
      ...findings.map(({ on, by, says }) =>
        item(`${longDate(on as CivilDate)}: ${listed(by)}: ${says}`, { mark: "Found" }),
      ),
      item([...apartWords(apart), ...blind.map(({ text }) => text)].join(" "), { mark: "Not in it" }),
    ],
    table: null,
  };
}

/** Other windows are told while they are news; older ones stand on the page of the ceasefire. */
function isRecent(day: string | undefined, asOf: string | null): boolean {
  if (day === undefined || asOf === null) return false;
  return daysSince(day as CivilDate, asOf as CivilDate) === null;
}

function apartWords(apart: ViolenceAnswer["setApart"][number] | undefined): string[] {
  if (apart === undefined) return [];
  const [from, to] = [longDate(apart.from as CivilDate), longDate(apart.to as CivilDate)];
  return [`One record of ${counted(apart.deaths, "death")}, ${from} to ${to}, is too long to be counted by day.`];
}
