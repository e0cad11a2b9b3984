import type { XmlElement } from "./parse.ts";

/** Makes an element; attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (XmlElement | string)[] = [],
): XmlElement {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) kept[key] = value;
  return { name, attributes: kept, children };
}

/**
 * The element as a whole XML 1.0 document in UTF-8, its namespaces declared on the root: prefix to URI, "" for the
 * default one. Characters that XML forbids are left out. Linear, and no deeper on the stack for a deep tree.
 */
export function writeXml(root: XmlElement, namespaces: Readonly<Record<string, string>>): string {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => [
    prefix === "" ? "xmlns" : `xmlns:${prefix}`,
    uri,
  ]);
  const first: XmlElement = { ...root, attributes: { ...Object.fromEntries(declared), ...root.attributes } };
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  const open: { readonly node: XmlElement; next: number }[] = [];
  begin(first, out, open);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = top.node.children[top.next];
    top.next += 1;
    if (node === undefined) {
      out.push(`</${top.node.name}>`);
      open.pop();
    } else if (typeof node === "string") out.push(escapeText(node));
    else begin(node, out, open);
  }
  return out.join("");
}

function begin(node: XmlElement, out: string[], open: { readonly node: XmlElement; next: number }[]): void {
  let tag = `<${node.name}`;
  for (const name in node.attributes) tag += ` ${name}="${escapeAttribute(node.attributes[name] ?? "")}"`;
  if (node.children.length === 0) {
    out.push(`${tag}/>`);
    return;
  }
  out.push(`${tag}>`);
  open.push({ node, next: 0 });
}

/** Anything outside the characters of XML 1.0, section 2.2, among them halves of a surrogate pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;
/** Nearly every text: nothing to escape and nothing to leave out, so that one look is enough. */
const plain = /^[ !#-%'-;=?-\ud7ff]*$/;

function escapeText(text: string): string {
  if (plain.test(text)) return text;
  const clean = text.replace(forbidden, "");
  return clean.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\r/g, "&#13;");
}

function escapeAttribute(value: string): string {
  if (plain.test(value)) return value;
  return escapeText(value).replace(/"/g, "&quot;").replace(/\t/g, "&#9;").replace(/\n/g, "&#10;");
}
