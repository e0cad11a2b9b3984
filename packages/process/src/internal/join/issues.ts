import { allProvisions, type Bracket, cleanText, type Provision } from "@parley/agreement";
import type { TabledText } from "../../events.ts";
import type { State } from "../../fold.ts";
import { fillingOf } from "./filling.ts";

/** One option of an issue: a wording tabled in one or more drafts. */
export interface JoinedOption {
  /** The id of the first text in its line of revisions, an alternative's own id, `open`, or `none`. */
  readonly id: string;
  /** The words, as last tabled; for a blank, what is asked for. */
  readonly text: string;
  /** True for a blank or an option without wording. */
  readonly open: boolean;
  /** Drafts whose wording it is or was, oldest first. */
  readonly tabledIn: readonly string[];
  /** The first draft that had the present words; it names the wording. */
  readonly wording: string;
  /** For each draft in `tabledIn`, the first draft that had the same words. */
  readonly wordingOf: ReadonlyMap<string, string>;
  /** For each draft in `tabledIn`, its own words. */
  readonly textIn: ReadonlyMap<string, string>;
}

/** An issue of the negotiation: an open bracket, or a provision that is contested or worded in several ways. */
export interface JoinedIssue {
  /** A bracket's id, or a provision's. */
  readonly id: string;
  readonly provision: string;
  readonly name: string;
  /** True when a position on it is recorded by the day. */
  readonly contested: boolean;
  readonly options: readonly JoinedOption[];
}

/** The option of a blank or an unworded alternative. */
const openOption = "open";

/** The option of a draft that has no such provision. */
export const noneOption = "none";

/** A draft's words on one provision. */
interface Wording {
  readonly draft: TabledText;
  readonly provision: Provision;
}

/**
 * The issues on a day, in the order of the basis text and then of the drafts that add to it. Options are the union
 * over the drafts tabled by the day, joined by the ids of provisions and brackets. An alleged draft adds none.
 */
export function issuesOf(state: State): JoinedIssue[] {
  const drafts = draftsOf(state);
  const wordings = wordingsByProvision(orderFromBasis(drafts, state.definition.basis));
  const contested = contestedTargets(state);
  const issues: JoinedIssue[] = [];
  for (const [provision, list] of wordings) {
    const brackets = new Set(
      list.flatMap(({ provision: own }) => bracketsOf(own).map((bracket) => bracket.id as string)),
    );
    const absent = drafts.filter((draft) => !draft.entry.partial && !list.some((each) => each.draft === draft));
    if (brackets.size > 0) {
      for (const bracket of brackets) {
        issues.push({
          id: bracket,
          provision,
          name: nameOf(state, bracket, list),
          contested: contested.has(bracket) || contested.has(provision),
          options: bracketOptions({ bracket, list, drafts }),
        });
      }
    } else {
      const options = provisionOptions({ list, absent, drafts });
      if (options.length > 1 || contested.has(provision)) {
        issues.push({
          id: provision,
          provision,
          name: nameOf(state, provision, list),
          contested: contested.has(provision),
          options,
        });
      }
    }
  }
  return issues;
}

/** The drafts that count, oldest first: negotiated, and confirmed. */
export function draftsOf(state: State): TabledText[] {
  return state.texts.filter(({ entry }) => entry.kind === "draft" && !entry.alleged);
}

/** The draft whose wording is chosen unless another is: the basis, or the first draft tabled. */
export function basisOf(state: State): TabledText | null {
  const drafts = draftsOf(state);
  return drafts.find(({ entry }) => entry.id === state.definition.basis) ?? drafts[0] ?? null;
}

/** The first text of a draft's line of revisions that words the provision; its id names the option. */
function lineOf(draft: TabledText, list: readonly Wording[], drafts: readonly TabledText[]): string {
  const seen = new Set<string>();
  let current: TabledText | undefined = draft;
  let first = draft.entry.id;
  while (current !== undefined && !seen.has(current.entry.id)) {
    seen.add(current.entry.id);
    if (list.some((wording) => wording.draft === current)) first = current.entry.id;
    const earlier: string | null = current.entry.revises;
    current = earlier === null ? undefined : drafts.find(({ entry }) => entry.id === earlier);
  }
  return first;
}

function orderFromBasis(drafts: readonly TabledText[], basis: string): TabledText[] {
  return [...drafts.filter(({ entry }) => entry.id === basis), ...drafts.filter(({ entry }) => entry.id !== basis)];
}

function wordingsByProvision(drafts: readonly TabledText[]): Map<string, Wording[]> {
  const found = new Map<string, Wording[]>();
  for (const draft of drafts) {
    for (const provision of allProvisions(draft.agreement)) {
      if (provision.kind === "note" || provision.kind === "signature") continue;
      // In a partial report a heading only says where something stands; it is no wording of its own.
      if (provision.heading !== null && bracketsOf(provision).length === 0 && draft.entry.partial) continue;
      const list = found.get(provision.id) ?? [];
      list.push({ draft, provision });
      found.set(provision.id, list);
    }
  }
  return found;
}

