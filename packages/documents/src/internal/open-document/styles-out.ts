import type { Manuscript } from "../../manuscript.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { all } from "./automatic-styles-out.ts";
import { styleNames } from "./names.ts";

type Attributes = Readonly<Record<string, string | undefined>>;

/** Ink for headings, and for what stands back. Both read well in black and white; the Word files have the same. */
const [ink, grey] = ["#1f2f46", "#4a5361"] as const;
export const faces = { latin: "Parley Serif", arabic: "Noto Naskh Arabic" } as const;

function size(points: number, arabic: number = points + 1): Attributes {
  return {
    "fo:font-size": `${points}pt`,
    "style:font-size-asian": `${points}pt`,
    "style:font-size-complex": `${arabic}pt`,
  };
}

/** The space before and after, in points, and the height of a line as a share of its usual one. */
function spacing(before: number, after: number, line?: number): Attributes {
  return {
    "fo:margin-top": `${before}pt`,
    "fo:margin-bottom": `${after}pt`,
    "fo:line-height": line === undefined ? undefined : `${line}%`,
  };
}

const together: Attributes = { "fo:keep-together": "always" };
const withNext: Attributes = { "fo:keep-with-next": "always" };

interface Style {
  readonly name: string;
  readonly display?: string;
  readonly parent?: string;
  readonly next?: string;
  readonly outline?: number;
  readonly layout?: Attributes;
  readonly looks?: Attributes;
}

/** No heading is bold, italic or underlined: those are for words that somebody stressed, and must be told apart there too. */
const headings: readonly Style[] = [16, 14, 12.5, 11.5, 11, 11, 11, 11, 11].map((points, index) => ({
  name: `Heading_20_${index + 1}`,
  display: `Heading ${index + 1}`,
  parent: "Standard",
  next: "Text_20_body",
  outline: index + 1,
  layout: { ...withNext, ...together, ...spacing(index === 0 ? 18 : 12, 5, 108) },
  looks: { "fo:color": index < 4 ? ink : grey, ...size(points) },
}));

const paragraphs: readonly Style[] = [
  { name: "Standard" },
  { name: "Text_20_body", display: "Text body", parent: "Standard" },
  {
    name: "Title",
    parent: "Standard",
    next: "Text_20_body",
    layout: { ...withNext, ...together, ...spacing(0, 6, 108) },
    looks: { "fo:color": ink, ...size(22) },
  },
  {
    name: "Subtitle",
    parent: "Standard",
    next: "Text_20_body",
    layout: { ...together, ...spacing(0, 15, 108) },
    looks: { "fo:color": grey, ...size(13) },
  },
  ...headings,
  {
    name: "Quotations",
    parent: "Standard",
    layout: { ...spacing(3, 8), "fo:margin-left": "1cm", "fo:margin-right": "1cm" },
    looks: { "fo:color": grey },
  },
  {
    name: styleNames.note,
    display: "Parley Note",
    parent: "Standard",
    layout: {
      ...together,
      ...spacing(6, 8, 108),
      "fo:margin-left": "0.25cm",
      "fo:margin-right": "0.25cm",
      "fo:border": "0.5pt solid #9aa5b1",
      "fo:padding": "0.21cm",
    },
    looks: size(9.5, 10.5),
  },
  {
    name: styleNames.signature,
    display: "Parley Signature",
    parent: "Standard",
    layout: { ...withNext, ...together, ...spacing(12, 12) },
  },
  { name: "Table_20_Contents", display: "Table Contents", parent: "Standard", layout: spacing(0, 2, 105) },
  { name: "Footnote", parent: "Standard", layout: spacing(0, 2, 100), looks: size(9, 10) },
  { name: "Header", parent: "Standard", layout: spacing(0, 0, 100), looks: { "fo:color": grey, ...size(9, 10) } },
  {
    name: "Footer",
    parent: "Standard",
    layout: { ...spacing(0, 0, 100), "fo:text-align": "center" },
    looks: { "fo:color": grey, ...size(9, 10) },
  },
];

const dotted = {
  "style:text-underline-style": "dotted",
  "style:text-underline-width": "auto",
  "style:text-underline-color": grey,
};

