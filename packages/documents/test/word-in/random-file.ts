import fc from "fast-check";
import type { Revision } from "../../src/manuscript.ts";

/** A stretch of words with what it stands in, as the builder meant it. */
export interface Meant {
  readonly text: string;
  readonly strong: boolean;
  readonly link: string | null;
  readonly revisions: readonly Revision[];
}

/** A random paragraph: its XML, what it means, and the changes of its end. */
export interface Built {
  readonly xml: string;
  readonly meant: readonly Meant[];
  readonly mark: readonly Revision[];
}

type Node =
  | { readonly kind: "run"; readonly words: readonly string[]; readonly strong: boolean }
  | { readonly kind: "change"; readonly revision: Revision; readonly inside: readonly Node[] }
  | { readonly kind: "link"; readonly target: string; readonly inside: readonly Node[] }
  | { readonly kind: "wrapper"; readonly name: string; readonly inside: readonly Node[] }
  | { readonly kind: "mark"; readonly xml: string };

const author = fc.constantFrom("Republic", "طالبان", "A & B", "", "Mediation team");
const date = fc.constantFrom("2021-03-01T10:00:00Z", "2020-02-29T08:30:00+04:30", null);
const kinds = ["inserted", "deleted", "moved-here", "moved-away"] as const;

const revision: fc.Arbitrary<Revision> = fc
  .record({ kind: fc.constantFrom(...kinds), author, date, name: fc.constantFrom("move1", "move2", null) })
  .map(({ kind, name, ...rest }) => ({ kind, ...rest, move: kind.startsWith("moved") ? name : null }));

const words = fc.constantFrom("cease ", "fire", " 24 < 72 & more", "آتش‌بس", "(الف) ", "[", "x", "\u200f");
const run: fc.Arbitrary<Node> = fc.record({
  kind: fc.constant("run" as const),
  words: fc.array(words, { minLength: 1, maxLength: 3 }),
  strong: fc.boolean(),
});
const mark: fc.Arbitrary<Node> = fc.constantFrom(
  { kind: "mark" as const, xml: '<w:proofErr w:type="spellStart"/>' },
  { kind: "mark" as const, xml: "<w:r><w:lastRenderedPageBreak/></w:r>" },
  { kind: "mark" as const, xml: '<w:r w:rsidR="00AA"><w:t/></w:r>' },
);

const { node } = fc.letrec<{ node: Node }>((tie) => {
  const inside = fc.array(tie("node"), { maxLength: 3 });
  return {
    node: fc.oneof(
      { depthSize: "small", maxDepth: 5 },
      run,
      mark,
      fc.record({ kind: fc.constant("change" as const), revision, inside }),
      fc.record({ kind: fc.constant("link" as const), target: fc.constantFrom("a", "b"), inside }),
      fc.record({ kind: fc.constant("wrapper" as const), name: fc.constantFrom("sdt", "smartTag", "dir"), inside }),
    ),
  };
});

const elements = { inserted: "ins", deleted: "del", "moved-here": "moveTo", "moved-away": "moveFrom" } as const;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

let nextId = 0;

function changeAttributes({ author: by, date: when }: Revision): string {
  nextId += 1;
  return `w:id="${nextId}" w:author="${escaped(by)}"${when === null ? "" : ` w:date="${when}"`}`;
}

/** A move that has a name stands in a range of that name. */
function inRange(one: Revision, xml: string): string {
  if (one.move === null) return xml;
  const element = elements[one.kind];
  nextId += 1;
  return `<w:${element}RangeStart w:id="${nextId}" w:name="${one.move}" w:author="x"/>${xml}<w:${element}RangeEnd w:id="${nextId}"/>`;
}

interface Around {
  readonly revisions: readonly Revision[];
  readonly link: string | null;
}

function build(one: Node, around: Around, meant: Meant[]): string {
  const inside = (nodes: readonly Node[], changed: Partial<Around> = {}) =>
    nodes.map((inner) => build(inner, { ...around, ...changed }, meant)).join("");
  switch (one.kind) {
    case "mark":
      return one.xml;
    case "run": {
      const name = around.revisions.some(({ kind }) => kind === "deleted") ? "delText" : "t";
      const look = one.strong ? "<w:rPr><w:b/></w:rPr>" : "";
      meant.push({ text: one.words.join(""), strong: one.strong, ...around });
      return one.words
        .map((text) => `<w:r>${look}<w:${name} xml:space="preserve">${escaped(text)}</w:${name}></w:r>`)
        .join("");
    }
    case "change": {
      // A move without a name inside a named one would be taken for a part of it, as it is in Word.
      const open =
        around.revisions.findLast(({ kind, move }) => kind === one.revision.kind && move !== null)?.move ?? null;
      const isMove = one.revision.kind.startsWith("moved");
      const revision = isMove ? { ...one.revision, move: one.revision.move ?? open } : one.revision;
      const element = elements[revision.kind];
      const inner = inside(one.inside, { revisions: [...around.revisions, revision] });
      const xml = `<w:${element} ${changeAttributes(revision)}>${inner}</w:${element}>`;
      return one.revision.move === null ? xml : inRange(revision, xml);
    }
    case "link":
      return `<w:hyperlink w:anchor="${one.target}">${inside(one.inside, { link: `#${one.target}` })}</w:hyperlink>`;
    case "wrapper": {
      const content = inside(one.inside);
      return one.name === "sdt"
        ? `<w:sdt><w:sdtContent>${content}</w:sdtContent></w:sdt>`
        : `<w:${one.name}>${content}</w:${one.name}>`;
    }
  }
}

const markRevision = revision.filter(({ kind }) => kind === "inserted" || kind === "deleted");

/** A paragraph of nested changes by several hands, with the pieces it must give. */
export const randomParagraph: fc.Arbitrary<Built> = fc
  .record({ nodes: fc.array(node, { maxLength: 5 }), end: fc.option(markRevision, { nil: null }) })
  .map(({ nodes, end }) => {
    const meant: Meant[] = [];
    const inner = nodes.map((one) => build(one, { revisions: [], link: null }, meant)).join("");
    const ends =
      end === null ? "" : `<w:pPr><w:rPr><w:${elements[end.kind]} ${changeAttributes(end)}/></w:rPr></w:pPr>`;
    return { xml: `<w:p>${ends}${inner}</w:p>`, meant: merged(meant), mark: end === null ? [] : [end] };
  });

/** Neighbours that nothing tells apart are one. */
function merged(all: readonly Meant[]): readonly Meant[] {
  const done: Meant[] = [];
  for (const one of all) {
    const last = done.at(-1);
    const like = (a: Meant) =>
      JSON.stringify([a.strong, a.link, a.revisions.map((r) => [r.kind, r.author, r.date, r.move])]);
    if (last !== undefined && like(last) === like(one)) done[done.length - 1] = { ...last, text: last.text + one.text };
    else done.push(one);
  }
  return done;
}

/** Every word of the XML in order, read off with a regular expression. */
export function wordsByExpression(xml: string): string {
  return [...xml.matchAll(/<w:(t|delText)(?: [^>]*)?>([^<]*)<\/w:\1>/g)]
    .map(([, , text = ""]) => text.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&"))
    .join("");
}
