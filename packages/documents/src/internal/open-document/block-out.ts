import type { Paragraph, ParagraphRole } from "../../manuscript.ts";
import { isShort, type Numbering } from "../numbers/live-numbers.ts";
import { stepCm, styleNames } from "./names.ts";
import type { Inline } from "./words-out.ts";
import type { Story } from "./writing.ts";

/** A paragraph that is being written. */
export interface OpenBlock {
  readonly name: "text:p" | "text:h";
  readonly attributes: Record<string, string>;
  readonly inline: Inline[];
  /** Its place in a list that the word processor counts. */
  readonly place: { readonly list: string; readonly level: number } | null;
}

const bodyStyles = { body: "Text_20_body", cell: "Table_20_Contents", note: "Footnote" } as const;

const roleStyles = {
  title: "Title",
  subtitle: "Subtitle",
  note: styleNames.note,
  signature: styleNames.signature,
  quote: "Quotations",
} as const satisfies Record<Exclude<ParagraphRole, "heading" | "body">, string>;

export function beginBlock(story: Story, paragraph: Paragraph, numbering: Numbering | null): OpenBlock {
  const isHeading = paragraph.role === "heading";
  const level = String(Math.min(9, Math.max(1, paragraph.level)));
  const parent = isHeading ? `Heading_20_${level}` : styleOf(story, paragraph.role);
  const style = story.writing.styles.paragraph(parent, {
    ...indentation(paragraph, numbering),
    ...direction(story, paragraph),
  });
  const place = numbering?.kind === "live" ? { list: numbering.list, level: numbering.level } : null;
  const attributes: Record<string, string> = { "text:style-name": style };
  if (isHeading) attributes["text:outline-level"] = level;
  return { name: isHeading ? "text:h" : "text:p", attributes, inline: [], place };
}

function styleOf(story: Story, role: Exclude<ParagraphRole, "heading">): string {
  return role === "body" ? bodyStyles[story.kind] : roleStyles[role];
}

/** Short numbers hang in a step of their own before the words; long ones stand in the line. */
function indentation(
  { role, level }: Paragraph,
  numbering: Numbering | null,
): Readonly<Record<string, string | undefined>> {
  const isHeading = role === "heading";
  if (numbering === null && (isHeading || level <= 0)) return {};
  const depth = isHeading ? 0 : Math.min(9, Math.max(0, level));
  const hanging = numbering !== null && isHanging(numbering) ? stepCm : 0;
  return {
    "fo:margin-left": `${depth * stepCm + hanging}cm`,
    "fo:margin-right": "0cm",
    "fo:text-indent": hanging === 0 ? "0cm" : `-${hanging}cm`,
  };
}

function isHanging(numbering: Numbering): boolean {
  return numbering.kind === "live" ? numbering.hanging : isShort(numbering.text);
}

/** Said only where it is not that of the document. LibreOffice takes "start" for the left, so the side is named. */
function direction(story: Story, paragraph: Paragraph): Readonly<Record<string, string | undefined>> {
  if (paragraph.direction === story.writing.manuscript.direction) return {};
  const isRtl = paragraph.direction === "rtl";
  return { "style:writing-mode": isRtl ? "rl-tb" : "lr-tb", "fo:text-align": isRtl ? "right" : "left" };
}
