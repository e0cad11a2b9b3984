import { type briefPaper, openDocumentFile, tellDiagnostic, wordFile } from "@parley/process";
import { pdfFile } from "@parley/process/pdf";
import { documentFonts } from "./fonts.ts";
import { Stopped } from "./stopped.ts";

/** Endings of files that hold a paper: Word, OpenDocument text, PDF. */
export const paperEndings = [".docx", ".odt", ".pdf"] as const;
export type PaperEnding = (typeof paperEndings)[number];

export function isPaper(ending: string): ending is PaperEnding {
  return paperEndings.some((each) => each === ending);
}

/** The bytes of a paper in the format of an ending. `dense` sets it closely, so that it stays on few pages. */
export async function paperFile(
  paper: ReturnType<typeof briefPaper>,
  ending: PaperEnding,
  setting: { readonly dense?: boolean } = {},
): Promise<Uint8Array> {
  if (ending === ".docx") return wordFile(paper, setting);
  if (ending === ".odt") return openDocumentFile(paper);
  const made = pdfFile(paper, await documentFonts(), setting);
  if (made.ok) return made.pdf;
  throw new Stopped({ exitCode: 1, message: "", found: [tellDiagnostic(made.refusal)] });
}
