import type { Manuscript, Paragraph } from "../../manuscript.ts";
import type { Numbering } from "../numbers/live-numbers.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { textWidth } from "./measures.ts";
import { writeParagraphs } from "./paragraphs.ts";
import { writeTable } from "./tables.ts";
import type { Story } from "./writing.ts";
import { commentElements } from "./zero-width.ts";

/** The blocks of the body in order. */
export function writeBlocks(
  story: Story,
  manuscript: Manuscript,
  numbering: () => Numbering | null,
): readonly XmlElement[] {
  const written: XmlElement[] = [];
  const width = textWidth(manuscript.landscape);
  // Comments that stand nowhere in the text stand at its beginning, where they are seen.
  let lead = commentElements(story.writing.comments.adrift, "point");
  let following: Paragraph[] = [];
  const finishParagraphs = () => {
    if (following.length === 0) return;
    const paragraphs = writeParagraphs(story, following, numbering, {
      lead,
      isAfterTable: written.at(-1)?.name === "w:tbl",
    });
    for (const element of paragraphs) written.push(element);
    lead = [];
    following = [];
  };
  for (const block of manuscript.blocks) {
    if (block.kind === "paragraph") {
      following.push(block);
      continue;
    }
    finishParagraphs();
    const table = writeTable(story, block, { width, numbering });
    // Word runs two tables together unless something stands between them.
    if (table !== null && written.at(-1)?.name === "w:tbl") written.push(gap);
    if (table !== null) written.push(table);
  }
  finishParagraphs();
  return written;
}

const gap = element("w:p", {}, [element("w:pPr", {}, [element("w:pStyle", { "w:val": "ParleyGap" })])]);
