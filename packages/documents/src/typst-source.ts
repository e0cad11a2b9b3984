import { backMatter } from "./internal/typst/back-matter.ts";
import { blockCall } from "./internal/typst/blocks.ts";
import { call, literal } from "./internal/typst/literal.ts";
import { closeSetting, preamble, readingSetting } from "./internal/typst/preamble.ts";
import { startWalk, type Walk, wordsOf } from "./internal/typst/walk.ts";
import type { Manuscript } from "./manuscript.ts";
import type { Setting } from "./setting.ts";

/**
 * The manuscript as a source for the typesetter, for `typesetPdf` in `@parley/documents/pdf`. Words stand in it only as
 * string literals, so that nothing a delegation writes is read as markup or code. Tracked changes, comments and notes
 * are printed; what travels unseen (`carried`) is not. The same manuscript gives the same source. Never fails.
 * Cost: linear in the words. Bounds: none of its own.
 */
export function typstSource(manuscript: Manuscript, { dense = false }: Setting = {}): string {
  const walk = startWalk(manuscript);
  const blocks = manuscript.blocks.map((block) => blockCall(block, walk));
  const after = backMatter(walk);
  const body = call("j", ...[...blocks, ...after].map((line) => `\n${line}`));
  return `${dense ? closeSetting : readingSetting}${preamble}#${call("paper", ...pageOf(manuscript, walk), `\n${body}`)}\n`;
}

function pageOf(manuscript: Manuscript, walk: Walk): readonly string[] {
  return [
    literal(titleOf(manuscript, walk)),
    manuscript.header === null ? "none" : literal(manuscript.header),
    literal(walk.language.language),
    walk.language.region === null ? "none" : literal(walk.language.region),
    literal(manuscript.direction),
    literal(walk.words.digits),
    String(manuscript.landscape),
  ];
}

/** A tagged page must have a title: the file's own, else its first title or heading, else its first words. */
function titleOf(manuscript: Manuscript, walk: Walk): string {
  const own = manuscript.title?.trim() ?? "";
  if (own !== "") return own;
  const paragraphs = manuscript.blocks.filter((block) => block.kind === "paragraph");
  const spoken = paragraphs.filter((each) => wordsOf(each).trim() !== "");
  const first =
    spoken.find((each) => each.role === "title") ?? spoken.find((each) => each.role === "heading") ?? spoken[0];
  const words = first === undefined ? "" : wordsOf(first).replace(/\s+/g, " ").trim();
  return words === "" ? walk.words.untitled : words.slice(0, 120);
}
