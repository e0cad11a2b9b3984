import type { Span } from "@parley/diagnostics";
import type { Alternative, Bracket, Inline, Provision } from "../../model.ts";

/** A provision's own words as one line of text, with the piece of the source that each stretch comes from. */
export interface OwnText {
  readonly text: string;
  readonly pieces: readonly {
    readonly start: number;
    readonly end: number;
    readonly kind: Inline["kind"];
    readonly span: Span;
  }[];
}

/** Brackets are shown as at the table: "[24 hours | 72 hours]", a blank as "[ ]". Footnote marks are left out. */
export function ownTextOf(words: readonly Inline[]): OwnText {
  const pieces: OwnText["pieces"][number][] = [];
  let text = "";
  const add = (said: string, span: Span, kind: Inline["kind"]): void => {
    pieces.push({ start: text.length, end: text.length + said.length, kind, span });
    text += said;
  };
  const walk = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (inline.kind === "bracket" && inline.blank) add("[ ]", startOf(inline.span), "bracket");
      else if (inline.kind === "bracket") {
        add("[", startOf(inline.span), "bracket");
        inline.alternatives.forEach((alternative, index) => {
          if (index > 0) add(" | ", startOf(alternative.span), "bracket");
          walk(alternative.words);
        });
        add("]", startOf(inline.span), "bracket");
      } else if (inline.kind === "break") add("\n", inline.span, "break");
      else if (inline.kind !== "footnote-mark") add(inline.text, inline.span, inline.kind);
    }
  };
  walk(words);
  return { text, pieces };
}

function startOf(span: Span): Span {
  return { ...span, end: span.start };
}

/** A provision's own words, brackets shown; a heading gives its heading. */
export function textOf(provision: Provision): string {
  return ownTextOf(provision.words).text;
}

/** The words of one alternative of a bracket, trimmed. */
export function wordingOf(alternative: Alternative): string {
  return ownTextOf(alternative.words).text.trim();
}

/** A bracket as it is shown in the text of its provision. */
export function bracketText(bracket: Bracket): string {
  return ownTextOf([bracket]).text;
}

/** Whitespace folded to single spaces, quotation marks and apostrophes made straight, ends trimmed. */
export function folded(text: string): string {
  return text
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\u201C\u201D]/gu, '"')
    .replace(/\s+/gu, " ")
    .trim();
}

/** Every provision of a tree in the order of the text, each with the provision it stands under. Linear; no recursion. */
export function provisionsOf(
  roots: readonly Provision[],
): readonly { readonly provision: Provision; readonly parent: Provision | null; readonly depth: number }[] {
  const found: { provision: Provision; parent: Provision | null; depth: number }[] = [];
  const stack = [...roots].reverse().map((provision) => ({ provision, parent: null as Provision | null, depth: 0 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    found.push(next);
    for (let i = next.provision.children.length - 1; i >= 0; i -= 1) {
      const child = next.provision.children[i];
      if (child !== undefined) stack.push({ provision: child, parent: next.provision, depth: next.depth + 1 });
    }
  }
  return found;
}

/** Every bracket in a provision's own words, an outer one before those nested in it. */
export function bracketsOf(words: readonly Inline[]): readonly Bracket[] {
  return words.flatMap((inline) =>
    inline.kind === "bracket"
      ? [inline, ...inline.alternatives.flatMap((alternative) => bracketsOf(alternative.words))]
      : [],
  );
}
