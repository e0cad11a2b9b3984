import type { Instrument, InstrumentBracket, InstrumentInline, InstrumentProvision } from "../../src/instrument.ts";

export const emptyFront: Instrument["front"] = {
  title: null,
  notice: null,
  reconstruction: false,
  drafter: null,
  stage: null,
  date: null,
  parties: [],
  basisAcceptedBy: [],
  language: null,
  authenticLanguages: [],
  prevailingLanguage: null,
  revises: null,
  other: {},
};

export function words(text: string): InstrumentInline {
  return { kind: "words", text, emphasis: "none" };
}

/** A paragraph with these words and whatever else is told of it. */
export function provision(text: string, rest: Partial<InstrumentProvision> = {}): InstrumentProvision {
  return {
    id: "p",
    derived: false,
    kind: "paragraph",
    number: null,
    separator: "",
    heading: false,
    words: text === "" ? [] : [words(text)],
    status: { kind: "proposed" },
    attributes: {},
    classes: [],
    children: [],
    ...rest,
  };
}

export function bracket(
  id: string,
  alternatives: readonly (Partial<InstrumentBracket["alternatives"][number]> & { readonly text: string })[],
): InstrumentBracket {
  return {
    kind: "bracket",
    id,
    derived: false,
    blank: alternatives.every(({ text, unworded }) => text === "" && unworded !== true),
    status: { kind: "proposed" },
    alternatives: alternatives.map(({ text, ...rest }, i) => ({
      id: String(i + 1),
      party: null,
      unworded: false,
      words: text === "" ? [] : [words(text)],
      ...rest,
    })),
  };
}

export function instrument(
  provisions: readonly InstrumentProvision[],
  front: Partial<Instrument["front"]> = {},
): Instrument {
  return { front: { ...emptyFront, ...front }, provisions };
}
