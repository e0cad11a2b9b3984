import type { DraftParagraph } from "@parley/agreement";

const additions = ["bis", "ter", "quater", "quinquies"];

/**
 * Numbers for paragraphs that are put in between numbered ones, so that nothing else is renumbered: "3 bis." after "3.",
 * then "3 ter.". A number that the draft has already is passed over; after "quinquies" there is none, and null is given.
 */
export class PutInLabels {
  readonly #taken: Set<string>;

  constructor(sent: Iterable<Pick<DraftParagraph, "label">>) {
    this.#taken = new Set([...sent].flatMap(({ label }) => (label === null ? [] : [label])));
  }

  after(label: string | null): string | null {
    const [, core = "", closing = ""] = /^(.*?)([.):\u2014-]*)$/su.exec(label ?? "") ?? [];
    if (core.trim() === "") return null;
    const stem = core.replace(/ (?:bis|ter|quater|quinquies)$/u, "");
    const free = additions.map((addition) => `${stem} ${addition}${closing}`).find((each) => !this.#taken.has(each));
    if (free === undefined) return null;
    this.#taken.add(free);
    return free;
  }
}
