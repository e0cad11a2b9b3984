import type { Inline, Provision } from "../../model.ts";
import { folded, provisionsOf } from "./own-text.ts";

/**
 * True when the quoted words occur in a provision or under it. Whitespace is folded and quotation marks made straight.
 * A quotation may run into any alternative of a bracket, or show the bracket with all its alternatives; a blank
 * may be quoted as "[ ]" or left out. Cost: the length of the text times the length of the quotation at the worst.
 */
export function occurs(words: string, provision: Provision): boolean {
  const scan = new QuotationScan(folded(words));
  for (const each of provisionsOf([provision])) {
    scan.read(each.provision.words);
    scan.text(" ");
  }
  return scan.found;
}

/** Follows every way through the brackets at once: the set holds how many characters of the quotation are matched. */
class QuotationScan {
  readonly #quoted: string;
  #matched: ReadonlySet<number> = new Set();
  found = false;

  constructor(quoted: string) {
    this.#quoted = quoted;
    this.found = quoted === "";
  }

  read(inlines: readonly Inline[]): void {
    for (const inline of inlines) {
      if (this.found) return;
      if (inline.kind === "bracket")
        this.#bracket(
          inline.alternatives.map((alternative) => alternative.words),
          inline.blank,
        );
      else if (inline.kind === "break") this.text(" ");
      else if (inline.kind !== "footnote-mark") this.text(inline.text);
    }
  }

  text(said: string): void {
    const quoted = this.#quoted;
    for (const character of said.replace(/[\u2018\u2019]/gu, "'").replace(/[\u201C\u201D]/gu, '"')) {
      const space = /\s/u.test(character);
      const next = new Set<number>();
      for (const at of [0, ...this.#matched]) {
        if (space) {
          if (quoted[at] === " ") next.add(at + 1);
          else if (at > 0 && quoted[at - 1] === " ") next.add(at);
        } else if (quoted.startsWith(character, at)) next.add(at + character.length);
      }
      this.#matched = next;
      if (next.has(quoted.length)) {
        this.found = true;
        return;
      }
    }
  }

  #bracket(alternatives: readonly (readonly Inline[])[], blank: boolean): void {
    const before = this.#matched;
    const after = new Set<number>();
    const keep = (): void => {
      for (const at of this.#matched) after.add(at);
      this.#matched = before;
    };
    for (const words of alternatives) {
      this.read(words);
      keep();
    }
    this.text("[");
    alternatives.forEach((words, index) => {
      if (index > 0) this.text(" | ");
      this.read(words);
    });
    this.text(blank ? " ]" : "]");
    keep();
    if (blank) keep();
    this.#matched = after;
  }
}
