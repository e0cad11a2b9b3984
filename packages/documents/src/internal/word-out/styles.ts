import type { Manuscript } from "../../manuscript.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element, writeXml } from "../xml/write.ts";
import { faces } from "./fonts.ts";
import { wordNamespaces } from "./namespaces.ts";
import { characterStyles, paragraphStyles, type Style } from "./style-sheet.ts";

/** The part word/styles.xml. */
export function stylesPart(manuscript: Manuscript, dense: boolean): string {
  const fonts = { "w:ascii": faces.latin, "w:hAnsi": faces.latin, "w:eastAsia": faces.latin, "w:cs": faces.arabic };
  const defaults = element("w:docDefaults", {}, [
    element("w:rPrDefault", {}, [
      element("w:rPr", {}, [
        element("w:rFonts", fonts),
        element("w:sz", { "w:val": "22" }),
        element("w:szCs", { "w:val": "24" }),
        ...languageOf(manuscript),
      ]),
    ]),
    element("w:pPrDefault", {}, [
      element("w:pPr", {}, [element("w:spacing", { "w:after": "120", "w:line": "276", "w:lineRule": "auto" })]),
    ]),
  ]);
  const styles = [
    ...paragraphStyles.map((style) => styleElement("paragraph", style)),
    ...characterStyles.map((style) => styleElement("character", style)),
    ...tableStyles(),
    noList,
  ];
  const all = [defaults, ...styles];
  return writeXml(element("w:styles", {}, dense ? all.map(tightened) : all), wordNamespaces);
}

/** Closely set, a page holds about twice as much: smaller letters, less air between paragraphs and lines. */
const [lettersShare, airShare, lineMax] = [0.82, 0.3, 247];

function tightened(style: XmlElement): XmlElement {
  const { name, attributes } = style;
  const children = style.children.map((child) => (typeof child === "string" ? child : tightened(child)));
  const scaled = (key: string, share: number): Record<string, string | undefined> =>
    attributes[key] === undefined ? {} : { [key]: String(Math.round(Number(attributes[key]) * share)) };
  if (name === "w:sz" || name === "w:szCs") return element(name, scaled("w:val", lettersShare), children);
  if (name !== "w:spacing" || attributes["w:lineRule"] === "exact") return { name, attributes, children };
  const line = attributes["w:line"];
  const lines = line === undefined ? {} : { "w:line": String(Math.min(Number(line), lineMax)) };
  const air = { ...scaled("w:before", airShare), ...scaled("w:after", airShare) };
  return element(name, { ...attributes, ...air, ...lines }, children);
}

/** Word keeps the language of right-to-left words apart. Without a language, the file says none. */
function languageOf({ language, direction }: Manuscript): readonly XmlElement[] {
  if (language === null || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language)) return [];
  return [element("w:lang", direction === "rtl" ? { "w:bidi": language } : { "w:val": language })];
}

/** In the order that Word wants. */
function styleElement(type: "paragraph" | "character", style: Style): XmlElement {
  const value = (name: string, text: string | undefined) =>
    text === undefined ? [] : [element(name, { "w:val": text })];
  const isOurs = style.id.startsWith("Parley");
  const attributes = {
    "w:type": type,
    "w:default": style.isDefault ? "1" : undefined,
    "w:customStyle": isOurs ? "1" : undefined,
    "w:styleId": style.id,
  };
  return element("w:style", attributes, [
    element("w:name", { "w:val": style.name }),
    ...value("w:basedOn", style.basedOn),
    ...value("w:next", style.next),
    element("w:uiPriority", { "w:val": isOurs ? "30" : "9" }),
    ...(style.isHidden ? [element("w:semiHidden"), element("w:unhideWhenUsed")] : [element("w:qFormat")]),
    ...(style.layout === undefined ? [] : [element("w:pPr", {}, style.layout)]),
    ...(style.looks === undefined ? [] : [element("w:rPr", {}, style.looks)]),
  ]);
}

const cellMargins = element("w:tblCellMar", {}, [
  element("w:top", { "w:w": "40", "w:type": "dxa" }),
  element("w:left", { "w:w": "100", "w:type": "dxa" }),
  element("w:bottom", { "w:w": "40", "w:type": "dxa" }),
  element("w:right", { "w:w": "100", "w:type": "dxa" }),
]);

/** Light rules above, below and between the rows. */
function tableStyles(): readonly XmlElement[] {
  const rule = (side: string, size: string, color: string) =>
    element(`w:${side}`, { "w:val": "single", "w:sz": size, "w:space": "0", "w:color": color });
  const plain = element("w:style", { "w:type": "table", "w:default": "1", "w:styleId": "TableNormal" }, [
    element("w:name", { "w:val": "Normal Table" }),
    element("w:uiPriority", { "w:val": "99" }),
    element("w:semiHidden"),
    element("w:unhideWhenUsed"),
    element("w:tblPr", {}, [element("w:tblInd", { "w:w": "0", "w:type": "dxa" }), cellMargins]),
  ]);
  const borders = [rule("top", "8", "5B6675"), rule("bottom", "8", "5B6675"), rule("insideH", "4", "C3CAD3")];
  const ours = element("w:style", { "w:type": "table", "w:customStyle": "1", "w:styleId": "ParleyTable" }, [
    element("w:name", { "w:val": "Parley Table" }),
    element("w:basedOn", { "w:val": "TableNormal" }),
    element("w:uiPriority", { "w:val": "30" }),
    element("w:pPr", {}, [element("w:spacing", { "w:after": "40", "w:line": "252", "w:lineRule": "auto" })]),
    element("w:tblPr", {}, [element("w:tblBorders", {}, borders), cellMargins]),
  ]);
  return [plain, ours];
}

const noList = element("w:style", { "w:type": "numbering", "w:default": "1", "w:styleId": "NoList" }, [
  element("w:name", { "w:val": "No List" }),
  element("w:uiPriority", { "w:val": "99" }),
  element("w:semiHidden"),
  element("w:unhideWhenUsed"),
]);
