import type { Place, Span } from "./diagnostic.ts";

/** Turns offsets of one decoded file into lines and columns. Building is linear; each look-up is logarithmic. */
export class LineIndex {
  readonly #file: string;
  readonly #starts: readonly number[];

  /** Lines end at LF, CRLF or a lone CR. */
  constructor(file: string, source: string) {
    this.#file = file;
    const starts = [0];
    for (let i = 0; i < source.length; i += 1) {
      const unit = source.charCodeAt(i);
      if (unit === 10 || (unit === 13 && source.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#starts = starts;
  }

  /** The place of an offset; one past the end of the file is its last place. */
  place(offset: number): Place {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file: this.#file, line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The place where a span starts. */
  startOf(span: Span): Place {
    return this.place(span.start);
  }
}
