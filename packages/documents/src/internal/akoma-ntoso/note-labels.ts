import { attribute, child, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import type { Reading } from "./reading.ts";

/**
 * The label of a note of another file: its own mark where it has one that no other note has, else the next free
 * number. A note that gets its label here waits to be read as a footnote after the text.
 */
export function noteLabel(reading: Reading, note: XmlElement): string {
  const known = reading.noteLabels.get(note);
  if (known !== undefined) return known;
  const number = child(note, "num");
  const printed = attribute(note, "marker") ?? (number === null ? "" : textOf(number));
  let label = cleanLabel(printed);
  while (label === "" || reading.noteLabelsUsed.has(label)) {
    reading.noteCount.value += 1;
    label = String(reading.noteCount.value);
  }
  reading.noteLabels.set(note, label);
  reading.noteLabelsUsed.add(label);
  return label;
}

/** A mark without what is only put around it: "1" of "(1)." */
export function cleanLabel(printed: string): string {
  return printed.replace(/[\s()[\]^]/gu, "").replace(/\.+$/u, "");
}
