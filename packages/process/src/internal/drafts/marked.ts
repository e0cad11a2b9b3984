import { type Agreement, allProvisions, compare, parse } from "@parley/agreement";
import type { Manuscript, Revision } from "@parley/documents";
import { anchorOf } from "./anchors.ts";
import { overlay, withRevisions } from "./diff-tokens.ts";
import { anchorsIn, earlierDraft } from "./from-manuscript.ts";
import { type LaidOut, layOut } from "./lay-out.ts";
import { chiefRun, type Run, runsOf, type Stood, stoodOf } from "./stream.ts";
import { manuscriptOf } from "./to-manuscript.ts";
import { isWide, type Token, wasThere } from "./tokens.ts";
import { typedNumber, withoutHead } from "./typed-number.ts";

/** Stands in the place of a name where words changed without a tracked change. No file can hold such a name. */
export const untracked = "\u0000";

/** A provision of the draft that was sent, with every change made to it, tracked or not. */
export interface MarkedProvision {
  /** Null for a paragraph that the sent draft did not have and that came back without a tracked change. */
  readonly sent: LaidOut | null;
  /** One paragraph of the file, or several where its end was inserted. Rejecting every change in them gives the sent words. */
  readonly parts: readonly MarkedPart[];
}

export interface MarkedPart {
  readonly run: Run;
  readonly tokens: readonly Token[];
  /** Tracked changes of its end: deleted joins it to what follows. */
  readonly end: readonly Revision[];
}

const added: Revision = { kind: "inserted", author: untracked, date: null, move: null };
const removed: Revision = { kind: "deleted", author: untracked, date: null, move: null };

/**
 * A file that came back, held against the draft that was sent: provision by provision in the order of that draft, joined
 * by our bookmarks and, where they are gone, by likeness. What the draft did not have stands after what it follows in
 * the file. `progress` is told the share of provisions held, never falling. Near to linear.
 */
export function markReturned(
  sent: Agreement,
  manuscript: Manuscript,
  progress: (share: number) => void = () => {},
): MarkedProvision[] {
  const { source, stood } = earlierDraft(manuscript);
  const laid = layOut(sent);
  const pairs = pairUp(sent, laid, source, stood);
  const wordsSent = sentRuns(sent);
  const marked: MarkedProvision[] = [];
  const followers = followersOf(stood, pairs);
  for (const extra of followers.get(null) ?? []) marked.push(addition(extra));
  for (const [at, each] of laid.entries()) {
    if (at % provisionsAStep === 0) progress(at / laid.length);
    const run = wordsSent.get(each.provision.id);
    if (run === undefined) continue;
    const found = pairs.byProvision.get(each.provision.id);
    marked.push(found === undefined ? loss(each, run) : comparison(each, run, found));
    for (const extra of found === undefined ? [] : (followers.get(found) ?? [])) marked.push(addition(extra));
  }
  return marked;
}

/** Provisions held between two words about how far it is. */
const provisionsAStep = 50;

/** The words of each provision as they were sent. */
function sentRuns(sent: Agreement): Map<string, Run> {
  const names = new Map(allProvisions(sent).map(({ id }) => [anchorOf("provision", id), id as string]));
  const runs = new Map<string, Run>();
  for (const stood of stoodOf(runsOf(manuscriptOf(sent)))) {
    const id = anchorsIn(stood)
      .map((name) => names.get(name))
      .find((each) => each !== undefined);
    const run = chiefRun(stood) ?? stood.runs[0];
    if (id !== undefined && run !== undefined) runs.set(id, run);
  }
  return runs;
}

interface Pairs {
  readonly byProvision: ReadonlyMap<string, Stood>;
  readonly paired: ReadonlySet<Stood>;
}

