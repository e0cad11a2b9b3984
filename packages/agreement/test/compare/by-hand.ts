import type {
  Agreement,
  Alternative,
  Bracket,
  BracketId,
  FrontMatter,
  Inline,
  Provision,
  ProvisionId,
  ProvisionKind,
} from "../../src/model.ts";

/** A provision as a test writes it. `words` may hold "[ ]{#id}", "[one]{#id}" and "[a: one | b: two]{#id}". */
export interface Written {
  readonly id: string;
  readonly words?: string;
  readonly number?: string | null;
  readonly heading?: string;
  readonly kind?: ProvisionKind;
  readonly derived?: boolean;
  readonly children?: readonly Written[];
}

/** Builds a text without the parser, so that comparison is tested on trees alone. The source is the words in order. */
export function agreementOf(
  provisions: readonly Written[],
  front: Partial<FrontMatter> = {},
  file = "a.md",
): Agreement {
  let source = "";
  const inlinesOf = (words: string, id: string): Inline[] => {
    const inlines: Inline[] = [];
    let brackets = 0;
    const put = (text: string): { file: string; start: number; end: number } => {
      const start = source.length;
      source += text;
      return { file, start, end: source.length };
    };
    const plain = (text: string): Inline => ({ kind: "words", text, emphasis: "none", span: put(text) });
    for (const part of words.split(/(\[[^\]]*\](?:\{#[\w-]+\})?)/u)) {
      const match = /^\[([^\]]*)\](?:\{#([\w-]+)\})?$/u.exec(part);
      if (match === null) {
        if (part !== "") inlines.push(plain(part));
        continue;
      }
      brackets += 1;
      const start = source.length;
      source += "[";
      const inner = match[1] ?? "";
      const alternatives = inner.split("|").map((option, index): Alternative => {
        const [, party, text] = /^\s*(?:(\w+):)?\s*(.*?)\s*$/u.exec(option) ?? [];
        const from = source.length;
        const said = text === undefined || text === "" ? [] : [plain(text)];
        source += " | ";
        return {
          id: party ?? String(index + 1),
          party: party ?? null,
          unworded: party !== undefined && text === "",
          words: said,
          span: { file, start: from, end: source.length },
        };
      });
      source += `]{#${match[2] ?? ""}}`;
      const bracket: Bracket = {
        kind: "bracket",
        id: (match[2] ?? `${id}.${brackets}`) as BracketId,
        derived: match[2] === undefined,
        span: { file, start, end: source.length },
        blank: inner.trim() === "",
        status: { kind: "proposed" },
        alternatives,
      };
      inlines.push(bracket);
    }
    return inlines;
  };
  const built = (written: Written): Provision => {
    const start = source.length;
    source += `${written.number ?? ""} {#${written.id}} `;
    const words = inlinesOf(written.heading ?? written.words ?? "", written.id);
    const ownSpan = { file, start, end: source.length };
    source += "\n\n";
    const children = (written.children ?? []).map(built);
    return {
      id: written.id as ProvisionId,
      derived: written.derived ?? false,
      kind: written.kind ?? (written.heading === undefined ? "paragraph" : "heading"),
      number: written.number ?? null,
      heading: written.heading ?? null,
      span: { file, start, end: source.length },
      ownSpan,
      words,
      status: { kind: "proposed" },
      attributes: {},
      classes: [],
      children,
    };
  };
  const tree = provisions.map(built);
  return {
    file,
    source,
    front: {
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
      ...front,
    },
    provisions: tree,
    hasLastingIds: !tree.some(({ derived }) => derived),
    diagnostics: [],
  };
}
