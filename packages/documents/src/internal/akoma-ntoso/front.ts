import type { InstrumentFront } from "../../instrument.ts";
import { child, childrenOf, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";

const single = ["title", "notice", "drafter", "stage", "date", "language", "prevailingLanguage", "revises"] as const;
const several = ["parties", "basisAcceptedBy", "authenticLanguages"] as const;

const elementNames = {
  title: "parley:title",
  notice: "parley:notice",
  drafter: "parley:drafter",
  stage: "parley:stage",
  date: "parley:date",
  language: "parley:language",
  prevailingLanguage: "parley:prevailing-language",
  revises: "parley:revises",
  parties: "parley:party",
  basisAcceptedBy: "parley:basis-accepted-by",
  authenticLanguages: "parley:authentic-language",
} as const;

/** What the draft says of itself, entry by entry; what is unsaid has no element. */
export function writeFront(front: InstrumentFront): XmlElement {
  const entries = [
    ...single.flatMap((key) => (front[key] === null ? [] : [entry(elementNames[key], front[key])])),
    ...several.flatMap((key) => front[key].map((value) => entry(elementNames[key], value))),
  ];
  if (front.reconstruction) entries.push(element("parley:reconstruction"));
  if (Object.keys(front.other).length > 0) entries.push(entry("parley:other", toJson(front.other)));
  return element("parley:front", {}, entries);
}

function entry(name: string, value: string): XmlElement {
  return element(name, {}, value === "" ? [] : [value]);
}

/** JSON in which no character is left that XML forbids. */
function toJson(value: unknown): string {
  const json = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner));
  return json.replace(/[\ufffe\uffff]/gu, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
}

/** Our own account of the front matter, as `writeFront` gave it. */
export function readFront(from: XmlElement): InstrumentFront {
  const one = (key: (typeof single)[number]): string | null => {
    const found = child(from, elementNames[key]);
    return found === null ? null : textOf(found);
  };
  const all = (key: (typeof several)[number]): readonly string[] => childrenOf(from, elementNames[key]).map(textOf);
  return {
    title: one("title"),
    notice: one("notice"),
    reconstruction: child(from, "parley:reconstruction") !== null,
    drafter: one("drafter"),
    stage: one("stage"),
    date: one("date"),
    parties: all("parties"),
    basisAcceptedBy: all("basisAcceptedBy"),
    language: one("language"),
    authenticLanguages: all("authenticLanguages"),
    prevailingLanguage: one("prevailingLanguage"),
    revises: one("revises"),
    other: readOther(child(from, "parley:other")),
  };
}

function readOther(from: XmlElement | null): Readonly<Record<string, unknown>> {
  if (from === null) return {};
  try {
    const value: unknown = JSON.parse(textOf(from));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    // Somebody edited it by hand; the entries we know are whole without it.
    return {};
  }
}
