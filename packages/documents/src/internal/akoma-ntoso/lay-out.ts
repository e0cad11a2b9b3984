import type { XmlElement } from "../xml/parse.ts";

/** Elements that hold words: nothing is added inside them. */
const holdsWords: ReadonlySet<string> = new Set(["p", "num", "heading"]);

/** The tree with a line for every element, so that people and version control can read the file. No word changes. */
export function layOut(node: XmlElement, depth = 0): XmlElement {
  const elements = node.children.filter((inner) => typeof inner !== "string");
  if (elements.length === 0 || elements.length < node.children.length || holdsWords.has(node.name)) return node;
  const indent = `\n${"  ".repeat(depth + 1)}`;
  const children = elements.flatMap((inner) => [indent, layOut(inner, depth + 1)]);
  return { ...node, children: [...children, `\n${"  ".repeat(depth)}`] };
}
