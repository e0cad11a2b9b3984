import { refuse } from "../../refusal.ts";
import { saveAgain } from "./encoding.ts";

/** How much XML may hold before it is refused. */
export interface XmlLimits {
  readonly elementsMax: number;
  readonly depthMax: number;
  readonly attributesMax: number;
  /** How many elements around one another may declare namespaces. */
  readonly namespaceDepthMax: number;
  /** Bytes between two tags, or inside one. */
  readonly stretchBytesMax: number;
  /** Bytes before the first element. */
  readonly prologueBytesMax: number;
}

export const usualXmlLimits: XmlLimits = {
  elementsMax: 3_000_000,
  depthMax: 256,
  attributesMax: 256,
  namespaceDepthMax: 32,
  stretchBytesMax: 4 << 20,
  prologueBytesMax: 64 << 10,
};

const less = 0x3c;
const question = 0x3f;

/**
 * A first look over UTF-8 bytes before anything is parsed: refuses a document type in the prologue, too many elements
 * and overlong stretches without a tag. Linear, with no memory of its own. Throws Refused.
 */
export function surveyXml(part: string, bytes: Uint8Array, limits: XmlLimits): void {
  surveyPrologue(part, bytes, limits);
  const end = bytes.length;
  let tags = 0;
  let farthest = 0;
  let last = 0;
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] !== less) continue;
    if (at - last > farthest) farthest = at - last;
    last = at;
    // Neither an end, nor a comment, section or instruction: "/", "!" and "?" all come before the letters.
    if ((bytes[at + 1] as number) > question) tags += 1;
  }
  if (tags > limits.elementsMax) {
    refuse("too-large", `The part ${part} has more than ${limits.elementsMax} elements.`, splitIt, part);
  }
  if (Math.max(farthest, end - last) > limits.stretchBytesMax) {
    refuse("too-large", `The part ${part} has a single value of several megabytes.`, splitIt, part);
  }
}

const splitIt = "Split the document into several files, or save it again without hidden content.";

/** Walks over white space, comments and instructions to the first element. */
function surveyPrologue(part: string, bytes: Uint8Array, limits: XmlLimits): void {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, limits.prologueBytesMax));
  let at = 0;
  for (;;) {
    while (/\s/.test(head.charAt(at))) at += 1;
    const skip = head.startsWith("<!--", at) ? "-->" : head.startsWith("<?", at) ? "?>" : null;
    if (skip === null) break;
    if (/^<\?xml-stylesheet[\s?]/i.test(head.slice(at, at + 20))) refuseStylesheet(part);
    const end = head.indexOf(skip, at + (skip === "-->" ? 4 : 2));
    if (end === -1) {
      refuse("xml-broken", `The part ${part} does not begin with an element.`, saveAgain, part);
    }
    at = end + skip.length;
  }
  if (/^<!\s*\[?\s*doctype/i.test(head.slice(at, at + 40))) refuseDoctype(part);
  if (head.charAt(at) !== "<") {
    refuse("xml-broken", `The part ${part} is not XML: it does not begin with an element.`, saveAgain, part);
  }
}

export function refuseDoctype(part: string): never {
  return refuse(
    "doctype",
    `The part ${part} declares a document type. No word processor writes one there, and it can make a reader fetch or build what is not in the file.`,
    "Do not open this file elsewhere. Ask the sender how it was made, and for a copy saved by Word or LibreOffice.",
    part,
  );
}

function refuseStylesheet(part: string): never {
  return refuse(
    "xml-broken",
    `The part ${part} asks to be shown through a style sheet from elsewhere.`,
    saveAgain,
    part,
  );
}
