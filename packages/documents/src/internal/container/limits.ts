/** How much a file may hold before it is refused. Sizes are bytes. */
export interface Limits {
  readonly fileBytesMax: number;
  readonly partBytesMax: number;
  readonly allPartsBytesMax: number;
  readonly partsMax: number;
  /** How many times larger a part may grow, once it is past `ratioFreeBytes`. */
  readonly ratioMax: number;
  readonly ratioFreeBytes: number;
}

/** A treaty of a thousand pages with pictures stays far below all of these. */
export const usualLimits: Limits = {
  fileBytesMax: 32 << 20,
  partBytesMax: 64 << 20,
  allPartsBytesMax: 96 << 20,
  partsMax: 4_000,
  ratioMax: 200,
  ratioFreeBytes: 256 << 10,
};

/** A size as people say it: "64 MB", "256 kB". */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1 << 20) return `${Math.round(bytes / (1 << 20))} MB`;
  return bytes >= 1 << 10 ? `${Math.round(bytes / (1 << 10))} kB` : `${bytes} bytes`;
}
