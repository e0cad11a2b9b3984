import type { Diagnostic } from "@parley/diagnostics";
import type { State } from "../../fold.ts";
import type { JoinedIssue } from "./issues.ts";
import { defaultChoices } from "./network.ts";
import { choiceOf } from "./positions.ts";
import { refuse } from "./view.ts";

/** The option of every issue, and which of them the asker chose. */
export interface Choices {
  readonly ok: true;
  readonly byIssue: ReadonlyMap<string, string>;
  readonly asked: ReadonlySet<string>;
}

/** Reads "issue=option" choices over the basis text's own; refuses an unknown issue or option, naming those there are. */
export function choicesFrom(
  state: State,
  issues: readonly JoinedIssue[],
  asked: readonly string[],
): Choices | { readonly ok: false; readonly refusal: Diagnostic } {
  const byIssue = defaultChoices(state, issues);
  const names = new Set<string>();
  for (const text of asked) {
    if (!text.includes("="))
      return refuse(
        "unreadable-choice",
        `“${text}” is not a choice.`,
        "Write issue=option, for example transition-length=hcnr.",
      );
    const { issue, option } = choiceOf(text);
    const found = issues.find(({ id }) => id === issue);
    if (found === undefined) {
      const known = issues.map(({ id }) => id).join(", ");
      return refuse(
        "unknown-issue",
        `There is no issue “${issue}” on ${state.asOf}.`,
        known === "" ? "No issue is open on that day." : `The issues are: ${known}.`,
      );
    }
    if (!found.options.some(({ id }) => id === option)) {
      return refuse(
        "unknown-option",
        `The issue “${issue}” has no option “${option}” on ${state.asOf}.`,
        `Its options are: ${found.options.map(({ id }) => id).join(", ")}.`,
      );
    }
    byIssue.set(issue, option);
    names.add(issue);
  }
  return { ok: true, byIssue, asked: names };
}
