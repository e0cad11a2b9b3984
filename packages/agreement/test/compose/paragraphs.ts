import {
  type Agreement,
  compose,
  type DraftInline,
  type DraftParagraph,
  type FrontMatter,
  parse,
} from "../../src/index.ts";

/** A paragraph of plain words; what else it has is given. */
export function paragraph(
  words: string | readonly DraftInline[],
  rest: Partial<Omit<DraftParagraph, "words">> = {},
): DraftParagraph {
  return {
    id: null,
    kind: null,
    headingLevel: null,
    label: null,
    words: typeof words === "string" ? [said(words)] : words,
    rows: null,
    status: null,
    attributes: {},
    classes: [],
    depth: null,
    ...rest,
  };
}

export function said(text: string, emphasis: "none" | "emphasis" | "strong" = "none"): DraftInline {
  return { kind: "words", text, emphasis };
}

export const noFront: FrontMatter = {
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

/** The source of some paragraphs without front matter. */
export function source(...paragraphs: readonly DraftParagraph[]): string {
  return compose({ front: noFront, paragraphs });
}

export function readBack(text: string): Agreement {
  return parse({ file: "draft.md", source: text });
}
