import type { Blocker, PackagesAnswer, Process } from "@parley/process";
import { printHead } from "./head.ts";
import type { Page } from "./page.ts";
import { printValues } from "./values.ts";
import { chosen, cited, counted, digits } from "./words.ts";

/** So many packages and missing answers are printed; `--json` has the rest. */
const shownMax = 12;

export function printPackages(page: Page, answer: PackagesAnswer, process: Process): void {
  printHead(page, { answer, process });
  const { total, blocked, notExcluded, notKnown, forbidden } = answer.packages;
  const kept = forbidden === 0 ? "" : ` Of the blocked, ${digits(forbidden)} cannot be kept by any timetable.`;
  page.line(
    `${counted(total, "package")}: ${digits(blocked)} blocked, ${digits(notExcluded)} not excluded by stated positions, ${digits(notKnown)} not known.${kept}`,
  );
  page.line(
    `Needed: the consent of ${answer.signatories.map(({ name }) => name).join(" and ")}. Nothing here says that anything is agreed.`,
  );
  printBlocking(page, answer);
  printMovements(page, answer);
  printFree(page, answer);
  printUnknown(page, answer);
  for (const { text } of answer.variants.slice(0, 1))
    if (text !== "") page.heading("Where one statement is read in several ways");
  for (const { text } of answer.variants) page.point(text, { indent: 2 });
  printValues(page, answer);
  printIssues(page, answer);
}

function printBlocking(page: Page, { blocking, blockingComplete, blockers }: PackagesAnswer): void {
  if (blocking.length > 0) page.heading("What blocks: each of these sets alone is enough");
  for (const [index, set] of blocking.entries()) {
    for (const [place, blocker] of set.entries())
      page.point(blockerText(blocker), place === 0 ? { indent: 2, mark: `${index + 1}.` } : { indent: 5, mark: "and" });
  }
  if (!blockingComplete) page.line("There are more sets than these.", { indent: 2 });
  const told = new Set(blocking.flat().map(({ position }) => position));
  const others = blockers.filter(({ blocker, contested }) => !contested && !told.has(blocker.position));
  if (others.length > 0) page.heading("Other refusals in force");
  for (const { blocker, packages } of others)
    page.point(`${blockerText(blocker)} Blocks ${counted(packages, "package")}.`, { indent: 2 });
}

/** The blocker's sentence has the words and the day; who said it and where it was published follow. */
function blockerText({ text, statement }: Blocker): string {
  return `${text} Said by ${statement.speaker}${cited(statement.sources)}.`;
}

function printMovements(page: Page, { movements, movementsComplete }: PackagesAnswer): void {
  if (movements.length === 0) return;
  page.heading("Movements that would open a package, the fewest red lines first, otherwise not ranked");
  for (const [index, { moves, opens, redLines }] of movements.entries()) {
    const lines = redLines === 0 ? "no red line" : counted(redLines, "red line");
    page.point(`${counted(moves.length, "movement")}, ${lines}. ${opens.text}`, { indent: 2, mark: `${index + 1}.` });
    for (const { text, interest } of moves)
      page.point(`${text}${interest === null ? "" : ` Interest: ${interest}`}`, { indent: 5 });
  }
  if (!movementsComplete) page.line("There are more movements of the same cost than these.", { indent: 2 });
}

function printFree(page: Page, { free }: PackagesAnswer): void {
  if (free.length === 0) return;
  page.heading("Packages that nothing stated blocks (examples)");
  for (const { choices, verdict, unknown } of free.slice(0, shownMax)) {
    const said =
      verdict === "not-excluded"
        ? "not excluded by stated positions"
        : `${counted(unknown.length, "answer")} not known`;
    page.point(`${chosen(choices)}: ${said}.`, { indent: 2 });
  }
  if (free.length > shownMax) page.line(`And ${free.length - shownMax} more; --json lists them.`, { indent: 2 });
}

function printUnknown(page: Page, { unknown, signatories }: PackagesAnswer): void {
  if (unknown.length === 0) return;
  page.heading("Not known");
  for (const { id, name } of signatories) {
    const missing = unknown.filter(({ party }) => party === id);
    for (const { issue, option, why } of missing.slice(0, shownMax))
      page.point(`${name}, on ${issue}${option === null ? "" : `=${option}`}: ${why}`, { indent: 2 });
    if (missing.length > shownMax)
      page.line(`And ${missing.length - shownMax} more of ${name}; --json lists them.`, { indent: 2 });
  }
}

function printIssues(page: Page, { issues, forbidden }: PackagesAnswer): void {
  if (issues.length > 0) page.heading("The issues and their options");
  for (const { id, name, options } of issues) {
    page.line(`${name} [${id}]`, { indent: 2 });
    for (const option of options) {
      const by = option.tabledBy.length === 0 ? "" : ` (${option.tabledBy.join(", ")})`;
      page.point(`${option.id}: ${option.text}${option.open ? " (open: can be blocked, never accepted)" : ""}${by}`, {
        indent: 4,
      });
    }
  }
  if (forbidden.length > 0) page.heading("Combinations that no timetable can keep");
  for (const { choices, text } of forbidden) page.point(`${chosen(choices)}: ${text}`, { indent: 2 });
}
