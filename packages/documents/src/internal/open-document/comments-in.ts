import { attribute, child, childrenOf, descendants, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { addPiece, type Flow } from "./flow.ts";
import { plainWords, type Reading } from "./reading.ts";

/** A comment: told aside, with its start here and, when it has no range, its end as well. */
export function readComment(reading: Reading, flow: Flow, node: XmlElement): void {
  const name = attribute(node, "office:name");
  const isRepeated = name !== null && reading.commentNames.has(name);
  const id = reading.commentName(name ?? "comment");
  reading.commentNames.add(id);
  const author = child(node, "dc:creator");
  const date = child(node, "dc:date");
  const day = date === null ? "" : textOf(date).trim();
  reading.comments.push({
    id,
    author: author === null ? "" : textOf(author),
    date: day === "" ? null : day,
    paragraphs: [...paragraphsOf(node)].map(plainWords),
    replyTo: attribute(node, "loext:parent-name"),
    resolved: attribute(node, "loext:resolved") === "true",
  });
  addPiece(flow, { kind: "comment-start", id });
  const hasEnd = name !== null && !isRepeated && reading.rangedComments.has(name);
  if (!hasEnd) addPiece(flow, { kind: "comment-end", id });
}

function* paragraphsOf(node: XmlElement): Generator<XmlElement> {
  for (const block of childrenOf(node)) {
    if (block.name === "text:p" || block.name === "text:h") yield block;
    else if (block.name === "text:list") yield* descendants(block, "text:p");
  }
}

export function endComment(reading: Reading, flow: Flow, node: XmlElement): void {
  const id = attribute(node, "office:name") ?? "";
  if (reading.commentNames.has(id)) addPiece(flow, { kind: "comment-end", id });
}
