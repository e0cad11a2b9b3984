import type { Inline } from "../../model.ts";
import type { Attributes } from "./attributes.ts";
import { type DraftBracket, noId } from "./draft.ts";
import { divNotClosed, type Fence, readFence } from "./fences.ts";
import type { Findings } from "./findings.ts";
import {
  type GivenAlternative,
  isWordless,
  numberAlternatives,
  type Reading,
  readInlines,
  reportUnknown,
} from "./inlines.ts";
import type { Line, Stretch } from "./lines.ts";
import { nestingMax } from "./outline.ts";
import { statusOf } from "./status.ts";

/** Whole paragraphs as alternatives: a division `.alternatives` with a division `.option` for each. */
export interface Alternatives extends Stretch {
  readonly attributes: Attributes | null;
  readonly options: readonly Option[];
}

interface Option extends Stretch {
  readonly attributes: Attributes | null;
  /** Paragraphs, a stretch for each line, and alternatives inside this option. */
  readonly content: readonly (readonly Stretch[] | Alternatives)[];
}

interface Opened {
  readonly fence: Fence;
  readonly index: number;
  readonly depth: number;
}

/** Reads the lines of such a division. It never loses a line: words outside an option become one of their own. */
export class AlternativesReader {
  readonly #source: string;
  readonly #lines: readonly Line[];
  readonly #findings: Findings;
  #at = 0;
  /** Set when the fence of an outer division closed an inner one: the outer one is closed by it too. */
  #closedOuter = false;

  constructor(source: string, lines: readonly Line[], findings: Findings) {
    this.#source = source;
    this.#lines = lines;
    this.#findings = findings;
  }

  /** The division that opens on line `index`, and the line after it. */
  read(fence: Fence, index: number): { readonly alternatives: Alternatives; readonly next: number } {
    this.#at = index + 1;
    const alternatives = this.#alternatives({ fence, index, depth: 1 });
    return { alternatives, next: this.#at };
  }

  #alternatives(opened: Opened): Alternatives {
    const options: Option[] = [];
    let loose: Flow | null = null;
    const end = this.#until(opened, null, {
      words: (line) => {
        loose ??= this.#looseOption(options, line);
        loose.add(line);
      },
      blank: () => loose?.breakParagraph(),
      division: (fence, index) => {
        if (fence.attributes?.classes.includes("option") !== true) return false;
        loose = null;
        options.push(this.#option({ fence, index, depth: opened.depth }, opened.fence.colons));
        return true;
      },
    });
    return { attributes: opened.fence.attributes, options, start: this.#startOf(opened.index), end };
  }

  #looseOption(options: Option[], line: Line): Flow {
    this.#findings.add({
      code: "words-outside-option",
      severity: "warning",
      at: line.start,
      message: "These words stand among the options and in none of them, so they count as an option of their own.",
      help: "Put them in a division ::: {.option}, or before the alternatives.",
    });
    const flow = new Flow();
    const option = {
      attributes: null,
      content: flow.content,
      start: line.start,
      get end() {
        return flow.end;
      },
    };
    options.push(option);
    return flow;
  }

  #option(opened: Opened, colonsOuter: number): Option {
    const flow = new Flow();
    const end = this.#until(opened, colonsOuter, {
      words: (line) => flow.add(line),
      blank: () => flow.breakParagraph(),
      division: (fence, index) => {
        if (fence.attributes?.classes.includes("alternatives") !== true || opened.depth >= nestingMax) return false;
        flow.nest(this.#alternatives({ fence, index, depth: opened.depth + 1 }));
        return true;
      },
    });
    return { attributes: opened.fence.attributes, content: flow.content, start: this.#startOf(opened.index), end };
  }

  /** Goes on to the fence that closes this division; other divisions inside it only count. */
  #until(opened: Opened, colonsOuter: number | null, take: Take): number {
    let others = 0;
    let end = this.#lines[opened.index]?.end ?? 0;
    while (this.#at < this.#lines.length) {
      const index = this.#at;
      const line = this.#lines[index];
      if (line === undefined) break;
      this.#at += 1;
      const fence = readFence(this.#source, line, this.#findings);
      if (fence === null && line.text.trim() === "") take.blank();
      else if (fence === null) take.words(line);
      else if (!fence.opens && others === 0) return this.#closed(opened, colonsOuter, fence, line, end);
      else if (!fence.opens) others -= 1;
      else if (others > 0 || !take.division(fence, index)) others += 1;
      end = this.#lines[this.#at - 1]?.end ?? line.end;
      if (this.#closedOuter) {
        this.#closedOuter = false;
        return end;
      }
    }
    divNotClosed(this.#startOf(opened.index), this.#findings);
    return end;
  }

  #closed(opened: Opened, colonsOuter: number | null, fence: Fence, line: Line, before: number): number {
    const ofOuter = colonsOuter !== null && fence.colons === colonsOuter && fence.colons !== opened.fence.colons;
    if (!ofOuter) return line.end;
    divNotClosed(this.#startOf(opened.index), this.#findings);
    this.#closedOuter = true;
    return before;
  }

  #startOf(index: number): number {
    return this.#lines[index]?.start ?? 0;
  }
}

interface Take {
  readonly words: (line: Line) => void;
  readonly blank: () => void;
  /** True when it was read; false for a division that only surrounds words. */
  readonly division: (fence: Fence, index: number) => boolean;
}

class Flow {
  readonly content: (Stretch[] | Alternatives)[] = [];
  end = 0;
  #paragraph: Stretch[] | null = null;

  add(line: Line): void {
    if (this.#paragraph === null) {
      this.#paragraph = [];
      this.content.push(this.#paragraph);
    }
    this.#paragraph.push({ start: line.start, end: line.end });
    this.end = line.end;
  }

  breakParagraph(): void {
    this.#paragraph = null;
  }

  nest(alternatives: Alternatives): void {
    this.#paragraph = null;
    this.content.push(alternatives);
    this.end = alternatives.end;
  }
}

/** The bracket that a division of alternatives is: its options are the alternatives, their paragraphs the words. */
export function bracketOfAlternatives(reading: Reading, division: Alternatives): DraftBracket {
  const { file, findings } = reading;
  const bracket: DraftBracket = {
    kind: "bracket",
    id: noId,
    derived: true,
    span: { file, start: division.start, end: division.end },
    blank: false,
    status: statusOf(division.attributes, findings) ?? { kind: "proposed" },
    alternatives: [],
  };
  reading.brackets.push({ bracket, given: division.attributes });
  reportUnknown(division.attributes, ["status", "kind", "depth"], ["alternatives"], findings);
  const options = division.options.map((option): GivenAlternative => {
    reportUnknown(option.attributes, ["party"], ["option", "unworded"], findings);
    const { start, end } = option;
    return {
      given: option.attributes,
      party: option.attributes?.pairs.party ?? null,
      words: optionWords(reading, option),
      span: { file, start, end },
    };
  });
  bracket.alternatives = numberAlternatives(options, findings);
  bracket.blank = bracket.alternatives.every(({ words }) => isWordless(words));
  return bracket;
}

function optionWords(reading: Reading, option: Option): Inline[] {
  const words: Inline[] = [];
  let end = option.start;
  for (const block of option.content) {
    const pieces = "options" in block ? [bracketOfAlternatives(reading, block)] : readInlines(reading, block);
    const first = pieces[0];
    const last = pieces.at(-1);
    if (first === undefined || last === undefined) continue;
    if (words.length > 0)
      words.push({ kind: "break", span: { file: reading.file, start: end, end: first.span.start } });
    for (const piece of pieces) words.push(piece);
    end = last.span.end;
  }
  return words;
}
