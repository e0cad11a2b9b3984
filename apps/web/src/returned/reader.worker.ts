import {
  draftOf,
  draftPaper,
  type FileRead,
  holdAgainst,
  type Returned,
  readFile,
  redlineOf,
  wordFile,
} from "@parley/process/returned";
import type { Made, Reply, Request, Who } from "./messages.ts";

/** Reads files beside the page, so that the page stays live and long work can be stopped by ending it. */

interface Held {
  readonly file: string;
  readonly read: Extract<FileRead, { readonly ok: true }>;
  readonly base: { readonly file: string; readonly source: string };
}

let held: Held | null = null;
let returned: Returned | null = null;

const reply = (message: Reply): void => postMessage(message);

self.addEventListener("message", ({ data }: MessageEvent<Request>) => {
  if (data.kind === "read") {
    const read = readFile({ file: data.file, bytes: new Uint8Array(data.bytes) }, (share) =>
      reply({ kind: "progress", share }),
    );
    if (!read.ok) {
      const { message, help } = read.refusal;
      return reply({ kind: "refused", message, help });
    }
    held = { file: data.file, read, base: data.base };
    hold(data.who);
  } else if (data.kind === "hold") hold(data.who);
  else make(data.what, (id) => data.decisions[id] ?? "bracket");
});

function hold({ authors, returnedBy, names }: Who): void {
  if (held === null) return;
  const { file, read, base } = held;
  const called = new Map(names);
  const who = { authors: new Map(authors), returnedBy, nameOf: (party: string) => called.get(party) ?? party };
  returned = holdAgainst({ file, manuscript: read.manuscript, losses: read.losses }, draftOf(base), who, (share) =>
    reply({ kind: "progress", share }),
  );
  reply({ kind: "answer", answer: returned.answer });
}

function make(what: Made, decide: Parameters<Returned["take"]>[0]): void {
  if (returned === null || held === null) return;
  const source = returned.take(decide);
  if (what === "draft") {
    reply({ kind: "made", what, bytes: new TextEncoder().encode(source) });
    return;
  }
  const after = draftOf({ file: held.base.file, source });
  // It was made from the whole of what was sent, also where that was rebuilt from reports.
  const hand = { author: "Next draft", date: null, partial: false };
  const paper = what === "word" ? draftPaper(after) : redlineOf({ before: returned.base, after }, hand);
  reply({ kind: "made", what, bytes: new Uint8Array(wordFile(paper)) });
}
