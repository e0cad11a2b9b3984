import { readBlocks } from "./internal/text/blocks.ts";
import { Findings, type TextCode } from "./internal/text/findings.ts";
import { readFrontMatter } from "./internal/text/front-matter.ts";
import { readProvisions } from "./internal/text/provisions.ts";
import type { Agreement } from "./model.ts";

export type { TextCode };

/**
 * Reads the text of an agreement: front matter, provisions, brackets, ids; docs/spec/agreement-text.md says how.
 * `file` names the text in spans and findings; `source` is decoded text with its byte order mark and line endings.
 * Never throws: what cannot be understood stays as words and is told in `diagnostics`. Offsets are in UTF-16 code
 * units. Linear in the length of the source.
 */
export function parse({ file, source }: { readonly file: string; readonly source: string }): Agreement {
  const findings = new Findings(file, source);
  const { front, bodyStart } = readFrontMatter(file, source, findings);
  const drafts = readBlocks(source, bodyStart, findings);
  const { provisions, hasLastingIds } = readProvisions({ file, source, findings }, drafts);
  return { file, source, front, provisions, hasLastingIds, diagnostics: findings.all() };
}
