import { refuse } from "../../refusal.ts";
import { attribute, child } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { linkTo } from "./fields.ts";
import { readMark } from "./marks.ts";
import type { Relationship } from "./package.ts";
import { noRevisions, revisionElements } from "./revisions.ts";
import { chosen, readRun, readUnknown, type Surroundings } from "./runs.ts";
import { addText, checkDepth, type Look, lose, type OpenParagraph, type Story } from "./story.ts";
import { quotedWords } from "./words-of.ts";

const plain: Look = { strong: false, emphasis: false, underline: false, role: null, formatting: [] };

/** Elements that only wrap others. */
const wrappers = new Set(["w:smartTag", "w:customXml", "w:sdt", "w:sdtContent", "w:dir", "w:bdo"]);

/** Elements of a paragraph that hold nothing to read. */
const nothing = new Set(
  (
    "w:pPr w:proofErr w:permStart w:permEnd w:sdtPr w:sdtEndPr w:smartTagPr w:customXmlPr w:fldData " +
    "w:customXmlInsRangeStart w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd " +
    "w:customXmlMoveFromRangeStart w:customXmlMoveFromRangeEnd w:customXmlMoveToRangeStart w:customXmlMoveToRangeEnd"
  ).split(" "),
);

/** Reads what stands inside a paragraph, or inside an element of it, into its pieces. */
export function readInline(
  story: Story,
  paragraph: OpenParagraph,
  element: XmlElement,
  around: Surroundings,
  depth: number,
): void {
  checkDepth(depth);
  const words = (text: string) =>
    addText(paragraph.pieces, text, plain, around.link ?? story.fields.link(), around.revisions);
  const inside = (node: XmlElement, changed: Partial<Surroundings> = {}) =>
    readInline(story, paragraph, node, { ...around, ...changed }, depth + 1);
  for (const node of element.children) {
    if (typeof node === "string") {
      if (node.trim() !== "") words(node.trim());
      continue;
    }
    const kind = Object.hasOwn(revisionElements, node.name) ? revisionElements[node.name] : undefined;
    if (node.name === "w:r") readRun(story, paragraph, node, around);
    else if (kind !== undefined) {
      const revision = story.book.revisions.revision(node, kind);
      inside(node, { revisions: story.book.revisions.within(around.revisions, revision) });
    } else if (wrappers.has(node.name)) inside(node);
    else if (node.name === "w:hyperlink") inside(node, { link: hyperlink(story, node) });
    else if (node.name === "w:fldSimple") {
      story.fields.simple(attribute(node, "w:instr") ?? "");
      inside(node);
      story.fields.end();
    } else if (node.name === "mc:AlternateContent") inside(chosen(node));
    else if (node.name === "m:oMath" || node.name === "m:oMathPara") {
      lose(story, "equation", `an equation${quotedWords(node)}`);
    } else if (node.name === "w:subDoc") lose(story, "embedded-object", "a document kept in another file");
    else if (!nothing.has(node.name) && !readMark(story, node)) readUnknown(story, node, () => inside(node));
  }
}

/** Where a w:hyperlink leads. A link whose target the file does not list makes it a broken file. */
function hyperlink(story: Story, element: XmlElement): string | null {
  const id = attribute(element, "r:id");
  const anchor = attribute(element, "w:anchor");
  if (id === null || id === "") return linkTo(null, anchor);
  const target: Relationship | undefined = story.relationships.get(id);
  if (target === undefined) {
    return refuse(
      "relationship-broken",
      `The file's list of its own parts is broken: a link in the text has no target (${id}).`,
      "Open the file in Word or LibreOffice, save it under a new name and send that one.",
    );
  }
  return linkTo(target.target, anchor);
}

/** The surroundings at the beginning of a paragraph. */
export function atParagraph(style: Surroundings["style"]): Surroundings {
  return { style, revisions: noRevisions, link: null, typedNumber: { pieces: [], at: null, scanned: 0 } };
}

/** The properties of a paragraph. */
export function propertiesOf(paragraph: XmlElement): XmlElement | null {
  return child(paragraph, "w:pPr");
}
