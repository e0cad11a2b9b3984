import type { Problem, ProblemCode } from "../problem.ts";

export function problem(
  code: ProblemCode,
  message: string,
  about: readonly string[],
  limit: number | null = null,
): Problem {
  return { code, message, about, limit };
}

interface BareIssue {
  readonly id: string;
  readonly options: readonly { readonly id: string }[];
}

/** What every question needs: issues with options, parties, and ids that name one thing. */
export function shapeProblems(issues: readonly BareIssue[], parties: readonly string[]): Problem[] {
  const found: Problem[] = [];
  if (issues.length === 0) found.push(problem("no-issues", "There is no issue to choose on.", []));
  if (parties.length === 0) found.push(problem("no-parties", "No party is named.", []));
  for (const party of repeated(parties)) {
    found.push(problem("duplicate-id", `The party "${party}" is named twice.`, [party]));
  }
  for (const id of repeated(issues.map((issue) => issue.id))) {
    found.push(problem("duplicate-id", `Two issues have the id "${id}". Give each its own.`, [id]));
  }
  for (const issue of issues) {
    if (issue.options.length === 0) {
      found.push(problem("issue-without-options", `The issue "${issue.id}" has no option to choose.`, [issue.id]));
    }
    for (const id of repeated(issue.options.map((option) => option.id))) {
      found.push(problem("duplicate-id", `The issue "${issue.id}" has two options "${id}".`, [issue.id, id]));
    }
  }
  return found;
}

export function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return [...twice];
}

/** A record's own entry: ids come from files, so an id such as "constructor" must not find an inherited thing. */
export function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
