import type { Comment } from "../../manuscript.ts";
import { attribute, childrenOf, descendants, onOff } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { outermost } from "./words-of.ts";

/** What newer versions of Word add to a comment. */
interface Thread {
  readonly parent: string | null;
  readonly done: boolean;
}

/**
 * The comments, in the order of the file. Word keeps in a second part which comment answers which and whether the matter
 * is settled; it names a comment by its last paragraph.
 */
export function readComments(root: XmlElement | null, extended: XmlElement | null): readonly Comment[] {
  const threads = new Map<string, Thread>();
  for (const element of extended === null ? [] : childrenOf(extended, "w15:commentEx")) {
    const paragraph = attribute(element, "w15:paraId");
    const thread = {
      parent: attribute(element, "w15:paraIdParent"),
      done: onOff(attribute(element, "w15:done")) ?? false,
    };
    if (paragraph !== null) threads.set(paragraph.toUpperCase(), thread);
  }
  const elements = new Map<string, XmlElement>();
  for (const element of root === null ? [] : childrenOf(root, "w:comment")) {
    const id = attribute(element, "w:id");
    if (id !== null && !elements.has(id)) elements.set(id, element);
  }
  const byParagraph = new Map<string, string>();
  for (const [id, element] of elements) {
    for (const paragraph of paragraphIds(element)) byParagraph.set(paragraph, id);
  }
  return [...elements].map(([id, element]) => {
    const thread = threads.get(paragraphIds(element).at(-1) ?? "");
    const replyTo = byParagraph.get(thread?.parent?.toUpperCase() ?? "") ?? null;
    return {
      id,
      author: attribute(element, "w:author") ?? "",
      date: attribute(element, "w:date"),
      paragraphs: outermost(element, "w:p").map(exactWords),
      replyTo: replyTo === id ? null : replyTo,
      resolved: thread?.done ?? false,
    };
  });
}

function paragraphIds(comment: XmlElement): readonly string[] {
  return outermost(comment, "w:p").flatMap((paragraph) => attribute(paragraph, "w14:paraId")?.toUpperCase() ?? []);
}

/** A paragraph of a comment as it was typed. */
function exactWords(paragraph: XmlElement): string {
  let text = "";
  for (const element of descendants(paragraph)) {
    if (element.name === "w:t" || element.name === "w:delText") {
      text += element.children.filter((node) => typeof node === "string").join("");
    } else if (element.name === "w:tab") text += "\t";
    else if (element.name === "w:br" || element.name === "w:cr") text += "\n";
    else if (element.name === "w:noBreakHyphen") text += "\u2011";
    else if (element.name === "w:softHyphen") text += "\u00ad";
  }
  return text;
}
