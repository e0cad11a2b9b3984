import type { FrontMatter } from "../../model.ts";

/** The head of a text between its two rules, keys in a fixed order and what is unsaid left out; empty for none. */
export function frontMatterSource(front: FrontMatter): string {
  const known: readonly (readonly [string, unknown])[] = [
    ["title", front.title],
    ["notice", front.notice],
    ["reconstruction", front.reconstruction ? true : null],
    ["drafter", front.drafter],
    ["stage", front.stage],
    ["date", front.date],
    ["parties", listed(front.parties)],
    ["basis-accepted-by", listed(front.basisAcceptedBy)],
    ["language", front.language],
    ["authentic-languages", listed(front.authenticLanguages)],
    ["prevailing-language", front.prevailingLanguage],
    ["revises", front.revises],
  ];
  const said = known.filter(([, value]) => value !== null);
  const taken = new Set(said.map(([key]) => key));
  const entries = [...said, ...Object.entries(front.other).filter(([key]) => !taken.has(key))];
  const first = entries[0];
  if (first === undefined) return "";
  const lines = entries.map(([key, value]) => `${keySource(key)}: ${valueSource(value)}`);
  // A head is known by its first key, so it begins with a plain one.
  if (!/^[\p{L}\p{N}_-]+$/u.test(first[0])) lines.unshift("reconstruction: false");
  return `---\n${lines.join("\n")}\n---\n`;
}

function listed(names: readonly string[]): readonly string[] | null {
  return names.length === 0 ? null : names;
}

function keySource(key: string): string {
  return isPlain(key) ? key : quoted(key);
}

function valueSource(value: unknown): string {
  if (typeof value === "string") return isPlain(value) ? value : quoted(value);
  if (typeof value === "number") return numberSource(value);
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(valueSource).join(", ")}]`;
  if (typeof value !== "object" || value === null) return "null";
  const entries = Object.entries(value).map(([key, inner]) => `${keySource(key)}: ${valueSource(inner)}`);
  return `{${entries.join(", ")}}`;
}

function numberSource(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  return Object.is(value, -0) ? "-0.0" : String(value);
}

/** Words that YAML reads as the same words without quotation marks; whatever is in doubt is quoted. */
function isPlain(text: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return true;
  if (!/^[\p{L}](?:[\p{L}\p{M}\p{N} ()/.;’“”–_-]*[\p{L}\p{M}\p{N}).’”])?$/u.test(text)) return false;
  return !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text);
}

/** Double-quoted, with what does not print written out; the joiners inside a word of Dari or Pashto stay in it. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])|[\u007f-\u00a0\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}
