import { type Agreement, compare } from "@parley/agreement";
import type { Block, Manuscript, Paragraph, Revision, Table } from "@parley/documents";
import { overlay, withRevisions } from "./diff-tokens.ts";
import { type LaidOut, layOut } from "./lay-out.ts";
import { blockOf, headOf, manuscriptOf, wordPieces } from "./to-manuscript.ts";
import { isWide, piecesOf, type Token, textOfTokens, tokensOf } from "./tokens.ts";

/** Whose redline it is: the name that the word processor shows, and the day as ISO 8601, or null. */
export interface RedlineHand {
  readonly author: string;
  readonly date: string | null;
  /**
   * True where the later draft holds only some provisions: what it does not hold is then not shown as taken out. Unless
   * told, so where it is rebuilt from reports.
   */
  readonly partial?: boolean | undefined;
}

/**
 * The later of two drafts with every difference to the earlier one as a tracked change. Accepting all of them gives the
 * words of the later draft in its order, rejecting all those of the earlier one in its order. Provisions are joined as
 * `compare` joins them. A number that only changed is not tracked: numbers are live. Of a later draft that is partial
 * or rebuilt from reports, what it does not hold is left out instead of shown as deleted. Near to linear.
 */
export function redline(before: Agreement, after: Agreement, hand: RedlineHand): Manuscript {
  const clean = manuscriptOf(after);
  const isPartial = hand.partial ?? after.front.reconstruction;
  const laidBefore = layOut(before).filter(({ provision }) => provision.kind !== "footnote");
  const laidAfter = layOut(after).filter(({ provision }) => provision.kind !== "footnote");
  const marker = new Marker(hand);
  const partner = partnersOf(before, after);
  const placeBefore = new Map(laidBefore.map(({ provision }, index) => [provision.id as string, index]));
  const partners = laidAfter.flatMap((each) => {
    const index = placeBefore.get(partner.get(each.provision.id) ?? "");
    return index === undefined ? [] : [{ id: each.provision.id as string, index }];
  });
  const stays = longestRising(partners);
  const moves = movesOf({ laidBefore, laidAfter, partners, stays });
  const blocks: Block[] = [];
  let next = 0;
  const goneUntil = (index: number): void => {
    // What a report or a partial draft does not mention nobody has taken out.
    if (isPartial) {
      next = Math.max(next, index);
      return;
    }
    for (; next < index; next++) {
      const gone = laidBefore[next];
      if (gone !== undefined) blocks.push(marker.whole(gone, "deleted", moves.away.get(gone) ?? null));
    }
  };
  for (const each of laidAfter) {
    const index = stays.get(each.provision.id);
    const earlier = index === undefined ? undefined : laidBefore[index];
    if (index === undefined || earlier === undefined) {
      blocks.push(marker.whole(each, "inserted", moves.here.get(each) ?? null));
      continue;
    }
    goneUntil(index);
    next = index + 1;
    blocks.push(...marker.both(earlier, each));
  }
  goneUntil(laidBefore.length);
  const head = redlinedHead({ before, after, laidAfter, isPartial }, marker);
  const header = isPartial ? (after.front.reconstruction ? notReported : notHeld) : clean.header;
  return { ...clean, header, blocks: [...head, ...blocks], footnotes: footnotesOf(before, after, marker) };
}

const notReported =
  "Rebuilt from reports: what is not reported of the later text is left out here, and is not deleted.";

const notHeld = "The later text is partial: what it does not hold is left out here, and is not deleted.";

/** For each provision of the later draft the one of the earlier draft it comes from. */
function partnersOf(before: Agreement, after: Agreement): Map<string, string> {
  const partners = new Map<string, string>();
  for (const { before: from, after: to, kind } of compare({ before, after }, { all: true })) {
    if (from === null || to === null || kind === "split" || kind === "merged") continue;
    if (!partners.has(to.id)) partners.set(to.id, from.id);
  }
  return partners;
}

/**
 * Of provisions in the order of the later draft, the most that can stay where they are: their places in the earlier one
 * rise. The others are shown as taken out in one place and put in in another.
 */
