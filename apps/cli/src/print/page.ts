import { styleText } from "node:util";

type Style = "bold" | "dim";

interface LineOptions {
  /** Columns before the text. */
  readonly indent?: number;
  /** Columns before its second and later lines, counted from the indent. */
  readonly hang?: number;
  readonly style?: Style;
}

/** Columns of a page, however wide the window: longer lines are hard to read. */
const widthMax = 120;

/** Text for people: wrapped to the width, and styled only where the terminal shows styles. */
export class Page {
  readonly width: number;
  readonly #styled: boolean;
  readonly #lines: string[] = [];

  constructor({ width, styled = false }: { readonly width: number; readonly styled?: boolean | undefined }) {
    this.width = Math.min(Math.max(width, 40), widthMax);
    this.#styled = styled;
  }

  line(text: string, { indent = 0, hang = 0, style }: LineOptions = {}): void {
    const wrapped = wrap(visible(text), { first: this.width - indent, rest: this.width - indent - hang });
    for (const [index, words] of wrapped.entries()) {
      this.#put(`${" ".repeat(indent + (index === 0 ? 0 : hang))}${words}`, style);
    }
  }

  /** A point of a list: the mark, then the text, hanging behind it. */
  point(text: string, { indent = 0, mark = "-" }: { readonly indent?: number; readonly mark?: string } = {}): void {
    this.line(`${mark} ${text}`, { indent, hang: mark.length + 1 });
  }

  /** The head of a part, with an empty line before it. */
  heading(text: string): void {
    this.blank();
    this.line(text, { style: "bold" });
  }

  /** A line that is printed as it is. */
  raw(text: string, style?: Style): void {
    this.#put(text, style);
  }

  /** One empty line, and never two. */
  blank(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== "") this.#lines.push("");
  }

  toString(): string {
    return this.#lines.length === 0 ? "" : `${this.#lines.join("\n")}\n`;
  }

  #put(text: string, style: Style | undefined): void {
    const line = text.trimEnd();
    this.#lines.push(
      style !== undefined && this.#styled && line !== "" ? styleText(style, line, { validateStream: false }) : line,
    );
  }
}

/** Words of a draft may hold control characters; on a terminal they would move the cursor or change its colours. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out.
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu, "\ufffd");
}

/** A text as one line that is safe to print. */
export function visible(text: string): string {
  return withoutControls(text.replace(/\s*[\n\r\t]\s*/gu, " "));
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Columns that a text takes, counted as what a reader sees as letters. */
export function columns(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

/** Cuts a text into lines at its spaces. A word longer than a line keeps a line of its own: paths and ids stay whole. */
export function wrap(
  text: string,
  { first, rest = first }: { readonly first: number; readonly rest?: number },
): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ").filter((each) => each !== "")) {
    const size = columns(word);
    const room = lines.length === 0 ? first : rest;
    if (line !== "" && used + 1 + size > room) {
      lines.push(line);
      line = word;
      used = size;
    } else {
      line = line === "" ? word : `${line} ${word}`;
      used += line === word ? size : size + 1;
    }
  }
  return [...lines, line];
}
