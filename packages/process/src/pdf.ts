import type { Diagnostic } from "@parley/diagnostics";
import { type Manuscript, type Setting, typstSource } from "@parley/documents";
import { typesetPdf } from "@parley/documents/pdf";

/**
 * A paper as a tagged PDF. The fonts come as their bytes, since nothing here reads a file. The same paper and fonts give
 * the same bytes.
 */
export function pdfFile(
  paper: Manuscript,
  fonts: readonly Uint8Array[],
  setting: Setting = {},
): { readonly ok: true; readonly pdf: Uint8Array } | { readonly ok: false; readonly refusal: Diagnostic } {
  return typesetPdf({ source: typstSource(paper, setting), fonts });
}
