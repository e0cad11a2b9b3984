import { inflateSync } from "node:zlib";

/**
 * A reader of PDF for tests, sharing nothing with what makes them: it follows the tags from the root of the structure
 * to the marked words on the pages, and reads those through the fonts' own maps to Unicode. It knows only what this
 * typesetter writes: no object streams, no encryption.
 */
export interface Tag {
  readonly role: string;
  readonly text: string;
  readonly children: readonly Tag[];
}

export interface ReadPdf {
  readonly tags: readonly Tag[];
  /** The dictionaries of the document: its catalogue and what it says of itself. */
  readonly catalog: Dict;
  readonly info: Dict;
  readonly pages: readonly Dict[];
  readonly resolve: (value: Value | undefined) => Value;
  /** Names of the typefaces inside. */
  readonly fonts: readonly string[];
}

export type Value = number | string | boolean | null | Name | Ref | Value[] | Dict;
export type Dict = Map<string, Value>;
interface Name {
  readonly name: string;
}
interface Ref {
  readonly ref: number;
}
interface Operator {
  readonly operator: string;
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const raw = Buffer.from(bytes).toString("latin1");
  const objects = new Map<number, { value: Value; stream: string | null }>();
  for (const found of raw.matchAll(/(?:^|\n)(\d+) 0 obj\b/g)) {
    const { values, at } = parse(raw, found.index + found[0].length, 1);
    const value = values[0] as Value;
    const head = /^\s*stream\r?\n/.exec(raw.slice(at, at + 20));
    const stream = head === null ? null : streamOf(raw, at + head[0].length, value as Dict);
    objects.set(Number(found[1]), { value, stream });
  }
  const resolve = (value: Value | undefined): Value =>
    isRef(value) ? resolve(objects.get(value.ref)?.value ?? null) : (value ?? null);
  const stream = (value: Value | undefined): string => (isRef(value) ? (objects.get(value.ref)?.stream ?? "") : "");
  const trailer = parse(raw, raw.lastIndexOf("trailer") + 7, 1).values[0] as Dict;
  const catalog = resolve(trailer.get("Root")) as Dict;
  const info = (resolve(trailer.get("Info")) ?? new Map()) as Dict;
  const pages = pagesOf(resolve(catalog.get("Pages")) as Dict, resolve);
  const marked = new Map(pages.map((page) => [page, markedText(page, resolve, stream)]));
  const pageOf = (value: Value | undefined): Dict => resolve(value) as Dict;
  const root = (resolve(catalog.get("StructTreeRoot")) ?? new Map()) as Dict;
  const tags = kids(root.get("K"), resolve).map((kid) => tagOf(kid as Dict, null));

  function tagOf(element: Dict, page: Dict | null): Tag {
    const own = element.has("Pg") ? pageOf(element.get("Pg")) : page;
    const children: Tag[] = [];
    let text = "";
    for (const kid of kids(element.get("K"), resolve)) {
      if (typeof kid === "number") text += (own && marked.get(own)?.get(kid)) ?? "";
      else if (kid instanceof Map && kid.has("MCID"))
        text += marked.get(kid.has("Pg") ? pageOf(kid.get("Pg")) : (own as Dict))?.get(kid.get("MCID") as number) ?? "";
      else if (kid instanceof Map && kid.has("S")) {
        const child = tagOf(kid, own);
        children.push(child);
        text += child.text;
      }
    }
    return { role: (element.get("S") as Name).name, text, children };
  }

  const fonts = [...objects.values()].flatMap(({ value }) =>
    value instanceof Map && value.has("FontName") ? [(value.get("FontName") as Name).name] : [],
  );
  return { tags, catalog, info, pages, resolve, fonts };
}

/** All elements of one role, in reading order. */
export function tagged(pdf: ReadPdf, role: RegExp): readonly Tag[] {
  const walk = (tag: Tag): readonly Tag[] => [...(role.test(tag.role) ? [tag] : []), ...tag.children.flatMap(walk)];
  return pdf.tags.flatMap(walk);
}

