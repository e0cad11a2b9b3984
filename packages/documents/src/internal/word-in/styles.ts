import type { ParagraphRole } from "../../manuscript.ts";
import { attribute, child, childrenOf, onOff, wholeAttribute } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { styleMeaning } from "./style-names.ts";

/** What a w:rPr says of the looks that are carried; null where it is silent. */
export interface Looks {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  /** The same for complex scripts, which Word keeps apart. */
  readonly boldComplex: boolean | null;
  readonly italicComplex: boolean | null;
  readonly underline: boolean | null;
  readonly rightToLeft: boolean | null;
  readonly hidden: boolean | null;
}

/** A paragraph style with all that it inherits. */
export interface ParagraphStyle {
  readonly id: string | null;
  readonly role: ParagraphRole;
  /** 1 to 9 for a heading, else 0. */
  readonly headingLevel: number;
  readonly rightToLeft: boolean | null;
  /** Where its lines begin, in twentieths of a point; null when no style says. */
  readonly indent: number | null;
  /** The use of a list ("0" for none) and the level, by the nearest styles that say. */
  readonly use: string | null;
  readonly listLevel: number | null;
  readonly looks: Looks;
  /** Itself and those it is based on, nearest first. */
  readonly chain: readonly string[];
}

export interface StyleSheet {
  paragraph(id: string | null): ParagraphStyle;
  /** The looks of a character style; silent ones for a style whose look is its meaning (a link, a reference mark). */
  character(id: string): Looks;
  /** The style's id if it is one of ours, else null. */
  ownCharacter(id: string): "ParleyLiteral" | "ParleyAmbiguity" | "ParleyNumber" | null;
  readonly defaults: Looks;
  readonly defaultParagraph: XmlElement | null;
  readonly defaultRun: XmlElement | null;
  /** A style's name for people. */
  nameOf(id: string): string;
  /** The use that a numbering style names. */
  useOfStyle(id: string): string | null;
}

interface Style {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly basedOn: string | null;
  readonly pPr: XmlElement | null;
  readonly rPr: XmlElement | null;
}

const silent: Looks = {
  bold: null,
  italic: null,
  boldComplex: null,
  italicComplex: null,
  underline: null,
  rightToLeft: null,
  hidden: null,
};

/** An on-off element: absent is null, without a value it is on. */
export function flag(parent: XmlElement | null, name: string): boolean | null {
  const element = parent === null ? null : child(parent, name);
  return element === null ? null : (onOff(attribute(element, "w:val")) ?? true);
}

export function readLooks(rPr: XmlElement | null): Looks {
  if (rPr === null || rPr.children.length === 0) return silent;
  const underline = child(rPr, "w:u");
  return {
    bold: flag(rPr, "w:b"),
    italic: flag(rPr, "w:i"),
    boldComplex: flag(rPr, "w:bCs"),
    italicComplex: flag(rPr, "w:iCs"),
    underline: underline === null ? null : attribute(underline, "w:val") !== "none",
    rightToLeft: flag(rPr, "w:rtl") ?? flag(rPr, "w:cs"),
    hidden: flag(rPr, "w:vanish"),
  };
}

/** Where a paragraph's first line begins, by a w:ind; null when it does not say. A hanging number stands before the words. */
export function indentOf(pPr: XmlElement | null): number | null {
  const ind = pPr === null ? null : child(pPr, "w:ind");
  const left = wholeAttribute(ind, "w:start") ?? wholeAttribute(ind, "w:left");
  return left === null ? null : left - Math.max(wholeAttribute(ind, "w:hanging") ?? 0, 0);
}

/** Word itself allows far fewer. */
const chainMax = 64;

