import type { Direction, TextPiece } from "../../manuscript.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { looksChanged } from "./revisions.ts";
import { scriptStretches } from "./scripts.ts";

/** The runs of a text piece: one, or several where Latin and Arabic script meet. */
export function textRuns(
  piece: TextPiece,
  given: { readonly deleted: boolean; readonly direction: Direction; readonly nextId: () => string },
): readonly XmlElement[] {
  return scriptStretches(piece.text, given.direction).map(({ text, direction }) => {
    const looks = runLooks(piece, direction, given.nextId);
    return run(looks, runContent(text, given.deleted));
  });
}

/** A run; no looks, no properties. */
export function run(looks: readonly XmlElement[], content: readonly XmlElement[]): XmlElement {
  return element("w:r", {}, looks.length === 0 ? content : [element("w:rPr", {}, looks), ...content]);
}

/** The looks that a character style gives. */
export function styled(styleId: string): readonly XmlElement[] {
  return [element("w:rStyle", { "w:val": styleId })];
}

/** In the order that Word wants. */
function runLooks(piece: TextPiece, direction: Direction, nextId: () => string): readonly XmlElement[] {
  const looks: XmlElement[] = [];
  const style = piece.role === null ? (isLink(piece.link) ? "Hyperlink" : null) : roleStyles[piece.role];
  if (style !== null) looks.push(...styled(style));
  if (piece.strong) looks.push(element("w:b"), element("w:bCs"));
  if (piece.emphasis) looks.push(element("w:i"), element("w:iCs"));
  if (piece.underline) looks.push(element("w:u", { "w:val": "single" }));
  if (direction === "rtl") looks.push(element("w:rtl"), element("w:cs"));
  looks.push(...looksChanged(nextId, piece.formatting[0], { of: "w:rPr", looks: [...looks] }));
  return looks;
}

const roleStyles = { literal: "ParleyLiteral", ambiguity: "ParleyAmbiguity" } as const satisfies Record<
  NonNullable<TextPiece["role"]>,
  string
>;

/** Whether the words lead anywhere. */
export function isLink(link: string | null): link is string {
  return link !== null && link !== "" && link !== "#";
}

const marks = /([\u00ad\u2011\t]|\r\n?|\n)/;

/** The words, with the characters that Word keeps as marks of its own. */
export function runContent(text: string, deleted: boolean): readonly XmlElement[] {
  return text.split(marks).flatMap((part) => {
    if (part === "") return [];
    if (part === "\u00ad") return [element("w:softHyphen")];
    if (part === "\u2011") return [element("w:noBreakHyphen")];
    if (part === "\t") return [element("w:tab")];
    if (part === "\n" || part === "\r" || part === "\r\n") return [element("w:br")];
    return [element(deleted ? "w:delText" : "w:t", { "xml:space": "preserve" }, [part])];
  });
}
