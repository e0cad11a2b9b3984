import { refuse } from "../../refusal.ts";
import { crc32 } from "./crc32.ts";
import { type Entry, readDirectory } from "./directory.ts";
import { checkContent } from "./forbidden-content.ts";
import { inflate } from "./inflate.ts";
import { type Limits, sizeInWords, usualLimits } from "./limits.ts";
import { checkDistinct, quoted } from "./names.ts";
import { checkBeginning } from "./other-formats.ts";

/** An opened container. Nothing is unpacked before it is asked for. */
export interface Container {
  /** The names of its parts, folders left out. */
  readonly names: ReadonlySet<string>;
  /** The bytes of a part, unpacked anew at every call. Throws Refused when it is absent, damaged or hostile. */
  part(name: string): Uint8Array;
  has(name: string): boolean;
}

/**
 * Opens a zip container as Word and OpenDocument files are. Everything that can be told without unpacking is checked
 * here, whether or not the part is ever asked for: names, places, sizes, passwords, macros, archives inside. Throws
 * Refused. Linear in the number of parts.
 */
export function openContainer(bytes: Uint8Array, limits: Partial<Limits> = {}): Container {
  const bounds = { ...usualLimits, ...limits };
  if (bytes.length > bounds.fileBytesMax) {
    const message = `The file has ${sizeInWords(bytes.length)}; at most ${sizeInWords(bounds.fileBytesMax)} are read.`;
    refuse("too-large", message, "Make the pictures in it smaller, or split it.");
  }
  checkBeginning(bytes);
  const entries = readDirectory(bytes, bounds);
  checkDistinct(entries.map((entry) => entry.name.replace(/\/$/, "")));
  checkSizes(entries, bounds);
  const parts = new Map(entries.filter((entry) => !entry.isFolder).map((entry) => [entry.name, entry]));
  const container: Container = {
    names: new Set(parts.keys()),
    has: (name) => parts.has(name),
    part(name) {
      const entry = parts.get(name);
      if (entry === undefined) {
        return refuse("part-missing", `The file lacks its part ${quoted(name)}.`, sendAgain, name);
      }
      return unpack(entry);
    },
  };
  checkContent([...parts.values()], (name) => (container.has(name) ? container.part(name) : null));
  return container;
}

function unpack(entry: Entry): Uint8Array {
  const bytes = entry.method === 0 ? entry.packed : inflate(entry.name, entry.packed, entry.size);
  if (crc32(bytes) !== entry.crc) {
    refuse(
      "container-broken",
      `The part ${quoted(entry.name)} is damaged: its check sum is wrong.`,
      sendAgain,
      entry.name,
    );
  }
  return bytes;
}

/** Deflate adds a few bytes to what it cannot shrink; a part that grows by more hides something. */
const growthShare = 8;
const growthFreeBytes = 1_024;

/** What the directory says of sizes is enough to refuse; when it says too little, unpacking stops there. */
function checkSizes(entries: readonly Entry[], limits: Limits): void {
  let all = 0;
  for (const { name, size, packed } of entries) {
    all += size;
    if (size > limits.partBytesMax) {
      const message = `The part ${quoted(name)} unpacks to ${sizeInWords(size)}; at most ${sizeInWords(limits.partBytesMax)} are read.`;
      refuse("too-large", message, "Make the pictures in it smaller, or split it.", name);
    }
    if (packed.length > size + size / growthShare + growthFreeBytes) {
      const message = `The part ${quoted(name)} is packed into more than its own size, which no program does.`;
      refuse("size-lies", message, "Ask the sender for a copy saved by Word or LibreOffice.", name);
    }
    if (size > limits.ratioFreeBytes && size > packed.length * limits.ratioMax) {
      const message = `The part ${quoted(name)} unpacks to more than ${limits.ratioMax} times its size. Such files are made to exhaust a reader's memory.`;
      refuse("inflates-too-much", message, "Ask the sender for a copy saved by Word or LibreOffice.", name);
    }
  }
  if (all > limits.allPartsBytesMax) {
    const message = `The parts of the file unpack to ${sizeInWords(all)} together; at most ${sizeInWords(limits.allPartsBytesMax)} are read.`;
    refuse("too-large", message, "Make the pictures in it smaller, or split it.");
  }
}

const sendAgain = "Ask for the file again; if it comes the same, ask for a copy saved anew by Word or LibreOffice.";
