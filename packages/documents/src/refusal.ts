import { type Diagnostic, diagnostic } from "@parley/diagnostics";
import type { RefusalCode } from "./manuscript.ts";

/**
 * Stops the reading of a file. It is thrown inside the package only and caught by `refusing`, so that no caller ever
 * meets it. A class, since it must be told apart from a fault of ours, which is not caught.
 */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly help: string;
  /** The part of the container it was found in, such as "word/document.xml"; null for the file as a whole. */
  readonly part: string | null;

  constructor(code: RefusalCode, message: string, help: string, part: string | null = null) {
    super(message);
    this.name = "Refused";
    this.code = code;
    this.help = help;
    this.part = part;
  }
}

/** Ends the reading: what is wrong and how to mend it, in words for a mediator. */
export function refuse(code: RefusalCode, message: string, help: string, part: string | null = null): never {
  throw new Refused(code, message, help, part);
}

export type Refusing<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Diagnostic<RefusalCode> };

/** Does the work and hands back its value, or the refusal it met as a diagnostic about `file`. Any other error is ours and passes. */
export function refusing<T>(file: string, work: () => T): Refusing<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, message, help } = error;
    const place = { file, line: 1, column: 1 };
    return { ok: false, refusal: diagnostic({ code, severity: "error", message, help, place }) };
  }
}