/** Every word that a reader following the tags meets, in order. */
export function allText(pdf: ReadPdf): string {
  return pdf.tags.map((tag) => tag.text).join("");
}

/** A text string of the document: UTF-16 with its mark, or bytes. */
export function textString(value: Value | undefined): string {
  const raw = typeof value === "string" ? value : "";
  if (!raw.startsWith("\u00FE\u00FF")) return raw;
  return Buffer.from(raw.slice(2), "latin1").swap16().toString("utf16le");
}

function kids(value: Value | undefined, resolve: (value: Value | undefined) => Value): readonly Value[] {
  const found = resolve(value);
  if (found === null) return [];
  return (Array.isArray(found) ? found : [found]).map(resolve);
}

function pagesOf(node: Dict, resolve: (value: Value | undefined) => Value): readonly Dict[] {
  if (!node.has("Kids")) return [node];
  return kids(node.get("Kids"), resolve).flatMap((kid) => pagesOf(kid as Dict, resolve));
}

/** The words of each marked stretch of a page. Words outside any stretch are decoration and left out. */
function markedText(
  page: Dict,
  resolve: (value: Value | undefined) => Value,
  stream: (value: Value | undefined) => string,
): ReadonlyMap<number, string> {
  const resources = resolve(page.get("Resources")) as Dict;
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const [name, font] of (resolve(resources.get("Font")) ?? new Map()) as Dict)
    fonts.set(name, unicodeMap(stream((resolve(font) as Dict).get("ToUnicode"))));
  const out = new Map<number, string>();
  const open: { mcid: number | null; actual: string | null; reversed: boolean }[] = [];
  let map: ReadonlyMap<number, string> = new Map();
  let given: Value[] = [];
  const show = (glyphs: string): void => {
    const mcid = open.findLast((each) => each.mcid !== null)?.mcid;
    if (mcid === undefined || mcid === null || open.some((each) => each.actual !== null)) return;
    const decoded = Array.from({ length: glyphs.length / 2 }, (_, index) => {
      const code = glyphs.charCodeAt(index * 2) * 256 + glyphs.charCodeAt(index * 2 + 1);
      return map.get(code) ?? "";
    });
    const ordered = open.some((each) => each.reversed) ? decoded.reverse() : decoded;
    out.set(mcid, (out.get(mcid) ?? "") + ordered.join(""));
  };
  for (const token of parse(stream(page.get("Contents")), 0, Number.POSITIVE_INFINITY).values) {
    if (!isOperator(token)) {
      given.push(token as Value);
      continue;
    }
    const last = given.at(-1);
    if (token.operator === "Tf") map = fonts.get((given[0] as Name).name) ?? new Map();
    if (token.operator === "Tj") show(last as string);
    if (token.operator === "TJ") for (const part of last as Value[]) if (typeof part === "string") show(part);
    if (token.operator === "BMC")
      open.push({ mcid: null, actual: null, reversed: (last as Name).name === "ReversedChars" });
    if (token.operator === "BDC") {
      const about = last instanceof Map ? last : new Map<string, Value>();
      const actual = about.has("ActualText") ? textString(about.get("ActualText")) : null;
      const mcid = (about.get("MCID") as number | undefined) ?? null;
      const around = open.findLast((each) => each.mcid !== null)?.mcid;
      if (actual !== null && around !== undefined && around !== null) out.set(around, (out.get(around) ?? "") + actual);
      open.push({ mcid, actual, reversed: false });
    }
    if (token.operator === "EMC") open.pop();
    given = [];
  }
  return out;
}

/** From the codes of a font to what they stand for. */
function unicodeMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  const utf16 = (hex: string): string => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, block] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code, to] of (block ?? "").matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>/g))
      map.set(Number.parseInt(code ?? "", 16), utf16(to ?? ""));
  for (const [, block] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, last, to] of (block ?? "").matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>/g))
      for (let code = Number.parseInt(from ?? "", 16); code <= Number.parseInt(last ?? "", 16); code++)
        map.set(
          code,
          String.fromCodePoint((utf16(to ?? "").codePointAt(0) ?? 0) + code - Number.parseInt(from ?? "", 16)),
        );
  return map;
}

