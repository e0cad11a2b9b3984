import type { InstrumentInline } from "../../instrument.ts";

export type Emphasis = "none" | "emphasis" | "strong";

/** Gathers the pieces of some words in order. */
export interface WordsBuilder {
  /** Adds running text: it joins the text before it where nothing stands between and the emphasis is the same. */
  text(text: string, emphasis: Emphasis): void;
  /** Adds a piece of its own, which no text joins. */
  piece(piece: InstrumentInline): void;
  /** The pieces so far; white space at the end of running text is left out where it is folded. */
  done(): readonly InstrumentInline[];
}

/** `keepSpace` keeps white space as it is; otherwise a stretch of it is one space, and none at the ends of a line. */
export function wordsBuilder(keepSpace: boolean): WordsBuilder {
  const pieces: InstrumentInline[] = [];
  let open: { text: string; readonly emphasis: Emphasis } | null = null;
  let atSpace = true;

  const close = (): void => {
    if (open !== null && open.text !== "") pieces.push({ kind: "words", text: open.text, emphasis: open.emphasis });
    open = null;
  };
  const trimEnd = (): void => {
    if (keepSpace || open === null) return;
    open.text = open.text.replace(/[ \t\r\n]+$/u, "");
  };
  return {
    text(text, emphasis) {
      let added = text;
      if (!keepSpace) {
        added = added.replace(/[ \t\r\n]+/gu, " ");
        if (atSpace) added = added.replace(/^ /u, "");
      }
      if (added === "") return;
      atSpace = added.endsWith(" ");
      if (open !== null && open.emphasis === emphasis) {
        open.text += added;
        return;
      }
      close();
      open = { text: added, emphasis };
    },
    piece(piece) {
      if (piece.kind === "break") trimEnd();
      close();
      pieces.push(piece);
      atSpace = piece.kind === "break";
    },
    done() {
      trimEnd();
      close();
      return pieces;
    },
  };
}
