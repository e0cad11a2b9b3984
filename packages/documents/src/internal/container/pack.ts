import { deflateSync } from "fflate";
import { crc32 } from "./crc32.ts";

/** A part to be packed. Text is written as UTF-8; `stored` leaves the bytes as they are, as OpenDocument wants for its mimetype. */
export interface PartToPack {
  readonly name: string;
  readonly text: string | Uint8Array;
  readonly stored?: boolean;
}

/** 1 January 1980, the first day a container can name: the same parts always give the same bytes. */
const fixedDate = 0x0021;
const utf8Names = 0x0800;

/** A zip container with the parts in the order given. Deterministic; linear in the size of the parts. */
export function packContainer(parts: readonly PartToPack[]): Uint8Array {
  const packed = parts.map(packPart);
  let offset = 0;
  const directory = packed.map((part) => {
    const header = directoryEntry(part, offset);
    offset += part.local.length + part.data.length;
    return header;
  });
  const directoryBytes = directory.reduce((sum, header) => sum + header.length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, parts.length, true);
  view.setUint16(10, parts.length, true);
  view.setUint32(12, directoryBytes, true);
  view.setUint32(16, offset, true);
  return join([...packed.flatMap((part) => [part.local, part.data]), ...directory, end]);
}

interface Packed {
  readonly name: Uint8Array;
  readonly data: Uint8Array;
  readonly local: Uint8Array;
  /** The 26 bytes that the local header and the directory have in common. */
  readonly common: Uint8Array;
}

function packPart(part: PartToPack): Packed {
  const encoder = new TextEncoder();
  const name = encoder.encode(part.name);
  const bytes = typeof part.text === "string" ? encoder.encode(part.text) : part.text;
  const data = part.stored ? bytes : deflateSync(bytes, { level: 6 });
  const common = new Uint8Array(26);
  const view = new DataView(common.buffer);
  view.setUint16(0, 20, true);
  view.setUint16(2, /^[ -~]*$/.test(part.name) ? 0 : utf8Names, true);
  view.setUint16(4, part.stored ? 0 : 8, true);
  view.setUint16(8, fixedDate, true);
  view.setUint32(10, crc32(bytes), true);
  view.setUint32(14, data.length, true);
  view.setUint32(18, bytes.length, true);
  view.setUint16(22, name.length, true);
  return { name, data, common, local: join([Uint8Array.of(0x50, 0x4b, 3, 4), common, name]) };
}

function directoryEntry(part: Packed, offset: number): Uint8Array {
  const tail = new Uint8Array(14);
  new DataView(tail.buffer).setUint32(10, offset, true);
  return join([Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), part.common, tail, part.name]);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
