import type { FormattingChange, Revision } from "../../manuscript.ts";
import { attribute, child, childrenOf, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { noDate } from "./names.ts";

/** One entry of the list of tracked changes: what happened at the places that name it. */
export interface Region {
  /** Outermost first. */
  readonly revisions: readonly Revision[];
  readonly formatting: readonly FormattingChange[];
  /** Whether the change of looks is one of the whole paragraph. */
  readonly ofParagraph: boolean;
  /** The deleted words, as blocks; empty when nothing was deleted. */
  readonly deleted: readonly XmlElement[];
}

/** The tracked changes of the document by the name that the text uses for them. Nests that LibreOffice does not know we wrote twice. */
export function readRegions(text: XmlElement): ReadonlyMap<string, Region> {
  const regions = new Map<string, Region>();
  const nests = new Map<string, string>();
  for (const list of childrenOf(text, "text:tracked-changes")) {
    for (const element of childrenOf(list, "text:changed-region")) {
      const region = readRegion(element);
      for (const name of ["xml:id", "text:id"]) {
        const id = attribute(element, name);
        if (id === null) continue;
        regions.set(id, region);
        const all = attribute(element, "parley:all");
        if (all !== null) nests.set(id, all);
      }
    }
  }
  for (const [id, all] of nests) {
    const region = regions.get(id);
    const whole = regions.get(all);
    if (region !== undefined && whole !== undefined) regions.set(id, { ...region, revisions: whole.revisions });
  }
  return regions;
}

/** Of several changes in one region LibreOffice writes the latest first; the latest is the innermost. */
function readRegion(element: XmlElement): Region {
  const revisions: Revision[] = [];
  const formatting: FormattingChange[] = [];
  const deleted: XmlElement[] = [];
  let ofParagraph = false;
  for (const change of [...childrenOf(element)].reverse()) {
    if (change.name === "text:insertion" || change.name === "text:deletion") {
      revisions.push(readRevision(change));
      deleted.push(...childrenOf(change).filter((block) => block.name !== "office:change-info"));
    } else if (isLooksChange(change.name)) {
      ofParagraph ||= change.name === "text:UnknownChange" || attribute(change, "parley:of") === "paragraph";
      const usual = ofParagraph ? "layout of the paragraph" : "looks of the words";
      formatting.push({ ...readHand(change), what: attribute(change, "parley:what") ?? usual });
    }
  }
  return { revisions, formatting, ofParagraph, deleted };
}

/** LibreOffice 7.4 calls a change of a paragraph's layout "UnknownChange". */
function isLooksChange(name: string): boolean {
  return name === "text:format-change" || name === "text:UnknownChange";
}

function readRevision(change: XmlElement): Revision {
  const info = child(change, "office:change-info");
  const numbered = info === null ? null : child(info, "loext:move-id");
  const named = attribute(change, "parley:move");
  const isMove = named !== null || numbered !== null || attribute(change, "parley:moved") === "true";
  const isInsertion = change.name === "text:insertion";
  const kind = isInsertion ? (isMove ? "moved-here" : "inserted") : isMove ? "moved-away" : "deleted";
  return { kind, ...readHand(change), move: named ?? (numbered === null ? null : textOf(numbered).trim()) };
}

/** The author as the file has it, with all its spaces. */
function readHand(change: XmlElement): { readonly author: string; readonly date: string | null } {
  const info = child(change, "office:change-info");
  const author = info === null ? null : child(info, "dc:creator");
  const date = info === null ? null : child(info, "dc:date");
  const day = date === null ? "" : textOf(date).trim();
  const isDated = day !== "" && day.replace(/(?:\.0+)?Z?$/, "") !== noDate;
  return { author: author === null ? "" : textOf(author), date: isDated ? day : null };
}