const words: readonly Style[] = [
  { name: styleNames.number, display: "Parley Number" },
  { name: styleNames.literal, display: "Parley Literal" },
  { name: styleNames.ambiguity, display: "Parley Ambiguity", looks: dotted },
  { name: "Footnote_20_Symbol", display: "Footnote Symbol" },
  { name: "Footnote_20_anchor", display: "Footnote anchor", looks: { "style:text-position": "super 58%" } },
  {
    name: "Internet_20_link",
    display: "Internet link",
    looks: { "fo:color": "#1f4e8c", "style:text-underline-style": "solid" },
  },
];

/** The styles that people see by name. */
export function namedStyles(manuscript: Manuscript): readonly XmlElement[] {
  return [
    defaults(manuscript),
    ...paragraphs.map((style) => styleElement("paragraph", style)),
    ...words.map((style) => styleElement("text", style)),
  ];
}

function styleElement(family: "paragraph" | "text", style: Style): XmlElement {
  const attributes = {
    "style:name": style.name,
    "style:display-name": style.display,
    "style:family": family,
    "style:parent-style-name": style.parent,
    "style:next-style-name": style.next,
    "style:default-outline-level": style.outline === undefined ? undefined : String(style.outline),
    "style:class": family === "paragraph" ? "text" : undefined,
  };
  return element("style:style", attributes, [
    ...(style.layout === undefined ? [] : [element("style:paragraph-properties", style.layout)]),
    ...(style.looks === undefined ? [] : [element("style:text-properties", style.looks)]),
  ]);
}

function defaults(manuscript: Manuscript): XmlElement {
  return element("style:default-style", { "style:family": "paragraph" }, [
    element("style:paragraph-properties", {
      ...spacing(0, 6, 115),
      "fo:text-align": manuscript.direction === "rtl" ? "right" : "left",
      "fo:orphans": "2",
      "fo:widows": "2",
      "style:tab-stop-distance": "1cm",
      "style:writing-mode": manuscript.direction === "rtl" ? "rl-tb" : "lr-tb",
    }),
    element("style:text-properties", {
      "style:font-name": faces.latin,
      "style:font-name-asian": faces.latin,
      "style:font-name-complex": faces.arabic,
      ...size(11, 12),
      ...all("fo:font-weight", "style:font-weight", "normal"),
      ...language(manuscript),
    }),
  ]);
}

/** The language of complex scripts is kept apart. Without a language, the file says none. */
function language({ language: tag, direction }: Manuscript): Attributes {
  const [, name, script, country] = /^([A-Za-z]{2,8})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}))?$/.exec(tag ?? "") ?? [];
  if (name === undefined) return {};
  if (direction === "rtl") {
    return {
      "style:language-complex": name,
      "style:script-complex": script,
      "style:country-complex": country ?? "none",
    };
  }
  return { "fo:language": name, "fo:script": script, "fo:country": country ?? "none" };
}

function table(name: string, writingMode: string): XmlElement {
  const properties = {
    "style:rel-width": "100%",
    "table:align": "margins",
    "table:border-model": "collapsing",
    "style:writing-mode": writingMode,
    "fo:margin-top": "4pt",
    "fo:margin-bottom": "8pt",
  };
  return element("style:style", { "style:name": name, "style:family": "table" }, [
    element("style:table-properties", properties),
  ]);
}

/** The looks of tables, which the format keeps with the text: light rules above, below and between the rows. */
export const tableLooks: readonly XmlElement[] = [
  table("ParleyTable", "lr-tb"),
  table("ParleyTableRtl", "rl-tb"),
  cell("ParleyCell", undefined),
  cell("ParleyHeaderCell", "#eef1f5"),
];

function cell(name: string, background: string | undefined): XmlElement {
  const rule = "0.5pt solid #c3cad3";
  const properties = {
    "fo:border-top": rule,
    "fo:border-bottom": rule,
    "fo:border-left": "none",
    "fo:border-right": "none",
    "fo:padding": "0.12cm",
    "fo:background-color": background,
  };
  return element("style:style", { "style:name": name, "style:family": "table-cell" }, [
    element("style:table-cell-properties", properties),
  ]);
}
