import { attribute, child, childrenOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { addPiece, type Flow, startFlow } from "./flow.ts";
import { lose, type Reading } from "./reading.ts";

/** A footnote, with a flow of its own. An endnote is kept as a footnote, and told. */
export function readNote(reading: Reading, flow: Flow, node: XmlElement): void {
  const id = reading.noteName(attribute(node, "text:id") ?? "note");
  addPiece(flow, { kind: "footnote", id, revisions: flow.revisions });
  if (attribute(node, "text:note-class") === "endnote")
    lose(reading, "endnote", "an endnote: it is kept as a footnote");
  const body = child(node, "text:note-body");
  const inside = startFlow(true);
  const at = reading.footnotes.push({ id, blocks: [] }) - 1;
  if (body !== null) reading.readBlocks(reading, inside, childrenOf(body));
  reading.footnotes[at] = { id, blocks: inside.blocks };
}