function pairUp(sent: Agreement, laid: readonly LaidOut[], source: string, stood: readonly Stood[]): Pairs {
  const names = new Map(laid.map(({ provision }) => [anchorOf("provision", provision.id), provision.id as string]));
  const byProvision = new Map<string, Stood>();
  const paired = new Set<Stood>();
  const pair = (id: string, each: Stood | undefined): void => {
    if (each === undefined || byProvision.has(id) || paired.has(each)) return;
    byProvision.set(id, each);
    paired.add(each);
  };
  for (const each of stood) {
    for (const name of anchorsIn(each)) {
      const id = names.get(name);
      if (id !== undefined) pair(id, each);
    }
  }
  if (byProvision.size === laid.length) return { byProvision, paired };
  const earlier = parse({ file: sent.file, source });
  const provisions = allProvisions(earlier);
  // The parser may have cut a paragraph in two; then the order no longer tells which came from which.
  if (provisions.length !== stood.length) return { byProvision, paired };
  const stoodOfId = new Map(provisions.map(({ id }, index) => [id as string, stood[index]]));
  for (const { before, after, kind } of compare({ before: sent, after: earlier }, { all: true })) {
    if (before === null || after === null || kind === "split" || kind === "merged") continue;
    pair(before.id, stoodOfId.get(after.id));
  }
  return { byProvision, paired };
}

/** What the sent draft did not have, by what it follows in the file; null for what comes first. */
function followersOf(stood: readonly Stood[], { paired }: Pairs): Map<Stood | null, Stood[]> {
  const followers = new Map<Stood | null, Stood[]>();
  let last: Stood | null = null;
  for (const each of stood) {
    if (paired.has(each)) last = each;
    else followers.set(last, [...(followers.get(last) ?? []), each]);
  }
  return followers;
}

function comparison(sent: LaidOut, words: Run, stood: Stood): MarkedProvision {
  const returned = withoutTypedNumber(streamOf(stood), sent, stood);
  return { sent, parts: partsOf(overlay({ sent: words.tokens, returned, added, removed, spacesStand: true }), stood) };
}

/** A number that was live when it was sent and is typed when it comes back is still a number and no word. */
function withoutTypedNumber(tokens: readonly Token[], sent: LaidOut, stood: Stood): readonly Token[] {
  const label = sent.label?.text ?? null;
  if (label === null || chiefRun(stood)?.label != null) return tokens;
  const typed = typedNumber(stood);
  if (typed !== null && bareNumber(typed.printed) === bareNumber(label)) return withoutHead(tokens, typed.length);
  let text = "";
  for (let index = 0; index < tokens.length && text.length < label.length; index++) {
    const token = tokens[index];
    if (token === undefined || (isWide(token) && token.kind !== "word")) break;
    if (token.kind !== "word") continue;
    text += token.text;
    if (text !== label) continue;
    const rest = tokens.slice(index + 1);
    const [next] = rest;
    return next !== undefined && (next.kind === "tab" || (next.kind === "word" && next.text.trim() === ""))
      ? rest.slice(1)
      : rest;
  }
  return tokens;
}

/** A number without the punctuation behind it, which a hand that types it sets as it likes. */
function bareNumber(printed: string): string {
  return printed.trim().replace(/[\s.:)\u2013\u2014-]+$/u, "");
}

/** The tokens of all its runs, with the inserted ends between them. */
function streamOf({ runs }: Stood): Token[] {
  return runs.flatMap(({ tokens, end }, index): Token[] =>
    index === runs.length - 1 ? [...tokens] : [...tokens, { kind: "end", revisions: end }],
  );
}

function partsOf(tokens: readonly Token[], { runs }: Stood): MarkedPart[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "end") parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.flatMap((part, index) => {
    const run = runs[index];
    return run === undefined ? [] : [{ run, tokens: part, end: run.end }];
  });
}

function loss(sent: LaidOut, run: Run): MarkedProvision {
  const tokens = run.tokens.map((token) => (isWide(token) ? withRevisions(token, [removed]) : token));
  return { sent, parts: [{ run, tokens, end: [removed] }] };
}

function addition(stood: Stood): MarkedProvision {
  const parts = stood.runs.map((run, index) => ({
    run,
    tokens: run.tokens.map((token) =>
      isWide(token) && wasThere(token.revisions) ? withRevisions(token, [added, ...token.revisions]) : token,
    ),
    end: index === stood.runs.length - 1 ? [added, ...run.end] : run.end,
  }));
  return { sent: null, parts };
}

/** Whether nothing of a part stood before the changes: it is a paragraph of its own that somebody put in. */
export function isNew({ tokens }: Pick<MarkedPart, "tokens">): boolean {
  const wide = tokens.filter(isWide);
  return wide.length > 0 && !wide.some(({ revisions }) => wasThere(revisions));
}
