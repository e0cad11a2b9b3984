import { packContainer } from "./internal/container/pack.ts";
import { mediaType } from "./internal/open-document/names.ts";
import { contentPart, manifestPart, metaPart, stylesPart } from "./internal/open-document/parts-out.ts";
import { startWriting } from "./internal/open-document/writing.ts";
import type { Manuscript } from "./manuscript.ts";

/**
 * The manuscript as an OpenDocument text (.odt), as LibreOffice opens it: live numbers, tracked changes, comments,
 * footnotes, tables and right-to-left text. The same manuscript always gives the same bytes; no clock is read. Never
 * fails: what the format cannot say stands in attributes of our own, which other programs drop, as
 * docs/spec/open-document.md tells. Linear in the size of the manuscript. Source: OpenDocument 1.3, part 3.
 */
export function writeOpenDocument(manuscript: Manuscript): Uint8Array {
  const writing = startWriting(manuscript);
  const content = contentPart(writing);
  return packContainer([
    { name: "mimetype", text: mediaType, stored: true },
    { name: "content.xml", text: content },
    { name: "styles.xml", text: stylesPart(writing) },
    { name: "meta.xml", text: metaPart(manuscript) },
    { name: "META-INF/manifest.xml", text: manifestPart() },
  ]);
}
