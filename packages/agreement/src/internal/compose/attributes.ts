import type { Status } from "../../model.ts";

/** What stands in the braces after a provision or a bracket. */
export interface Said {
  readonly id?: string | null;
  readonly classes?: readonly string[];
  readonly pairs?: readonly (readonly [key: string, value: string])[];
}

/** Attributes as the reader of texts takes them, `{#id .class key=value}`; empty when nothing is said. */
export function attributesSource({ id = null, classes = [], pairs = [] }: Said): string {
  const parts = [
    ...(id === null || idOf(id) === "" ? [] : [`#${idOf(id)}`]),
    ...classes.map(classOf).map((name) => (name === "" ? "" : `.${name}`)),
    ...pairs.map(([key, value]) => (keyOf(key) === "" ? "" : `${keyOf(key)}=${valueSource(value)}`)),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `{${parts.join(" ")}}`;
}

/** A status as negotiators write it, as a key and its value. */
export function statusPair(status: Status): readonly [string, string] {
  switch (status.kind) {
    case "pending":
    case "reserved":
      return ["status", [status.kind, ...status.whom].join(" ")];
    case "agreed-ad-referendum":
      return ["status", "ad-referendum"];
    default:
      return ["status", status.kind];
  }
}

const nameMax = 99;

/** An id as attributes can hold it: what may not stand in one becomes a hyphen. */
export function idOf(id: string): string {
  const name = id.replace(/[^\p{L}\p{N}_.:~-]+/gu, "-").slice(0, 200);
  return /^[\p{L}\p{N}_]/u.test(name) ? name : name.replace(/^[.:~-]+/u, "");
}

function classOf(name: string): string {
  const kept = name.replace(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, nameMax + 1);
  return kept.replace(/^[\p{N}-]+/u, "");
}

function keyOf(key: string): string {
  const kept = key.replace(/[^\w:.-]+/gu, "-").slice(0, nameMax + 1);
  return kept.replace(/^[^A-Za-z]+/u, "");
}

/** A value on one line; where it holds both kinds of quotation marks, the double ones are curled. */
function valueSource(value: string): string {
  const said = value.replace(/[\r\n]+/gu, " ").slice(0, 999);
  if (/^[\p{L}\p{N}_.:/-]+$/u.test(said)) return said;
  if (!said.includes('"')) return `"${said}"`;
  return said.includes("'") ? `"${said.replaceAll('"', "”")}"` : `'${said}'`;
}
