import type { Decision, ReturnedAnswer } from "@parley/process/returned";
import { useEffect, useRef, useState } from "react";
import type { Made, Reply, Request, Who } from "./messages.ts";

/** How far the reading of a file is. */
export type Reading =
  | { readonly stage: "reading"; readonly share: number }
  | { readonly stage: "stopped" }
  | { readonly stage: "refused"; readonly message: string; readonly help: string }
  | { readonly stage: "read"; readonly answer: ReturnedAnswer };

export interface Reader {
  readonly reading: Reading;
  readonly stop: () => void;
  /** Says anew whose hand each name is. */
  readonly hold: (who: Who) => void;
  /** Makes a file and hands it to the browser to be saved. */
  readonly make: (what: Made, decisions: Readonly<Record<string, Decision>>) => void;
}

const endings: Record<Made, string> = { draft: "next.md", word: "next.docx", redline: "redline.docx" };

/** Reads a file in a worker against a draft of this process. */
export function useReader(file: File, draft: { readonly id: string; readonly file: string }, who: Who | null): Reader {
  const [reading, setReading] = useState<Reading>({ stage: "reading", share: 0 });
  const worker = useRef<Worker | null>(null);
  const post = (request: Request): void => worker.current?.postMessage(request);
  const isKnown = who !== null;
  const first = useRef(who);
  if (first.current === null) first.current = who;

  useEffect(() => {
    const begun = first.current;
    if (!isKnown || begun === null) return;
    const reader = new Worker(new URL("./reader.worker.ts", import.meta.url), { type: "module" });
    worker.current = reader;
    reader.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      if (data.kind === "progress") setReading({ stage: "reading", share: data.share });
      else if (data.kind === "refused") setReading({ stage: "refused", message: data.message, help: data.help });
      else if (data.kind === "answer") setReading({ stage: "read", answer: data.answer });
      else save(data.bytes, `${draft.id}-${endings[data.what]}`);
    });
    reader.addEventListener("error", () => setReading(fault));
    void readBoth(file, draft.id).then(
      ({ bytes, source }) =>
        reader.postMessage(
          { kind: "read", file: file.name, bytes, base: { file: draft.file, source }, who: begun } satisfies Request,
          [bytes],
        ),
      () => setReading(fault),
    );
    return () => reader.terminate();
  }, [file, draft.id, draft.file, isKnown]);

  return {
    reading,
    stop: () => {
      worker.current?.terminate();
      setReading({ stage: "stopped" });
    },
    hold: (next) => post({ kind: "hold", who: next }),
    make: (what, decisions) => post({ kind: "make", what, decisions }),
  };
}

const fault: Reading = {
  stage: "refused",
  message: "The file could not be read here.",
  help: "Is the workbench still running? Then try once more, or use “parley import” on the command line.",
};

async function readBoth(file: File, draft: string): Promise<{ readonly bytes: ArrayBuffer; readonly source: string }> {
  const [bytes, answer] = await Promise.all([file.arrayBuffer(), fetch(`/texts/${encodeURIComponent(draft)}.md`)]);
  if (!answer.ok) throw new Error("The draft could not be fetched.");
  return { bytes, source: await answer.text() };
}

/** Saves bytes under a name, as if a link to them had been followed. */
function save(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to save by then; a Blob that is never let go stays in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
