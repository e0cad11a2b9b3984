import { allProvisions, compose, parse } from "@parley/agreement";
import type { Diagnostic } from "@parley/diagnostics";
import { readAkomaNtoso } from "@parley/documents";
import type { ReturnedAnswer } from "./answers/returned.ts";
import { draftOfInstrument } from "./internal/drafts/instrument-of.ts";
import { counted } from "./internal/join/view.ts";

/** The source of a draft that comes as Akoma Ntoso, which holds no tracked changes; or why the file is refused. */
export function readAkomaNtosoFile({
  file,
  bytes,
}: {
  readonly file: string;
  readonly bytes: Uint8Array;
}):
  | { readonly ok: true; readonly source: string; readonly answer: ReturnedAnswer }
  | { readonly ok: false; readonly refusal: Diagnostic } {
  const read = readAkomaNtoso(file, bytes);
  if (!read.ok) return read;
  const source = compose(draftOfInstrument(read.instrument));
  const draft = parse({ file, source });
  const left = read.losses.map(({ what, paragraph, near }) => ({ what, paragraph, near }));
  const provisions = allProvisions(draft).length;
  const answer: ReturnedAnswer = {
    file,
    base: null,
    title: draft.front.title,
    language: draft.front.language,
    provisions,
    text: `A draft in Akoma Ntoso with ${counted(provisions, "provision")}${left.length === 0 ? "" : `; ${counted(left.length, "thing")} could not be carried over`}.`,
    unmapped: [],
    untracked: [],
    proposals: [],
    comments: [],
    formatting: [],
    left,
  };
  return { ok: true, source, answer };
}
