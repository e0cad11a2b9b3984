import type { NumberFormat } from "../../manuscript.ts";
import type { LiveLevel, LiveList } from "../numbers/live-numbers.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element, writeXml } from "../xml/write.ts";
import { levelIndent } from "./measures.ts";
import { wordNamespaces } from "./namespaces.ts";

const wordFormats = {
  decimal: "decimal",
  "lower-letter": "lowerLetter",
  "upper-letter": "upperLetter",
  "lower-roman": "lowerRoman",
  "upper-roman": "upperRoman",
  "cardinal-words": "cardinalText",
  "ordinal-words": "ordinalText",
  ordinal: "ordinal",
  bullet: "bullet",
  "arabic-abjad": "arabicAbjad",
  "arabic-alpha": "arabicAlpha",
  none: "none",
} as const satisfies Record<NumberFormat, string>;

/** The part word/numbering.xml: one abstract list and one list of the same number for each. */
export function numberingPart(lists: readonly LiveList[]): string {
  const abstract = lists.map((list) => {
    const levels = Array.from({ length: 9 }, (_, level) => levelElement(level, list.levels.get(level)));
    const nsid = (0x50000000 + Number(list.number)).toString(16).toUpperCase();
    return element("w:abstractNum", { "w:abstractNumId": list.number }, [
      element("w:nsid", { "w:val": nsid }),
      element("w:multiLevelType", { "w:val": "multilevel" }),
      ...levels,
    ]);
  });
  const concrete = lists.map((list) =>
    element("w:num", { "w:numId": list.number }, [element("w:abstractNumId", { "w:val": list.number })]),
  );
  return writeXml(element("w:numbering", {}, [...abstract, ...concrete]), wordNamespaces);
}

/** A level nobody uses is a plain count, for who goes on writing. */
function levelElement(level: number, given: LiveLevel | undefined): XmlElement {
  const { format, pattern, start, hanging } = given ?? {
    format: "decimal" as const,
    pattern: `%${level + 1}.`,
    start: 1,
    hanging: true,
  };
  return element("w:lvl", { "w:ilvl": String(level) }, [
    element("w:start", { "w:val": String(start) }),
    element("w:numFmt", { "w:val": wordFormats[format] }),
    element("w:suff", { "w:val": hanging ? "tab" : "space" }),
    element("w:lvlText", { "w:val": pattern }),
    element("w:lvlJc", { "w:val": "left" }),
    element("w:pPr", {}, [levelIndent(level, hanging)]),
  ]);
}
