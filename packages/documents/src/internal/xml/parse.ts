import { SaxesParser } from "saxes";
import { refuse } from "../../refusal.ts";
import { saveAgain, toUtf8 } from "./encoding.ts";
import { attributeName, elementName, isDeclaration, outermostScope, type Scope, scopeInside } from "./namespaces.ts";
import { refuseDoctype, surveyXml, usualXmlLimits, type XmlLimits } from "./survey.ts";

/** An element as parsed or to be written. Its name has our prefix for its namespace, whatever prefix the file used. */
export interface XmlElement {
  /** "w:p"; "{uri}local" in a namespace that has no prefix of ours. */
  readonly name: string;
  /** By our names as well; an attribute without a prefix keeps its bare name. Declarations of namespaces are left out. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Text stands as it is, white space included; two texts never follow one another. */
  readonly children: readonly (XmlElement | string)[];
}

/** An element while it is read. */
interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const chunkBytes = 1 << 16;
const noChildren: (XmlElement | string)[] = [];
Object.freeze(noChildren);
/** Attributes inherit nothing, so that one called "constructor" is only found where the file has it. */
const nothing: object = Object.freeze(Object.create(null));
const noAttributes: Readonly<Record<string, string>> = Object.freeze(Object.create(nothing));

/**
 * Parses one XML part. `prefixes` gives our prefix for a namespace URI. There is no document type, no entity but the
 * five of XML and no outside reference: a part that wants one is refused. Throws Refused. Linear; the tree is at most
 * `limits.depthMax` deep, so that a reader may walk it by recursion.
 */
export function parseXml(
  part: string,
  bytes: Uint8Array,
  prefixes: ReadonlyMap<string, string>,
  limits: XmlLimits = usualXmlLimits,
): XmlElement {
  const utf8 = toUtf8(part, bytes);
  surveyXml(part, utf8, limits);
  const tree = growTree(part, prefixes, limits);
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for (let at = 0; at < utf8.length; at += chunkBytes) {
    const text = decode(part, decoder, utf8.subarray(at, at + chunkBytes));
    if (text !== "") tree.parser.write(text);
  }
  decode(part, decoder, null);
  tree.parser.close();
  return tree.root();
}

function decode(part: string, decoder: TextDecoder, chunk: Uint8Array | null): string {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return refuse("xml-broken", `The part ${part} is not proper UTF-8.`, saveAgain, part);
  }
}

/** The parser, and the tree it grows. Everything forbidden is refused as soon as it is met. */
function growTree(part: string, prefixes: ReadonlyMap<string, string>, limits: XmlLimits) {
  const parser = new SaxesParser({ xmlns: false, defaultXMLVersion: "1.0", forceXMLVersion: true });
  const open: Growing[] = [];
  const scopes: Scope[] = [];
  const share = sharedValues();
  /** Names and values of the attributes of the element that is being opened, in turn. */
  let pending: string[] = [];
  let root: XmlElement | null = null;
  let scope = outermostScope();

  const broken = (what: string): never => {
    const place = `line ${parser.line}, column ${parser.columnIndex + 1}`;
    return refuse("xml-broken", `The part ${part} is damaged at ${place}: ${what}`, saveAgain, part);
  };
  // Seven handlers and no more: with an eighth the parser becomes a slow object in V8, and takes three times as long.
  parser.on("error", () => broken("it is not well-formed XML."));
  parser.on("doctype", () => refuseDoctype(part));
  parser.on("attribute", ({ name, value }) => {
    if (pending.length >= 2 * limits.attributesMax) refuseAttributes(part, limits);
    pending.push(name, value);
  });
  parser.on("opentag", (tag) => {
    if (open.length >= limits.depthMax) refuseDepth(part, limits);
    scopes.push(scope);
    let attributes = noAttributes;
    if (pending.length > 0) {
      scope = scopeInside(part, scope, pending, limits);
      attributes = ourAttributes(pending);
      pending = [];
    }
    const name = elementName(part, scope, tag.name, prefixes);
    const grown: Growing = { name, attributes, children: tag.isSelfClosing ? noChildren : [] };
    const parent = open.at(-1);
    if (parent === undefined) root = grown;
    else parent.children.push(grown);
    open.push(grown);
  });
  parser.on("closetag", () => {
    open.pop();
    scope = scopes.pop() ?? scope;
  });
  const addText = (text: string) => {
    const into = open.at(-1)?.children;
    if (into === undefined || text === "") return;
    const last = into.at(-1);
    if (typeof last === "string") into[into.length - 1] = last + text;
    else into.push(text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);

  function ourAttributes(raw: readonly string[]): Readonly<Record<string, string>> {
    let kept: Record<string, string> | null = null;
    for (let i = 0; i < raw.length; i += 2) {
      const name = raw[i] as string;
      if (isDeclaration(name)) continue;
      const ours = attributeName(part, scope, name, prefixes);
      kept ??= Object.create(nothing) as Record<string, string>;
      if (kept[ours] !== undefined) broken("an attribute is given twice.");
      kept[ours] = share(raw[i + 1] as string);
    }
    return kept ?? noAttributes;
  }
  return { parser, root: (): XmlElement => root ?? broken("it has no element.") };
}

/** Short values come again and again ("20", "single"); one copy of each is kept. */
function sharedValues(): (value: string) => string {
  const shared = new Map<string, string>();
  return (value) => {
    if (value.length > 24) return value;
    const known = shared.get(value);
    if (known !== undefined) return known;
    if (shared.size < 10_000) shared.set(value, value);
    return value;
  };
}

function refuseAttributes(part: string, limits: XmlLimits): never {
  return refuse(
    "too-large",
    `The part ${part} has an element with more than ${limits.attributesMax} attributes.`,
    "No word processor writes that. Ask the sender how the file was made.",
    part,
  );
}

function refuseDepth(part: string, limits: XmlLimits): never {
  return refuse(
    "nested-too-deep",
    `The part ${part} has elements more than ${limits.depthMax} deep inside one another.`,
    "No word processor writes that. Ask the sender how the file was made.",
    part,
  );
}
