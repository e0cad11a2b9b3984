import type { BracketId, Inline, Provision, ProvisionId, ProvisionKind, Status } from "../../model.ts";
import { cleanText } from "../../print.ts";
import { bracketOfAlternatives } from "./alternatives.ts";
import { type Attributes, looksLikeAttributes, readAttributes } from "./attributes.ts";
import type { Draft } from "./draft.ts";
import { deriveIds, type GivenBracket, Ids } from "./ids.ts";
import { type Reading, readInlines } from "./inlines.ts";
import type { Stretch } from "./lines.ts";
import { atStatedDepths, kindClasses, statedDepth, statedKind } from "./place.ts";
import { isDefinition } from "./plain-lines.ts";
import { statusOf } from "./status.ts";
import { notRead } from "./tokens.ts";

/** A text's file and source, and where findings go. */
export type Text = Omit<Reading, "brackets">;

/** The provisions of a text, and whether any id in it is lasting. */
export interface ProvisionsRead {
  readonly provisions: readonly Provision[];
  readonly hasLastingIds: boolean;
}

/** Reads the words of all drafts, gives ids, and makes provisions of them. Linear. */
export function readProvisions(text: Text, byRules: readonly Draft[]): ProvisionsRead {
  const ids = new Ids(text.findings);
  const visit = (drafts: readonly Draft[]): void => {
    for (const draft of drafts) {
      readDraft(text, draft, ids);
      visit(draft.children);
    }
  };
  visit(byRules);
  const roots = atStatedDepths(byRules, text.findings);
  const hasLastingIds = ids.anyLasting;
  deriveIds(roots, (draft) => cleanText(draft.words), ids);
  const proposed: Status = { kind: "proposed" };
  return { provisions: roots.map((draft) => provisionOf(text, draft, proposed)), hasLastingIds };
}

function readDraft(text: Text, draft: Draft, ids: Ids): void {
  const brackets: GivenBracket[] = [];
  const reading = { ...text, brackets };
  if (draft.alternatives === null) {
    draft.attributes = takeAttributes(text, draft.segments);
    draft.words = draft.kind === "table" ? rowsOf(reading, draft.segments) : readInlines(reading, draft.segments);
  } else {
    draft.attributes = draft.alternatives.attributes;
    draft.words = [bracketOfAlternatives(reading, draft.alternatives)];
  }
  draft.kind = kindOf(draft);
  claimProvision(text, draft, ids);
  draft.brackets = brackets.map(({ bracket }) => bracket);
  brackets.forEach(({ bracket, given }, order) => {
    const id = given?.id ?? null;
    if (id === null) return;
    // Alternatives of whole paragraphs are one provision and one bracket, and go by one id.
    const shared = draft.alternatives !== null && order === 0;
    bracket.id = (shared ? (draft.id ?? id) : id) as BracketId;
    bracket.derived = shared ? draft.derived : !ids.claim(id, given?.start ?? 0);
  });
}

/** The id written at the provision's own end, else that of a division around it. */
function claimProvision(text: Text, draft: Draft, ids: Ids): void {
  const naming = draft.around.filter(({ names }) => names).map(({ attributes }) => attributes);
  for (const given of [draft.attributes, ...naming]) {
    if (given === null || given.id === null) continue;
    if (draft.id !== null) {
      text.findings.add({
        code: "attributes-unused",
        severity: "warning",
        at: given.start,
        message: `“${given.id}” names a provision that already has the id “${draft.id}”, so it is not used.`,
        help: "Keep one of the two ids.",
      });
      continue;
    }
    draft.id = given.id;
    draft.derived = !ids.claim(given.id, given.start);
  }
}

/** How many characters at the end of a provision may be attributes. */
const attributesLengthMax = 4000;

