import type { XmlElement } from "../xml/parse.ts";
import { element, writeXml } from "../xml/write.ts";
import { wordNamespaces } from "./namespaces.ts";
import { writeParagraphs } from "./paragraphs.ts";
import { run, runContent, styled } from "./runs.ts";
import type { Story } from "./writing.ts";

/** The lines that part the notes from the text; Word wants them as notes of their own. */
export const separatorIds = ["-1", "0"] as const;

/** The part word/footnotes.xml; null when there are none. Numbers in notes are typed: programs differ in counting them. */
export function footnotesPart(story: Story): string | null {
  const notes = story.writing.notes.written();
  if (notes.length === 0) return null;
  const mark = [run(styled("FootnoteReference"), [element("w:footnoteRef")]), run([], runContent(" ", false))];
  const elements = notes.map(({ number, paragraphs }) => {
    const typed = paragraphs.map(({ label }) =>
      label === null ? null : ({ kind: "typed", text: label.text } as const),
    );
    let at = 0;
    const next = () => typed[at++] ?? null;
    const content =
      paragraphs.length === 0 ? [emptyNote(mark)] : writeParagraphs(story, paragraphs, next, { lead: mark });
    return element("w:footnote", { "w:id": number }, content);
  });
  return writeXml(element("w:footnotes", {}, [...separators(), ...elements]), wordNamespaces);
}

function emptyNote(mark: readonly XmlElement[]): XmlElement {
  return element("w:p", {}, [element("w:pPr", {}, [element("w:pStyle", { "w:val": "FootnoteText" })]), ...mark]);
}

function separators(): readonly XmlElement[] {
  const kinds = ["separator", "continuationSeparator"] as const;
  const spacing = element("w:spacing", { "w:after": "0", "w:line": "240", "w:lineRule": "auto" });
  return kinds.map((kind, index) =>
    element("w:footnote", { "w:type": kind, "w:id": separatorIds[index] }, [
      element("w:p", {}, [element("w:pPr", {}, [spacing]), run([], [element(`w:${kind}`)])]),
    ]),
  );
}
