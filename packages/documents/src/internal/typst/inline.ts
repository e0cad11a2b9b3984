import type { Direction, Paragraph, Piece, Revision, TextPiece } from "../../manuscript.ts";
import { keepJoined } from "./joining.ts";
import { call, joined, literal } from "./literal.ts";
import type { Walk } from "./walk.ts";

/** The smallest thing set: words of one look, or something that is not words. */
interface Atom {
  readonly words: string | null;
  readonly set: (words: string) => string;
  readonly look: string;
  readonly revisions: readonly Revision[];
  readonly commented: boolean;
  /** Takes no room on the line. */
  readonly bare: boolean;
}

/**
 * The pieces of a paragraph as one expression. `outer` are the changes of the row it stands in; the tracked change of
 * the paragraph's end is shown as a pilcrow. Cost: linear in the words.
 */
export function inline(paragraph: Paragraph, walk: Walk, outer: readonly Revision[] = []): string {
  const near = nearOf(paragraph);
  const atoms = merged(
    paragraph.pieces.flatMap((piece) => atomsOf(piece, walk, { outer, near, direction: paragraph.direction })),
  );
  for (const change of paragraph.formatting) walk.layout.push({ change, near });
  if (paragraph.mark.length > 0) atoms.push(plain("¶", paragraph.mark, false));
  const words = keepJoined(atoms.map((atom) => atom.words ?? (atom.bare ? "" : " ")));
  return joined(groups(atoms, words, walk));
}

function nearOf(paragraph: Paragraph): string {
  let near = "";
  for (const piece of paragraph.pieces) {
    if (near.length >= 40) break;
    if (piece.kind === "text") near += piece.text.slice(0, 40);
  }
  return near.slice(0, 40).trim();
}

/** Words of one look and one history are one, whatever the file cut them into. */
function merged(atoms: readonly Atom[]): Atom[] {
  const out: Atom[] = [];
  let run: string[] = [];
  for (const atom of atoms) {
    const last = out.at(-1);
    const same = last !== undefined && last.words !== null && atom.words !== null && last.look === atom.look;
    if (same && last.commented === atom.commented) {
      run.push(atom.words);
      continue;
    }
    close(out, run);
    out.push(atom);
    run = atom.words === null ? [] : [atom.words];
  }
  close(out, run);
  return out;
}

function close(out: Atom[], run: readonly string[]): void {
  const last = out.at(-1);
  if (last !== undefined && run.length > 1) out[out.length - 1] = { ...last, words: run.join("") };
}

interface Around {
  readonly outer: readonly Revision[];
  readonly near: string;
  readonly direction: Direction;
}

function atomsOf(piece: Piece, walk: Walk, around: Around): readonly Atom[] {
  const { outer, near } = around;
  const commented = walk.openComments.size > 0;
  switch (piece.kind) {
    case "text":
      for (const change of piece.formatting) walk.layout.push({ change, near });
      return textAtoms(piece, walk, { ...around, outer: [...outer, ...piece.revisions] }, commented);
    case "break":
    case "tab": {
      const revisions = [...outer, ...piece.revisions];
      const shown = piece.revisions.length === 0 ? [] : [plain(piece.kind === "tab" ? "→" : "¶", revisions, commented)];
      return [...shown, code(call(piece.kind === "tab" ? "tab" : "br"), [], false, false)];
    }
    case "footnote": {
      // The words of a note would take on the line along its call, so that a changed call has a sign of its own.
      const revisions = [...outer, ...piece.revisions];
      const shown = revisions.length === 0 ? [] : [plain("†", revisions, commented)];
      return [...shown, code(footnote(piece.id, walk), [], false, false)];
    }
    case "anchor-start":
      return anchor(piece.name, walk);
    case "anchor-end":
      return [];
    case "comment-start":
      if (!walk.commentEnds.has(piece.id)) return commentMark(piece.id, walk);
      if (walk.commentNumbers.has(piece.id) && !walk.markedComments.has(piece.id)) walk.openComments.add(piece.id);
      return [];
    case "comment-end":
      walk.openComments.delete(piece.id);
      return commentMark(piece.id, walk);
  }
}

function textAtoms(piece: TextPiece, walk: Walk, around: Around, commented: boolean): readonly Atom[] {
  const revisions = around.outer;
  const target = targetOf(piece.link, walk);
  // Accessible PDF allows one line along a word: that of a change comes before that of looks, and looks before links.
  const line = revisions.length > 0 ? "" : piece.underline ? "u" : target === null ? "" : "led";
  // Arabic script has no italics; its emphasis is bold.
  const slanted = piece.emphasis && around.direction === "ltr";
  const bold = piece.strong || (piece.emphasis && !slanted);
  const looks = [bold ? "b" : "", slanted ? "e" : "", line].filter((look) => look !== "");
  const set = (words: string): string => {
    const looked = looks.reduce((inner, look) => call(look, inner), literal(words));
    return target === null ? looked : call(target.call, literal(target.to), looked);
  };
  const look = JSON.stringify([looks, target?.to ?? null, revisions.map((each) => [each.kind, each.author])]);
  return piece.text.split(/(\r\n|[\t\n\v\f\r\u0085\u2028\u2029])/).flatMap((words, index): readonly Atom[] => {
    if (index % 2 === 1) return [code(call(words === "\t" ? "tab" : "br"), [], false, false)];
    return words === "" ? [] : [{ words, set, look, revisions, commented, bare: false }];
  });
}

