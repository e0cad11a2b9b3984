import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** What a hidden bookmark of ours stands for. */
export type Anchored = "provision" | "bracket" | "title" | "notice";

const prefixes = {
  provision: "_ParleyP_",
  bracket: "_ParleyB_",
  title: "_ParleyTitle",
  notice: "_ParleyNotice",
} as const;
/** Word cuts longer names off without a word. */
const nameLengthMax = 40;
const hashLength = 24;

/**
 * The name of the bookmark of a provision or a bracket: letters, digits and underscores, 40 at most, so that Word keeps
 * it. An id too long for that goes by its hash, which `idOf` finds again among the ids it is given.
 */
export function anchorOf(what: "provision" | "bracket", id: string): string {
  const written = `${prefixes[what]}${encoded(id)}`;
  return written.length <= nameLengthMax ? written : hashed(what, id);
}

export const titleAnchor: string = prefixes.title;
export const noticeAnchor: string = prefixes.notice;

/** Whether a bookmark is that of a provision, whichever. */
export function marksProvision(name: string): boolean {
  return name.startsWith(prefixes.provision);
}

/** What a bookmark stands for, or null when it is none of ours. `ids` are those of the draft that was sent. */
export function anchored(name: string, ids: Iterable<string>): { readonly what: Anchored; readonly id: string } | null {
  if (name === titleAnchor) return { what: "title", id: "" };
  if (name === noticeAnchor) return { what: "notice", id: "" };
  for (const what of ["provision", "bracket"] as const) {
    if (!name.startsWith(prefixes[what])) continue;
    const rest = name.slice(prefixes[what].length);
    if (!rest.startsWith("__")) return { what, id: decoded(rest) };
    for (const id of ids) if (hashed(what, id) === name) return { what, id };
    return null;
  }
  return null;
}

/** Ids begin with a letter or a digit, so a name that goes on with two underscores holds a hash. */
function hashed(what: "provision" | "bracket", id: string): string {
  const hash = bytesToHex(sha256(new TextEncoder().encode(id))).slice(0, hashLength);
  return `${prefixes[what]}__${hash}`;
}

/** A hyphen is an underscore; every other sign is spelled out between "_x" and "_". */
function encoded(id: string): string {
  return id.replace(/[^A-Za-z0-9]/gu, (sign, at: number) =>
    sign === "-" && at > 0 && !"x_".includes(id[at + 1] ?? "_") ? "_" : `_x${(sign.codePointAt(0) ?? 0).toString(16)}_`,
  );
}

function decoded(name: string): string {
  return name.replace(/_x([0-9a-f]+)_|_/gu, (_, hex: string | undefined) =>
    hex === undefined ? "-" : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
