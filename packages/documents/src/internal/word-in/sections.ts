import type { FormattingChange } from "../../manuscript.ts";
import { attribute, child, wholeAttribute } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { formattingChange } from "./revisions.ts";
import { lose, type Story } from "./story.ts";

/** A section that closes inside the document: what sets it apart is told. The changes of its layout are given back. */
export function readSection(story: Story, section: XmlElement): readonly FormattingChange[] {
  const columns = columnsOf(section);
  if (columns > 1) lose(story, "section", `a section in ${columns} columns ends here`);
  else if (isLandscape(section)) lose(story, "section", "a section of landscape pages ends here");
  return sectionChanges(section);
}

export function sectionChanges(section: XmlElement): readonly FormattingChange[] {
  const change = child(section, "w:sectPrChange");
  return change === null ? [] : [formattingChange(change, "layout of the pages")];
}

export function columnsOf(section: XmlElement): number {
  return wholeAttribute(child(section, "w:cols"), "w:num") ?? 1;
}

export function isLandscape(section: XmlElement | null): boolean {
  const size = section === null ? null : child(section, "w:pgSz");
  const orientation = attribute(size, "w:orient");
  if (orientation !== null) return orientation === "landscape";
  return (wholeAttribute(size, "w:w") ?? 0) > (wholeAttribute(size, "w:h") ?? Number.POSITIVE_INFINITY);
}