/** Takes attributes off the end of a provision's words; those right after a bracket belong to the bracket. */
function takeAttributes({ source, findings }: Text, segments: Stretch[]): Attributes | null {
  const last = segments.at(-1);
  const first = segments[0];
  if (last === undefined || first === undefined) return null;
  let end = last.end;
  while (end > last.start && /\s/u.test(source[end - 1] ?? "")) end -= 1;
  if (source[end - 1] !== "}" || source[end - 2] === "\\") return null;
  const from = Math.max(first.start, end - attributesLengthMax);
  const brace = from + source.slice(from, end).lastIndexOf("{");
  if (brace < from || !looksLikeAttributes(source, brace)) return null;
  if (brace > from && /[\]|[\\]/u.test(source[brace - 1] ?? "")) return null;
  const attributes = readAttributes(source, brace);
  if (attributes === null || attributes.end !== end) {
    notRead(source, brace, findings);
    return null;
  }
  while ((segments.at(-1)?.start ?? -1) >= brace) segments.pop();
  const cut = segments.at(-1);
  if (cut !== undefined) segments[segments.length - 1] = { start: cut.start, end: Math.min(cut.end, brace) };
  return attributes;
}

function rowsOf(reading: Reading, rows: readonly Stretch[]): Inline[] {
  const words: Inline[] = [];
  rows.forEach((row, order) => {
    const start = rows[order - 1]?.end;
    if (start !== undefined) words.push({ kind: "break", span: { file: reading.file, start, end: row.start } });
    for (const piece of readInlines(reading, [row])) words.push(piece);
  });
  return words;
}

function provisionOf(text: Text, draft: Draft, inherited: Status): Provision {
  const { file } = text;
  const own = draft.attributes;
  const naming = draft.around.filter(({ names }) => names).map(({ attributes }) => attributes);
  const around = draft.around.map(({ attributes }) => attributes);
  const status =
    [own, ...around].reduce<Status | null>((found, given) => found ?? statusOf(given, text.findings), null) ??
    inherited;
  const children = draft.children.map((child) => provisionOf(text, child, status));
  const classes = [...new Set([own, ...naming].flatMap((given) => given?.classes ?? []))];
  return {
    id: (draft.id ?? "") as ProvisionId,
    derived: draft.derived,
    kind: draft.kind,
    number: draft.number,
    heading: draft.isHeading ? cleanText(draft.words) : null,
    span: { file, start: draft.start, end: Math.max(draft.end, children.at(-1)?.span.end ?? 0) },
    ownSpan: { file, start: draft.start, end: draft.end },
    words: draft.words,
    status,
    attributes: pairsOf([...naming.toReversed(), own]),
    classes: draft.alternatives === null ? classes : classes.filter((name) => name !== "alternatives"),
    children,
  };
}

/** The kind that `kind` or a class says, else the one that its form shows. */
function kindOf(draft: Draft): ProvisionKind {
  // Its mark is plainer than anything that is said around it.
  if (draft.kind === "footnote") return "footnote";
  const given = [draft.attributes, ...draft.around.map(({ attributes }) => attributes)];
  const stated = given.map(statedKind).find((kind) => kind !== null);
  if (stated != null) return stated;
  const said = given.flatMap((attributes) => attributes?.classes ?? []).find((name) => kindClasses.has(name));
  if (said !== undefined) return said as ProvisionKind;
  if (draft.kind === "paragraph" && isDefinition(cleanText(draft.words.slice(0, 3)))) return "definition";
  return draft.kind;
}

/** The attributes after id, status, kind and depth, those written nearest to the words winning. */
function pairsOf(given: readonly (Attributes | null)[]): Readonly<Record<string, string>> {
  const pairs = given.flatMap((attributes) =>
    Object.entries(attributes?.pairs ?? {}).filter(([key]) => !saysPlace(attributes, key)),
  );
  return Object.fromEntries(new Map(pairs));
}

/** Status, kind and depth are read into the provision itself; a kind or a depth that is none stays as written. */
function saysPlace(attributes: Attributes | null, key: string): boolean {
  if (key === "kind") return statedKind(attributes) !== null;
  return key === "status" || (key === "depth" && statedDepth(attributes) !== null);
}
