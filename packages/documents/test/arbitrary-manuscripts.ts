import fc from "fast-check";
import type {
  Block,
  Cell,
  Comment,
  Footnote,
  FormattingChange,
  Manuscript,
  Paragraph,
  Piece,
  Revision,
  Row,
  TextPiece,
} from "../src/manuscript.ts";
import { putLabels } from "./arbitrary-labels.ts";

interface Parts extends Omit<Manuscript, "footnotes" | "comments"> {
  readonly footnotes: readonly (readonly Paragraph[])[];
  readonly comments: readonly Omit<Comment, "id">[];
  readonly anchors: readonly string[];
  readonly places: Iterator<number>;
  readonly labels: Iterator<number>;
}

/** Puts references, anchors and comments where they go, each start before its end, and counts the lists. */
function assemble({ anchors, places, labels, ...parts }: Parts): Manuscript {
  const next = () => places.next().value as number;
  const nextLabel = () => labels.next().value as number;
  const footnotes: Footnote[] = [];
  const body = openStory(parts.blocks);
  for (const paragraphs of parts.footnotes) {
    const id = String(footnotes.length + 1);
    const revisions: Revision[] = [];
    if (body.putFrom(0, next(), { kind: "footnote", id, revisions }) === null) continue;
    footnotes.push({ id, paragraphs });
  }
  for (const name of anchors) {
    const start = body.putFrom(0, next(), { kind: "anchor-start", name });
    if (start !== null) body.putFrom(start, next(), { kind: "anchor-end", name });
  }
  const comments: Comment[] = [];
  for (const given of parts.comments) {
    const id = String(comments.length);
    const start = body.putFrom(0, next(), { kind: "comment-start", id });
    if (start === null) continue;
    body.putFrom(start, next(), { kind: "comment-end", id });
    const earlier = comments.filter((one) => one.replyTo === null);
    const replyTo = given.replyTo === null ? null : (earlier[next() % Math.max(1, earlier.length)]?.id ?? null);
    comments.push({ ...given, id, replyTo });
  }
  const typed = footnotes.map((note) => ({ ...note, paragraphs: putLabels(note.paragraphs, nextLabel, "typed") }));
  const blocks = putLabels(body.close(), nextLabel, "counted");
  return { ...parts, blocks: blocks.map(canonical), footnotes: typed.map(canonicalNote), comments };
}

/** The places between the pieces of a story, counted over all its paragraphs. */
function openStory(blocks: readonly Block[]) {
  const pieces: Piece[][] = [];
  const collect = (paragraph: Paragraph) => {
    pieces.push([...paragraph.pieces]);
  };
  for (const block of blocks) eachParagraph(block, collect);
  return {
    /** Puts the piece somewhere at or after the place; gives the place after it, null when there are no paragraphs. */
    putFrom(from: number, chosen: number, piece: Piece): number | null {
      const total = pieces.reduce((sum, list) => sum + list.length + 1, 0);
      if (total === 0) return null;
      let at = from + (chosen % Math.max(1, total - from));
      const place = at;
      for (const list of pieces) {
        if (at <= list.length) {
          list.splice(at, 0, piece);
          return place + 1;
        }
        at -= list.length + 1;
      }
      return null;
    },
    close(): readonly Block[] {
      let index = 0;
      return blocks.map((block) =>
        mapParagraphs(block, (paragraph) => ({ ...paragraph, pieces: pieces[index++] ?? [] })),
      );
    },
  };
}

function eachParagraph(block: Block, act: (paragraph: Paragraph) => void): void {
  if (block.kind === "paragraph") act(block);
  else for (const row of block.rows) for (const cell of row.cells) cell.paragraphs.forEach(act);
}

export function mapParagraphs<B extends Block>(block: B, change: (paragraph: Paragraph) => Paragraph): B {
  if (block.kind === "paragraph") return change(block) as B;
  const cell = (one: Cell): Cell => ({ ...one, paragraphs: one.paragraphs.map(change) });
  return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })) };
}

