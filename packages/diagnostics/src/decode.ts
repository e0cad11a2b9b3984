import { type Diagnostic, diagnostic } from "./diagnostic.ts";

/** No text of ours is larger than this many bytes (8 MB); a larger file is refused before it is decoded. */
export const textBytesMax = 8 * 1024 * 1024;

export type DecodeCode = "file-too-large" | "invalid-utf8" | "binary-file";

/** A decoded text, or why it was refused. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly diagnostic: Diagnostic<DecodeCode> };

/**
 * Decodes UTF-8 without losing anything: a byte order mark, CRLF and a final newline stay. Refuses, with the
 * place of the fault, files over {@link textBytesMax}, bytes that are not UTF-8, and files with NUL.
 */
export function decodeText(file: string, bytes: Uint8Array): Decoded {
  const refuse = (code: DecodeCode, message: string, help: string): Decoded => ({
    ok: false,
    diagnostic: diagnostic({ code, severity: "error", message, help, place: { file, line: 1, column: 1 } }),
  });
  if (bytes.length > textBytesMax) {
    return refuse(
      "file-too-large",
      `This file has ${bytes.length.toLocaleString("en")} bytes; a text may have ${textBytesMax.toLocaleString("en")}.`,
      "Keep each agreement in a file of its own, and maps and annexes of data beside it.",
    );
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes("\u0000")) return { ok: true, text };
    return refuse(
      "binary-file",
      `This is not a text: it has a NUL at byte ${bytes.indexOf(0)}.`,
      "Save the document as plain text or Markdown in UTF-8.",
    );
  } catch {
    const byte = firstInvalidByte(bytes);
    return refuse(
      "invalid-utf8",
      `This file is not UTF-8: byte ${byte} (0x${(bytes[byte] ?? 0).toString(16).padStart(2, "0")}) cannot be read.`,
      "Save the file again with the encoding UTF-8; older Dari and Pashto files are often in Windows-1256.",
    );
  }
}

/** The offset of the first byte that cannot be part of UTF-8: the longest prefix that decodes ends before it. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (decodes(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return Math.min(valid, bytes.length - 1);
}

function decodes(bytes: Uint8Array): boolean {
  try {
    // As a stream, an unfinished character at the end is not yet a fault.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
