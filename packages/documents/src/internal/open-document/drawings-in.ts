import { attribute, child, childrenOf, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { lose, plainWords, type Reading, shown } from "./reading.ts";

/** Lists a picture, text box or other drawing as lost, with its words; false when the element is none. */
export function readDrawing(reading: Reading, node: XmlElement): boolean {
  if (!node.name.startsWith("draw:")) return false;
  if (node.name === "draw:frame") readFrame(reading, node);
  else if (node.name === "draw:a") for (const inside of childrenOf(node)) readDrawing(reading, inside);
  else if (node.name === "draw:control") lose(reading, "embedded-object", "a field of a form");
  else lose(reading, "drawing", `a drawing${saying(node)}`);
  return true;
}

function readFrame(reading: Reading, frame: XmlElement): void {
  const named = nameOf(frame);
  const box = child(frame, "draw:text-box");
  const object = child(frame, "draw:object") ?? child(frame, "draw:object-ole") ?? child(frame, "draw:plugin");
  const image = child(frame, "draw:image");
  if (box !== null) lose(reading, "text-box", `a text box${named}${saying(box)}`);
  else if (object !== null) readObject(reading, object, named);
  else if (image !== null) lose(reading, "picture", `a picture (${fileName(attribute(image, "xlink:href"))})`);
  else lose(reading, "drawing", `a drawing${named}${saying(frame)}`);
}

function readObject(reading: Reading, object: XmlElement, named: string): void {
  const href = attribute(object, "xlink:href");
  const inside = childrenOf(object)[0] ?? (href === null ? null : reading.embedded(href));
  if (inside?.name === "math:math") lose(reading, "equation", `an equation${saying(inside)}`);
  else lose(reading, "embedded-object", `an embedded object${named}`);
}

function nameOf(frame: XmlElement): string {
  const name = attribute(frame, "draw:name");
  return name === null || name === "" ? "" : ` (${name})`;
}

function fileName(href: string | null): string {
  return (href ?? "").split("/").at(-1) || "without a name";
}

function saying(element: XmlElement): string {
  const paragraphs = childrenOf(element).map(plainWords).join(" ");
  const words = shown(paragraphs || textOf(element));
  return words === "" ? "" : `: "${words}"`;
}
