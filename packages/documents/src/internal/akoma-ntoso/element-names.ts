import type { InstrumentProvision } from "../../instrument.ts";

/** The words before a number, English, Dari and Pashto, and the element called so. */
const labelled: readonly (readonly [RegExp, string])[] = [
  [/^part(?!\p{L})/iu, "part"],
  [/^title(?!\p{L})/iu, "title"],
  [/^book(?!\p{L})/iu, "book"],
  [/^chapter(?!\p{L})/iu, "chapter"],
  [/^section(?!\p{L})/iu, "section"],
  [/^art(?:icle|\.)(?!\p{L})/iu, "article"],
  [/^clause(?!\p{L})/iu, "clause"],
  [/^(?:بخش|برخه)(?!\p{L})/u, "part"],
  [/^(?:فصل|څپرکی)(?!\p{L})/u, "chapter"],
  [/^(?:مادهٔ|مادۀ|ماده)(?!\p{L})/u, "article"],
];

const bullet = /^[-*+•·▪◦‣●○–—]$/u;
const pointNumber = /^\(?[\p{L}]{1,7}[.)]|^\([\p{N}]+\)/u;

/** How the element of a provision is named: one of the hierarchy, or `hcontainer` with a name. */
export interface ElementChoice {
  readonly element: string;
  /** The name of a generic element; undefined for one that the standard names. */
  readonly name: string | undefined;
}

/** The element that suits a provision's kind and number. What it is read back as does not depend on it. */
export function elementFor(
  provision: Pick<InstrumentProvision, "kind" | "number" | "heading" | "children">,
): ElementChoice {
  const { kind, number, heading } = provision;
  if (kind === "part" || kind === "heading" || kind === "paragraph") {
    const byLabel = number === null ? undefined : labelled.find(([label]) => label.test(number))?.[1];
    if (byLabel !== undefined) return { element: byLabel, name: undefined };
    if (kind === "part") return { element: "part", name: undefined };
    if (heading) return { element: "level", name: undefined };
    if (number !== null && bullet.test(number)) return { element: "indent", name: undefined };
    if (number !== null && pointNumber.test(number)) return { element: "point", name: undefined };
    return { element: "paragraph", name: undefined };
  }
  return { element: "hcontainer", name: kind };
}

/** The number without the word before it: "3" of "Article 3". */
export function withoutLabel(number: string): string {
  for (const [label] of labelled) {
    const found = label.exec(number);
    if (found !== null) return number.slice(found[0].length);
  }
  return number.replace(/^\p{L}{3,}\s+(?=\S)/u, "");
}
