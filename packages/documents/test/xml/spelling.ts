import fc from "fast-check";
import type { XmlElement } from "../../src/internal/xml/parse.ts";
import { element } from "../../src/internal/xml/write.ts";

export const namespaces = { w: "urn:words", r: "urn:relations" } as const;
export const ourPrefixes: ReadonlyMap<string, string> = new Map([
  [namespaces.w, "w"],
  [namespaces.r, "r"],
]);

const names = fc.constantFrom("w:p", "w:r", "r:link", "plain", "w:t");
const attributeNames = fc.constantFrom("w:val", "r:id", "id", "xml:space", "w:p");
const words = fc
  .string({
    unit: fc.constantFrom("a", " ", "<", "&", ">", "]", '"', "'", "\n", "\t", "\r", "م", "\u200c", "𐎠", "ß"),
    maxLength: 8,
  })
  .filter((text) => text !== "");

interface Node {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly (Node | string)[];
}

const nodes = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    name: names,
    attributes: fc.uniqueArray(fc.tuple(attributeNames, fc.oneof(words, fc.constant(""))), {
      selector: ([name]) => name,
      maxLength: 3,
    }),
    children: fc.array(fc.oneof({ depthSize: "small", withCrossShrink: true }, words, tie("node")), { maxLength: 4 }),
  }),
}));

/** Random trees as a parser gives them: no two texts in a row. */
export const trees: fc.Arbitrary<XmlElement> = nodes.node.map(grow);

function grow(node: Node): XmlElement {
  const children: (XmlElement | string)[] = [];
  for (const inner of node.children) {
    const last = children.at(-1);
    if (typeof inner !== "string") children.push(grow(inner));
    else if (typeof last === "string") children[children.length - 1] = last + inner;
    else children.push(inner);
  }
  return element(node.name, Object.fromEntries(node.attributes), children);
}

/** Endless choices of spelling, drawn by the test. */
export const spelling = fc.array(fc.nat(7), { minLength: 1, maxLength: 40 });

/**
 * Spells a tree as a file might: prefixes of its own, the default namespace, either quote, spaces in tags, characters
 * by number, sections, comments in between. Shares no code with the writer of the package.
 */
export function spell(tree: XmlElement, choices: readonly number[]): string {
  let turn = 0;
  const choose = (count: number) => (choices[turn++ % choices.length] ?? 0) % count;
  const prefixes = { w: choose(2) === 0 ? "w" : "x1", r: choose(2) === 0 ? "rel" : "w9" };
  const head = choose(2) === 0 ? "" : "<?xml version='1.0' encoding='utf-8'?>\n<!-- made by hand -->\n";

  const character = (letter: string, isValue: boolean): string => {
    const mustHide = "<&\r".includes(letter) || letter === ">" || (isValue && "\"'\n\t".includes(letter));
    if (!mustHide && choose(6) !== 0) return letter;
    const point = letter.codePointAt(0) ?? 0;
    return choose(2) === 0 ? `&#${point};` : `&#x${point.toString(16)};`;
  };
  const text = (value: string) => {
    const canBeSection = !value.includes("]]>") && !value.includes("\r");
    if (canBeSection && choose(4) === 0) return `<![CDATA[${value}]]>`;
    const spelled = [...value].map((letter) => character(letter, false));
    if (choose(5) === 0) spelled.splice(choose(spelled.length + 1), 0, "<!-- aside -->");
    return spelled.join("");
  };
  const spelledName = (name: string, isDefault: boolean) => {
    const [prefix, local] = name.includes(":") ? (name.split(":") as [string, string]) : ["", name];
    if (prefix === "w") return isDefault ? local : `${prefixes.w}:${local}`;
    return prefix === "r" ? `${prefixes.r}:${local}` : name;
  };
  const tag = (node: XmlElement, declarations: string): string => {
    const isDefault = node.name.startsWith("w:") && choose(3) === 0;
    const own = isDefault ? ` xmlns="${namespaces.w}"` : node.name.includes(":") ? "" : ' xmlns=""';
    const name = spelledName(node.name, isDefault);
    const attributes = Object.entries(node.attributes).map(([key, value]) => {
      const quote = choose(2) === 0 ? '"' : "'";
      const spelled = [...value].map((letter) => character(letter, true)).join("");
      return `${choose(3) === 0 ? "\n " : " "}${spelledName(key, false)}${choose(4) === 0 ? " = " : "="}${quote}${spelled}${quote}`;
    });
    const start = `<${name}${choose(2) === 0 ? own + declarations : ""}`;
    const rest = start.length > name.length + 1 || own + declarations === "" ? "" : own + declarations;
    const inside = node.children.map((inner) => (typeof inner === "string" ? text(inner) : tag(inner, ""))).join("");
    if (inside === "" && choose(2) === 0) return `${start}${attributes.join("")}${rest} />`;
    return `${start}${attributes.join("")}${rest}>${inside}</${name}${choose(3) === 0 ? " " : ""}>`;
  };
  return head + tag(tree, ` xmlns:${prefixes.w}="${namespaces.w}" xmlns:${prefixes.r}="${namespaces.r}"`);
}
