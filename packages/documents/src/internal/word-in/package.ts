import { refuse } from "../../refusal.ts";
import type { Container } from "../container/open.ts";
import { attribute, childrenOf } from "../xml/find.ts";
import { parseXml, type XmlElement } from "../xml/parse.ts";
import { wordPrefixes } from "./namespaces.ts";

/** A pointer from one part of the file to another, or out of it. */
export interface Relationship {
  /** The last word of its type, such as "styles"; the same for transitional and strict files. */
  readonly type: string;
  /** The name of a part, or an address when it is external. */
  readonly target: string;
  readonly external: boolean;
}

export type Relationships = ReadonlyMap<string, Relationship>;

const sendAgain = "Open the file in Word or LibreOffice, save it under a new name and send that one.";

export function parsePart(container: Container, name: string): XmlElement {
  return parseXml(name, container.part(name), wordPrefixes);
}

/** The relationships of a part by their id; "" asks for those of the file as a whole. Throws Refused when they are broken. */
export function relationshipsOf(container: Container, part: string): Relationships {
  const slash = part.lastIndexOf("/") + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const found = new Map<string, Relationship>();
  if (!container.has(name)) return found;
  for (const element of childrenOf(parsePart(container, name), "rel:Relationship")) {
    const [id, type, target] = ["Id", "Type", "Target"].map((key) => attribute(element, key));
    if (id == null || type == null || target == null || found.has(id)) {
      return brokenRelationship(name, `one of them lacks its id, type or target, or has the id of another`);
    }
    const external = attribute(element, "TargetMode")?.toLowerCase() === "external";
    const word = type.slice(type.lastIndexOf("/") + 1);
    found.set(id, { type: word, target: external ? target : resolveTarget(part, target), external });
  }
  return found;
}

/** The part of a type that a part points to, or null when it points to none. Refused when the part is not there. */
export function relatedPart(container: Container, relationships: Relationships, type: string): string | null {
  for (const relationship of relationships.values()) {
    if (relationship.type !== type) continue;
    checkTarget(container, relationship);
    return relationship.target;
  }
  return null;
}

export function checkTarget(container: Container, { type, target, external }: Relationship): void {
  if (external || !container.has(target)) {
    brokenRelationship(target, `the part that holds its ${type} is named there and is not in the file`);
  }
}

function brokenRelationship(part: string, what: string): never {
  return refuse(
    "relationship-broken",
    `The file's list of its own parts is broken: ${what} (${part}).`,
    sendAgain,
    part,
  );
}

/** "../media/a.png" seen from "word/document.xml" is "media/a.png". What leads out of the file stays as it is, and is no part. */
function resolveTarget(from: string, target: string): string {
  const path = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") {
      if (path.pop() === undefined) return target;
    } else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

/** The name of the part that holds the text. Refused when there is none, or when the file is of another kind. */
export function mainPart(container: Container): string {
  const isOpenDocument = container.has("mimetype") && container.has("content.xml");
  if (isOpenDocument && !container.has("[Content_Types].xml")) {
    return notWord("it is an OpenDocument file", "Read it as OpenDocument: give it the ending .odt.");
  }
  const relationships = relationshipsOf(container, "");
  const main = relatedPart(container, relationships, "officeDocument");
  if (main === null) {
    return refuse("part-missing", "The file does not say which of its parts holds the text.", sendAgain, "_rels/.rels");
  }
  checkContentType(container, main);
  return main;
}

function checkContentType(container: Container, main: string): void {
  if (!container.has("[Content_Types].xml")) {
    refuse("part-missing", "The file lacks its list of content types, without which it is no Word file.", sendAgain);
  }
  const types = childrenOf(parsePart(container, "[Content_Types].xml"));
  const own = types.find((type) => attribute(type, "PartName")?.toLowerCase() === `/${main.toLowerCase()}`);
  const ending = main.slice(main.lastIndexOf(".") + 1).toLowerCase();
  const general = types.find((type) => attribute(type, "Extension")?.toLowerCase() === ending);
  const contentType = attribute(own ?? general ?? null, "ContentType") ?? "";
  const others = { spreadsheetml: "a spreadsheet", presentationml: "a set of slides", visio: "a drawing" };
  for (const [word, what] of Object.entries(others)) {
    if (contentType.includes(word)) notWord(`it is ${what}`, "Copy the text into a Word file and send that one.");
  }
}

/** Ends the reading of a file that is something else. */
export function notWord(what: string, help: string): never {
  return refuse("not-this-format", `This is not a Word file: ${what}.`, help);
}
