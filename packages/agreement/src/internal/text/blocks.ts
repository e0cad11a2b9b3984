import type { ProvisionKind } from "../../model.ts";
import { AlternativesReader } from "./alternatives.ts";
import { type Draft, draftOf } from "./draft.ts";
import { divNotClosed, type Fence, readFence } from "./fences.ts";
import type { Findings } from "./findings.ts";
import { type Line, linesFrom, type Stretch } from "./lines.ts";
import { bulletStyle, type Label, type NumberMark, readNumber } from "./numbering.ts";
import { nestingMax, Outline } from "./outline.ts";
import {
  boldOf,
  isDelimiterRow,
  isHeadingLike,
  isPlainRow,
  isPreambleTitle,
  isRule,
  isTitleLike,
  opensSignature,
  underlineLevel,
} from "./plain-lines.ts";

/** Reads the lines after the front matter into a tree of provisions whose words are not yet read. Linear. */
export function readBlocks(source: string, bodyStart: number, findings: Findings): Draft[] {
  return new BlockReader(source, linesFrom(source, bodyStart), findings).read();
}

const kindOfLabel: Readonly<Record<Label, ProvisionKind>> = {
  part: "part",
  chapter: "heading",
  section: "heading",
  article: "heading",
  annex: "annex",
};

/** What the last line was, when the next one may go on with it. */
type Running =
  | { readonly kind: "paragraph" | "table"; readonly draft: Draft }
  | { readonly kind: "untitled"; readonly draft: Draft; readonly line: number }
  | null;

class BlockReader {
  readonly #source: string;
  readonly #lines: readonly Line[];
  readonly #findings: Findings;
  readonly #outline: Outline;
  readonly #alternatives: AlternativesReader;
  #running: Running = null;
  /** Unnumbered paragraphs are preambular until the first provision that is not. */
  #preambular = true;
  #signing = false;
  #empty = true;
  readonly #preamble: Draft[] = [];
  /** Divisions opened beyond the depth we read. */
  #ignoredFences = 0;

  constructor(source: string, lines: readonly Line[], findings: Findings) {
    this.#source = source;
    this.#lines = lines;
    this.#findings = findings;
    this.#outline = new Outline((draft) => this.#tooDeep(draft.start));
    this.#alternatives = new AlternativesReader(source, lines, findings);
  }

