import type { DraftInline, DraftParagraph } from "@parley/agreement";
import { standing } from "./places.ts";
import type { ProposedProvision } from "./proposals.ts";
import { type Token, trimmed, wasThere } from "./tokens.ts";
import { type Decide, joinedWords, placeTaken } from "./wishes.ts";
import { trimmedWords, type Unseen, wordsOfTokens } from "./words.ts";

/**
 * The rows of a table. A table is taken cell by cell, so that a bracket never reaches over a bar: a row that is only
 * wished for stands with its cells in brackets, as does one that somebody wants gone.
 */
export function rowsTaken(
  { placed, proposals }: ProposedProvision,
  decide: Decide,
  unseen: Unseen,
): NonNullable<DraftParagraph["rows"]> {
  const rows: DraftInline[][][] = [[[]]];
  let cell: Token[] = [];
  let at = 0;
  const cellEnds = (): void => {
    if (cell.length > 0)
      rows
        .at(-1)
        ?.at(-1)
        ?.push(...wordsOfTokens(trimmed(cell), unseen));
    cell = [];
  };
  const edge = (token: Token): void => {
    cellEnds();
    if (token.kind === "row") rows.push([[]]);
    else rows.at(-1)?.push([]);
  };
  const plain = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.kind === "row" || token.kind === "cell") edge(token);
      else cell.push(token);
    }
  };
  for (const { place, proposals: wishes } of proposals) {
    plain(placed.stream.slice(at, place.start));
    const kept = new Set(wishes.flatMap((wish) => (decide(wish) === "leave-out" ? [] : [...wish.wording.authors])));
    const accepted = new Set(wishes.flatMap((wish) => (decide(wish) === "accept" ? [...wish.wording.authors] : [])));
    for (const part of edgesParted(place.tokens)) {
      const [first] = part;
      if (first !== undefined && (first.kind === "row" || first.kind === "cell")) {
        const isPutIn = !wasThere(first.revisions);
        if (standing([first], isPutIn ? kept : accepted).length > 0) edge(first);
        continue;
      }
      cellEnds();
      const inCell = placeTaken({ place: { ...place, tokens: part }, proposals: wishes }, decide, unseen);
      rows
        .at(-1)
        ?.at(-1)
        ?.push(...inCell.flat());
    }
    at = place.end;
  }
  plain(placed.stream.slice(at));
  cellEnds();
  return rows
    .map((row) => row.map((words) => trimmedWords(joinedWords(words))))
    .filter((row) => row.some((words) => words.length > 0));
}

/** Tokens parted at the edges of cells and rows, each edge a part of its own. */
function edgesParted(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [];
  let open: Token[] | null = null;
  for (const token of tokens) {
    if (token.kind === "row" || token.kind === "cell") {
      parts.push([token]);
      open = null;
    } else if (open === null) {
      open = [token];
      parts.push(open);
    } else open.push(token);
  }
  return parts;
}
