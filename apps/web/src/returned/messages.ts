import type { Decision, ReturnedAnswer } from "@parley/process/returned";

/** What the page asks of the reader of files, which works beside it. */
export type Request =
  | {
      readonly kind: "read";
      readonly file: string;
      readonly bytes: ArrayBuffer;
      readonly base: { readonly file: string; readonly source: string };
      readonly who: Who;
    }
  /** The same file, once it is known whose hand a name is. */
  | { readonly kind: "hold"; readonly who: Who }
  | { readonly kind: "make"; readonly what: Made; readonly decisions: Readonly<Record<string, Decision>> };

export interface Who {
  readonly authors: readonly (readonly [name: string, party: string])[];
  readonly returnedBy: string | null;
  readonly names: readonly (readonly [party: string, name: string])[];
}

/** The next draft as its own text or in Word, or in Word with every change to the draft that was sent tracked. */
export type Made = "draft" | "word" | "redline";

export type Reply =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "answer"; readonly answer: ReturnedAnswer }
  | { readonly kind: "refused"; readonly message: string; readonly help: string }
  | { readonly kind: "made"; readonly what: Made; readonly bytes: Uint8Array<ArrayBuffer> };
