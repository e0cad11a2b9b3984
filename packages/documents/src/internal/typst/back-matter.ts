import type { Comment } from "../../manuscript.ts";
import { dayOf, type Hand, isolated } from "./hands.ts";
import { innerParagraph } from "./inline.ts";
import { call, literal } from "./literal.ts";
import type { Walk } from "./walk.ts";

/** What stands after the text: notes without a place, who changed what, and the comments. Empty when there is none. */
export function backMatter(walk: Walk): readonly string[] {
  return [...unplacedNotes(walk), ...legend(walk), ...layoutChanges(walk), ...comments(walk)];
}

function chapter(walk: Walk, words: string): string {
  return call("chapter", literal(walk.manuscript.direction), literal(words));
}

function small(walk: Walk, words: string): string {
  return call("small", literal(walk.manuscript.direction), literal(words));
}

function unplacedNotes(walk: Walk): readonly string[] {
  const left = walk.manuscript.footnotes.filter(
    (footnote) => !walk.placedNotes.has(footnote.id) || walk.footnotes.get(footnote.id) !== footnote,
  );
  if (left.length === 0) return [];
  walk.insideNote = true;
  const paragraphs = left.flatMap((footnote) => footnote.paragraphs);
  const notes = paragraphs.map((each) =>
    call("small", literal(walk.manuscript.direction), call("j", literal("* "), innerParagraph(each, walk))),
  );
  walk.insideNote = false;
  return [chapter(walk, walk.words.unplacedNotes), ...notes];
}

function legend(walk: Walk): readonly string[] {
  if (walk.hands.size === 0) return [];
  const hands = [...walk.hands.values()].map((hand) => small(walk, handLine(hand)));
  return [chapter(walk, walk.words.changes), ...hands, small(walk, walk.words.howShown)];
}

function handLine(hand: Hand): string {
  const days = hand.first === hand.last ? hand.first : `${hand.first} – ${hand.last}`;
  return days === null ? `${hand.letter} — ${hand.author}` : `${hand.letter} — ${hand.author} (${isolated(days)})`;
}

function layoutChanges(walk: Walk): readonly string[] {
  if (walk.layout.length === 0) return [];
  const lines = walk.layout.map(({ change, near }) => {
    const place = near === "" ? "" : ` (${walk.words.near}: ${near})`;
    return small(walk, `${walk.hands.get(change.author)?.letter ?? "?"} — ${change.what}${place}`);
  });
  return [chapter(walk, walk.words.layout), ...lines];
}

/** Comments in their order, each followed by its answers, numbered 1, 1.1, 1.1.1. */
function comments(walk: Walk): readonly string[] {
  const all = walk.manuscript.comments;
  if (all.length === 0) return [];
  const known = new Set(all.map((comment) => comment.id));
  const answers = Map.groupBy(all, (comment) => comment.replyTo);
  const roots = all.filter((comment) => comment.replyTo === null || !known.has(comment.replyTo));
  const entries: string[] = [];
  const told = new Set<Comment>();
  const waiting = roots.map((comment, index) => ({ comment, number: String(index + 1), depth: 0 })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (told.has(next.comment)) continue;
    told.add(next.comment);
    entries.push(entry(next, walk));
    const under = answers.get(next.comment.id) ?? [];
    for (const [index, comment] of [...under.entries()].reverse()) {
      // Deeper answers count on beside their parent: a long thread would else have numbers longer than its words.
      const number = next.depth < 3 ? `${next.number}.${index + 1}` : `${next.number}+`;
      waiting.push({ comment, number: number.slice(0, 12), depth: Math.min(next.depth + 1, 3) });
    }
  }
  for (const comment of all) if (!told.has(comment)) entries.push(entry({ comment, number: "–", depth: 0 }, walk));
  return [chapter(walk, walk.words.comments), ...entries];
}

function entry(
  one: { readonly comment: Comment; readonly number: string; readonly depth: number },
  walk: Walk,
): string {
  const { comment, number, depth } = one;
  const day = dayOf(comment.date);
  const about = [day === null ? null : isolated(day), comment.resolved ? walk.words.resolved : null].filter(
    (each) => each !== null,
  );
  const head = about.length === 0 ? comment.author : `${comment.author} (${about.join(", ")})`;
  const marked = depth === 0 && walk.commentNumbers.get(comment.id) === number;
  const name = marked ? `c${number}` : "x";
  const body = call("j", ...comment.paragraphs.flatMap((words) => [call("br"), literal(words)]).slice(1), literal(""));
  const direction = literal(walk.manuscript.direction);
  return call("entry", String(depth), literal(name), literal(number), literal(head), body, direction);
}