  read(): Draft[] {
    for (let index = 0; index < this.#lines.length; ) index = this.#readLine(index);
    for (const division of this.#outline.divisions) divNotClosed(division.at, this.#findings);
    while (this.#outline.divisions.length > 0) this.#closeDivision(null);
    // A text without numbers or headings is a letter or a statement, and has no preamble.
    if (this.#preambular) for (const draft of this.#preamble) draft.kind = "paragraph";
    return this.#outline.roots;
  }

  /** Reads the provision or mark that starts on this line and returns the line to go on with. */
  #readLine(index: number): number {
    const line = this.#lines[index];
    if (line === undefined) return index + 1;
    if (line.text.trim() === "") return this.#readBlank(index);
    const fence = readFence(this.#source, line, this.#findings);
    if (fence !== null) return this.#readFenceLine(fence, index);
    if (this.#readHashHeading(line) || this.#readRule(line, index) || this.#readTable(line, index)) return index + 1;
    if (this.#readFootnote(line) || this.#readNumbered(line, index) || this.#readTitle(line, index)) return index + 1;
    this.#readWords(line, index);
    return index + 1;
  }

  #readBlank(index: number): number {
    if (this.#running?.kind !== "untitled" || index - this.#running.line > 1) this.#running = null;
    return index + 1;
  }

  // Divisions

  #readFenceLine(fence: Fence, index: number): number {
    const line = this.#lines[index];
    this.#running = null;
    if (line === undefined) return index + 1;
    if (!fence.opens) this.#closeDivision(line);
    else if (fence.attributes?.classes.includes("alternatives")) return this.#readAlternatives(fence, index);
    else if (this.#outline.divisions.length >= nestingMax) {
      if (this.#ignoredFences === 0) this.#tooDeep(line.start);
      this.#ignoredFences += 1;
    } else {
      if (fence.attributes?.classes.includes("option")) this.#strayOption(line);
      this.#outline.openDivision(fence.attributes, line.start);
    }
    return index + 1;
  }

  #readAlternatives(fence: Fence, index: number): number {
    const { alternatives, next } = this.#alternatives.read(fence, index);
    const draft = draftOf({ kind: "paragraph", start: alternatives.start, end: alternatives.end });
    draft.alternatives = alternatives;
    this.#preambular = false;
    this.#unnumbered(draft, this.#lines[index]?.indent ?? 0);
    return next;
  }

  #closeDivision(line: Line | null): void {
    if (this.#ignoredFences > 0) {
      this.#ignoredFences -= 1;
      return;
    }
    const division = this.#outline.divisions.at(-1);
    if (division === undefined) {
      if (line !== null) this.#strayFence(line);
      return;
    }
    const { attributes, at } = division;
    if (division.owner === null && attributes !== null) {
      // Nothing stands inside, but it says something: a map by its file, a place for a signature.
      this.#unnumbered(draftOf({ kind: "paragraph", start: at, end: line?.end ?? attributes.end }), 0);
    }
    this.#outline.closeDivision();
  }

  #strayFence(line: Line): void {
    this.#findings.add({
      code: "div-not-opened",
      severity: "warning",
      at: line.start,
      message: "This ::: closes no division that is open.",
      help: "Take it out, or open the division with ::: {#id} before its first line.",
    });
  }

  #strayOption(line: Line): void {
    this.#findings.add({
      code: "option-outside-alternatives",
      severity: "warning",
      at: line.start,
      message: "An option stands here outside any alternatives, so its words count as any others.",
      help: "Put :::: {.alternatives #id} around all options of one question.",
    });
  }

  #tooDeep(at: number): void {
    this.#findings.add({
      code: "nesting-too-deep",
      severity: "error",
      at,
      message: `Provisions stand more than ${nestingMax} deep here; the inner ones were kept at that depth.`,
      help: "Check the indentation and the divisions before this place.",
    });
  }

  // Headings

  #readHashHeading(line: Line): boolean {
    const found = /^(#{1,6})(?:[ \t]+|$)/u.exec(line.text);
    if (found === null) return false;
    const [marks, { length: hashes } = ""] = found;
    const end = line.start + withoutClosingHashes(line.text, marks.length);
    this.#heading({ start: line.start + marks.length, end }, { line, hashes });
    return true;
  }

  #heading(words: Stretch, { line, hashes }: { readonly line: Line; readonly hashes: number }): Draft {
    const text = this.#source.slice(words.start, words.end);
    const bold = boldOf(text);
    const inner = bold === null ? words : { start: words.start + bold.start, end: words.start + bold.end };
    const said = this.#source.slice(inner.start, inner.end);
    const mark = this.#outline.choose(readNumber(said, { inHeading: true })) ?? null;
    const isTitle = this.#empty && mark === null && hashes < 2 && !isPreambleTitle(said.replace(/\{[^}]*\}\s*$/u, ""));
    const draft = draftOf({
      kind: mark?.label ? kindOfLabel[mark.label] : "heading",
      isHeading: true,
      number: mark?.printed ?? null,
      slug: mark?.slug ?? (isTitle ? "title" : null),
      start: line.start,
      end: line.start + line.text.length,
      segments: [{ start: inner.start + (mark?.length ?? 0), end: inner.end }],
    });
    this.#outline.placeHeading(draft, { hashes, mark });
    // The title of the whole takes nothing under it: the parts stand beside it.
    if (isTitle) this.#outline.closeTitle();
    this.#preambular = this.#preambular && (isTitle || isPreambleTitle(said.replace(/\{[^}]*\}\s*$/u, "")));
    this.#signing = false;
    this.#placed(draft);
    this.#running = null;
    return draft;
  }

  /** A line of === or --- makes a heading of one short line above it; elsewhere it is a rule and says nothing. */
  #readRule(line: Line, index: number): boolean {
    if (!isRule(line.text)) return false;
    const above = this.#lines[index - 1];
    const running = this.#running;
    this.#running = null;
    const level = underlineLevel(line.text);
    if (level > 0 && running?.kind === "paragraph" && above?.start === running.draft.start)
      running.draft.end = line.end;
    return true;
  }

  // Tables and footnotes

  #readTable(line: Line, index: number): boolean {
    const row = line.text;
    if (this.#running?.kind === "table") {
      if (!row.includes("|") && !row.startsWith("{")) return false;
      this.#addRow(this.#running.draft, line);
      return true;
    }
    const headed = row.includes("|") && isDelimiterRow(this.#lines[index + 1]);
    const plainRow = this.#running === null && isPlainRow(line);
    if (!headed && !plainRow) return false;
    const draft = draftOf({ kind: "table", start: line.start, end: line.start + row.length });
    this.#unnumbered(draft, line.indent);
    this.#addRow(draft, line);
    this.#running = { kind: "table", draft };
    return true;
  }

  #addRow(draft: Draft, line: Line): void {
    const row = line.text;
    draft.end = line.start + row.length;
    if (isDelimiterRow(line)) return;
    const from = row.startsWith("|") ? 1 : 0;
    const to = row.endsWith("|") && !row.endsWith("\\|") && row.length > 1 ? row.length - 1 : row.length;
    draft.segments.push({ start: line.start + from, end: line.start + to });
  }

  #readFootnote(line: Line): boolean {
    const found = /^\[\^([^\s[\]]{1,80})\]:[ \t]*/u.exec(line.text);
    if (found === null) return false;
    const [mark, label = ""] = found;
    const draft = draftOf({
      kind: "footnote",
      number: label,
      slug: `footnote-${slugOfLabel(label)}`,
      start: line.start,
      end: line.start + line.text.length,
      segments: [{ start: line.start + mark.length, end: line.end }],
    });
    this.#unnumbered(draft, line.indent);
    this.#running = { kind: "paragraph", draft };
    return true;
  }

  // Numbered paragraphs

  #readNumbered(line: Line, index: number): boolean {
    const bold = boldOf(line.text);
    const said = bold === null ? line.text : line.text.slice(bold.start, bold.end);
    const mark = this.#outline.choose(readNumber(said, { inHeading: false })) ?? this.#boldNumber(line);
    if (mark === undefined || !this.#mayStart(mark, said, index)) return false;
    const words = {
      start: line.start + (bold?.start ?? 0) + mark.length,
      end: bold === null ? line.end : line.start + bold.end,
    };
    if (this.#isPlainHeading(mark, said, index)) {
      const heading = this.#heading({ start: line.start, end: line.start + line.text.length }, { line, hashes: 0 });
      if (words.start >= words.end) this.#running = { kind: "untitled", draft: heading, line: index };
      return true;
    }
    this.#numbered(mark, line, words, line.indent);
    return true;
  }

  /** `**Article 3.** The sides …`: the number is set in bold and the words are not. */
  #boldNumber(line: Line): NumberMark | undefined {
    const found = /^(\*\*|__|\*|_)([^*_]{1,60})\1(?=\s|$)\s*/u.exec(line.text);
    const [whole, , inside = ""] = found ?? [];
    if (whole === undefined) return undefined;
    const mark = this.#outline.choose(readNumber(inside.trimEnd(), { inHeading: false }));
    return mark !== undefined && mark.length === inside.trimEnd().length
      ? { ...mark, length: whole.length }
      : undefined;
  }

  /** A number inside a paragraph starts a new one only where it goes on with a list: “2021.” at a line's start does not. */
  #mayStart(mark: NumberMark, said: string, index: number): boolean {
    if (this.#running?.kind !== "paragraph") return true;
    const above = this.#lines[index - 1]?.text ?? "";
    const ended = /[.;:!?)\]”"»،؛۔}]$/u.test(above) || /[;,]\s{0,9}(?:and|or)$/iu.test(above);
    const unmistakable = /^(?:§|\(|decimal)/u.test(mark.style) || mark.style.endsWith("()");
    // A line shorter than this was not folded by an editor, so what follows it is a line of its own.
    const short = above.length < 40;
    if (!this.#outline.expects(mark)) return unmistakable && (ended || short);
    if (mark.label !== null) return ended || said.length <= mark.length;
    return ended || mark.style !== bulletStyle || /^[-*+•·▪◦‣●○]/u.test(said);
  }

  /** “PART TWO”, “Article 3 – Ceasefire”, “II. CEASEFIRE” are headings; “Article 3. The sides shall …” is a paragraph. */
  #isPlainHeading(mark: NumberMark, said: string, index: number): boolean {
    const rest = said.slice(mark.length).trimEnd();
    if (mark.label !== null) return rest === "" || (isTitleLike(rest) && this.#standsAlone(index));
    if (rest === "" || !this.#standsAlone(index)) return false;
    if (!/^[IA]\.$/u.test(mark.style)) return false;
    return isHeadingLike(rest) || (this.#outline.continuesHeading(mark) && isTitleLike(rest));
  }

  #standsAlone(index: number): boolean {
    const above = this.#lines[index - 1]?.text.trim() ?? "";
    const below = this.#lines[index + 1]?.text.trim() ?? "";
    const fresh = above === "" || this.#running === null;
    return fresh && (below === "" || underlineLevel(below) > 0 || readNumber(below, { inHeading: false }).length > 0);
  }

  #numbered(mark: NumberMark, line: Line, words: Stretch, indent: number): void {
    // “1. (a) The sides …”: the second number starts a paragraph under the first.
    const rest = this.#source.slice(words.start, words.end);
    const second = mark.style === bulletStyle || rest === "" ? undefined : this.#secondNumber(rest, mark);
    const end = line.start + line.text.length;
    const draft = draftOf({
      kind: "paragraph",
      number: mark.printed,
      slug: mark.style === bulletStyle ? null : mark.slug,
      start: Math.max(words.start - mark.length, line.start),
      end: second === undefined ? end : words.start,
      segments: second === undefined ? [words] : [],
    });
    if (mark.style === bulletStyle && this.#preambular) draft.kind = this.#asPreamble(draft);
    else this.#preambular = false;
    if (mark.label !== null) this.#outline.placeHeading(draft, { hashes: 0, mark });
    else this.#outline.placeItem(draft, mark, { indent, inside: indent + Math.max(2, Math.min(mark.length, 5)) });
    this.#placed(draft);
    this.#running = { kind: "paragraph", draft };
    if (second === undefined) return;
    draft.end = words.start - trailingSpaces(this.#source, words.start);
    this.#numbered(second, line, { start: words.start + second.length, end: words.end }, indent + mark.length);
  }

  #secondNumber(rest: string, first: NumberMark): NumberMark | undefined {
    const readings = readNumber(rest.trimEnd(), { inHeading: false });
    return readings.find(
      (second) =>
        second.ordinal === 1 && second.label === null && second.rank > first.rank && second.style !== bulletStyle,
    );
  }

  #asPreamble(draft: Draft): ProvisionKind {
    this.#preamble.push(draft);
    return "preamble";
  }

  // Unnumbered words

  /** Words under a heading that so far is only a number, and headings that only their capitals show. */
  #readTitle(line: Line, index: number): boolean {
    if (this.#running?.kind === "untitled") {
      const { draft, line: above } = this.#running;
      this.#running = null;
      const title =
        isTitleLike(line.text) && (isHeadingLike(line.text) || index === above + 1 || this.#standsAlone(index));
      if (title && index - above <= 2) {
        const bold = boldOf(line.text) ?? { start: 0, end: line.text.length };
        draft.segments.push({ start: line.start + bold.start, end: line.start + bold.end });
        draft.end = line.start + line.text.length;
        return true;
      }
    }
    const next = this.#lines[index + 1];
    const underlined =
      this.#running === null && line.text.length <= 200 && next !== undefined && underlineLevel(next.text) > 0;
    if (!underlined && !(isHeadingLike(line.text) && this.#standsAlone(index))) return false;
    const hashes = underlined ? underlineLevel(next.text) : 0;
    this.#heading({ start: line.start, end: line.start + line.text.length }, { line, hashes });
    return true;
  }

  #readWords(line: Line, index: number): void {
    const end = line.start + line.text.length;
    if (this.#running?.kind === "paragraph") {
      this.#running.draft.segments.push({ start: line.start, end: line.end });
      this.#running.draft.end = end;
      return;
    }
    const draft = draftOf({
      kind: "paragraph",
      start: line.start,
      end,
      segments: [{ start: line.start, end: line.end }],
    });
    if (opensSignature(this.#lines[index]?.text ?? "")) this.#signing = true;
    if (this.#signing) draft.kind = "signature";
    else if (this.#preambular) draft.kind = this.#asPreamble(draft);
    this.#unnumbered(draft, line.indent);
    this.#running = { kind: "paragraph", draft };
  }

  #unnumbered(draft: Draft, indent: number): void {
    const division = this.#outline.divisions.at(-1);
    const first = division !== undefined && division.owner === null && division.attributes?.id != null;
    this.#outline.placeUnnumbered(draft, indent);
    this.#placed(draft);
    if (first) this.#outline.openUnder(draft);
  }

  /** Hands a provision the attributes of the divisions around it: the id to the first, the rest to each. */
  #placed(draft: Draft): void {
    this.#empty = false;
    for (const division of this.#outline.divisions.toReversed()) {
      const { attributes, owner } = division;
      if (attributes === null) continue;
      const top = draft.parent === null || !isUnder(draft, owner);
      if (owner === draft || top) draft.around.push({ attributes, names: owner === draft });
    }
  }
}

/** Where the words of a # heading end: closing # after a space are marks. */
function withoutClosingHashes(text: string, from: number): number {
  let end = text.length;
  while (end > from && text[end - 1] === "#") end -= 1;
  if (end === text.length) return end;
  return end <= from || text[end - 1] === " " || text[end - 1] === "\t" ? Math.max(from, end) : text.length;
}

function trailingSpaces(source: string, end: number): number {
  let count = 0;
  while (source[end - count - 1] === " " || source[end - count - 1] === "\t") count += 1;
  return count;
}

function isUnder(draft: Draft, owner: Draft | null): boolean {
  for (let above = draft.parent; above !== null; above = above.parent) if (above === owner) return true;
  return false;
}

function slugOfLabel(label: string): string {
  return (
    label
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, "-")
      .replace(/^-|-$/gu, "") || "mark"
  );
}
