import type { BriefItem, BriefSection } from "../../answers/brief.ts";
import type { PackagesAnswer } from "../../answers/packages.ts";
import type { State } from "../../fold.ts";
import { counted, digits, listed, partyName } from "../join/view.ts";
import { item } from "./item.ts";

/** A brief has one to three pages: so many sets, movements and statements in each stand in it; the rest is on the page of packages. */
const listedMax = 3;
const statementsMax = 8;

function shortened(statements: readonly string[]): string[] {
  const more = statements.length - statementsMax;
  return more <= 1 ? [...statements] : [...statements.slice(0, statementsMax), `And ${digits(more)} more.`];
}

/** What was left out of a list, as its last point. */
function others(n: number, complete: boolean, noun: string): BriefItem[] {
  if (n <= listedMax && complete) return [];
  const more = complete ? counted(n - listedMax, `more ${noun}`) : `More ${noun}s`;
  return [item(`${more} on the page of packages`, { href: "/packages" })];
}

export function blockingSection(state: State, packages: PackagesAnswer): BriefSection {
  const sets = packages.blocking.slice(0, listedMax).map((set, index) =>
    item(
      packages.blocking.length === 1
        ? "These statements together leave no package free"
        : `Set ${index + 1}, enough alone`,
      {
        mark: "Blocked",
        href: "/packages",
        under: shortened(set.map(({ text }) => text)),
      },
    ),
  );
  // A reading under which the same sets block adds nothing to what was said.
  const same = JSON.stringify(packages.blocking.map((set) => set.map(({ position }) => position)));
  const variants = packages.variants
    .filter(({ blocking }) => JSON.stringify(blocking.map((set) => set.map(({ position }) => position))) !== same)
    .map((variant) => item(variant.text, { mark: "If read so" }));
  const wordless = packages.issues.filter(({ options }) => options.every(({ open }) => open)).map(({ name }) => name);
  const { total, blocked, notKnown, notExcluded } = packages.packages;
  return {
    id: "blocks",
    title: "What blocks, and what is not known",
    lead: `${packages.text} Of ${counted(total, "package")}: ${digits(blocked)} blocked, ${digits(notKnown)} not known, ${digits(notExcluded)} not excluded by stated positions.`,
    items: [
      ...sets,
      ...others(packages.blocking.length, packages.blockingComplete, "set"),
      ...variants,
      ...(wordless.length === 0 ? [] : [item(`No words yet for: ${listed(wordless)}`, { mark: "Open" })]),
      ...unknownItems(state, packages),
    ],
    table: null,
  };
}

/** Missing answers by party, without those that only say that there are no words yet. */
function unknownItems(state: State, packages: PackagesAnswer): BriefItem[] {
  return packages.signatories.flatMap(({ id }) => {
    const own = packages.unknown.filter(({ party, why }) => party === id && !why.startsWith("there are no words"));
    const issues = new Set(own.map(({ issue }) => issue)).size;
    return issues === 0
      ? []
      : [
          item(
            `${partyName(state, id)} has given no clear answer on ${counted(issues, "matter")}; the questions stand below`,
            { mark: "Not known" },
          ),
        ];
  });
}

export function movementsSection(state: State, packages: PackagesAnswer): BriefSection {
  const movements = packages.movements.slice(0, listedMax).map((movement) =>
    item(movement.opens.text, {
      mark: movement.redLines === 0 ? "Movement" : `Movement (${counted(movement.redLines, "red line")})`,
      href: "/packages#movements",
      under: shortened(
        movement.moves.map(({ text, interest }) =>
          interest === null ? text : `${text} Interest recorded: ${interest}`,
        ),
      ),
    }),
  );
  return {
    id: "movements",
    title: "What would open, and what to ask",
    lead:
      packages.packages.total === 0
        ? "There is no package to judge by this day; the questions remain."
        : packages.movements.length === 0
          ? "No movement of a stated position is needed for a package to be free of refusal; the questions remain."
          : "The fewest changes of stated position that leave a package free of refusal, by fewest red lines and then fewest positions. They are not ranked, and none is a recommendation.",
    items: [
      ...movements,
      ...others(packages.movements.length, packages.movementsComplete, "movement"),
      ...questions(state, packages),
    ],
    table: null,
  };
}

const questionsMax = 3;

/** What to ask whom: first where somebody has spoken and left a doubt, then where nobody has. */
function questions(state: State, packages: PackagesAnswer): BriefItem[] {
  return packages.signatories.flatMap(({ id }) => {
    const own = packages.unknown.filter(({ party, why }) => party === id && !why.startsWith("there are no words"));
    const doubts = own.filter(({ why }) => !why.startsWith("nothing is recorded"));
    const asked = [...doubts, ...own.filter((each) => !doubts.includes(each))];
    const byIssue = new Map(asked.map((each) => [each.issue, each] as const).reverse());
    const lines = [...byIssue.values()]
      .reverse()
      .slice(0, questionsMax)
      .map(({ issue, why }) => {
        const name =
          packages.issues.find((each) => each.id === issue)?.name ??
          state.definition.texts.find((text) => text.id === issue)?.name ??
          issue;
        return `On ${name}: ${why}.`;
      });
    return lines.length === 0 ? [] : [item(`To ask ${partyName(state, id)}`, { mark: "Question", under: lines })];
  });
}