function bracketsOf(provision: Provision): Bracket[] {
  return provision.words.filter((inline): inline is Bracket => inline.kind === "bracket");
}

function contestedTargets(state: State): Set<string> {
  const targets = new Set<string>();
  for (const { about } of state.positions) {
    if ("provision" in about) targets.add(about.provision);
    if ("option" in about) targets.add(about.option.slice(0, about.option.indexOf("=")));
  }
  return targets;
}

function nameOf(state: State, id: string, list: readonly Wording[]): string {
  const given = state.definition.provisions[id];
  if (given !== undefined) return given;
  const provision = list[0]?.provision;
  return provision?.heading ?? id.replaceAll("-", " ");
}

/** Collects options by id; a later wording of the same option replaces the words and keeps the earlier drafts. */
class Options {
  readonly #byId = new Map<
    string,
    { readonly open: boolean; readonly wordings: { readonly draft: string; readonly text: string }[] }
  >();

  add(option: { readonly id: string; readonly text: string; readonly open: boolean; readonly draft: string }): void {
    const known = this.#byId.get(option.id) ?? { open: option.open, wordings: [] };
    if (!known.wordings.some(({ draft }) => draft === option.draft))
      known.wordings.push({ draft: option.draft, text: option.text });
    this.#byId.set(option.id, known);
  }

  /** The option that already has these words, if any. */
  idOfText(text: string): string | undefined {
    for (const [id, { wordings }] of this.#byId) if (wordings.some((wording) => wording.text === text)) return id;
    return undefined;
  }

  list(): JoinedOption[] {
    return [...this.#byId].map(([id, { open, wordings }]) => {
      const text = wordings.at(-1)?.text ?? "";
      const first = (words: string) => wordings.find((wording) => wording.text === words)?.draft ?? "";
      return {
        id,
        text,
        open,
        tabledIn: wordings.map(({ draft }) => draft),
        wording: first(text),
        wordingOf: new Map(wordings.map((wording) => [wording.draft, first(wording.text)])),
        textIn: new Map(wordings.map((wording) => [wording.draft, wording.text])),
      };
    });
  }
}

function bracketOptions({
  bracket,
  list,
  drafts,
}: {
  readonly bracket: string;
  readonly list: readonly Wording[];
  readonly drafts: readonly TabledText[];
}): JoinedOption[] {
  const options = new Options();
  const model = list.find(({ provision }) => bracketsOf(provision).some((each) => each.id === bracket));
  for (const { draft, provision } of list) {
    const line = lineOf(draft, list, drafts);
    const own = bracketsOf(provision).find((each) => each.id === bracket);
    if (own !== undefined)
      addAlternatives(options, own, { draft: draft.entry.id, line, first: draft === list[0]?.draft });
    else if (model !== undefined) {
      const text = fillingOf({ words: model.provision.words, bracket, filled: cleanText(provision) });
      options.add({ id: options.idOfText(text) ?? line, text, open: false, draft: draft.entry.id });
    }
  }
  return options.list();
}

function addAlternatives(
  options: Options,
  bracket: Bracket,
  { draft, line, first }: { readonly draft: string; readonly line: string; readonly first: boolean },
): void {
  if (bracket.blank) {
    options.add({ id: openOption, text: "(blank)", open: true, draft });
    return;
  }
  bracket.alternatives.forEach((alternative, index) => {
    const text = cleanText(alternative.words).trim();
    if (alternative.unworded || text === "") {
      options.add({ id: openOption, text: "(no wording held)", open: true, draft });
      return;
    }
    const numbered = alternative.id === String(index + 1);
    const id = !numbered
      ? alternative.id
      : bracket.alternatives.length === 1
        ? line
        : first
          ? alternative.id
          : `${line}.${alternative.id}`;
    options.add({ id: options.idOfText(text) ?? id, text, open: false, draft });
  });
}

function provisionOptions({
  list,
  absent,
  drafts,
}: {
  readonly list: readonly Wording[];
  readonly absent: readonly TabledText[];
  readonly drafts: readonly TabledText[];
}): JoinedOption[] {
  const options = new Options();
  for (const { draft, provision } of list) {
    const text = (provision.heading ?? cleanText(provision)).trim();
    options.add({
      id: options.idOfText(text) ?? lineOf(draft, list, drafts),
      text,
      open: false,
      draft: draft.entry.id,
    });
  }
  for (const draft of absent) {
    options.add({ id: noneOption, text: "(no such provision)", open: false, draft: draft.entry.id });
  }
  return options.list();
}
