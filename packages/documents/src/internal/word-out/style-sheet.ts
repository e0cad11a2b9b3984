import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";

/** A style: its id in the file, its name for the reader, its layout and its looks in the order that Word wants. */
export interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly isDefault?: boolean;
  readonly isHidden?: boolean;
  readonly layout?: readonly XmlElement[];
  readonly looks?: readonly XmlElement[];
}

/** Ink for headings, and for what stands back. Both read well in black and white. */
const [ink, grey] = ["1F2F46", "4A5361"] as const;

function size(points: number, arabic: number = points + 1): readonly XmlElement[] {
  return [element("w:sz", { "w:val": String(points * 2) }), element("w:szCs", { "w:val": String(arabic * 2) })];
}

function color(value: string): XmlElement {
  return element("w:color", { "w:val": value });
}

function spacing(before: number, after: number, line?: number): XmlElement {
  return element("w:spacing", {
    "w:before": String(before),
    "w:after": String(after),
    "w:line": line === undefined ? undefined : String(line),
    "w:lineRule": line === undefined ? undefined : "auto",
  });
}

const [keepNext, keepLines] = [element("w:keepNext"), element("w:keepLines")];

/**
 * Nine depths of heading. No style is bold, italic or underlined: those are for words that somebody stressed, and must
 * be told apart in a heading too.
 */
const headings: readonly Style[] = [16, 14, 12.5, 11.5, 11, 11, 11, 11, 11].map((points, index) => ({
  id: `Heading${index + 1}`,
  name: `heading ${index + 1}`,
  basedOn: "Normal",
  next: "Normal",
  layout: [
    keepNext,
    keepLines,
    spacing(index === 0 ? 360 : 240, 100, 259),
    element("w:outlineLvl", { "w:val": String(index) }),
  ],
  looks: [color(index < 4 ? ink : grey), ...size(points)],
}));

const box = (["top", "left", "bottom", "right"] as const).map((side) =>
  element(`w:${side}`, { "w:val": "single", "w:sz": "4", "w:space": "6", "w:color": "9AA5B1" }),
);

export const paragraphStyles: readonly Style[] = [
  { id: "Normal", name: "Normal", isDefault: true },
  {
    id: "Title",
    name: "Title",
    basedOn: "Normal",
    next: "Normal",
    layout: [keepNext, keepLines, spacing(0, 120, 259)],
    looks: [color(ink), ...size(22)],
  },
  {
    id: "Subtitle",
    name: "Subtitle",
    basedOn: "Normal",
    next: "Normal",
    layout: [keepLines, spacing(0, 300, 259)],
    looks: [color(grey), ...size(13)],
  },
  ...headings,
  {
    id: "Quote",
    name: "Quote",
    basedOn: "Normal",
    layout: [spacing(60, 160), element("w:ind", { "w:left": "567", "w:right": "567" })],
    looks: [color(grey)],
  },
  {
    id: "ParleyNote",
    name: "Parley Note",
    basedOn: "Normal",
    layout: [
      keepLines,
      element("w:pBdr", {}, box),
      spacing(120, 160, 259),
      element("w:ind", { "w:left": "142", "w:right": "142" }),
    ],
    looks: size(9.5, 10.5),
  },
  {
    id: "ParleySignature",
    name: "Parley Signature",
    basedOn: "Normal",
    layout: [
      keepNext,
      keepLines,
      // The second signature begins at the middle of a standing page.
      element("w:tabs", {}, [element("w:tab", { "w:val": "left", "w:pos": "4535" })]),
      spacing(240, 240),
    ],
  },
  {
    id: "ParleyGap",
    name: "Parley Gap",
    basedOn: "Normal",
    isHidden: true,
    layout: [element("w:spacing", { "w:before": "0", "w:after": "0", "w:line": "160", "w:lineRule": "exact" })],
    looks: size(1, 1),
  },
  {
    id: "FootnoteText",
    name: "footnote text",
    basedOn: "Normal",
    layout: [spacing(0, 40, 240)],
    looks: size(9, 10),
  },
  { id: "CommentText", name: "annotation text", basedOn: "Normal", layout: [spacing(0, 40, 240)], looks: size(10, 11) },
  {
    id: "Header",
    name: "header",
    basedOn: "Normal",
    layout: [spacing(0, 0, 240)],
    looks: [color(grey), ...size(9, 10)],
  },
  {
    id: "Footer",
    name: "footer",
    basedOn: "Normal",
    layout: [spacing(0, 0, 240), element("w:jc", { "w:val": "center" })],
    looks: [color(grey), ...size(9, 10)],
  },
];

const raised = element("w:vertAlign", { "w:val": "superscript" });

export const characterStyles: readonly Style[] = [
  { id: "DefaultParagraphFont", name: "Default Paragraph Font", isDefault: true, isHidden: true },
  { id: "ParleyNumber", name: "Parley Number", basedOn: "DefaultParagraphFont" },
  { id: "ParleyLiteral", name: "Parley Literal", basedOn: "DefaultParagraphFont" },
  {
    id: "ParleyAmbiguity",
    name: "Parley Ambiguity",
    basedOn: "DefaultParagraphFont",
    looks: [element("w:u", { "w:val": "dotted", "w:color": grey })],
  },
  {
    id: "Hyperlink",
    name: "Hyperlink",
    basedOn: "DefaultParagraphFont",
    looks: [color("1F4E8C"), element("w:u", { "w:val": "single" })],
  },
  { id: "FootnoteReference", name: "footnote reference", basedOn: "DefaultParagraphFont", looks: [raised] },
  { id: "CommentReference", name: "annotation reference", basedOn: "DefaultParagraphFont", looks: size(8) },
];
