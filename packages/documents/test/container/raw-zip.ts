import { crc32, deflateRawSync } from "node:zlib";

/** A part written as told, true or not: what is left out is reckoned from `content`. */
export interface RawPart {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** The bytes as they stand in the file; otherwise the content, deflated or stored. */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly madeBy?: number;
  readonly attributes?: number;
  readonly extra?: Uint8Array;
  readonly offset?: number;
  /** What the part's own header says where it differs from the directory. */
  readonly local?: Partial<Pick<RawPart, "name" | "method" | "flags" | "crc" | "size" | "packedSize" | "extra">>;
  /** Bytes after the part, such as a descriptor. */
  readonly after?: Uint8Array;
  /** Left out of the directory. */
  readonly isHidden?: boolean;
}

export interface RawEnd {
  readonly prefix?: Uint8Array;
  readonly gapBeforeDirectory?: Uint8Array;
  readonly beforeEnd?: Uint8Array;
  readonly count?: number;
  readonly disk?: number;
  readonly directoryOffset?: number;
  readonly directoryBytes?: number;
  readonly comment?: Uint8Array;
  readonly suffix?: Uint8Array;
}

export const bytesOf = (value: string | Uint8Array) =>
  typeof value === "string" ? new TextEncoder().encode(value) : value;

export function concat(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Numbers of 2 or 4 bytes, lowest first: "2:20 4:7". */
export function numbers(...parts: readonly (readonly [2 | 4, number])[]): Uint8Array {
  return concat(
    ...parts.map(([bytes, value]) => Uint8Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) & 255)),
  );
}

/** A zip container written to order, so that a test can make it lie. Shares no code with the packer of the package. */
export function rawZip(parts: readonly RawPart[], end: RawEnd = {}): Uint8Array {
  const pieces: Uint8Array[] = [end.prefix ?? new Uint8Array()];
  const directory: Uint8Array[] = [];
  let at = pieces[0]?.length ?? 0;
  for (const part of parts) {
    const told = fieldsOf(part);
    const own = { ...told, ...part.local };
    const local = concat(
      numbers([4, 0x04034b50], [2, 20], [2, own.flags], [2, own.method], [2, 0], [2, 0x21], [4, own.crc]),
      numbers([4, own.packedSize], [4, own.size], [2, bytesOf(own.name).length], [2, own.extra.length]),
      bytesOf(own.name),
      own.extra,
    );
    if (!part.isHidden) {
      directory.push(
        concat(
          numbers(
            [4, 0x02014b50],
            [2, part.madeBy ?? 20],
            [2, 20],
            [2, told.flags],
            [2, told.method],
            [2, 0],
            [2, 0x21],
          ),
          numbers([4, told.crc], [4, told.packedSize], [4, told.size], [2, bytesOf(told.name).length]),
          numbers([2, told.extra.length], [2, 0], [2, 0], [2, 0], [4, part.attributes ?? 0], [4, part.offset ?? at]),
          bytesOf(told.name),
          told.extra,
        ),
      );
    }
    pieces.push(local, told.packed, part.after ?? new Uint8Array());
    at += local.length + told.packed.length + (part.after?.length ?? 0);
  }
  const gap = end.gapBeforeDirectory ?? new Uint8Array();
  const listed = concat(...directory);
  const comment = end.comment ?? new Uint8Array();
  const count = end.count ?? directory.length;
  const disk = end.disk ?? 0;
  const endRecord = concat(
    numbers([4, 0x06054b50], [2, disk], [2, disk], [2, count], [2, count], [4, end.directoryBytes ?? listed.length]),
    numbers([4, end.directoryOffset ?? at + gap.length], [2, comment.length]),
    comment,
  );
  return concat(...pieces, gap, listed, end.beforeEnd ?? new Uint8Array(), endRecord, end.suffix ?? new Uint8Array());
}

function fieldsOf(part: RawPart) {
  const content = bytesOf(part.content ?? "");
  const method = part.method ?? 8;
  const packed = part.packed ?? (method === 0 ? content : new Uint8Array(deflateRawSync(content)));
  return {
    name: part.name,
    flags: part.flags ?? 0,
    method,
    crc: part.crc ?? crc32(content),
    size: part.size ?? content.length,
    packedSize: part.packedSize ?? packed.length,
    extra: part.extra ?? new Uint8Array(),
    packed,
  };
}
