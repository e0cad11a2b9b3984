import { refuse } from "../../refusal.ts";
import { saveAgain } from "./encoding.ts";
import type { XmlLimits } from "./survey.ts";

/** The prefixes in force inside an element, with the names already resolved there. */
export interface Scope {
  readonly outer: Scope | null;
  readonly depth: number;
  /** Prefix of the file to URI; "" for the default namespace. */
  readonly declared: ReadonlyMap<string, string>;
  readonly elementNames: Map<string, string>;
  readonly attributeNames: Map<string, string>;
}

const xmlNamespace = "http://www.w3.org/XML/1998/namespace";

export function outermostScope(): Scope {
  const declared = new Map([
    ["xml", xmlNamespace],
    ["", ""],
  ]);
  return { outer: null, depth: 0, declared, elementNames: new Map(), attributeNames: new Map() };
}

/**
 * The scope inside an element with these attributes, names and values in turn: the outer one unless they change something. Scopes point outwards
 * instead of being copied, so that many small declarations cost no more than their bytes.
 */
export function scopeInside(part: string, outer: Scope, attributes: readonly string[], limits: XmlLimits): Scope {
  let declared: Map<string, string> | null = null;
  for (let i = 0; i < attributes.length; i += 2) {
    const name = attributes[i] as string;
    if (!isDeclaration(name)) continue;
    const prefix = name.slice(6);
    const uri = (attributes[i + 1] as string).trim();
    if (prefix === "xmlns" || (prefix === "xml") !== (uri === xmlNamespace) || (uri === "" && prefix !== "")) {
      refuse("xml-broken", `The part ${part} declares the namespace ${name} in a way XML forbids.`, saveAgain, part);
    }
    if (resolvePrefix(outer, prefix) === uri) continue;
    declared ??= new Map();
    declared.set(prefix, uri);
  }
  if (declared === null) return outer;
  if (outer.depth >= limits.namespaceDepthMax) {
    refuse("nested-too-deep", `The part ${part} declares namespaces inside one another too often.`, saveAgain, part);
  }
  return { outer, depth: outer.depth + 1, declared, elementNames: new Map(), attributeNames: new Map() };
}

export function isDeclaration(attributeName: string): boolean {
  return attributeName.startsWith("xmlns") && (attributeName.length === 5 || attributeName.charAt(5) === ":");
}

/** Our name for an element of the file: "w:p", or "{uri}local" in a namespace that is not ours. */
export function elementName(part: string, scope: Scope, raw: string, prefixes: ReadonlyMap<string, string>): string {
  const known = scope.elementNames.get(raw);
  if (known !== undefined) return known;
  const name = ourName(part, scope, raw, prefixes, true);
  scope.elementNames.set(raw, name);
  return name;
}

/** Our name for an attribute: bare when it has no prefix, since the default namespace does not hold for attributes. */
export function attributeName(part: string, scope: Scope, raw: string, prefixes: ReadonlyMap<string, string>): string {
  const known = scope.attributeNames.get(raw);
  if (known !== undefined) return known;
  const name = ourName(part, scope, raw, prefixes, false);
  scope.attributeNames.set(raw, name);
  return name;
}

function ourName(
  part: string,
  scope: Scope,
  raw: string,
  prefixes: ReadonlyMap<string, string>,
  isElement: boolean,
): string {
  const colon = raw.indexOf(":");
  if (colon === -1 && !isElement) return raw;
  const prefix = colon === -1 ? "" : raw.slice(0, colon);
  const local = raw.slice(colon + 1);
  const uri = resolvePrefix(scope, prefix);
  if (colon === 0 || local === "" || local.includes(":") || uri === undefined) {
    refuse(
      "xml-broken",
      `The part ${part} uses the name ${JSON.stringify(raw.slice(0, 60))} without saying where it belongs.`,
      saveAgain,
      part,
    );
  }
  if (uri === xmlNamespace) return `xml:${local}`;
  if (uri === "") return local;
  const ours = prefixes.get(uri);
  if (ours === undefined) return `{${uri}}${local}`;
  return ours === "" ? local : `${ours}:${local}`;
}

function resolvePrefix(scope: Scope, prefix: string): string | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const uri = at.declared.get(prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
}
