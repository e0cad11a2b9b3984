import { refuse } from "../../refusal.ts";
import type { Limits } from "./limits.ts";
import { partName, quoted } from "./names.ts";

/** One part as the directory of the container tells it, held against its own header. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
  /** The bytes as packed. */
  readonly packed: Uint8Array;
  /** Where its own header begins and its bytes end. */
  readonly start: number;
  readonly end: number;
}

interface DirectoryPlace {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

const localSignature = 0x04034b50;
const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;
const largeLocatorSignature = 0x07064b50;
const endBytes = 22;
/** A descriptor of sizes may follow a part that was written before its size was known. */
const descriptorBytesMax = 24;

/**
 * Every part that the container's directory names. The directory is held against the headers of the parts, the parts
 * must not overlap, and nothing may lie between them, so that any two readers find the same parts. Throws Refused.
 * APPNOTE.TXT 6.3.10 of PKWARE; the large form (zip64) is refused, since no file within our limits needs it.
 */
export function readDirectory(bytes: Uint8Array, limits: Limits): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const place = findDirectory(view);
  if (place.count > limits.partsMax) {
    refuse("too-many-parts", `The file holds ${place.count} parts; at most ${limits.partsMax} are read.`, savedCopy);
  }
  const entries: Entry[] = [];
  let at = place.start;
  for (let i = 0; i < place.count; i += 1) {
    if (at + 46 > place.end || view.getUint32(at, true) !== entrySignature) broken("its list of parts ends too early");
    const length = 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at + length > place.end) broken("its list of parts ends too early");
    entries.push(readEntry(bytes, view, at, place.start));
    at += length;
  }
  if (at !== place.end) broken("its list of parts is longer than it says");
  checkPlaces(entries, place.start);
  return entries;
}

/** The end record must be the last thing in the file, and the only one that could be. */
function findDirectory(view: DataView): DirectoryPlace {
  const found: number[] = [];
  const lowest = Math.max(0, view.byteLength - endBytes - 0xffff);
  for (let at = view.byteLength - endBytes; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endBytes + view.getUint16(at + 20, true) === view.byteLength) found.push(at);
  }
  const [at] = found;
  if (at === undefined) return broken("its end is missing, so it was cut off or added to on the way");
  if (found.length > 1) return broken("it has two ends, and readers would disagree which of them counts");
  if (at >= 20 && view.getUint32(at - 20, true) === largeLocatorSignature) refuseLargeForm();
  const count = view.getUint16(at + 10, true);
  const length = view.getUint32(at + 12, true);
  const start = view.getUint32(at + 16, true);
  if (count === 0xffff || length === 0xffffffff || start === 0xffffffff) refuseLargeForm();
  if (
    view.getUint16(at + 4, true) !== 0 ||
    view.getUint16(at + 6, true) !== 0 ||
    view.getUint16(at + 8, true) !== count
  ) {
    return broken("it says that it is one of several volumes");
  }
  if (start + length !== at) return broken("its list of parts is not where it says");
  return { start, end: at, count };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, directoryStart: number): Entry {
  const nameBytes = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
  const name = partName(nameBytes);
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const start = view.getUint32(at + 42, true);
  if (flags & 0x2041) refuseEncrypted();
  if (packedSize === 0xffffffff || size === 0xffffffff || start === 0xffffffff) refuseLargeForm();
  if (view.getUint16(at + 34, true) !== 0) broken("it says that it is one of several volumes");
  if (method !== 0 && method !== 8) broken(`the part ${quoted(name)} is packed in an unknown way`);
  const madeOnUnix = view.getUint8(at + 5) === 3;
  if (madeOnUnix && (view.getUint16(at + 40, true) & 0xf000) === 0xa000) {
    refuse("path-escapes", `The part ${quoted(name)} is a link to another file.`, savedCopy, name);
  }

  if (start + 30 > directoryStart || view.getUint32(start, true) !== localSignature) {
    broken(`the part ${quoted(name)} is not where the list says`);
  }
  const nameLength = view.getUint16(start + 26, true);
  const dataStart = start + 30 + nameLength + view.getUint16(start + 28, true);
  const end = dataStart + packedSize;
  if (end > directoryStart) broken(`the part ${quoted(name)} reaches beyond the parts`);
  checkHeader({ view, at, start, nameBytes, localName: bytes.subarray(start + 30, start + 30 + nameLength), name });
  if (method === 0 && packedSize !== size) refuseSizes(name);
  const isFolder = name.endsWith("/");
  if (isFolder && size !== 0) broken(`the folder ${quoted(name)} has content`);
  return { name, isFolder, method, crc, size, packed: bytes.subarray(dataStart, end), start, end };
}

/** The header before the bytes of a part must say what the directory says, but for sizes that were not known yet. */
function checkHeader(parts: {
  readonly view: DataView;
  readonly at: number;
  readonly start: number;
  readonly nameBytes: Uint8Array;
  readonly localName: Uint8Array;
  readonly name: string;
}): void {
  const { view, at, start, nameBytes, localName, name } = parts;
  if (nameBytes.length !== localName.length || nameBytes.some((byte, i) => byte !== localName[i])) {
    broken(`the part ${quoted(name)} has another name in its own header`);
  }
  const localFlags = view.getUint16(start + 6, true);
  if (localFlags & 0x2041) refuseEncrypted();
  if (view.getUint16(start + 8, true) !== view.getUint16(at + 10, true)) {
    broken(`the part ${quoted(name)} is packed in another way than the list says`);
  }
  const isDescribedLater = (localFlags & 8) !== 0;
  const same = (local: number, listed: number) => {
    const value = view.getUint32(start + local, true);
    return value === view.getUint32(at + listed, true) || (isDescribedLater && (value === 0 || value === 0xffffffff));
  };
  if (!same(18, 20) || !same(22, 24)) refuseSizes(name);
  if (!same(14, 16)) broken(`the part ${quoted(name)} has two check sums`);
}

function checkPlaces(entries: readonly Entry[], directoryStart: number): void {
  const inOrder = [...entries].sort((a, b) => a.start - b.start);
  let free = 0;
  for (const entry of inOrder) {
    if (entry.start < free) broken(`the part ${quoted(entry.name)} overlaps another one`);
    if (entry.start - free > (free === 0 ? 0 : descriptorBytesMax))
      broken("there are bytes in it that belong to no part");
    free = entry.end;
  }
  if (directoryStart - free > (free === 0 ? 0 : descriptorBytesMax))
    broken("there are bytes in it that belong to no part");
}

const sendAgain = "Ask for the file again; if it comes the same, ask for a copy saved anew by Word or LibreOffice.";
const savedCopy = "Ask the sender for a copy saved by Word or LibreOffice.";

function broken(what: string): never {
  return refuse("container-broken", `The file is damaged: ${what}.`, sendAgain);
}

function refuseLargeForm(): never {
  return broken("it is written in the form for files of more than 4 GB, which it is not");
}

function refuseSizes(name: string): never {
  return refuse("size-lies", `The part ${quoted(name)} is given two different sizes.`, savedCopy, name);
}

function refuseEncrypted(): never {
  return refuse(
    "container-encrypted",
    "The file is protected by a password.",
    "Open it in Word or LibreOffice with the password, save it without one, and use that copy.",
  );
}
