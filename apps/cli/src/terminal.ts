/** What a verb writes to. Nothing in a verb touches the process's own streams. */
export interface Terminal {
  /** The answer, and nothing else. */
  readonly stdout: { write(text: string): unknown };
  /** What was found in the files, and why a question could not be put. */
  readonly stderr: { write(text: string): unknown };
  /** Columns to wrap at. */
  readonly width: number;
  /** True for bold and dim; plain unless told. */
  readonly styled?: boolean;
  /** True when somebody watches stderr, so that long work may show how far it is. */
  readonly watched?: boolean;
  /** The day written into a new process, YYYY-MM-DD; today unless told. */
  readonly today?: string;
  /** Ends `serve`; without it a signal of the system does. */
  readonly stop?: AbortSignal;
}

/** 0 fine, 1 findings, 2 wrong use, 3 our fault. */
export type ExitCode = 0 | 1 | 2 | 3;
