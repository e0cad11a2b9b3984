import type { Direction, Paragraph } from "../../manuscript.ts";
import type { Container } from "../container/open.ts";
import { attribute, child, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import type { Losses } from "./losses.ts";
import { parsePart, type Relationships } from "./package.ts";
import { flag, type StyleSheet } from "./styles.ts";

/** The title and language in the properties of the file. */
export function readCoreProperties(
  container: Container,
  fileRelationships: Relationships,
): { title: string | null; language: string | null } {
  for (const { type, target, external } of fileRelationships.values()) {
    if (type !== "core-properties" || external || !container.has(target)) continue;
    const root = parsePart(container, target);
    return { title: propertyText(root, "dc:title"), language: propertyText(root, "dc:language") };
  }
  return { title: null, language: null };
}

function propertyText(root: XmlElement, name: string): string | null {
  const element = child(root, name);
  return (element === null ? "" : textOf(element)) || null;
}

/** The language that the styles or the settings give to all words; null when none is said. */
export function languageOf(styles: StyleSheet, settings: XmlElement | null, direction: Direction): string | null {
  const wanted = direction === "rtl" ? "w:bidi" : "w:val";
  const given = [
    styles.defaultRun === null ? null : child(styles.defaultRun, "w:lang"),
    settings === null ? null : child(settings, "w:themeFontLang"),
  ].map((element) => attribute(element, wanted));
  return given.find((one) => one !== null && one !== "" && !/^x-none$/i.test(one)) ?? null;
}

/** The direction that the last section gives; where it is silent, that of the words when all run one way. */
export function directionOf(section: XmlElement | null, paragraphs: readonly Paragraph[]): Direction {
  const said = flag(section, "w:bidi");
  if (said !== null) return said ? "rtl" : "ltr";
  const worded = paragraphs.filter((paragraph) => paragraph.pieces.some((piece) => piece.kind === "text"));
  return worded.length > 0 && worded.every((paragraph) => paragraph.direction === "rtl") ? "rtl" : "ltr";
}

/** Our own note in the file; other programs' notes are told when they hold words. */
export function readCarried(container: Container, losses: Losses): string | null {
  let carried: string | null = null;
  for (const name of [...container.names].filter((one) => /^customXml\/item\d+\.xml$/i.test(one))) {
    const root = parsePart(container, name);
    if (root.name === "parley:parley") carried ??= textOf(root);
    else if (textOf(root).trim() !== "") losses.add("custom-part", `data of another program (${name})`, null);
  }
  return carried;
}
