import type { Block, Manuscript, Paragraph, Row, TextPiece } from "@parley/documents";

/** Papers that are no drafts, such as a brief: nothing in them is tracked, numbered or marked. */

export function plainPaper(parts: {
  readonly title: string;
  readonly header: string | null;
  readonly landscape?: boolean;
  readonly blocks: readonly Block[];
}): Manuscript {
  return {
    title: parts.title,
    language: "en",
    direction: "ltr",
    landscape: parts.landscape ?? false,
    header: parts.header,
    blocks: parts.blocks,
    footnotes: [],
    comments: [],
    carried: null,
  };
}

/** Words, strong where told. */
export type Said = string | { readonly strong: string };

export function paragraph(role: Paragraph["role"], said: readonly Said[], level = 0): Paragraph {
  const pieces = said.map(pieceOf).filter(({ text }) => text !== "");
  return { kind: "paragraph", role, level, label: null, direction: "ltr", pieces, mark: [], formatting: [] };
}

/** A point of a list; `level` 0 for the outermost. */
export function point(said: readonly Said[], level = 0): Paragraph {
  const label = { text: "•", list: "1", level, format: "bullet", pattern: "•", start: 1 } as const;
  return { ...paragraph("body", said, level), label };
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  return { kind: "table", rows: [row(head, true), ...rows.map((cells) => row(cells, false))] };
}

function row(cells: readonly string[], isHeader: boolean): Row {
  return {
    isHeader,
    revisions: [],
    cells: cells.map((said) => ({
      columns: 1,
      paragraphs: said.split("\n").map((line) => paragraph("body", [isHeader ? { strong: line } : line])),
    })),
  };
}

function pieceOf(said: Said): TextPiece {
  const isStrong = typeof said !== "string";
  return {
    kind: "text",
    text: isStrong ? said.strong : said,
    strong: isStrong,
    emphasis: false,
    underline: false,
    role: null,
    link: null,
    revisions: [],
    formatting: [],
  };
}
