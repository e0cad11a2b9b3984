import type { Comment } from "../../manuscript.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element, writeXml } from "../xml/write.ts";
import { commentNamespaces } from "./namespaces.ts";
import { hand } from "./revisions.ts";
import { run, runContent, styled } from "./runs.ts";
import { scriptStretches } from "./scripts.ts";
import { rootsOf, type Writing } from "./writing.ts";

/** The parts word/comments.xml and word/commentsExtended.xml, which says what answers what and what is settled. */
export interface CommentParts {
  readonly comments: string;
  readonly extended: string;
}

export function commentParts(writing: Writing, comments: readonly Comment[]): CommentParts | null {
  if (comments.length === 0) return null;
  const roots = rootsOf(comments);
  const byId = new Map([...comments].reverse().map((comment) => [comment.id, comment]));
  const unique = comments.filter((comment) => byId.get(comment.id) === comment);
  const paragraphIds = new Map(unique.map(({ id }, index) => [id, paragraphId(index)]));
  const elements = unique.map((comment) => commentElement(writing, comment, paragraphIds.get(comment.id)));
  const extended = unique.map((comment) => {
    const root = roots.get(comment.id) ?? null;
    return element("w15:commentEx", {
      "w15:paraId": paragraphIds.get(comment.id),
      "w15:paraIdParent": root === null ? undefined : paragraphIds.get(root),
      "w15:done": comment.resolved ? "1" : "0",
    });
  });
  const ignorable = { "mc:Ignorable": "w14 w15" };
  return {
    comments: writeXml(element("w:comments", ignorable, elements), commentNamespaces),
    extended: writeXml(element("w15:commentsEx", ignorable, extended), commentNamespaces),
  };
}

/** A comment is known by the id of its last paragraph: 8 hexadecimal digits below 80000000. */
function paragraphId(index: number): string {
  return (0x10000000 + index).toString(16).toUpperCase();
}

function commentElement(writing: Writing, comment: Comment, lastParagraph: string | undefined): XmlElement {
  const texts = comment.paragraphs.length > 0 ? comment.paragraphs : [""];
  const reference = run(styled("CommentReference"), [element("w:annotationRef")]);
  const paragraphs = texts.map((text, index) => {
    const stretches = scriptStretches(text, "ltr");
    const isRtl = stretches.length > 0 && stretches.every(({ direction }) => direction === "rtl");
    const runs = stretches.map((stretch) => {
      const looks = stretch.direction === "rtl" ? [element("w:rtl"), element("w:cs")] : [];
      return run(looks, runContent(stretch.text, false));
    });
    const layout = [element("w:pStyle", { "w:val": "CommentText" }), ...(isRtl ? [element("w:bidi")] : [])];
    const id = index === texts.length - 1 ? lastParagraph : undefined;
    const words = [element("w:pPr", {}, layout), ...(index === 0 ? [reference] : []), ...runs];
    return element("w:p", { "w14:paraId": id, "w14:textId": id === undefined ? undefined : "77777777" }, words);
  });
  const number = writing.comments.numberOf(comment.id) ?? "0";
  return element("w:comment", { ...hand(number, comment), "w:initials": initials(comment.author) }, paragraphs);
}

/** The first letters of up to three words of the name. */
function initials(author: string): string {
  return (author.match(/(?<![\p{L}\p{M}\u200c\u200d])\p{L}/gu) ?? []).slice(0, 3).join("").toUpperCase();
}
