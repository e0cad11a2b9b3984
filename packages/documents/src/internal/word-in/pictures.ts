import type { LossCode } from "../../manuscript.ts";
import { attribute } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import type { Relationships } from "./package.ts";
import { quotedWords, withoutFallback } from "./words-of.ts";

/** What a drawing, a picture or an embedded object is, in words; the words of text boxes inside it are kept. */
export function tellPicture(element: XmlElement, relationships: Relationships): readonly [LossCode, string][] {
  let [picture, program, title, kind]: (string | null)[] = [null, null, null, null];
  const boxes: XmlElement[] = [];
  for (const [one, isInBox] of insides(element)) {
    if (one.name === "pic:pic" || one.name === "a:blip" || one.name === "v:imagedata") {
      picture = fileName(one, relationships) ?? picture ?? "";
    } else if (one.name === "o:OLEObject") program = attribute(one, "ProgID") ?? "";
    else if (one.name === "wp:docPr") title = attribute(one, "descr") || attribute(one, "title") || title;
    else if (one.name === "c:chart") kind = "a chart";
    else if (one.name === "dgm:relIds") kind = "a diagram";
    else if (one.name === "v:textpath") title = attribute(one, "string") ?? title;
    else if (one.name === "w:txbxContent" && !isInBox) boxes.push(one);
  }
  const told: [LossCode, string][] = boxes.map((box) => ["text-box", `a text box${quotedWords(box)}`]);
  const called = title === null ? "" : ` “${title}”`;
  if (element.name === "w:object" || program !== null) {
    told.push(["embedded-object", `an embedded object${program ? ` (${program})` : ""}${called}`]);
  } else if (picture !== null) told.push(["picture", `a picture${picture === "" ? "" : ` (${picture})`}${called}`]);
  else if (kind !== null || boxes.length === 0) told.push(["drawing", `${kind ?? "a drawing"}${called}`]);
  return told;
}

/** Every element inside, and whether it is in a text box; what is given in two ways comes once. */
function* insides(root: XmlElement): Generator<readonly [XmlElement, boolean]> {
  const waiting: (readonly [XmlElement, boolean])[] = [[root, false]];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const [element, isInBox] = at;
    if (element !== root) yield at;
    const inside = isInBox || element.name === "w:txbxContent";
    const shown = withoutFallback(element);
    for (let i = shown.length - 1; i >= 0; i -= 1) {
      const node = shown[i];
      if (node !== undefined && typeof node !== "string") waiting.push([node, inside]);
    }
  }
}

function fileName(element: XmlElement, relationships: Relationships): string | null {
  for (const name of ["r:embed", "r:link", "r:id"]) {
    const target = relationships.get(attribute(element, name) ?? "")?.target;
    if (target !== undefined) return target.slice(target.lastIndexOf("/") + 1);
  }
  return null;
}
