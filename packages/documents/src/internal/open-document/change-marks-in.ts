import { refuse } from "../../refusal.ts";
import { attribute } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import type { Region } from "./changes-in.ts";
import { closeRegion, type Flow, openRegion } from "./flow.ts";
import { freshDraft, type Reading } from "./reading.ts";

/** Deletions inside deletions; nobody nests them deeper. */
const depthMax = 32;

/** Reads a mark of a tracked change, in a paragraph or between two; false when the element is no such mark. */
export function readChangeMark(reading: Reading, flow: Flow, node: XmlElement): boolean {
  if (!node.name.startsWith("text:change")) return false;
  const id = attribute(node, "text:change-id") ?? "";
  const region = reading.regions.get(id);
  if (node.name === "text:change-end") closeRegion(flow, id);
  else if (region === undefined) return isMark(node.name);
  else if (node.name === "text:change-start") {
    openRegion(flow, id, region);
    formatParagraph(flow, region);
  } else if (node.name === "text:change") readPoint(reading, flow, id, region);
  else return false;
  return true;
}

function isMark(name: string): boolean {
  return name === "text:change-start" || name === "text:change";
}

function formatParagraph(flow: Flow, region: Region): void {
  if (region.ofParagraph) flow.current?.formatting.push(...region.formatting);
}

/**
 * The place where words were deleted: they are read here. The first deleted paragraph goes on where we stand, and what
 * follows the mark goes on in the last one; each paragraph between is one of its own.
 */
function readPoint(reading: Reading, flow: Flow, id: string, region: Region): void {
  formatParagraph(flow, region);
  if (region.deleted.length === 0 || reading.used.has(region)) return;
  reading.used.add(region);
  if (flow.depth >= depthMax) {
    refuse(
      "nested-too-deep",
      `The part content.xml has deletions more than ${depthMax} deep inside one another.`,
      "No word processor writes that. Ask the sender how the file was made.",
      "content.xml",
    );
  }
  const before = flow.current;
  const hadSpace = before?.afterSpace ?? false;
  if (before !== null) before.afterSpace = true;
  openRegion(flow, id, region);
  if (before !== null) {
    flow.depth += 1;
    flow.joins = true;
  }
  reading.readBlocks(reading, flow, region.deleted);
  closeRegion(flow, id);
  if (before === null) return;
  flow.depth -= 1;
  flow.joins = false;
  if (flow.current === null) {
    flow.current = freshDraft(flow, reading, { ...before, place: null, isGap: false });
    flow.blocks.push(flow.current);
  }
  flow.current.afterSpace = hadSpace;
}
