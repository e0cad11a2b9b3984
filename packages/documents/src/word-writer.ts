import { packContainer } from "./internal/container/pack.ts";
import { packageParts } from "./internal/word-out/package-parts.ts";
import type { Manuscript } from "./manuscript.ts";
import type { Setting } from "./setting.ts";

/**
 * The manuscript as a Word file (.docx; ECMA-376, transitional), which Word and LibreOffice open without repair. Every
 * word, tracked change, author, date, comment, bookmark and number is in it; each number reads on the page as its label
 * says. What Word cannot hold is in docs/spec/word-out.md: of a formatting change it keeps who and when, not the words
 * about it.
 *
 * The same manuscript gives the same bytes: no clock is read, and no author or date is added to the file. Takes any
 * manuscript and never throws; one that is not well formed, such as an anchor without an end, is made so. Linear in the
 * manuscript: some 300 pages with 5,000 changes in well under a second.
 */
export function writeWord(manuscript: Manuscript, { dense = false }: Setting = {}): Uint8Array {
  return packContainer(packageParts(manuscript, dense));
}
