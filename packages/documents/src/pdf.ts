import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { type Diagnostic, diagnostic } from "@parley/diagnostics";
import { isClosedSource } from "./internal/typst/closed-source.ts";
import { readFontFile } from "./internal/typst/font-file.ts";
import { numberOf, printableSource } from "./internal/typst/missing.ts";

/** Why no PDF was made, and what to know of one that was. */
export type PdfCode = "pdf-not-ours" | "pdf-no-typeface" | "pdf-not-set" | "pdf-characters-missing" | "pdf-not-ua";

/** A PDF with what to know of it, or why there is none. */
export type PdfSet =
  | {
      readonly ok: true;
      readonly pdf: Uint8Array;
      /** Which standard its tags keep: accessible PDF/UA-1, or tagged PDF 1.7 where a rule of it could not be kept. */
      readonly standard: "PDF/UA-1" | "PDF 1.7";
      readonly pages: number;
      readonly findings: readonly Diagnostic<PdfCode>[];
    }
  | { readonly ok: false; readonly refusal: Diagnostic<PdfCode> };

/**
 * Typesets a source made by `typstSource` into a tagged PDF. Only the typefaces given are used: the first that has the
 * letter a for Latin script, the first that has the letter meem for Arabic script, each with the styles of its family.
 * No file is read for the document and nothing is fetched; a source that was not made by `typstSource` is refused.
 * The same source and typefaces give the same bytes. Cost: some milliseconds a page; it holds the thread meanwhile.
 */
export function typesetPdf(parts: { readonly source: string; readonly fonts: readonly Uint8Array[] }): PdfSet {
  if (!isClosedSource(parts.source)) return refused(notOurs);
  const files = parts.fonts.map(readFontFile);
  const latin = files.find((file) => file?.covers(0x61));
  const arabic = files.find((file) => file?.covers(0x645)) ?? latin;
  if (latin === undefined || latin === null || arabic === undefined || arabic === null) return refused(noTypeface);
  const families = [latin.family, arabic.family].map((family) => files.filter((file) => file?.family === family));
  const { source, missing } = printableSource(
    parts.source,
    families.map((all) => all.filter((file) => file !== null)),
  );
  try {
    return set({ source, fonts: parts.fonts }, { latin: latin.family, arabic: arabic.family }, missing);
  } catch {
    return refused(notSet);
  }
}

function set(
  parts: { readonly source: string; readonly fonts: readonly Uint8Array[] },
  families: { readonly latin: string; readonly arabic: string },
  missing: readonly string[],
): PdfSet {
  const fontBlobs = parts.fonts.map((font) => Buffer.from(font.buffer, font.byteOffset, font.byteLength));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: noFolder, inputs: families });
  try {
    const document = compiler.compile({ mainFileContent: parts.source }).result;
    if (document === null) return refused(notSet);
    const accessible = exported(() => compiler.pdf(document, { pdfStandard: "ua-1" }));
    const pdf = accessible ?? compiler.pdf(document, { pdfStandard: "1.7", pdfTags: true });
    const findings = [
      ...(missing.length > 0 ? [charactersMissing(missing)] : []),
      ...(accessible === null ? [notAccessible] : []),
    ];
    const standard = accessible === null ? "PDF 1.7" : "PDF/UA-1";
    return { ok: true, pdf: new Uint8Array(pdf), standard, pages: document.numOfPages, findings };
  } finally {
    // The compiler remembers what it has set, for the whole program: nothing of a paper may outlive its PDF there.
    compiler.evictCache(0);
  }
}

/** A folder that does not exist: the document has no files. */
const noFolder = "/no-folder-for-documents";

function exported(make: () => Uint8Array): Uint8Array | null {
  try {
    return make();
  } catch {
    return null;
  }
}

function refused(refusal: Diagnostic<PdfCode>): PdfSet {
  return { ok: false, refusal };
}

const notOurs = diagnostic<PdfCode>({
  code: "pdf-not-ours",
  severity: "error",
  message: "This source for the typesetter was not made here, so it is not set: it could read files or fetch others.",
  help: "Make the PDF from a draft, a brief or a matrix.",
});

const noTypeface = diagnostic<PdfCode>({
  code: "pdf-no-typeface",
  severity: "error",
  message: "The typefaces for the PDF are not there, or cannot be read, so that no word could be printed.",
  help: "Install Parley again; the typefaces come with it.",
});

const notSet = diagnostic<PdfCode>({
  code: "pdf-not-set",
  severity: "error",
  message: "The typesetter could not set this document, and no PDF was made. The document itself is unharmed.",
  help: "Export it as Word, and report the document if you may share it.",
});

const notAccessible = diagnostic<PdfCode>({
  code: "pdf-not-ua",
  severity: "warning",
  message: "The PDF is tagged but does not keep every rule for accessible PDF (PDF/UA-1).",
  help: "Give a reader who needs the tags the Word file too.",
});

function charactersMissing(characters: readonly string[]): Diagnostic<PdfCode> {
  const shown = characters.slice(0, 12).map((each) => `${each} as ‹${numberOf(each)}›`);
  const more = characters.length > 12 ? ` and ${characters.length - 12} more` : "";
  return diagnostic<PdfCode>({
    code: "pdf-characters-missing",
    severity: "warning",
    message: `The typefaces lack some characters, which are printed by their numbers: ${shown.join(", ")}${more}.`,
    help: "Replace these characters, or export the document as Word.",
  });
}
