import type { Terminal } from "./terminal.ts";

/** Work shorter than this is over before anybody wonders. */
const patienceMilliseconds = 1000;
const restMilliseconds = 200;

/** Says on stderr how far long work is, in one line that is taken away at the end. Silent where nobody watches. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #what: string;
  readonly #start = performance.now();
  #last = 0;
  #shown = false;

  constructor(terminal: Terminal, what: string) {
    this.#terminal = terminal;
    this.#what = what;
  }

  /** `share` from 0 to 1. */
  at(share: number): void {
    const now = performance.now();
    if (
      this.#terminal.watched !== true ||
      now - this.#start < patienceMilliseconds ||
      now - this.#last < restMilliseconds
    )
      return;
    this.#last = now;
    this.#shown = true;
    this.#terminal.stderr.write(`\r${this.#what}: ${Math.round(share * 100)} %`);
  }

  end(): void {
    if (this.#shown) this.#terminal.stderr.write(`\r${" ".repeat(this.#what.length + 8)}\r`);
  }
}
