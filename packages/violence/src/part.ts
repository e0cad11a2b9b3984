import type { IncidentHead } from "./head.ts";

/** The records whose first byte lies in a range of the file. Plain data: it can be handed from a worker. */
export interface IncidentPart {
  readonly file: string;
  readonly head: IncidentHead;
  /** The byte at which its first record begins, and the one at which the next part's first record must begin. */
  readonly from: number;
  readonly to: number;
}

/** Bytes `from` to `to` of a file, end exclusive. Null `to`: to its end. */
export interface PartRange {
  readonly from: number;
  readonly to: number | null;
}

/** Reads one range of a file. Bytes are pushed from the range's first on, in order, and past its end until `push` says enough. */
export class PartReader {
  constructor(_asked: { readonly file: string; readonly head: IncidentHead; readonly range: PartRange }) {
    throw new Error("not yet");
  }
  /** Takes the next bytes; true while more are wanted. */
  push(_bytes: Uint8Array): boolean {
    throw new Error("not yet");
  }
  /** Call once, after the last bytes. */
  end(): IncidentPart {
    throw new Error("not yet");
  }
}

/** Two neighbouring parts as one; or the byte from which the second must be read again, when its beginning was guessed wrongly. */
export function mergeParts(
  _first: IncidentPart,
  _second: IncidentPart,
): { readonly ok: true; readonly part: IncidentPart } | { readonly ok: false; readonly rereadFrom: number } {
  throw new Error("not yet");
}

/** The memory of a part, to be moved and not copied between workers. */
export function partBuffers(_part: IncidentPart): ArrayBuffer[] {
  throw new Error("not yet");
}