const canonical = <B extends Block>(block: B): B => mapParagraphs(block, mergeWords);
const canonicalNote = (note: Footnote): Footnote => ({ ...note, paragraphs: note.paragraphs.map(mergeWords) });

/** Words side by side that differ in nothing are one piece. */
function mergeWords(paragraph: Paragraph): Paragraph {
  const pieces: Piece[] = [];
  for (const piece of paragraph.pieces) {
    const last = pieces.at(-1);
    if (last?.kind === "text" && piece.kind === "text" && alike(last) === alike(piece))
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    else pieces.push(piece);
  }
  return { ...paragraph, pieces };
}

function alike(piece: TextPiece): string {
  return JSON.stringify({ ...piece, text: "" });
}

/** What Word keeps of a formatting change is who and when. */
export const looks = "changed";

function paragraphIn(story: "body" | "cell" | "footnote"): fc.Arbitrary<Paragraph> {
  const roles = [
    "title",
    "subtitle",
    "note",
    "signature",
    "quote",
    "heading",
    "heading",
    "body",
    "body",
    "body",
  ] as const;
  return fc
    .record({
      role: story === "body" ? fc.constantFrom(...roles) : fc.constant("body" as const),
      level: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 })),
      direction: fc.constantFrom("ltr", "rtl"),
      pieces: fc.array(piece(), { maxLength: 6 }),
      mark: mark(),
      formatting: formatting(),
    })
    .map(({ role, level, ...rest }) => {
      const fixed = role === "title" || role === "subtitle" ? 0 : role === "heading" ? Math.max(1, level) : level;
      return { kind: "paragraph", role, level: fixed, label: null, ...rest };
    });
}

function piece(): fc.Arbitrary<Piece> {
  const space = fc.record({ kind: fc.constantFrom("break" as const, "tab" as const), revisions: revisions() });
  return fc.oneof({ weight: 6, arbitrary: textPiece() }, { weight: 1, arbitrary: space });
}

function textPiece(): fc.Arbitrary<TextPiece> {
  const links = ["#_Parley_scope", "#elsewhere", "https://example.org/a?b=c&d=%20", "mailto:team@example.org"];
  const seldom = <T>(value: T) =>
    fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constant(value) });
  return fc.record({
    kind: fc.constant("text"),
    text: words(),
    strong: seldom(true).map((value) => value ?? false),
    emphasis: seldom(true).map((value) => value ?? false),
    underline: seldom(true).map((value) => value ?? false),
    role: fc.constantFrom(null, null, null, null, "literal", "ambiguity"),
    link: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...links) }),
    revisions: revisions(),
    formatting: formatting(),
  });
}

/** Words of several scripts with their joiners and marks, and now and then any characters that XML allows. */
function words(): fc.Arbitrary<string> {
  const known = fc.constantFrom(
    "The parties shall cease hostilities",
    " within 24 hours ",
    "[",
    "|",
    " ",
    "  two spaces  ",
    "a & b < c > d \"e\" 'f' ]]>",
    "طرفین متعهد می‌شوند",
    " ظرف 24 ساعت (Doha) ",
    "د سولې تړون، ښه ژوند ته لاره ده.",
    "ماده ۱ ‏- the ‎order",
    "soft\u00adhyphen and non\u2011breaking\u00a0space",
    "📜",
    "%1.",
  );
  const anything = fc
    .string({ unit: "binary", minLength: 1, maxLength: 8 })
    .map((text) => text.replace(unfit, ""))
    .filter((text) => text !== "");
  return fc.oneof({ weight: 8, arbitrary: known }, { weight: 1, arbitrary: anything });
}

