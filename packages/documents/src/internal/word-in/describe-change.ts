import { attribute, child, childrenOf, onOff } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";

/** Looks that are on or off, and looks that have a value, in the words a drafter uses. */
const onOffLooks: Readonly<Record<string, string>> = {
  "w:b": "bold",
  "w:i": "italic",
  "w:strike": "struck through",
  "w:dstrike": "struck through twice",
  "w:caps": "capitals",
  "w:smallCaps": "small capitals",
  "w:vanish": "hidden",
  "w:rtl": "right to left",
  "w:keepNext": "kept with the next paragraph",
  "w:keepLines": "kept on one page",
  "w:pageBreakBefore": "page break before",
  "w:bidi": "right to left",
};
const valueLooks: Readonly<Record<string, string>> = {
  "w:color": "colour",
  "w:highlight": "highlight",
  "w:shd": "shading",
  "w:rFonts": "font",
  "w:lang": "language",
  "w:spacing": "spacing",
  "w:vertAlign": "raised or lowered",
  "w:ind": "indent",
  "w:pBdr": "border",
  "w:tabs": "tab stops",
  "w:outlineLvl": "outline level",
};

type StyleName = (id: string) => string;

/** What changed in the looks of words, from the old properties to the new: "bold on", "style Body to Quote". */
export function describeRunChange(before: XmlElement | null, now: XmlElement | null, styleName: StyleName): string {
  const told = [styleChange(before, now, "w:rStyle", styleName), ...plainChanges(before, now), underline(before, now)];
  const sizes = [before, now].map((one) => Number(attribute(named(one, "w:sz"), "w:val") ?? Number.NaN) / 2);
  if (!Object.is(sizes[0], sizes[1])) told.push(`size ${fromTo(sizes.map((size) => (size ? String(size) : "")))}`);
  return inWords(told, "looks of words");
}

/** What changed in the layout of a paragraph. */
export function describeParagraphChange(
  before: XmlElement | null,
  now: XmlElement | null,
  styleName: StyleName,
): string {
  const told = [styleChange(before, now, "w:pStyle", styleName), ...plainChanges(before, now)];
  const alignments = [before, now].map((one) => attribute(named(one, "w:jc"), "w:val") ?? "");
  if (alignments[0] !== alignments[1]) told.push(`alignment ${fromTo(alignments)}`);
  if (written(named(before, "w:numPr")) !== written(named(now, "w:numPr"))) {
    const had = named(before, "w:numPr") !== null;
    told.push(had ? (named(now, "w:numPr") === null ? "numbering off" : "numbering changed") : "numbering on");
  }
  return inWords(told, "layout of the paragraph");
}

function inWords(told: readonly (string | null)[], otherwise: string): string {
  const words = told.filter((one) => one !== null);
  return words.length === 0 ? otherwise : words.join(", ");
}

function named(parent: XmlElement | null, name: string): XmlElement | null {
  return parent === null ? null : child(parent, name);
}

function fromTo([before = "", now = ""]: readonly string[]): string {
  return `${before === "" ? "usual" : before} to ${now === "" ? "usual" : now}`;
}

function styleChange(before: XmlElement | null, now: XmlElement | null, name: string, styleName: StyleName) {
  const ids = [before, now].map((one) => attribute(named(one, name), "w:val") ?? "");
  return ids[0] === ids[1] ? null : `style ${fromTo(ids.map((id) => (id === "" ? "" : styleName(id))))}`;
}

function underline(before: XmlElement | null, now: XmlElement | null): string | null {
  const [old, is] = [before, now].map((one) => (attribute(named(one, "w:u"), "w:val") ?? "none") !== "none");
  return old === is ? null : `underline ${is ? "on" : "off"}`;
}

function plainChanges(before: XmlElement | null, now: XmlElement | null): readonly string[] {
  const told: string[] = [];
  for (const [name, word] of Object.entries(onOffLooks)) {
    const [old, is] = [before, now].map((one) => {
      const found = named(one, name);
      return found !== null && (onOff(attribute(found, "w:val")) ?? true);
    });
    if (old !== is) told.push(`${word} ${is ? "on" : "off"}`);
  }
  for (const [name, word] of Object.entries(valueLooks)) {
    if (written(named(before, name)) !== written(named(now, name))) told.push(`${word} changed`);
  }
  return told;
}

/** An element as text, to tell whether two say the same; the children of its children are not looked at. */
function written(element: XmlElement | null): string {
  if (element === null) return "";
  const own = Object.entries(element.attributes).sort();
  const inner = childrenOf(element).map(({ name, attributes }) => [name, Object.entries(attributes).sort()]);
  return JSON.stringify([own, inner]);
}
