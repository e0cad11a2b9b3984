import { type Diagnostic, diagnostic, LineIndex, type Place, type Related, type Severity } from "@parley/diagnostics";
import type { YamlCode } from "@parley/diagnostics/yaml";

/** What can be found while a text is read; docs/spec/agreement-text.md has a line for each. */
export type TextCode =
  | "duplicate-id"
  | "bracket-not-closed"
  | "bracket-not-opened"
  | "bracket-attribute-unknown"
  | "attributes-not-read"
  | "attributes-unused"
  | "status-unknown"
  | "div-not-closed"
  | "div-not-opened"
  | "option-outside-alternatives"
  | "words-outside-option"
  | "nesting-too-deep"
  | "depth-not-reached"
  | "raw-html"
  | "front-matter-not-closed"
  | "front-matter-value"
  | "front-matter-unknown"
  | "more-of-the-same"
  | YamlCode;

/** After this many findings of one code, one note sums up the rest. */
const findingsPerCodeMax = 200;

interface Finding {
  readonly code: TextCode;
  readonly severity: Severity;
  /** Where in the source, in UTF-16 code units. */
  readonly at: number;
  readonly message: string;
  readonly help: string;
  readonly related?: readonly Related[];
}

/** Gathers the findings of one text, with a bound on each code, and turns offsets into lines. */
export class Findings {
  readonly #lines: LineIndex;
  readonly #list: Diagnostic<TextCode>[] = [];
  readonly #count = new Map<TextCode, number>();
  readonly #told = new Set<string>();
  readonly #firstOver = new Map<TextCode, Place>();

  constructor(file: string, source: string) {
    this.#lines = new LineIndex(file, source);
  }

  place(offset: number): Place {
    return this.#lines.place(offset);
  }

  add({ at, ...finding }: Finding): void {
    // What is said of a division is met at each provision in it, and told once.
    const same = `${at} ${finding.code}`;
    if (this.#told.has(same)) return;
    this.#told.add(same);
    if (this.#mayAdd(finding.code, at)) this.#list.push(diagnostic({ ...finding, place: this.place(at) }));
  }

  /** Takes over diagnostics that already have their place, such as those of the front matter. */
  adopt(diagnostics: readonly Diagnostic<TextCode>[]): void {
    this.#list.push(...diagnostics.slice(0, findingsPerCodeMax));
  }

  /** All findings in the order of the text, each code at most {@link findingsPerCodeMax} times and then summed up. */
  all(): Diagnostic<TextCode>[] {
    const sums = [...this.#firstOver].map(([code, place]) =>
      diagnostic<TextCode>({
        code: "more-of-the-same",
        severity: "note",
        message: `There are ${(this.#count.get(code) ?? 0) - findingsPerCodeMax} more findings “${code}” from here on.`,
        help: "Mend the first ones; often one cause stands behind many.",
        place,
      }),
    );
    return [...this.#list, ...sums].sort(byPlace);
  }

  #mayAdd(code: TextCode, at: number): boolean {
    const count = (this.#count.get(code) ?? 0) + 1;
    this.#count.set(code, count);
    if (count === findingsPerCodeMax + 1) this.#firstOver.set(code, this.place(at));
    return count <= findingsPerCodeMax;
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}
