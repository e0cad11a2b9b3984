import type { Diagnostic } from "@parley/diagnostics";
import type { Instrument } from "./instrument.ts";
import { layOut } from "./internal/akoma-ntoso/lay-out.ts";
import { aknNamespace, parleyNamespace, prefixesRead } from "./internal/akoma-ntoso/profile.ts";
import { readDocument } from "./internal/akoma-ntoso/read-document.ts";
import { writeDocument } from "./internal/akoma-ntoso/write-document.ts";
import { parseXml } from "./internal/xml/parse.ts";
import { writeXml } from "./internal/xml/write.ts";
import type { Loss, RefusalCode } from "./manuscript.ts";
import { refusing } from "./refusal.ts";

export type AkomaNtosoRead =
  | { readonly ok: true; readonly instrument: Instrument; readonly losses: readonly Loss[] }
  | { readonly ok: false; readonly refusal: Diagnostic<RefusalCode> };

/**
 * The instrument as an Akoma Ntoso 3.0 document (OASIS LegalDocML), valid against the official schema, in the profile
 * that docs/spec/akoma-ntoso.md describes. Provisions and brackets may nest 32 deep each, as in a text that was parsed.
 * The same instrument gives the same string. Linear.
 */
export function writeAkomaNtoso(instrument: Instrument): string {
  return writeXml(layOut(writeDocument(instrument)), { "": aknNamespace, parley: parleyNamespace });
}

/**
 * Reads an Akoma Ntoso document. One of ours comes back exactly; one from elsewhere as far as it goes, with what could
 * not be carried in `losses`. A file that is hostile, damaged or of another kind is refused; `file` names it in the
 * refusal. Never throws. Linear.
 */
export function readAkomaNtoso(file: string, bytes: Uint8Array): AkomaNtosoRead {
  const read = refusing(file, () => readDocument(file, parseXml(file, bytes, prefixesRead)));
  return read.ok ? { ok: true, ...read.value } : read;
}
