import type { Comment, FormattingChange } from "@parley/documents";
import type { MarkedProvision } from "./marked.ts";
import { isWide, type Token, textOfTokens } from "./tokens.ts";

/** A comment with the provision and the words it stands at. */
export interface PlacedComment {
  readonly comment: Comment;
  readonly provision: string | null;
  /** The words it is about; empty when it stands at a point, or outside every provision. */
  readonly on: string;
}

export interface PlacedFormatting {
  readonly change: FormattingChange;
  readonly provision: string | null;
}

/** Every comment of a file in its order, an answer where the comment it answers stands. Linear. */
export function placedComments(marked: readonly MarkedProvision[], comments: readonly Comment[]): PlacedComment[] {
  const places = new Map<string, { provision: string | null; on: string }>();
  let provision: string | null = null;
  for (const { sent, parts } of marked) {
    provision = sent?.provision.id ?? provision;
    const tokens = parts.flatMap((part) => part.tokens);
    tokens.forEach((token, at) => {
      if (token.kind === "comment-start") places.set(token.id, { provision, on: wordsUpTo(tokens, at, token.id) });
    });
  }
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  return comments.map((comment) => {
    const root = rootOf(comment, byId);
    const place = places.get(comment.id) ?? places.get(root.id);
    return { comment, provision: place?.provision ?? null, on: place?.on ?? "" };
  });
}

function wordsUpTo(tokens: readonly Token[], start: number, id: string): string {
  const end = tokens.findIndex((token, at) => at > start && token.kind === "comment-end" && token.id === id);
  return textOfTokens(tokens.slice(start, end < 0 ? tokens.length : end).filter(isWide));
}

/** The first comment of a conversation; a circle of answers, which no sound file has, ends where it began. */
function rootOf(comment: Comment, byId: ReadonlyMap<string, Comment>): Comment {
  const seen = new Set<string>();
  let root = comment;
  while (root.replyTo !== null && !seen.has(root.id)) {
    seen.add(root.id);
    const next = byId.get(root.replyTo);
    if (next === undefined) break;
    root = next;
  }
  return root;
}

export function placedFormatting(marked: readonly MarkedProvision[]): PlacedFormatting[] {
  let provision: string | null = null;
  return marked.flatMap(({ sent, parts }) => {
    provision = sent?.provision.id ?? provision;
    const here = provision;
    return parts.flatMap(({ run }) => run.formatting.map((change) => ({ change, provision: here })));
  });
}