function longestRising(placed: readonly { readonly id: string; readonly index: number }[]): Map<string, number> {
  const ends: number[] = [];
  const from = placed.map(() => -1);
  placed.forEach(({ index }, at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((placed[ends[middle] ?? 0]?.index ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    from[at] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = at;
  });
  const stays = new Map<string, number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = from[at] ?? -1) {
    const each = placed[at];
    if (each !== undefined) stays.set(each.id, each.index);
  }
  return stays;
}

/** Provisions that stand elsewhere in the same words: shown as moved. */
function movesOf(parts: {
  readonly laidBefore: readonly LaidOut[];
  readonly laidAfter: readonly LaidOut[];
  readonly partners: readonly { readonly id: string; readonly index: number }[];
  readonly stays: ReadonlyMap<string, number>;
}): { readonly away: ReadonlyMap<LaidOut, string>; readonly here: ReadonlyMap<LaidOut, string> } {
  const [away, here] = [new Map<LaidOut, string>(), new Map<LaidOut, string>()];
  const placeAfter = new Map(parts.laidAfter.map((each) => [each.provision.id as string, each]));
  for (const { id, index } of parts.partners) {
    const [earlier, later] = [parts.laidBefore[index], placeAfter.get(id)];
    if (parts.stays.has(id) || earlier === undefined || later === undefined) continue;
    if (earlier.draft.rows !== null || later.draft.rows !== null) continue;
    const said = (laid: LaidOut) => textOfTokens(tokensOf(wordPieces(laid)));
    if (said(earlier) !== said(later)) continue;
    const name = `move${away.size + 1}`;
    away.set(earlier, name);
    here.set(later, name);
  }
  return { away, here };
}

class Marker {
  readonly inserted: Revision;
  readonly deleted: Revision;

  constructor({ author, date }: RedlineHand) {
    this.inserted = { kind: "inserted", author, date, move: null };
    this.deleted = { kind: "deleted", author, date, move: null };
  }

  /** A provision that only one of the drafts has in this place. */
  whole(laid: LaidOut, kind: "inserted" | "deleted", move: string | null): Block {
    const words = tokensOf(wordPieces(laid));
    const moved: Revision = { ...this[kind], kind: kind === "inserted" ? "moved-here" : "moved-away", move };
    const revision = move === null ? this[kind] : moved;
    const tokens = words.map((token) => (isWide(token) ? withRevisions(token, [revision]) : token));
    const block = blockOf(laid, piecesOf(tokens), [revision]);
    if (block.kind === "table") return this.markedTable(block, kind);
    return kind === "inserted" ? block : withoutAnchors(block);
  }

  paragraph(whole: Paragraph, kind: "inserted" | "deleted"): Paragraph {
    return { ...whole, pieces: piecesOf(this.marked(tokensOf(whole.pieces), kind)), mark: [this[kind]] };
  }

  marked(tokens: readonly Token[], kind: "inserted" | "deleted"): Token[] {
    return tokens.map((token) => (isWide(token) ? withRevisions(token, [this[kind]]) : token));
  }

  markedTable(table: Table, kind: "inserted" | "deleted"): Table {
    const rows = table.rows.map((row) => ({
      ...row,
      revisions: [this[kind]],
      cells: row.cells.map((cell) => ({
        ...cell,
        paragraphs: cell.paragraphs.map((paragraph) => {
          const pieces = piecesOf(this.marked(tokensOf(paragraph.pieces), kind));
          const marked: Paragraph = { ...paragraph, pieces };
          return kind === "inserted" ? marked : withoutAnchors(marked);
        }),
      })),
    }));
    return { kind: "table", rows };
  }

  /** A provision that both have in this place. A table that changed is put in anew. */
  both(earlier: LaidOut, later: LaidOut): Block[] {
    if (earlier.draft.rows !== null || later.draft.rows !== null) {
      const same = JSON.stringify(earlier.draft.rows) === JSON.stringify(later.draft.rows);
      if (same) return [blockOf(later, [])];
      return [this.whole(earlier, "deleted", null), this.whole(later, "inserted", null)];
    }
    return [blockOf(later, this.words(wordPieces(earlier), wordPieces(later)))];
  }

  words(before: Parameters<typeof tokensOf>[0], after: Parameters<typeof tokensOf>[0]): Paragraph["pieces"] {
    // The bookmarks are those of the later draft, so it is the one that is laid over.
    const tokens = overlay({
      sent: tokensOf(after),
      returned: tokensOf(before),
      added: this.deleted,
      removed: this.inserted,
      spacesStand: false,
    });
    return piecesOf(deletedFirst(tokens));
  }
}

/** Where words are put in the place of others, those that go are read first. */
function deletedFirst(tokens: readonly Token[]): Token[] {
  const ordered: Token[] = [];
  let put: Token[] = [];
  const flush = (): void => {
    ordered.push(...put);
    put = [];
  };
  for (const token of tokens) {
    const kind = isWide(token) ? token.revisions[0]?.kind : undefined;
    if (kind === "inserted") put.push(token);
    else if (kind === "deleted") ordered.push(token);
    // The end of a bookmark stays behind the words that are put in.
    else if (!isWide(token) && put.length > 0) put.push(token);
    else {
      flush();
      ordered.push(token);
    }
  }
  flush();
  return ordered;
}

/** What is only in the earlier draft bears no bookmark: the later draft may have the same id elsewhere. */
function withoutAnchors(paragraph: Paragraph): Paragraph {
  return {
    ...paragraph,
    pieces: paragraph.pieces.filter(({ kind }) => kind !== "anchor-start" && kind !== "anchor-end"),
  };
}

/** Title and notice, with their changes tracked; one that only one of the drafts has is put in or taken out whole. */
function redlinedHead(
  parts: {
    readonly before: Agreement;
    readonly after: Agreement;
    readonly laidAfter: readonly LaidOut[];
    readonly isPartial: boolean;
  },
  marker: Marker,
): Paragraph[] {
  const earlier = headOf(parts.before, layOut(parts.before));
  const later = headOf(parts.after, parts.laidAfter);
  return (["title", "note"] as const).flatMap((role): Paragraph[] => {
    const [was, is] = [earlier, later].map((head) => head.find((paragraph) => paragraph.role === role));
    if (is !== undefined && was !== undefined) return [{ ...is, pieces: marker.words(was.pieces, is.pieces) }];
    if (is !== undefined) return [marker.paragraph(is, "inserted")];
    return was === undefined || parts.isPartial ? [] : [withoutAnchors(marker.paragraph(was, "deleted"))];
  });
}

/** The footnotes of the later draft, their words redlined where the earlier one has the same mark; others as they are. */
function footnotesOf(before: Agreement, after: Agreement, marker: Marker): Manuscript["footnotes"] {
  const earlier = new Map(manuscriptOf(before).footnotes.map(({ id, paragraphs }) => [id, paragraphs[0]]));
  const own = manuscriptOf(after).footnotes.map((footnote) => {
    const [paragraph] = footnote.paragraphs;
    const same = earlier.get(footnote.id);
    if (paragraph === undefined || same === undefined) return footnote;
    return { ...footnote, paragraphs: [{ ...paragraph, pieces: marker.words(same.pieces, paragraph.pieces) }] };
  });
  const has = new Set(own.map(({ id }) => id));
  const gone = manuscriptOf(before).footnotes.filter(({ id }) => !has.has(id));
  return [...own, ...gone];
}
