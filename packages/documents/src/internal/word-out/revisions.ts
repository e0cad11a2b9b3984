import type { FormattingChange, Revision } from "../../manuscript.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";

const elementOf = {
  inserted: "w:ins",
  deleted: "w:del",
  "moved-away": "w:moveFrom",
  "moved-here": "w:moveTo",
} as const satisfies Record<Revision["kind"], string>;

/** The order in which Word wants the changes of one paragraph mark. */
const markOrder = ["inserted", "deleted", "moved-away", "moved-here"] as const satisfies readonly Revision["kind"][];

/** The words that one change is over. */
export function changed(id: string, revision: Revision, children: readonly XmlElement[]): XmlElement {
  return element(elementOf[revision.kind], hand(id, revision), children);
}

/** The changes of a paragraph's end, at most one of each kind: the first of a kind stands for the rest. */
export function markChanges(nextId: () => string, mark: readonly Revision[]): XmlElement[] {
  return markOrder.flatMap((kind) => {
    const revision = mark.find((one) => one.kind === kind);
    return revision === undefined ? [] : [element(elementOf[kind], hand(nextId(), revision))];
  });
}

/** The changes of a row. Word knows no moved row: it is one deleted here and inserted there. */
export function rowChanges(nextId: () => string, revisions: readonly Revision[]): XmlElement[] {
  const inserted = revisions.find((one) => one.kind === "inserted" || one.kind === "moved-here");
  const deleted = revisions.find((one) => one.kind === "deleted" || one.kind === "moved-away");
  return [
    ...(inserted === undefined ? [] : [element("w:ins", hand(nextId(), inserted))]),
    ...(deleted === undefined ? [] : [element("w:del", hand(nextId(), deleted))]),
  ];
}

/**
 * A tracked change of looks over the looks as they are now. Word keeps the former looks and not words about them: they
 * are told from the words where these say bold, italic or underline, and are otherwise as now, so that to reject the
 * change does no harm. One change is all that Word holds at a place.
 */
export function looksChanged(
  nextId: () => string,
  formatting: FormattingChange | undefined,
  now: { readonly of: "w:rPr" | "w:pPr"; readonly looks: readonly XmlElement[] },
): XmlElement[] {
  if (formatting === undefined) return [];
  const former = now.of === "w:rPr" ? formerLooks(now.looks, formatting.what) : now.looks;
  return [element(`${now.of}Change`, hand(nextId(), formatting), [element(now.of, {}, former)])];
}

/** Looks that may be told in words, in the order that Word wants. */
const toldLooks = [
  { word: "bold", elements: [element("w:b"), element("w:bCs")] },
  { word: "italic", elements: [element("w:i"), element("w:iCs")] },
  { word: "underline", elements: [element("w:u", { "w:val": "single" })] },
] as const;

function formerLooks(now: readonly XmlElement[], what: string): readonly XmlElement[] {
  const told = toldLooks.flatMap(({ word, elements }) => {
    if (new RegExp(`\\b${word} off\\b`).test(what)) return elements;
    const isOn = now.some(({ name }) => name === elements[0].name);
    return isOn && !new RegExp(`\\b${word} on\\b`).test(what) ? elements : [];
  });
  const names = new Set(toldLooks.flatMap(({ elements }) => elements.map(({ name }) => name)));
  const [style, after] = [
    now.filter(({ name }) => name === "w:rStyle"),
    now.filter(({ name }) => !names.has(name) && name !== "w:rStyle"),
  ];
  return [...style, ...told, ...after];
}

/** Who and when. An id names one change only. */
export function hand(
  id: string,
  by: { readonly author: string; readonly date: string | null },
): Record<string, string | undefined> {
  return { "w:id": id, "w:author": by.author, "w:date": wordDate(by.date) };
}

/** The date if Word can read it, a bare day as its midnight; left out otherwise, since Word refuses a file over a date. */
export function wordDate(date: string | null): string | undefined {
  if (date === null) return undefined;
  const found = /^\d{4}-(\d\d)-(\d\d)(T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d)?)?$/.exec(date);
  if (found === null) return undefined;
  const [month, day, hour, minute, second] = [1, 2, 4, 5, 6].map((group) => Number(found[group] ?? 0));
  if (month === undefined || day === undefined || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
  return found[3] === undefined ? `${date}T00:00:00Z` : date;
}
