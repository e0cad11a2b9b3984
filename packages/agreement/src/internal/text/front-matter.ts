import { parseCivilDate } from "@parley/calendar";
import { readYaml, type YamlRead } from "@parley/diagnostics/yaml";
import { z } from "zod";
import type { FrontMatter } from "../../model.ts";
import type { Findings } from "./findings.ts";

/** Front matter is a page at most; a longer stretch between two rules is taken as text. */
const frontMatterLengthMax = 65_536;

const words = z.string();
const names = z.union([z.array(z.string()), z.string().transform((name) => [name])]);

/** What each key must be, said to the writer when it is not. */
const keys = {
  title: { schema: words, is: "some words" },
  notice: { schema: words, is: "some words" },
  reconstruction: { schema: z.boolean(), is: "true or false" },
  drafter: { schema: words, is: "the id of who drafted it" },
  stage: { schema: words, is: "some words" },
  date: { schema: words.refine((day) => parseCivilDate(day) !== null), is: "a day that exists, as in 2021-02-28" },
  parties: { schema: names, is: "a list of ids" },
  "basis-accepted-by": { schema: names, is: "a list of ids" },
  language: { schema: words, is: "a language tag, as in fa-AF" },
  "authentic-languages": { schema: names, is: "a list of language tags" },
  "prevailing-language": { schema: words, is: "a language tag, as in en" },
  revises: { schema: words, is: "the path of the earlier draft" },
} as const;

type Key = keyof typeof keys;
type Value<K extends Key> = z.output<(typeof keys)[K]["schema"]>;

/** The front matter of a text, and the offset at which its words begin. */
export interface FrontMatterRead {
  readonly front: FrontMatter;
  readonly bodyStart: number;
}

/** Reads the block between `---` lines at the head of a text. What cannot be read stays in the source. Linear. */
export function readFrontMatter(file: string, source: string, findings: Findings): FrontMatterRead {
  const block = findBlock(source, findings);
  if (block === null) return { front: frontOf(null, file, findings), bodyStart: source.startsWith("\uFEFF") ? 1 : 0 };
  const yaml = readYaml({ file, linesBefore: 1 }, block.yaml, z.record(z.string(), z.unknown()));
  findings.adopt(yaml.diagnostics);
  return { front: frontOf(yaml, file, findings), bodyStart: block.end };
}

function findBlock(source: string, findings: Findings): { readonly yaml: string; readonly end: number } | null {
  const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/u.exec(source);
  if (opening === null) return null;
  const start = opening[0].length;
  const head = source.slice(start, start + frontMatterLengthMax);
  const saysKeys = /^(?:\s|#[^\r\n]*[\r\n])*(?:["']?[\p{L}\p{N}_-]+["']?[ \t]*:(?:\s|$)|---|\.\.\.)/u.test(head);
  if (!saysKeys) return null;
  const closing = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)(?:\r\n|\n|\r)?/u.exec(head);
  if (closing !== null) return { yaml: head.slice(0, closing.index), end: start + closing.index + closing[0].length };
  findings.add({
    code: "front-matter-not-closed",
    severity: "error",
    at: 0,
    message: "The head of this text opens with --- and does not end, so it was read as words.",
    help: "Put a line with --- after the last key of the head.",
  });
  return null;
}

type Head = YamlRead<Record<string, unknown>> | null;

function frontOf(head: Head, file: string, findings: Findings): FrontMatter {
  const given = new Map(Object.entries(head?.value ?? {}));
  const other = new Map<string, unknown>();
  const placed = (key: string) => ({ place: head?.placeOf([key]) ?? { file, line: 1, column: 1 }, related: [] });
  const take = <K extends Key>(key: K): Value<K> | null => {
    const value = given.get(key);
    given.delete(key);
    if (value === undefined || value === null) return null;
    const read = keys[key].schema.safeParse(value);
    if (read.success) return read.data as Value<K>;
    other.set(key, value);
    findings.adopt([
      {
        code: "front-matter-value",
        severity: "error",
        message: `“${key}” must be ${keys[key].is}; what stands there was set aside.`,
        help: "Correct the value in the head of the text.",
        ...placed(key),
      },
    ]);
    return null;
  };
  const front = {
    title: take("title"),
    notice: take("notice"),
    reconstruction: take("reconstruction") ?? false,
    drafter: take("drafter"),
    stage: take("stage"),
    date: take("date"),
    parties: take("parties") ?? [],
    basisAcceptedBy: take("basis-accepted-by") ?? [],
    language: take("language"),
    authenticLanguages: take("authentic-languages") ?? [],
    prevailingLanguage: take("prevailing-language"),
    revises: take("revises"),
  };
  for (const [key, value] of given) {
    other.set(key, value);
    findings.adopt([
      {
        code: "front-matter-unknown",
        severity: "note",
        message: `“${key}” in the head of this text has no meaning here; it is kept as written.`,
        help: `The head may have ${Object.keys(keys).join(", ")}.`,
        ...placed(key),
      },
    ]);
  }
  return { ...front, other: Object.fromEntries(other) };
}