/** Only addresses of the web and of mail are followed, and places in this document; the words stay in any case. */
function targetOf(link: string | null, walk: Walk): { readonly call: string; readonly to: string } | null {
  if (link === null) return null;
  if (link.startsWith("#")) {
    const name = walk.linked.get(link.slice(1));
    return name === undefined ? null : { call: "to", to: name };
  }
  if (!/^(https?:\/\/|mailto:)[^\s]+$/i.test(link) || link.length > 2000) return null;
  const parsed = URL.parse(link);
  return parsed === null || parsed.href.length > 6000 ? null : { call: "out", to: parsed.href };
}

function plain(words: string, revisions: readonly Revision[], commented: boolean): Atom {
  const look = JSON.stringify(revisions.map((each) => [each.kind, each.author]));
  return { words, set: literal, look, revisions, commented, bare: false };
}

function code(expression: string, revisions: readonly Revision[], commented: boolean, bare: boolean): Atom {
  return { words: null, set: () => expression, look: "", revisions, commented, bare };
}

function anchor(name: string, walk: Walk): readonly Atom[] {
  const place = walk.linked.get(name);
  if (place === undefined || walk.placedAnchors.has(name)) return [];
  walk.placedAnchors.add(name);
  return [code(call("at", literal(place)), [], false, true)];
}

function commentMark(id: string, walk: Walk): readonly Atom[] {
  const number = walk.commentNumbers.get(id);
  if (number === undefined || walk.markedComments.has(id)) return [];
  walk.markedComments.add(id);
  return [code(call("cm", literal(number), literal(`c${number}`)), [], false, true)];
}

/** A note inside a note is printed at the end: the page holds one level of them. */
function footnote(id: string, walk: Walk): string {
  const placed = walk.placedNotes.get(id);
  if (placed !== undefined) return call("fref", literal(placed));
  const found = walk.footnotes.get(id);
  if (found === undefined) return call("m", literal("?"));
  if (walk.insideNote) return call("m", literal("*"));
  const name = `f${walk.placedNotes.size}`;
  walk.placedNotes.set(id, name);
  walk.insideNote = true;
  const body = call("paras", ...found.paragraphs.map((paragraph) => innerParagraph(paragraph, walk)));
  walk.insideNote = false;
  return call("fnote", literal(name), found.paragraphs.length === 0 ? literal("") : body);
}

/** A paragraph inside a cell or a note, where nothing hangs in the margin. */
export function innerParagraph(paragraph: Paragraph, walk: Walk, outer: readonly Revision[] = []): string {
  const body = inline(paragraph, walk, outer);
  const bold = paragraph.role === "heading" || paragraph.role === "title" ? call("b", body) : body;
  const label = paragraph.label === null ? "none" : literal(paragraph.label.text);
  // A change of direction starts a line of its own; the number of a note stays beside words of the page's direction.
  if (paragraph.direction === walk.manuscript.direction) return call("same", label, bold);
  return call("inner", label, literal(paragraph.direction), bold);
}

/** Stretches of one history are set as one, followed by the letters of the hands unless the next stretch is theirs too. */
function groups(atoms: readonly Atom[], words: readonly string[], walk: Walk): readonly string[] {
  const stretches: { first: Atom; inner: string[]; key: string }[] = [];
  for (const [index, atom] of atoms.entries()) {
    const key = atom.bare ? "bare" : JSON.stringify([atom.commented, kinds(atom.revisions), letters(atom, walk)]);
    const last = stretches.at(-1);
    const set = atom.set(words[index] ?? "");
    if (last?.key === key) last.inner.push(set);
    else stretches.push({ first: atom, inner: [set], key });
  }
  return stretches.map(({ first, inner }, index) => {
    const shown = shownAs(first.revisions);
    const body = shown === null ? joined(inner) : call(shown, joined(inner));
    const marked = first.commented ? call("hl", body) : body;
    const hands = letters(first, walk);
    const next = stretches.slice(index + 1, index + 3).find((each) => !each.first.bare);
    const again = next !== undefined && letters(next.first, walk) === hands;
    return hands === "" || again ? marked : call("j", marked, call("m", literal(hands)));
  });
}

/** One line along the words for their whole history: what became of them last, and dashes when they came and went. */
function shownAs(revisions: readonly Revision[]): string | null {
  const last = revisions.at(-1);
  if (last === undefined) return null;
  const came = revisions.some((revision) => revision.kind === "inserted" || revision.kind === "moved-here");
  const went = revisions.some((revision) => revision.kind === "deleted" || revision.kind === "moved-away");
  if (came && went) return "both";
  const moved = revisions.some((revision) => revision.kind === "moved-here" || revision.kind === "moved-away");
  if (came) return moved ? "here" : "ins";
  return moved ? "away" : "del";
}

function kinds(revisions: readonly Revision[]): string {
  return revisions.map((revision) => revision.kind).join();
}

function letters(atom: Atom, walk: Walk): string {
  return [...new Set(atom.revisions.map((revision) => walk.hands.get(revision.author)?.letter ?? "?"))].join(",");
}
