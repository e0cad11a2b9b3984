import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";

/** One step of indentation and the room of a hanging number, in twentieths of a point: one centimetre. */
export const indentStep = 567;

/** A4 with margins of 2.5 cm, closely set of 1.8 cm, in twentieths of a point. */
export const page = { short: 11_906, long: 16_838, margin: 1_418, marginDense: 1_021, headerMargin: 709 } as const;

/** The width of the text on the page. */
export function textWidth(landscape: boolean): number {
  return (landscape ? page.long : page.short) - 2 * page.margin;
}

/** The indentation of a paragraph at a level; a hanging number stands in a step of its own before the words. */
export function levelIndent(level: number, hanging: boolean): XmlElement {
  const left = String(indentStep * (level + (hanging ? 1 : 0)));
  return element("w:ind", {
    "w:left": left,
    "w:hanging": hanging ? String(indentStep) : undefined,
    "w:firstLine": hanging ? undefined : "0",
  });
}
