import type { XmlElement } from "./parse.ts";

/** The first child element of that name, or null. */
export function child(parent: XmlElement, name: string): XmlElement | null {
  for (const node of parent.children) if (typeof node !== "string" && node.name === name) return node;
  return null;
}

/** The child elements in order; of one name when it is given. */
export function childrenOf(parent: XmlElement, name?: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const node of parent.children) {
    if (typeof node !== "string" && (name === undefined || node.name === name)) found.push(node);
  }
  return found;
}

/** The element reached by taking the first child of each name in turn, or null. */
export function descend(from: XmlElement, ...names: readonly string[]): XmlElement | null {
  let at: XmlElement | null = from;
  for (const name of names) {
    if (at === null) return null;
    at = child(at, name);
  }
  return at;
}

/** Every element below, in the order of the file, of one name when it is given. No recursion. */
export function* descendants(root: XmlElement, name?: string): Generator<XmlElement> {
  const waiting: XmlElement[] = [...childrenOf(root)].reverse();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (name === undefined || at.name === name) yield at;
    for (let i = at.children.length - 1; i >= 0; i -= 1) {
      const node = at.children[i];
      if (node !== undefined && typeof node !== "string") waiting.push(node);
    }
  }
}

/** All text inside, in order, marks left out. No recursion. */
export function textOf(root: XmlElement): string {
  let text = "";
  const waiting: (XmlElement | string)[] = [root];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (typeof at === "string") text += at;
    else for (let i = at.children.length - 1; i >= 0; i -= 1) waiting.push(at.children[i] as XmlElement | string);
  }
  return text;
}

/** The attribute's value, or null when there is none. */
export function attribute(element: XmlElement | null, name: string): string | null {
  return element?.attributes[name] ?? null;
}

/** The attribute as a whole number between -2^31 and 2^31; null when there is none or it is not one. */
export function wholeAttribute(element: XmlElement | null, name: string): number | null {
  const value = element?.attributes[name];
  if (value === undefined || !/^\s*[+-]?\d{1,10}\s*$/.test(value)) return null;
  const number = Number(value);
  return Math.abs(number) <= 2 ** 31 ? number : null;
}

/** What an on-off element or attribute of Word says: absent is null; "0", "false", "off" and "none" are false; all else is true. */
export function onOff(value: string | null | undefined): boolean | null {
  if (value === null || value === undefined) return null;
  return !/^\s*(?:0|false|off|none)\s*$/i.test(value);
}
