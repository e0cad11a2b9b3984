import { refuse } from "../../refusal.ts";
import { openContainer } from "../container/open.ts";
import { attribute, descend, descendants } from "../xml/find.ts";
import { parseXml, type XmlElement } from "../xml/parse.ts";
import { mediaType, prefixes } from "./names.ts";

/** The parts of an OpenDocument text that are read. */
export interface Package {
  readonly content: XmlElement;
  readonly styles: XmlElement | null;
  readonly meta: XmlElement | null;
  /** The root of an embedded document, such as an equation; null when there is none of that name. */
  readonly embedded: (name: string) => XmlElement | null;
}

/** Opens the file and parses its parts. Throws Refused when it is hostile, damaged or of another kind. */
export function openPackage(bytes: Uint8Array): Package {
  const container = openContainer(bytes);
  checkKind(
    container.has("mimetype") ? new TextDecoder().decode(container.part("mimetype")).trim() : null,
    container.names,
  );
  const parse = (name: string) => (container.has(name) ? parseXml(name, container.part(name), prefixes) : null);
  if (!container.has("content.xml")) {
    return refuse(
      "part-missing",
      "The file lacks its part content.xml, where the words are.",
      sendAgain,
      "content.xml",
    );
  }
  const content = parseXml("content.xml", container.part("content.xml"), prefixes);
  if (content.name !== "office:document-content" || descend(content, "office:body", "office:text") === null) {
    return refuse("not-this-format", "The file holds no text document.", saveAsText, "content.xml");
  }
  checkScripts(content);
  const opened = new Map<string, XmlElement | null>();
  const embedded = (folder: string) => {
    const name = `${folder.replace(/^\.\//, "").replace(/\/$/, "")}/content.xml`;
    if (!opened.has(name)) opened.set(name, parse(name));
    return opened.get(name) ?? null;
  };
  return {
    content,
    styles: parse("styles.xml"),
    meta: parse("meta.xml"),
    embedded,
  };
}

const sendAgain = "Ask for the file again, or open it in LibreOffice and save it anew.";
const saveAsText = "Save it in LibreOffice as OpenDocument text (.odt) or in Word as .docx, and use that copy.";

function checkKind(kind: string | null, names: ReadonlySet<string>): void {
  if (kind === mediaType || kind === `${mediaType}-template`) return;
  if (kind === null && names.has("[Content_Types].xml")) {
    refuse(
      "not-this-format",
      "The file is of Microsoft Office, not an OpenDocument text.",
      "Read it as a Word document (.docx).",
    );
  }
  if (kind === null && names.has("content.xml")) {
    refuse(
      "not-this-format",
      "The file does not say that it is an OpenDocument text: its part mimetype is missing.",
      sendAgain,
    );
  }
  refuse("not-this-format", "The file is not an OpenDocument text.", saveAsText, "mimetype");
}

/** Macros are looked for by their folders when the container is opened; this finds a script inside the text itself. */
function checkScripts(content: XmlElement): void {
  const scripts = descend(content, "office:scripts");
  if (scripts === null) return;
  for (const inside of descendants(scripts, "office:script")) {
    const language = attribute(inside, "{urn:oasis:names:tc:opendocument:xmlns:script:1.0}language");
    if (inside.children.length === 0 && language === null) continue;
    refuse(
      "macros",
      "The file carries a script, which is a program. A draft needs none.",
      "Do not open it elsewhere. Ask the sender for a copy saved as OpenDocument text without macros.",
      "content.xml",
    );
  }
}
