import type { PositionAnswer, PositionsAnswer, Process } from "@parley/process";
import { printHead } from "./head.ts";
import type { Page } from "./page.ts";
import { cited, shortDate } from "./words.ts";

/** By party, latest first. */
export function printPositions(page: Page, answer: PositionsAnswer, process: Process): void {
  printHead(page, { answer, process });
  for (const { name, role, positions } of answer.parties) {
    page.heading(`${name} (${role})`);
    for (const position of positions) printPosition(page, position);
  }
}

function printPosition(page: Page, position: PositionAnswer): void {
  const {
    said,
    published,
    speaker,
    office,
    mandate,
    about,
    stance,
    words,
    condition,
    sources,
    confirmed,
    readings,
    standing,
    because,
  } = position;
  const known = published === said ? "" : `, published ${shortDate(published)}`;
  const stands = `${standing.charAt(0).toUpperCase()}${standing.slice(1)}`;
  const stood = because.startsWith(stands) ? because : `${stands}. ${because}`;
  const who = `${speaker}${office === null ? "" : ` (${office})`}, ${mandate === "none" ? "no mandate" : mandate}`;
  page.line(`${shortDate(said)}${known}. ${who}, on ${about.name}: ${stance}${confirmed ? "" : ", not confirmed"}.`, {
    indent: 2,
    hang: 2,
  });
  page.line(`${words}${condition === null ? "" : ` Condition: ${condition}`}${cited(sources)}`, { indent: 4 });
  for (const reading of readings)
    page.point(`As read by ${reading.by}: ${reading.stance}. ${reading.words}`, { indent: 4 });
  page.line(`${stood} [${position.id}]`, {
    indent: 4,
    style: "dim",
  });
}
