import { readBlocks } from "./internal/open-document/blocks-in.ts";
import { readRegions } from "./internal/open-document/changes-in.ts";
import { finish } from "./internal/open-document/finish.ts";
import { closeParagraph, startFlow } from "./internal/open-document/flow.ts";
import { readLists } from "./internal/open-document/lists-in.ts";
import { readLooks } from "./internal/open-document/looks-in.ts";
import { openPackage } from "./internal/open-document/package.ts";
import { readPage } from "./internal/open-document/page-in.ts";
import { freshNames, type Reading, rangedComments, tellLosses } from "./internal/open-document/reading.ts";
import { childrenOf, descend } from "./internal/xml/find.ts";
import type { Loss } from "./manuscript.ts";
import type { ManuscriptRead } from "./manuscript-read.ts";
import { refusing } from "./refusal.ts";

/**
 * Reads an OpenDocument text (.odt) as LibreOffice and others write it. No tracked change is accepted or rejected;
 * what a manuscript cannot hold is listed with its place. A file that is hostile, damaged or of another kind is refused
 * with a reason, and nothing of it is used; never an exception.
 *
 * `file` is the name that a refusal shows. `onProgress` hears the share that is done, from 0 to 1, a few times. Time
 * and memory grow linearly with the file, within the bounds of docs/spec/documents-safety.md. Source: OpenDocument 1.3,
 * part 3, and what LibreOffice 7.4 writes; rules ODT in docs/spec/open-document.md.
 */
export function readOpenDocument(
  file: string,
  bytes: Uint8Array,
  options: { readonly onProgress?: (share: number) => void } = {},
): ManuscriptRead {
  const tell = options.onProgress ?? (() => undefined);
  const read = refusing(file, () => readAll(bytes, tell));
  return read.ok ? { ok: true, ...read.value } : read;
}

/** How many blocks are read between two reports of progress. */
const blocksBetween = 200;

function readAll(bytes: Uint8Array, tell: (share: number) => void) {
  tell(0);
  const { content, styles, meta, embedded } = openPackage(bytes);
  tell(0.5);
  const looks = readLooks(content, styles);
  const page = readPage(styles, meta, looks.direction);
  const text = descend(content, "office:body", "office:text") ?? content;
  const reading: Reading = {
    looks,
    lists: readLists(content, styles, looks),
    regions: readRegions(text),
    direction: page.direction,
    embedded,
    rangedComments: rangedComments(content),
    used: new Set(),
    comments: [],
    footnotes: [],
    drafts: [],
    noteDrafts: [],
    lost: page.lost.map((what) => ({ code: "header-footer", what, paragraph: null })),
    readBlocks,
    commentName: freshNames(),
    noteName: freshNames(),
    commentNames: new Set(),
    repeatsLeft: 10_000,
  };
  const flow = startFlow(false);
  const blocks = childrenOf(text);
  for (let at = 0; at < blocks.length; at += blocksBetween) {
    readBlocks(reading, flow, blocks.slice(at, at + blocksBetween));
    tell(0.5 + (0.4 * at) / blocks.length);
  }
  closeParagraph(flow);
  const manuscript = finish(reading, page, flow.blocks);
  const losses: readonly Loss[] = tellLosses(reading);
  tell(1);
  return { manuscript, losses };
}