function streamOf(raw: string, start: number, dict: Dict): string {
  const bytes = Buffer.from(raw.slice(start, start + (dict.get("Length") as number)), "latin1");
  const filter = dict.get("Filter");
  if (filter === undefined) return bytes.toString("latin1");
  return inflateSync(bytes).toString("latin1");
}

/** Reads up to `most` values from `at`; what is no value is an operator. */
function parse(raw: string, at: number, most: number): { values: (Value | Operator)[]; at: number } {
  const values: (Value | Operator)[] = [];
  let place = at;
  while (values.length < most) {
    const next = token(raw, place);
    if (next === null) break;
    place = next.at;
    values.push(next.value);
  }
  return { values, at: place };
}

function token(raw: string, start: number): { value: Value | Operator; at: number } | null {
  const at = start + (/^(?:\s|%[^\n]*\n)*/.exec(raw.slice(start, start + 400))?.[0].length ?? 0);
  const ahead = raw.slice(at, at + 200);
  if (ahead === "") return null;
  if (ahead.startsWith("<<")) return dictionary(raw, at + 2);
  if (ahead[0] === "[") return array(raw, at + 1);
  if (ahead[0] === "(") return literalString(raw, at + 1);
  if (ahead[0] === "<") {
    const end = raw.indexOf(">", at);
    return { value: Buffer.from(raw.slice(at + 1, end), "hex").toString("latin1"), at: end + 1 };
  }
  const reference = /^(\d+) 0 R\b/.exec(ahead);
  if (reference !== null) return { value: { ref: Number(reference[1]) }, at: at + reference[0].length };
  const number = /^[-+]?\d*\.?\d+(?:[eE]-?\d+)?/.exec(ahead);
  if (number !== null) return { value: Number(number[0]), at: at + number[0].length };
  const word = /^\/?[^\s<>[\]()/%]*/.exec(ahead)?.[0] ?? "";
  const end = at + Math.max(1, word.length);
  if (word.startsWith("/"))
    return {
      value: { name: word.slice(1).replace(/#(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) },
      at: end,
    };
  if (word === "true" || word === "false") return { value: word === "true", at: end };
  return { value: word === "null" ? null : { operator: word }, at: end };
}

function dictionary(raw: string, start: number): { value: Value; at: number } {
  const dict: Dict = new Map();
  let at = start;
  for (;;) {
    const gap = /^\s*>>/.exec(raw.slice(at, at + 200));
    if (gap !== null) return { value: dict, at: at + gap[0].length };
    const { values, at: after } = parse(raw, at, 2);
    dict.set((values[0] as Name).name, values[1] as Value);
    at = after;
  }
}

function array(raw: string, start: number): { value: Value; at: number } {
  const items: Value[] = [];
  let at = start;
  for (;;) {
    const gap = /^\s*\]/.exec(raw.slice(at, at + 200));
    if (gap !== null) return { value: items, at: at + gap[0].length };
    const { values, at: after } = parse(raw, at, 1);
    items.push(values[0] as Value);
    at = after;
  }
}

function literalString(raw: string, start: number): { value: string; at: number } {
  const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  let out = "";
  let depth = 1;
  for (let at = start; ; at++) {
    const character = raw[at] ?? ")";
    if (character === "\\") {
      const octal = /^[0-7]{1,3}/.exec(raw.slice(at + 1, at + 4))?.[0];
      out +=
        octal === undefined ? (escapes[raw[at + 1] ?? ""] ?? raw[at + 1]) : String.fromCharCode(parseInt(octal, 8));
      at += octal?.length ?? 1;
      continue;
    }
    if (character === "(") depth++;
    if (character === ")" && --depth === 0) return { value: out, at: at + 1 };
    out += character;
  }
}

function isRef(value: Value | undefined): value is Ref {
  return typeof value === "object" && value !== null && "ref" in value;
}

function isOperator(value: Value | Operator): value is Operator {
  return typeof value === "object" && value !== null && "operator" in value;
}
