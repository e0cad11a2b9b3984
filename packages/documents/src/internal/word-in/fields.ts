/** A field while it is open: first its instruction, then the result that a reader of the page sees. */
interface OpenField {
  instruction: string;
  inResult: boolean;
  link: string | null;
  /** Where words led before it began. */
  readonly outerLink: string | null;
  /** Listed, or inside one that is. */
  isTold: boolean;
}

/** The fields of one story, which may lie inside one another and run over several paragraphs. */
export interface FieldStack {
  begin(): void;
  instruct(text: string): void;
  /** The instruction is complete. */
  separate(): void;
  end(): void;
  /** A field given at once with its instruction; it lasts until `end`. */
  simple(instruction: string): void;
  /** Where the words being read lead to because of a field; null for nowhere. */
  link(): string | null;
}

/** `tell` is called once for every field that is not a link and not inside another one that was told. */
export function openFieldStack(tell: (what: string) => void): FieldStack {
  const open: OpenField[] = [];
  let link: string | null = null;
  const begin = (instruction: string): OpenField => {
    const field = { instruction, inResult: false, link: null, outerLink: link, isTold: false };
    open.push(field);
    return field;
  };
  const settle = (field: OpenField, outer: OpenField | undefined) => {
    if (field.inResult) return;
    field.inResult = true;
    field.link = linkOfField(field.instruction);
    field.isTold = outer?.isTold === true || field.link === null;
    if (field.link !== null) link = field.link;
    else if (outer?.isTold !== true) tell(fieldInWords(field.instruction));
  };
  return {
    begin: () => void begin(""),
    instruct(text) {
      const field = open.at(-1);
      if (field !== undefined && !field.inResult) field.instruction += text;
    },
    separate() {
      const field = open.at(-1);
      if (field !== undefined) settle(field, open.at(-2));
    },
    end() {
      const field = open.pop();
      if (field === undefined) return;
      settle(field, open.at(-1));
      link = field.outerLink;
    },
    simple: (instruction) => settle(begin(instruction), open.at(-2)),
    link: () => link,
  };
}

/** The first words of an instruction, a quoted one counting as one. */
function wordsOfInstruction(instruction: string): readonly string[] {
  return [...instruction.slice(0, 4000).matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted?.replace(/\\(["\\])/g, "$1") ?? plain ?? "",
  );
}

/** The target of a HYPERLINK field: "#name" inside the document or an address; null for any other field. */
export function linkOfField(instruction: string): string | null {
  const [kind, ...words] = wordsOfInstruction(instruction);
  if (kind?.toUpperCase() !== "HYPERLINK") return null;
  let [address, anchor] = ["", ""];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? "";
    if (/^\\[lotm]$/i.test(word)) {
      if (/^\\l$/i.test(word)) anchor = words[i + 1] ?? "";
      if (!/^\\m$/i.test(word)) i += 1;
    } else if (!word.startsWith("\\") && address === "") address = word;
  }
  return linkTo(address === "" ? null : address, anchor === "" ? null : anchor);
}

/** An address, an anchor in the document, or an anchor in what the address names. */
export function linkTo(address: string | null, anchor: string | null): string | null {
  if (anchor === null) return address;
  return address === null ? `#${anchor}` : address.includes("#") ? address : `${address}#${anchor}`;
}

function fieldInWords(instruction: string): string {
  const words = wordsOfInstruction(instruction).slice(0, 2).join(" ").slice(0, 80);
  return words === "" ? "a field; the words it showed are kept" : `a field (${words}); the words it showed are kept`;
}
