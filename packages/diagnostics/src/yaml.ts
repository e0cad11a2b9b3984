import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import { type Diagnostic, diagnostic, type Place } from "./diagnostic.ts";
import { shapeWords } from "./internal/shape-words.ts";

export type YamlCode = "yaml-syntax" | "yaml-shape" | "yaml-alias";

/** The path of a value inside a YAML file: keys and indices from the top. */
export type YamlPath = readonly PropertyKey[];

/** A YAML file read against a schema, with the place of every value. */
export interface YamlRead<T> {
  /** The value, or null when the file cannot be used; then at least one diagnostic is an error. */
  readonly value: T | null;
  readonly diagnostics: readonly Diagnostic<YamlCode>[];
  /** The place of the value at a path; the nearest enclosing value when the path does not exist. */
  readonly placeOf: (path: YamlPath) => Place;
}

/** Where the YAML stands: its file, and the line at which it starts when it is the head of another file. */
export interface YamlOrigin {
  readonly file: string;
  /** Lines before the YAML in that file; 0 unless told. */
  readonly linesBefore?: number;
}

/**
 * Reads YAML (core schema: dates stay strings) and checks it against a Zod schema. Never throws. Aliases are
 * refused, since they let a small file expand without bound. With `withoutBadEntries`, entries of the lists at the top
 * that have faults are told and left out, so that one slip does not take its whole list away. Cost is linear in the source.
 */
export function readYaml<T>(
  origin: YamlOrigin,
  source: string,
  schema: z.ZodType<T>,
  { withoutBadEntries = false }: { readonly withoutBadEntries?: boolean } = {},
): YamlRead<T> {
  const lines = new LineCounter();
  const linesBefore = origin.linesBefore ?? 0;
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: origin.file, line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) };
  };
  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(source, {
      lineCounter: lines,
      schema: "core",
      prettyErrors: false,
      uniqueKeys: true,
      logLevel: "silent",
    });
  } catch (fault) {
    return unusable(at, [syntax(at(0), fault instanceof RangeError ? tooDeep : String(fault))]);
  }
  // The parser runs out of stack inside; what it says then is of no use to a reader.
  const deep = document.errors.find(({ message }) => /stack/iu.test(message));
  if (deep !== undefined) return unusable(at, [syntax(at(deep.pos[0]), tooDeep)]);
  const placeOf = (path: YamlPath): Place => at(offsetOf(document.contents, path));
  if (document.errors.length > 0) {
    return unusable(
      at,
      document.errors.slice(0, 20).map((fault) => syntax(at(fault.pos[0]), fault.message)),
    );
  }
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 0 });
  } catch {
    const help = "Write the value out at each place where it is needed.";
    return unusable(at, [
      diagnostic({
        code: "yaml-alias",
        severity: "error",
        message: "Aliases (*) are not read here.",
        help,
        place: at(0),
      }),
    ]);
  }
  const checked = schema.safeParse(plain);
  if (checked.success) return { value: checked.data, diagnostics: [], placeOf };
  const diagnostics = checked.error.issues
    .flatMap((issue) => flatten(issue, [], plain))
    .map(({ path, message }) =>
      diagnostic({
        code: "yaml-shape" as const,
        severity: "error",
        message: `${path.length === 0 ? "This file" : `“${path.map(String).join(".")}”`}: ${message}.`,
        help: "Mend it there; the JSON Schema of this kind of file lists what may stand here.",
        place: placeOf(path),
      }),
    );
  const kept = withoutBadEntries ? keptEntries(plain, checked.error.issues) : null;
  const again = kept === null ? null : schema.safeParse(kept.value);
  if (kept === null || again?.success !== true) return { value: null, diagnostics, placeOf };
  return { value: again.data, diagnostics, placeOf: (path) => placeOf(kept.originalPath(path)) };
}

/** The file without the faulty entries of its lists, or null when a fault lies elsewhere. */
function keptEntries(
  plain: unknown,
  issues: readonly z.core.$ZodIssue[],
): { readonly value: unknown; readonly originalPath: (path: YamlPath) => YamlPath } | null {
  if (typeof plain !== "object" || plain === null) return null;
  const bad = new Map<PropertyKey, Set<number>>();
  for (const { path } of issues) {
    const [list, index] = path;
    if (list === undefined || typeof index !== "number") return null;
    bad.set(list, (bad.get(list) ?? new Set()).add(index));
  }
  const value: Record<PropertyKey, unknown> = { ...plain };
  const indices = new Map<PropertyKey, readonly number[]>();
  for (const [list, faulty] of bad) {
    const entries = value[list];
    if (!Array.isArray(entries)) return null;
    const kept = entries.map((_, index) => index).filter((index) => !faulty.has(index));
    value[list] = kept.map((index) => entries[index]);
    indices.set(list, kept);
  }
  const originalPath = ([list, index, ...rest]: YamlPath): YamlPath => {
    const kept = list === undefined ? undefined : indices.get(list);
    if (list === undefined || kept === undefined || typeof index !== "number")
      return [list, index, ...rest].filter((step) => step !== undefined);
    return [list, kept[index] ?? index, ...rest];
  };
  return { value, originalPath };
}

const tooDeep = "it is nested too deeply";

function unusable<T>(at: (offset: number) => Place, diagnostics: Diagnostic<YamlCode>[]): YamlRead<T> {
  return { value: null, diagnostics, placeOf: () => at(0) };
}

function syntax(place: Place, message: string): Diagnostic<YamlCode> {
  return diagnostic({
    code: "yaml-syntax",
    severity: "error",
    message: `This is not valid YAML: ${(message.split("\n")[0] ?? message).replace(/[.:]$/u, "")}.`,
    help: "Check the indentation, and put text that has a colon or a quotation mark between quotation marks.",
    place,
  });
}

interface Fault {
  readonly path: YamlPath;
  readonly message: string;
}

/** A union fails with one list of issues a branch; the branch that got furthest is the one the writer meant. */
function flatten(issue: z.core.$ZodIssue, prefix: YamlPath, whole: unknown): Fault[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const branches = issue.errors.map((branch) => branch.flatMap((inner) => flatten(inner, path, whole)));
    const deepest = (faults: readonly Fault[]) => Math.max(...faults.map((fault) => fault.path.length));
    const best = branches.reduce((a, b) => (deepest(b) > deepest(a) ? b : a));
    if (deepest(best) > path.length) return best;
    const said = [...new Set(branches.flat().map((fault) => fault.message))];
    return [{ path, message: said.join(", or ") || issue.message }];
  }
  return [{ path, message: shapeWords(issue, valueAt(whole, path)) }];
}

function valueAt(whole: unknown, path: YamlPath): unknown {
  let value = whole;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

/** Where a path points in the parsed document, falling back to the nearest ancestor that exists. */
function offsetOf(root: Node | null, path: YamlPath): number {
  let node: unknown = root;
  let offset = rangeStart(root) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return offset;
      node = pair.value;
      offset = rangeStart(pair.value) ?? rangeStart(pair.key) ?? offset;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = rangeStart(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  return (node as { range?: readonly number[] | null } | null | undefined)?.range?.[0];
}
