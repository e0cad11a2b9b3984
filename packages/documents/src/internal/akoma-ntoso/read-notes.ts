import type { InstrumentProvision } from "../../instrument.ts";
import { textOf } from "../xml/find.ts";
import { cleanLabel } from "./note-labels.ts";
import { readBlocks } from "./read-blocks.ts";
import { blocksOf, freshId, noMarks, type Reading } from "./reading.ts";

/** The notes of another file that words refer to, as footnotes, in the order of their first marks; notes may refer to notes. */
export function readNotes(reading: Reading): readonly InstrumentProvision[] {
  const footnotes: InstrumentProvision[] = [];
  // The map grows while it is walked, by the marks inside the notes.
  for (const [note, label] of reading.noteLabels) {
    const blocks = blocksOf(note).filter((at) => at.name !== "num" || cleanLabel(textOf(at)) !== label);
    const [first, ...others] = readBlocks(reading, blocks, "paragraph");
    const isOwn = first !== undefined && first.kind === "paragraph" && !first.heading && first.number === null;
    footnotes.push({
      id: freshId(reading, `footnote-${label}`),
      derived: true,
      kind: "footnote",
      number: label,
      separator: "",
      heading: false,
      words: isOwn ? first.words : [],
      status: { kind: "proposed" },
      ...noMarks,
      children: isOwn ? [...first.children, ...others] : [...(first === undefined ? [] : [first]), ...others],
    });
  }
  return footnotes;
}
