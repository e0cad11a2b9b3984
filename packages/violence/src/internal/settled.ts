import type { ApartCode } from "../model.ts";
import type { Block } from "./block.ts";

/** A block with what only the whole file could tell. */
export interface SettledBlock {
  readonly block: Block;
  /** 0, or 1 + the place of the code in {@link apartCodes}. */
  readonly apart: Uint8Array;
  /** The place of the province in the list of provinces; -1 is unlocated. */
  readonly province: Int32Array;
  /** Bits: {@link outOfOrderBit}, {@link nearBit}. */
  readonly marks: Uint8Array;
}

/** In the order in which they are asked: a record has the first that holds. */
export const apartCodes: readonly ApartCode[] = [
  "deleted-id",
  "duplicate",
  "dates-reversed",
  "impossible-place",
  "outside-country",
];

export const outOfOrderBit = 1;
export const nearBit = 2;
