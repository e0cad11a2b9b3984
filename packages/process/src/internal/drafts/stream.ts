import type {
  Block,
  Footnote,
  FormattingChange,
  Label,
  Manuscript,
  Paragraph,
  Revision,
  Table,
} from "@parley/documents";
import { marksProvision } from "./anchors.ts";
import { isWide, type Token, tokensOf, wasThere } from "./tokens.ts";

/** A paragraph, a table or a footnote of a file as a run of tokens. */
export interface Run {
  readonly kind: "paragraph" | "table" | "footnote";
  /** Of a paragraph; a table and a footnote have those of a plain one. */
  readonly role: Paragraph["role"];
  readonly level: number;
  readonly label: Label | null;
  /** The footnote's mark, for a footnote. */
  readonly mark: string | null;
  readonly tokens: readonly Token[];
  /** Tracked changes of its end. */
  readonly end: readonly Revision[];
  readonly formatting: readonly FormattingChange[];
}

/** What stood as one paragraph before the tracked changes: one run, or several where the end of one was inserted. */
export interface Stood {
  readonly runs: readonly Run[];
}

/** Every run of a file in reading order, footnotes last. Linear. */
export function runsOf({ blocks, footnotes }: Pick<Manuscript, "blocks" | "footnotes">): Run[] {
  return [...blocks.map(runOfBlock), ...footnotes.map(runOfFootnote)];
}

function runOfBlock(block: Block): Run {
  return block.kind === "table" ? runOfTable(block) : runOfParagraph(block, "paragraph", null);
}

function runOfParagraph(paragraph: Paragraph, kind: Run["kind"], mark: string | null): Run {
  const { role, level, label, pieces, formatting } = paragraph;
  const looks = pieces.flatMap((piece) => (piece.kind === "text" ? piece.formatting : []));
  return {
    kind,
    role,
    level,
    label,
    mark,
    tokens: tokensOf(pieces),
    end: paragraph.mark,
    formatting: [...formatting, ...looks],
  };
}

function runOfFootnote({ id, paragraphs }: Footnote): Run {
  return { ...joined(paragraphs), kind: "footnote", mark: id };
}

function runOfTable({ rows }: Table): Run {
  const tokens = rows.flatMap(({ cells, revisions }, row): Token[] => [
    ...(row === 0 ? [] : [{ kind: "row", revisions } as const]),
    ...cells.flatMap(({ paragraphs }, column): Token[] => [
      ...(column === 0 ? [] : [{ kind: "cell", revisions } as const]),
      ...joined(paragraphs).tokens.map((token) =>
        isWide(token) ? { ...token, revisions: [...revisions, ...token.revisions] } : token,
      ),
    ]),
  ]);
  return { kind: "table", role: "body", level: 0, label: null, mark: null, tokens, end: [], formatting: [] };
}

/** Several paragraphs in one place, with a break between them. */
function joined(paragraphs: readonly Paragraph[]): Run {
  const runs = paragraphs.map((paragraph) => runOfParagraph(paragraph, "paragraph", null));
  return {
    kind: "paragraph",
    role: "body",
    level: 0,
    label: null,
    mark: null,
    tokens: runs.flatMap(({ tokens }, index): Token[] =>
      index === 0 ? [...tokens] : [{ kind: "break", revisions: runs[index - 1]?.end ?? [] }, ...tokens],
    ),
    end: [],
    formatting: runs.flatMap(({ formatting }) => formatting),
  };
}

/**
 * Runs gathered into what stood as one paragraph before the changes: an end that was inserted did not part anything. A
 * paragraph with a provision's bookmark and words of its own was one before, whatever is said of the end above it:
 * LibreOffice makes one change of two insertions that touch, and takes the end between them for inserted too.
 */
export function stoodOf(runs: readonly Run[]): Stood[] {
  const stood: Stood[] = [];
  let open: Run[] = [];
  for (const run of runs) {
    const goesOn = run.kind === "paragraph" && !(isOneOfOurs(run) && open.some(isOneOfOurs));
    if (open.length > 0 && !goesOn) {
      stood.push({ runs: open });
      open = [];
    }
    open.push(run);
    if (run.kind !== "paragraph" || wasThere(run.end)) {
      stood.push({ runs: open });
      open = [];
    }
  }
  if (open.length > 0) stood.push({ runs: open });
  return stood;
}

/** Whether a run has the bookmark of a provision and words that stood before the changes. */
function isOneOfOurs({ tokens }: Run): boolean {
  return (
    tokens.some((token) => token.kind === "anchor-start" && marksProvision(token.name)) &&
    tokens.some((token) => isWide(token) && wasThere(token.revisions))
  );
}

/** The tokens that stood before the changes. */
export function earlierTokens({ runs }: Stood): Token[] {
  return runs.flatMap(({ tokens }) => tokens.filter((token) => !isWide(token) || wasThere(token.revisions)));
}

/** The run whose number and role the paragraph had: the first with words that stood before, as Word has it. */
export function chiefRun({ runs }: Stood): Run | undefined {
  return runs.find(({ tokens }) => tokens.some((token) => isWide(token) && wasThere(token.revisions))) ?? runs.at(-1);
}
