import type { Loss, LossCode, Paragraph } from "../../manuscript.ts";

/** Gathers what a manuscript cannot hold, while the file is read. */
export interface Losses {
  add(code: LossCode, what: string, paragraph: number | null): void;
  /** The list, each with the first words of its paragraph. */
  told(paragraphs: readonly Paragraph[]): readonly Loss[];
}

export function gatherLosses(): Losses {
  const found: { code: LossCode; what: string; paragraph: number | null }[] = [];
  return {
    add: (code, what, paragraph) => void found.push({ code, what, paragraph }),
    told(paragraphs) {
      const known = new Map<number, string>();
      return found.map(({ code, what, paragraph }) => {
        const standsIn = paragraph === null ? undefined : paragraphs[paragraph - 1];
        if (paragraph === null || standsIn === undefined) return { code, what, paragraph: null, near: "" };
        const near = known.get(paragraph) ?? firstWords(standsIn);
        known.set(paragraph, near);
        return { code, what, paragraph, near };
      });
    },
  };
}

const nearWordsMax = 8;

/** The first eight words of a paragraph, to find it by. */
function firstWords(paragraph: Paragraph): string {
  let text = "";
  for (const piece of paragraph.pieces) {
    if (piece.kind === "text") text += piece.text;
    else if (piece.kind === "tab" || piece.kind === "break") text += " ";
    if (text.length > 200) break;
  }
  const words = text
    .slice(0, 200)
    .split(/\s+/)
    .filter((word) => word !== "");
  return words.slice(0, nearWordsMax).join(" ");
}
