import type { XmlElement } from "../xml/parse.ts";
import { element, writeXml } from "../xml/write.ts";
import { relationshipTypes } from "./namespaces.ts";

/** The relationships of one part, filled while the part is written. */
export interface Relationships {
  /** The id of the relationship to `target`; the same target of the same kind has one id. */
  readonly to: (type: string, target: string, external?: boolean) => string;
  readonly toXml: () => string;
  readonly isEmpty: () => boolean;
}

export function relationships(): Relationships {
  const ids = new Map<string, string>();
  const entries: XmlElement[] = [];
  return {
    to(type, target, external = false) {
      const key = `${type} ${target}`;
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = `rId${ids.size + 1}`;
      ids.set(key, id);
      const mode = external ? "External" : undefined;
      entries.push(element("Relationship", { Id: id, Type: type, Target: target, TargetMode: mode }));
      return id;
    },
    toXml() {
      const namespaces = { "": "http://schemas.openxmlformats.org/package/2006/relationships" };
      return writeXml(element("Relationships", {}, entries), namespaces);
    },
    isEmpty: () => entries.length === 0,
  };
}

/**
 * The relationship for an outside address. Characters that no address may hold are written as percent escapes, since
 * Word takes a file with a malformed address for damaged.
 */
export function linkTo(relations: Relationships, address: string): string {
  const target = address.replace(unfit, (mark) => encodeURIComponent(mark));
  return relations.to(relationshipTypes.hyperlink, target, true);
}

/** Spaces, control characters and marks that RFC 3986 keeps out of addresses. */
const unfit = /[ \p{Cc}<>"{}|\\^`]/gu;