/** Characters that XML forbids, halves of pairs, and those that are pieces of their own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
const unfit = /[\u0000-\u001f\ufffe\uffff\p{Surrogate}]/gu;

const author = fc.constantFrom("Republic", "Taliban", "Mediation team & secretariat", "جمهوری اسلامی");
const date = fc.constantFrom(null, "2021-03-01T10:00:00Z", "2021-03-02T23:59:59Z", "2020-02-29T08:30:00+04:30");

function revision(): fc.Arbitrary<Revision> {
  const kinds = ["inserted", "inserted", "deleted", "deleted", "moved-here", "moved-away"] as const;
  return fc
    .record({ kind: fc.constantFrom(...kinds), author, date, name: fc.constantFrom(null, "move1", "move2") })
    .map(({ name, ...rest }) => ({ ...rest, move: rest.kind.startsWith("moved") ? name : null }));
}

/** Nested changes; words move away once and arrive once at most. */
function revisions(): fc.Arbitrary<readonly Revision[]> {
  const nested = fc
    .array(revision(), { minLength: 1, maxLength: 3 })
    .map((list) =>
      list.filter((one, index) => one.move === null || list.findIndex(({ kind }) => kind === one.kind) === index),
    );
  const single = (list: readonly Revision[]) =>
    list.filter(
      (one, index) => !one.kind.startsWith("moved") || list.findIndex(({ kind }) => kind === one.kind) === index,
    );
  return fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: nested.map(single) });
}

/** The end of a paragraph has one change of each kind at most: it came, and then it went. */
function mark(): fc.Arbitrary<readonly Revision[]> {
  const order = ["inserted", "moved-here", "deleted", "moved-away"];
  const some = fc
    .uniqueArray(revision(), { selector: ({ kind }) => kind, minLength: 1, maxLength: 3 })
    .map((list) => [...list].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)));
  return fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some });
}

function formatting(): fc.Arbitrary<readonly FormattingChange[]> {
  const change = fc.record({ author, date, what: fc.constant(looks) });
  return fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: change.map((one) => [one]) });
}

function table(): fc.Arbitrary<Block> {
  const cell = fc.record({
    paragraphs: fc.array(paragraphIn("cell"), { minLength: 1, maxLength: 2 }),
    columns: fc.constantFrom(1, 1, 1, 2, 3),
  });
  const rowMark = mark().map((list) => list.filter(({ kind }) => kind === "inserted" || kind === "deleted"));
  const row: fc.Arbitrary<Row> = fc.record({
    cells: fc.array(cell, { minLength: 1, maxLength: 3 }),
    isHeader: fc.boolean(),
    revisions: rowMark,
  });
  return fc.record({ kind: fc.constant("table"), rows: fc.array(row, { minLength: 1, maxLength: 3 }) });
}

function comment(): fc.Arbitrary<Omit<Comment, "id">> {
  return fc.record({
    author,
    date,
    paragraphs: fc.array(words(), { minLength: 1, maxLength: 2 }),
    replyTo: fc.constantFrom(null, "some"),
    resolved: fc.boolean(),
  });
}

/**
 * Manuscripts in the one form in which a file is read: no empty words, no two equal pieces side by side, every range
 * with both its ends in one story, ids as Word has them, numbers that the list counts or that are typed.
 */
export const arbitraryManuscript: fc.Arbitrary<Manuscript> = fc
  .record({
    title: fc.option(fc.constantFrom("Draft agreement", "A & B <second draft>", "توافقنامه آتش‌بس"), { nil: null }),
    language: fc.constantFrom(null, "en", "en-GB", "fr", "fa-AF", "ps-AF"),
    direction: fc.constantFrom("ltr", "rtl"),
    landscape: fc.boolean(),
    header: fc.option(fc.constantFrom("Confidential. Mediation team only.", "محرم (draft 2)"), { nil: null }),
    blocks: fc.array(fc.oneof({ weight: 4, arbitrary: paragraphIn("body") }, { weight: 1, arbitrary: table() }), {
      maxLength: 9,
    }),
    footnotes: fc.array(fc.array(paragraphIn("footnote"), { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
    comments: fc.array(comment(), { maxLength: 4 }),
    anchors: fc.uniqueArray(fc.constantFrom("_Parley_scope", "_Parley_text-3_bis", "annex.1", "ماده۱"), {
      maxLength: 4,
    }),
    carried: fc.option(fc.oneof(fc.constant('base: "3"\r\n\t<&>]]>'), words()), { nil: null }),
    places: fc.infiniteStream(fc.nat({ max: 9999 })),
    labels: fc.infiniteStream(fc.nat({ max: 99 })),
  })
  .map(assemble);
