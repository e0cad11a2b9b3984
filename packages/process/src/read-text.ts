import { type Diagnostic, decodeText, diagnostic, textBytesMax } from "@parley/diagnostics";

/** The words of one file, or why they cannot be read. */
export type TextRead =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refusal: Diagnostic };

/**
 * Reads the bytes of one text without losing anything: a byte order mark, CRLF and a final newline stay. Refuses, with
 * the place of the fault, more than 8 MB, bytes that are not UTF-8, and binary files. Linear in the bytes.
 */
export function readText({ file, bytes }: { readonly file: string; readonly bytes: Uint8Array }): TextRead {
  const decoded = decodeText(file, bytes);
  return decoded.ok ? decoded : { ok: false, refusal: decoded.diagnostic };
}

/** The refusal of a file too large to be read, told from its size in bytes before anything is read; null when it fits. */
export function refuseLargeText({ file, size }: { readonly file: string; readonly size: number }): Diagnostic | null {
  if (size <= textBytesMax) return null;
  return diagnostic({
    code: "file-too-large",
    severity: "error",
    message: `This file has ${size.toLocaleString("en")} bytes; a text may have ${textBytesMax.toLocaleString("en")}.`,
    help: "Keep each agreement in a file of its own, and maps and annexes of data beside it.",
    place: { file, line: 1, column: 1 },
  });
}
