import { attribute, child, descendants, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { readChangeMark } from "./change-marks-in.ts";
import { endComment, readComment } from "./comments-in.ts";
import { readDrawing } from "./drawings-in.ts";
import { addExact, addPiece, addText, type Flow, type Saying } from "./flow.ts";
import { plainLook, type WordLook, within } from "./looks-in.ts";
import { readNote } from "./notes-in.ts";
import { lose, plainWords, type Reading, shown, spaces } from "./reading.ts";

/** The look of words at this place, and the link they belong to. */
interface Manner {
  readonly look: WordLook;
  readonly link: string | null;
  /** Whether the words have been told as a loss, with all that is inside. */
  readonly isTold: boolean;
}

/** Reads what stands inside a paragraph. The depth of the file, and so of this, is bounded by the parser. */
export function readWords(reading: Reading, flow: Flow, parent: XmlElement, look: WordLook = plainLook): void {
  readInside(reading, flow, parent, { look, link: null, isTold: false });
}

function readInside(reading: Reading, flow: Flow, parent: XmlElement, manner: Manner): void {
  for (const node of parent.children) {
    if (typeof node === "string") addText(flow, node, saying(node, manner));
    else readNode(reading, flow, node, manner);
  }
}

function readNode(reading: Reading, flow: Flow, node: XmlElement, manner: Manner): void {
  switch (node.name) {
    case "text:s":
      addExact(flow, spaces(node), saying(" ", manner));
      return;
    case "text:tab":
      readTab(flow);
      return;
    case "text:line-break":
      addPiece(flow, { kind: "break", revisions: flow.revisions });
      return;
    case "text:span":
      readSpan(reading, flow, node, manner);
      return;
    case "text:a":
      readInside(reading, flow, node, { ...manner, link: attribute(node, "xlink:href") });
      return;
    case "text:note":
      readNote(reading, flow, node);
      return;
    case "office:annotation":
      readComment(reading, flow, node);
      return;
    case "office:annotation-end":
      endComment(reading, flow, node);
      return;
    case "text:ruby":
      readRuby(reading, flow, node, manner);
      return;
    case "text:meta":
    case "loext:content-control":
      readInside(reading, flow, node, manner);
      return;
    case "text:number":
    case "text:soft-page-break":
    case "office:event-listeners":
      return;
  }
  if (readChangeMark(reading, flow, node) || readAnchor(flow, node) || readDrawing(reading, node)) return;
  readOther(reading, flow, node, manner);
}

/** A tab after a typed number belongs to the number. */
function readTab(flow: Flow): void {
  const draft = flow.current;
  if (draft !== null && draft.typed.length > 0 && !draft.typedEnds) {
    draft.typed.push({ kind: "tab", revisions: flow.revisions });
    draft.typedEnds = true;
    draft.afterSpace = false;
  } else addPiece(flow, { kind: "tab", revisions: flow.revisions });
}

function readSpan(reading: Reading, flow: Flow, node: XmlElement, manner: Manner): void {
  const look = within(manner.look, reading.looks.words(attribute(node, "text:style-name")));
  const draft = flow.current;
  if (look.isNumber && draft !== null && !draft.typedEnds && !hasChangeMark(node)) {
    const words = plainWords(node);
    draft.typedEnds = words.endsWith("\t");
    const text = words.replace(/\t$/, "");
    if (text !== "") draft.typed.push({ kind: "text", text, revisions: flow.revisions });
    if (draft.typedEnds) draft.typed.push({ kind: "tab", revisions: flow.revisions });
    draft.afterSpace = false;
    return;
  }
  readInside(reading, flow, node, { ...manner, look });
}

function hasChangeMark(node: XmlElement): boolean {
  for (const { name } of descendants(node)) if (name.startsWith("text:change")) return true;
  return false;
}

const complexLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const otherLetters = /[A-Za-z\u00c0-\u058f\u1e00-\u1fff]/;

/** What is said of these words. Of words in a complex script alone the settings for complex scripts hold. */
function saying(words: string, { look, link }: Manner): Saying {
  const isComplex = complexLetters.test(words) && !otherLetters.test(words);
  return {
    strong: (isComplex ? (look.strongComplex ?? look.strong) : look.strong) ?? false,
    emphasis: (isComplex ? (look.emphasisComplex ?? look.emphasis) : look.emphasis) ?? false,
    underline: look.underline ?? false,
    role: look.role,
    link,
  };
}

const anchorKinds: Readonly<Record<string, "point" | "start" | "end">> = {
  "text:bookmark": "point",
  "text:bookmark-start": "start",
  "text:bookmark-end": "end",
  "text:reference-mark": "point",
  "text:reference-mark-start": "start",
  "text:reference-mark-end": "end",
};

function readAnchor(flow: Flow, node: XmlElement): boolean {
  const kind = anchorKinds[node.name];
  if (kind === undefined) return false;
  const name = attribute(node, "text:name") ?? "";
  if (name === "" || name === "_GoBack") return true;
  if (kind !== "end") addPiece(flow, { kind: "anchor-start", name });
  if (kind !== "start") addPiece(flow, { kind: "anchor-end", name });
  return true;
}

function readRuby(reading: Reading, flow: Flow, node: XmlElement, manner: Manner): void {
  const base = child(node, "text:ruby-base");
  if (base !== null) readInside(reading, flow, base, manner);
  const above = child(node, "text:ruby-text");
  lose(reading, "ruby", `small words beside others ("${above === null ? "" : shown(textOf(above))}")`);
}

const fieldNames: Readonly<Record<string, string>> = {
  "text:page-number": "a page number",
  "text:page-count": "the number of pages",
  "text:date": "a date the program fills in",
  "text:time": "a time the program fills in",
  "text:bookmark-ref": "a reference to a bookmark",
  "text:reference-ref": "a cross-reference",
  "text:note-ref": "a reference to a note",
  "text:sequence": "a counter",
  "text:sequence-ref": "a reference to a counter",
  "text:placeholder": "a placeholder",
  "text:alphabetical-index-mark": "a mark for the index",
  "text:toc-mark": "a mark for the table of contents",
};

/** Fields keep the words they show; so does what is not known. What shows nothing and is not known is nothing to a reader. */
function readOther(reading: Reading, flow: Flow, node: XmlElement, manner: Manner): void {
  if (manner.isTold) {
    readInside(reading, flow, node, manner);
    return;
  }
  const words = shown(textOf(node));
  const inside = { ...manner, isTold: true };
  if (node.name.startsWith("text:") || node.name.startsWith("field:")) {
    if (words === "" && node.name.endsWith("-end")) return;
    const what = fieldNames[node.name] ?? `a field (${node.name.slice(node.name.indexOf(":") + 1)})`;
    lose(reading, "field", words === "" ? what : `${what}: "${words}" is kept as plain words`);
    readInside(reading, flow, node, inside);
  } else if (words !== "") {
    const name = node.name.replace(/^.*[:}]/, "");
    lose(reading, "unknown-element", `something this program does not know (${name}): its words "${words}" are kept`);
    readInside(reading, flow, node, inside);
  }
}
