import type { Comment, Direction, Loss, LossCode, Piece } from "../../manuscript.ts";
import { attribute, descendants } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import type { Region } from "./changes-in.ts";
import type { Draft, DraftBlock, Flow } from "./flow.ts";
import type { Lists } from "./lists-in.ts";
import type { Looks } from "./looks-in.ts";

/** All that is known while a document is read, and what is found. */
export interface Reading {
  readonly looks: Looks;
  readonly lists: Lists;
  readonly regions: ReadonlyMap<string, Region>;
  readonly direction: Direction;
  /** The root of an embedded document; null when there is none. */
  readonly embedded: (name: string) => XmlElement | null;
  /** Comments whose range has an end somewhere. */
  readonly rangedComments: ReadonlySet<string>;
  /** Regions whose deleted words have been read: they stand in one place only. */
  readonly used: Set<Region>;
  readonly comments: Comment[];
  readonly footnotes: { readonly id: string; readonly blocks: readonly DraftBlock[] }[];
  /** The paragraphs of the body in order, those in tables included. */
  readonly drafts: Draft[];
  readonly noteDrafts: Draft[];
  readonly lost: Omit<Loss, "near">[];
  /** Reads blocks into a flow; here, since words hold notes and deleted blocks. */
  readonly readBlocks: (reading: Reading, flow: Flow, blocks: readonly XmlElement[]) => void;
  readonly commentName: (wanted: string) => string;
  readonly noteName: (wanted: string) => string;
  /** The names of the comments read so far. */
  readonly commentNames: Set<string>;
  /** How many cells may still be made because the file says that one is repeated. */
  repeatsLeft: number;
}

type Beginning = Pick<Draft, "role" | "level" | "direction" | "place" | "isGap">;

/** A paragraph without words yet, counted among those of the body or of the notes. */
export function freshDraft(flow: Flow, reading: Reading, beginning: Beginning): Draft {
  const { role, level, direction, place, isGap } = beginning;
  const draft: Draft = {
    kind: "paragraph",
    role,
    level,
    direction,
    place,
    isGap,
    pieces: [],
    formatting: [],
    ordinal: flow.isNote ? null : reading.drafts.length + 1,
    typed: [],
    typedEnds: false,
    label: null,
    mark: [],
    afterSpace: true,
    endsInLayout: false,
  };
  (flow.isNote ? reading.noteDrafts : reading.drafts).push(draft);
  return draft;
}

export function lose(reading: Reading, code: LossCode, what: string): void {
  reading.lost.push({ code, what, paragraph: reading.drafts.at(-1)?.ordinal ?? null });
}

/** Gives the name as it is, or with a number behind it when it was taken. Constant work, whatever the file repeats. */
export function freshNames(): (wanted: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (wanted) => {
    let name = wanted;
    for (let nth = (counts.get(wanted) ?? 1) + 1; taken.has(name); nth += 1) {
      name = `${wanted}-${nth}`;
      counts.set(wanted, nth);
    }
    taken.add(name);
    return name;
  };
}

export function rangedComments(content: XmlElement): ReadonlySet<string> {
  const names = new Set<string>();
  for (const end of descendants(content, "office:annotation-end")) names.add(attribute(end, "office:name") ?? "");
  return names;
}

const nearWordsMax = 8;

/** The losses with the first words of their paragraphs, in the order of the page. */
export function tellLosses(reading: Reading): readonly Loss[] {
  const told = reading.lost.map((loss) => {
    const draft = loss.paragraph === null ? undefined : reading.drafts[loss.paragraph - 1];
    return { ...loss, near: draft === undefined ? "" : firstWords(draft.pieces) };
  });
  return told.sort((a, b) => (a.paragraph ?? 0) - (b.paragraph ?? 0));
}

/** The first eight words of a paragraph, to find it by. */
function firstWords(pieces: readonly Piece[]): string {
  let text = "";
  for (const piece of pieces) {
    if (piece.kind === "text") text += piece.text;
    else if (piece.kind === "tab" || piece.kind === "break") text += " ";
    if (text.length > 200) break;
  }
  const words = text
    .slice(0, 200)
    .split(/\s+/)
    .filter((word) => word !== "");
  return words.slice(0, nearWordsMax).join(" ");
}

/** Nobody sets words apart by more. */
export const spacesMax = 100;

/** The plain words of an element: tabs and line ends as characters, spaces as the format counts them. */
export function plainWords(root: XmlElement): string {
  let text = "";
  const visit = (element: XmlElement): void => {
    for (const node of element.children) {
      if (typeof node === "string") {
        const words = node.replace(/[\t\n\r ]+/g, " ");
        text += text === "" || text.endsWith(" ") ? words.replace(/^ /, "") : words;
      } else if (node.name === "text:s") text += spaces(node);
      else if (node.name === "text:tab") text += "\t";
      else if (node.name === "text:line-break") text += "\n";
      else if (node.name !== "office:annotation" && node.name !== "text:note-citation") visit(node);
    }
  };
  visit(root);
  return text;
}

/** What a text:s stands for: one space, or as many as it says, up to a hundred. */
export function spaces(element: XmlElement): string {
  const count = Number(attribute(element, "text:c") ?? "1");
  return " ".repeat(Number.isInteger(count) && count >= 1 ? Math.min(count, spacesMax) : 1);
}

const wordsShownMax = 200;

/** Words as a loss shows them: on one line, and cut when they are many. */
export function shown(words: string): string {
  const start = words
    .slice(0, wordsShownMax * 5)
    .replace(/\s+/g, " ")
    .trim();
  return start.length > wordsShownMax ? `${start.slice(0, wordsShownMax)}…` : start;
}
