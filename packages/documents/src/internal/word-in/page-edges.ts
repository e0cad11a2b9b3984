import type { Container } from "../container/open.ts";
import { attribute, childrenOf, descendants } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import type { Losses } from "./losses.ts";
import { checkTarget, parsePart, type Relationships, relationshipsOf } from "./package.ts";
import { tellPicture } from "./pictures.ts";
import { outermost, wordsOf } from "./words-of.ts";

/** A head or a foot of the pages. */
interface Edge {
  readonly isHead: boolean;
  readonly part: string;
  readonly root: XmlElement;
}

/**
 * The one line at the head of every page, when that is all there is; everything else that stands at the edges of the
 * pages is told as lost, with its words. Numbers of pages alone are nothing to tell.
 */
export function readPageEdges(
  container: Container,
  body: XmlElement,
  relationships: Relationships,
  losses: Losses,
): string | null {
  const edges = edgesOf(container, body, relationships).map((edge) => ({
    ...edge,
    words: wordsWithoutFields(edge.root),
  }));
  const worded = edges.filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
  const heads = worded.filter(({ isHead }) => isHead);
  const line = heads.length === 1 ? onlyLine(heads[0]?.root) : null;
  for (const { isHead, root, words } of worded) {
    if (isHead && line !== null) continue;
    const all = wordsOf(root) || words;
    losses.add("header-footer", `at the ${isHead ? "head" : "foot"} of the pages: “${all}”`, null);
  }
  for (const { isHead, part, root } of edges) {
    const own = relationshipsOf(container, part);
    for (const element of descendants(root)) {
      if (element.name !== "w:drawing" && element.name !== "w:pict" && element.name !== "w:object") continue;
      for (const [code, what] of tellPicture(element, own)) {
        losses.add(code, `at the ${isHead ? "head" : "foot"} of the pages: ${what}`, null);
      }
    }
  }
  return line;
}

/** Every head and foot that some section uses, once. */
function edgesOf(container: Container, body: XmlElement, relationships: Relationships): readonly Edge[] {
  const found = new Map<string, Edge>();
  for (const section of descendants(body, "w:sectPr")) {
    for (const reference of childrenOf(section)) {
      const isHead = reference.name === "w:headerReference";
      if (!isHead && reference.name !== "w:footerReference") continue;
      const relationship = relationships.get(attribute(reference, "r:id") ?? "");
      if (relationship === undefined || found.has(relationship.target)) continue;
      checkTarget(container, relationship);
      const part = relationship.target;
      found.set(part, { isHead, part, root: parsePart(container, part) });
    }
  }
  return [...found.values()];
}

/** The words that are the same on every page: those outside fields. */
function wordsWithoutFields(root: XmlElement): string {
  let [text, depth] = ["", 0];
  const waiting: XmlElement[] = [root];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const kind = at.name === "w:fldChar" ? attribute(at, "w:fldCharType") : null;
    if (kind === "begin") depth += 1;
    else if (kind === "end") depth -= 1;
    else if (at.name === "w:t" && depth <= 0) text += `${wordsOf(at)} `;
    if (at.name !== "w:fldSimple") for (const inner of childrenOf(at).toReversed()) waiting.push(inner);
  }
  return text;
}

/** The text of a head that is one paragraph of words and nothing else; null for any other. */
function onlyLine(root: XmlElement | undefined): string | null {
  if (root === undefined) return null;
  const elements = [...descendants(root)];
  if (elements.some(({ name }) => name === "w:fldChar" || name === "w:fldSimple" || name === "w:tbl")) return null;
  const lines = outermost(root, "w:p").filter((one) => wordsOf(one) !== "");
  const [line] = lines;
  if (lines.length !== 1 || line === undefined) return null;
  let text = "";
  for (const { name, children } of descendants(line)) {
    if (name === "w:t") text += children.filter((node) => typeof node === "string").join("");
    else if (name === "w:tab" || name === "w:br") text += " ";
    else if (name === "w:noBreakHyphen") text += "\u2011";
    else if (name === "w:softHyphen") text += "\u00ad";
    else if (name === "w:del" || name === "w:ins" || name === "w:txbxContent") return null;
  }
  return text;
}
