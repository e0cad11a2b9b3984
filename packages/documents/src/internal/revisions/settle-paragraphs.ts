import type { FormattingChange, Paragraph, Piece, Revision } from "../../manuscript.ts";
import { type Decide, hasWidth, isArrival, joinPieces, removes, settlePieces } from "./settle-words.ts";

/** Marks without width whose paragraph is gone, on their way to the next one. */
export type Stranded = Piece[];

/** Why a paragraph's end goes: it was put in and is taken out again, or it was there and is deleted. */
type EndGoes = "split" | "join" | null;

/** Paragraphs on their way to becoming one. */
interface Joining {
  /** Lends role, level, label and direction. */
  lender: Paragraph;
  readonly pieces: Piece[];
  formatting: FormattingChange[];
  hasWords: boolean;
  /** What is kept of the changes of the last end. */
  mark: readonly Revision[];
  endGoes: EndGoes;
}

/**
 * Neighbouring paragraphs with their changes carried out. One whose end goes is joined with the next; without a next one
 * it goes when it has no words left, or stays and keeps its end. Linear.
 */
export function settleStretch(
  paragraphs: readonly Paragraph[],
  decide: Decide,
  stranded: Stranded,
): readonly Paragraph[] {
  const done: Paragraph[] = [];
  let joining: Joining | null = null;
  for (const given of paragraphs) {
    const [paragraph, endGoes] = settleParagraph(given, decide);
    if (joining === null && endGoes === null) {
      done.push(withStranded(paragraph, stranded));
      continue;
    }
    if (joining === null) joining = beginJoining(paragraph, endGoes);
    else goOnJoining(joining, paragraph, endGoes);
    if (endGoes !== null) continue;
    done.push(withStranded(joined(joining), stranded));
    joining = null;
  }
  if (joining === null) return done;
  if (joining.hasWords) done.push(withStranded(joined(joining), stranded));
  else for (const piece of joining.pieces) stranded.push(piece);
  return done;
}

function settleParagraph(paragraph: Paragraph, decide: Decide): readonly [Paragraph, EndGoes] {
  const pieces = settlePieces(paragraph.pieces, decide);
  const mark: Revision[] = [];
  let endGoes: EndGoes = null;
  for (const revision of paragraph.mark) {
    const decision = decide(revision);
    if (decision === "keep") mark.push(revision);
    else if (removes(revision, decision)) endGoes = isArrival(revision) || endGoes === "split" ? "split" : "join";
  }
  const isSame = pieces === paragraph.pieces && mark.length === paragraph.mark.length;
  return [isSame ? paragraph : { ...paragraph, pieces, mark }, endGoes];
}

function beginJoining(paragraph: Paragraph, endGoes: EndGoes): Joining {
  const { pieces, formatting, mark } = paragraph;
  const hasWords = pieces.some(hasWidth);
  return { lender: paragraph, pieces: [...pieces], formatting: [...formatting], hasWords, mark, endGoes };
}

/**
 * Adds the next paragraph. The one that still has words lends role, level, label and direction; when both have, the
 * first does if its end had been put in, else the second, whose end remains; when neither has, the second.
 */
function goOnJoining(joining: Joining, next: Paragraph, endGoes: EndGoes): void {
  const nextHasWords = next.pieces.some(hasWidth);
  const firstLends = joining.hasWords && (joining.endGoes === "split" || !nextHasWords);
  if (joining.hasWords && nextHasWords) for (const change of next.formatting) joining.formatting.push(change);
  else if (!firstLends) joining.formatting = [...next.formatting];
  if (!firstLends) joining.lender = next;
  for (const piece of next.pieces) joining.pieces.push(piece);
  joining.hasWords ||= nextHasWords;
  joining.mark = next.mark;
  joining.endGoes = endGoes;
}

function joined({ lender, pieces, formatting, mark }: Joining): Paragraph {
  return { ...lender, pieces: joinPieces(pieces), mark, formatting };
}

export function withStranded(paragraph: Paragraph, stranded: Stranded): Paragraph {
  if (stranded.length === 0) return paragraph;
  return { ...paragraph, pieces: [...stranded.splice(0), ...paragraph.pieces] };
}
