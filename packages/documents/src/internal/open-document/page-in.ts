import type { Direction } from "../../manuscript.ts";
import { attribute, child, childrenOf, descend, descendants, textOf } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { centimetres, directionOf } from "./looks-in.ts";
import { carriedProperty } from "./names.ts";
import { plainWords, shown } from "./reading.ts";

/** What the file says of itself and of its pages. */
export interface Page {
  readonly title: string | null;
  readonly language: string | null;
  readonly direction: Direction;
  readonly landscape: boolean;
  readonly header: string | null;
  readonly carried: string | null;
  /** The words of heads and feet that are more than one plain line of a head, or page numbers. */
  readonly lost: readonly string[];
}

export function readPage(styles: XmlElement | null, meta: XmlElement | null, usual: Direction | null): Page {
  const about = meta === null ? null : descend(meta, "office:meta");
  const masters = childrenNamed(styles, "office:master-styles", "style:master-page");
  const master = masters.find((one) => attribute(one, "style:name") === "Standard") ?? masters[0] ?? null;
  const layout = layoutOf(styles, attribute(master, "style:page-layout-name"));
  const direction = directionOf(attribute(layout, "style:writing-mode")) ?? usual ?? "ltr";
  const title = about === null ? null : child(about, "dc:title");
  const { header, lost } = readHeads(masters, master);
  return {
    title: title === null || textOf(title) === "" ? null : textOf(title),
    language: languageSaid(about) ?? defaultLanguage(styles, direction),
    direction,
    landscape: isLandscape(layout),
    header,
    carried: carriedIn(about),
    lost,
  };
}

function childrenNamed(root: XmlElement | null, group: string, name: string): readonly XmlElement[] {
  const inside = root === null ? null : child(root, group);
  return inside === null ? [] : childrenOf(inside, name);
}

function layoutOf(styles: XmlElement | null, name: string | null): XmlElement | null {
  const layouts = childrenNamed(styles, "office:automatic-styles", "style:page-layout");
  const layout = layouts.find((one) => attribute(one, "style:name") === name);
  return layout === undefined ? null : child(layout, "style:page-layout-properties");
}

function isLandscape(layout: XmlElement | null): boolean {
  const said = attribute(layout, "style:print-orientation");
  if (said !== null) return said === "landscape";
  const width = centimetres(attribute(layout, "fo:page-width"));
  const height = centimetres(attribute(layout, "fo:page-height"));
  return width !== null && height !== null && width > height;
}

function languageSaid(about: XmlElement | null): string | null {
  const language = about === null ? null : child(about, "dc:language");
  const tag = language === null ? "" : textOf(language).trim();
  return tag === "" ? null : tag;
}

/** The language of all paragraphs that say nothing themselves; that of complex scripts where the text runs from the right. */
function defaultLanguage(styles: XmlElement | null, direction: Direction): string | null {
  const defaults = childrenNamed(styles, "office:styles", "style:default-style");
  const usual = defaults.find((style) => attribute(style, "style:family") === "paragraph");
  const text = usual === undefined ? null : child(usual, "style:text-properties");
  if (direction === "rtl") {
    return tagOf(
      text,
      "style:rfc-language-tag-complex",
      "style:language-complex",
      "style:script-complex",
      "style:country-complex",
    );
  }
  return tagOf(text, "style:rfc-language-tag", "fo:language", "fo:script", "fo:country");
}

function tagOf(text: XmlElement | null, whole: string, ...parts: readonly string[]): string | null {
  const said = attribute(text, whole);
  if (said !== null && said !== "") return said;
  const subtags = parts.map((name) => attribute(text, name) ?? "").map((part) => (part === "none" ? "" : part));
  return subtags[0] === "" || subtags[0] === "zxx" ? null : subtags.filter((part) => part !== "").join("-");
}

function carriedIn(about: XmlElement | null): string | null {
  if (about === null) return null;
  const ours = childrenOf(about, "meta:user-defined").find((one) => attribute(one, "meta:name") === carriedProperty);
  return ours === undefined ? null : textOf(ours);
}

const headNames = /^style:(?:header|footer)(?:-left|-first)?$/;
const counted = /^text:page-(?:number|count)$/;

/** One plain line in the only head of the usual page is the header; all other heads and feet are told with their words. */
function readHeads(masters: readonly XmlElement[], master: XmlElement | null) {
  let header: string | null = null;
  const lost: string[] = [];
  for (const page of masters) {
    for (const head of childrenOf(page)) {
      if (!headNames.test(head.name) || attribute(head, "style:display") === "false") continue;
      const words = childrenOf(head).map(plainWords).join(" ").trim();
      const hasFields = [...descendants(head)].some((one) => counted.test(one.name));
      const isUsual = page === master && head.name === "style:header" && childrenOf(head).length === 1;
      if (isUsual && !hasFields && words !== "") header = plainWords(childrenOf(head)[0] ?? head);
      else if (!isOnlyPageNumber(head, words))
        lost.push(`${head.name.includes("header") ? "the head" : "the foot"} of a page: "${shown(words)}"`);
    }
  }
  return { header, lost };
}

/** "3 / 12" says nothing that a program would not say by itself. */
function isOnlyPageNumber(head: XmlElement, words: string): boolean {
  if (words === "") return true;
  let rest = words;
  for (const field of descendants(head)) if (counted.test(field.name)) rest = rest.replace(textOf(field), "");
  return /^[\s/|–-]*$/.test(rest);
}