/** The styles of a file, resolved when asked for. Circles of inheritance end where they close. */
export function readStyles(root: XmlElement | null): StyleSheet {
  const styles = new Map<string, Style>();
  let defaultStyle: string | null = null;
  for (const element of root === null ? [] : childrenOf(root, "w:style")) {
    const style = readStyle(element);
    if (style === null || styles.has(style.id)) continue;
    styles.set(style.id, style);
    if (style.kind === "paragraph" && onOff(attribute(element, "w:default"))) defaultStyle ??= style.id;
  }
  const defaults = root === null ? null : child(root, "w:docDefaults");
  const defaultOf = (outer: string, inner: string): XmlElement | null => {
    const found = defaults === null ? null : child(defaults, outer);
    return found === null ? null : child(found, inner);
  };
  const chain = (id: string | null): readonly Style[] => {
    const found = new Set<Style>();
    for (let style = styles.get(id ?? ""); style !== undefined && found.size < chainMax && !found.has(style); ) {
      found.add(style);
      style = styles.get(style.basedOn ?? "");
    }
    return [...found];
  };
  const paragraphs = new Map<string | null, ParagraphStyle>();
  const characters = new Map<string, Looks>();
  return {
    paragraph(given) {
      const id = given !== null && styles.has(given) ? given : given === null ? defaultStyle : given;
      let style = paragraphs.get(id);
      if (style === undefined) {
        const known = chain(id);
        style = resolveParagraph(id, known.length === 0 && id !== null ? [unknownStyle(id)] : known);
        paragraphs.set(id, style);
      }
      return style;
    },
    character(id) {
      let looks = characters.get(id);
      if (looks === undefined) {
        const known = chain(id);
        const isMeaning = [unknownStyle(id), ...known].some((style) => hasMeaning(style));
        looks = isMeaning ? silent : nearestLooks(known);
        characters.set(id, looks);
      }
      return looks;
    },
    ownCharacter(id) {
      for (const { id: one } of [unknownStyle(id), ...chain(id)]) {
        if (one === "ParleyLiteral" || one === "ParleyAmbiguity" || one === "ParleyNumber") return one;
      }
      return null;
    },
    defaults: readLooks(defaultOf("w:rPrDefault", "w:rPr")),
    defaultParagraph: defaultOf("w:pPrDefault", "w:pPr"),
    defaultRun: defaultOf("w:rPrDefault", "w:rPr"),
    nameOf: (id) => styles.get(id)?.name || id,
    useOfStyle: (id) => attribute(numPr(styles.get(id)?.pPr ?? null, "w:numId"), "w:val"),
  };
}

const unknownStyle = (id: string): Style => ({ id, kind: "", name: "", basedOn: null, pPr: null, rPr: null });

function readStyle(element: XmlElement): Style | null {
  const id = attribute(element, "w:styleId");
  if (id === null) return null;
  return {
    id,
    kind: attribute(element, "w:type") ?? "paragraph",
    name: attribute(child(element, "w:name"), "w:val") ?? "",
    basedOn: attribute(child(element, "w:basedOn"), "w:val"),
    pPr: child(element, "w:pPr"),
    rPr: child(element, "w:rPr"),
  };
}

function numPr(pPr: XmlElement | null, name: string): XmlElement | null {
  const found = pPr === null ? null : child(pPr, "w:numPr");
  return found === null ? null : child(found, name);
}

function resolveParagraph(id: string | null, chain: readonly Style[]): ParagraphStyle {
  const meaning = roleOf(chain);
  const nearest = <T>(ask: (style: Style) => T | null): T | null => {
    for (const style of chain) {
      const answer = ask(style);
      if (answer !== null) return answer;
    }
    return null;
  };
  return {
    id,
    ...meaning,
    rightToLeft: nearest((style) => flag(style.pPr, "w:bidi")),
    indent: meaning.role === "body" ? nearest((style) => indentOf(style.pPr)) : null,
    use: nearest((style) => attribute(numPr(style.pPr, "w:numId"), "w:val")),
    listLevel: nearest((style) => wholeAttribute(numPr(style.pPr, "w:ilvl"), "w:val")),
    looks: nearestLooks(chain),
    chain: chain.map((style) => style.id),
  };
}

/** What the nearest style with a meaning is for: by its name or id, else by its outline level. */
function roleOf(chain: readonly Style[]): { readonly role: ParagraphRole; readonly headingLevel: number } {
  for (const style of chain) {
    const meaning = styleMeaning(style.name) ?? styleMeaning(style.id);
    const outline = wholeAttribute(style.pPr === null ? null : child(style.pPr, "w:outlineLvl"), "w:val");
    if (meaning !== null && (meaning.role !== "heading" || outline !== 9)) return meaning;
    if (outline !== null && outline >= 0 && outline < 9) return { role: "heading", headingLevel: outline + 1 };
    if (outline === 9) break;
  }
  return { role: "body", headingLevel: 0 };
}

function nearestLooks(chain: readonly Style[]): Looks {
  const looks: { -readonly [K in keyof Looks]: Looks[K] } = { ...silent };
  for (const style of chain) {
    const own = readLooks(style.rPr);
    for (const key of Object.keys(looks) as (keyof Looks)[]) looks[key] ??= own[key];
  }
  return looks;
}

const lookIsMeaning = new Set(
  (
    "hyperlink internetlink followedhyperlink visitedinternetlink footnotereference footnotecharacters footnoteanchor " +
    "endnotereference endnotecharacters endnoteanchor commentreference annotationreference parleyliteral " +
    "parleyambiguity parleynumber"
  ).split(" "),
);

function hasMeaning({ id, name }: Style): boolean {
  return [id, name].some((one) => lookIsMeaning.has(one.toLowerCase().replace(/[\s_-]/g, "")));
}
