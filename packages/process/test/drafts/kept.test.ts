import { allProvisions, cleanText, parse } from "@parley/agreement";
import { type Manuscript, readWord, resolveRevisions, writeWord } from "@parley/documents";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runsOf } from "../../src/internal/drafts/stream.ts";
import { manuscriptOf } from "../../src/internal/drafts/to-manuscript.ts";
import { textOfTokens } from "../../src/internal/drafts/tokens.ts";
import { holdAgainst, type WhoIsWho } from "../../src/returned.ts";
import {
  addAfter,
  comment,
  type Hand,
  insertAfter,
  joinToNext,
  replace,
  silently,
  splitAfter,
  strike,
  takeOut,
} from "./delegation.ts";

const nobody: WhoIsWho = { authors: new Map(), returnedBy: null, nameOf: (party) => party };
const sentences = [
  "Both sides stop fighting at noon.",
  "A joint commission of nine members monitors the ceasefire.",
  "The sides exchange lists of prisoners within ten days.",
  "آتش‌بس در ظرف ۲۴ ساعت آغاز می‌شود.",
  "Maps of mines are handed over in two copies.",
];
const sent = parse({
  file: "draft.md",
  source: `# Part One. Ceasefire {#part}\n\n${sentences.map((words, at) => `${at + 1}. ${words} {#p${at + 1}}`).join("\n\n")}\n`,
});
const words = sentences.map((sentence) => sentence.split(" "));

const hand: fc.Arbitrary<Hand> = fc.record({
  author: fc.constantFrom("Upland legal adviser", "Lowland", "غلام"),
  date: fc.constantFrom("2030-03-09T10:00:00Z", "2030-04-01T08:15:00Z"),
});

const spaceAlone = {
  kind: "text",
  text: " ",
  strong: false,
  emphasis: false,
  underline: false,
  role: null,
  link: null,
  formatting: [],
} as const;

type Step = (paper: Manuscript, id: string) => Manuscript;

/** One thing a delegation does; a step that finds its words already changed leaves the paper as it is. */
const stepOf = (hands: fc.Arbitrary<Hand>): fc.Arbitrary<{ readonly at: number; readonly apply: Step }> =>
  fc
    .record({
      at: fc.nat(sentences.length - 1),
      kind: fc.nat(6),
      word: fc.nat(5),
      hand: hands,
      said: fc.constantFrom("", "soon", "three of"),
    })
    .map(({ at, kind, word, hand: by, said }) => {
      const list = words[at] ?? [];
      const target = list[word % list.length] ?? "";
      const steps: readonly Step[] = [
        (paper, id) => replace(paper, id, target, said, by),
        (paper, id) => insertAfter(paper, id, target, ` ${said}x`, by),
        (paper, id) => strike(paper, id, target, by),
        (paper, id) => addAfter(paper, id, "A paragraph more.", by),
        (paper, id) => takeOut(paper, id, by),
        (paper, id) => joinToNext(paper, id, by),
        (paper, id) => splitAfter(paper, id, target, by),
      ];
      return { at, apply: steps[kind] ?? ((paper) => paper) };
    });
const step = stepOf(hand);

/** With tracking off: a word becomes others, or goes. */
const silentStep: typeof step = fc
  .record({
    at: fc.nat(sentences.length - 1),
    word: fc.nat(5),
    said: fc.constantFrom("", "soon", "three or four of the", "; and, at once,", "باید می‌شود"),
  })
  .map(({ at, word, said }) => {
    const list = words[at] ?? [];
    const target = list[word % list.length] ?? "";
    return { at, apply: (paper, id) => silently(paper, id, target, said) };
  });

function edited(steps: readonly { readonly at: number; readonly apply: Step }[]): Manuscript {
  let paper = manuscriptOf(sent);
  for (const { at, apply } of steps) {
    try {
      paper = apply(paper, `p${at + 1}`);
    } catch {
      // The words were changed by an earlier step.
    }
  }
  return comment(paper, "part", "Ceasefire", {
    id: "1",
    author: "Lowland",
    date: "2030-04-01T08:00:00Z",
    paragraphs: ["Which part?"],
    replyTo: null,
    resolved: false,
  });
}

function throughWord(paper: Manuscript): Manuscript {
  const read = readWord("a.docx", writeWord(paper));
  if (!read.ok) throw new Error(read.refusal.message);
  return read.manuscript;
}

/** Every word with whose changes it bears, in order, and every changed end of a paragraph. */
function told(paper: Manuscript): string[] {
  return runsOf(paper).flatMap(({ tokens, end }) => [
    ...tokens.flatMap((token) =>
      token.kind === "word" && token.text.trim() !== ""
        ? [`${token.text} ${token.revisions.map(({ kind, author, date }) => `${kind} ${author} ${date}`).join(" + ")}`]
        : [],
    ),
    ...end.map(({ kind, author, date }) => `end ${kind} ${author} ${date}`),
  ]);
}

/** All words in order, however their spaces are set and whichever paragraph they stand in. */
const shown = (texts: readonly string[]) =>
  texts
    .join(" ")
    .split(/\s+/u)
    .filter((word) => word !== "");

/** Where two paragraphs are joined a draft has a space between their words, which a word processor has not. */
function spacedAtJoins(paper: Manuscript): Manuscript {
  const blocks = paper.blocks.map((block) =>
    block.kind === "paragraph" && block.mark.some(({ kind }) => kind === "deleted")
      ? { ...block, pieces: [...block.pieces, { ...spaceAlone, revisions: [] }] }
      : block,
  );
  return { ...paper, blocks };
}

describe("a file, the draft it is held against, and the file again", () => {
  it("RET-14 keeps every word, change, author, day and comment", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const first = throughWord(edited(steps));
        const returned = holdAgainst({ file: "a.docx", manuscript: first, losses: [] }, sent, nobody);
        const again = throughWord(returned.marked());
        expect(told(again)).toEqual(told(first));
        expect(again.comments).toEqual(first.comments);
      }),
      { numRuns: 300 },
    );
  });

  it("RET-05 RET-09 leaving everything out gives the sent draft, whatever was done to it", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const returned = holdAgainst(
          { file: "a.docx", manuscript: throughWord(edited(steps)), losses: [] },
          sent,
          nobody,
        );
        expect(returned.answer.untracked).toEqual([]);
        expect(returned.take(() => "leave-out")).toBe(sent.source);
        // A next draft can always be made and read.
        for (const decision of ["accept", "bracket"] as const) {
          const next = parse({ file: "next.md", source: returned.take(() => decision) });
          expect(next.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("RET-09 accepting everything of one hand gives the words that its program shows when it accepts all", () => {
    const one: Hand = { author: "Upland legal adviser", date: "2030-03-09T10:00:00Z" };
    const parted = [
      { at: 3, apply: (paper: Manuscript, id: string) => splitAfter(paper, id, "ظرف", one) },
      { at: 3, apply: (paper: Manuscript, id: string) => addAfter(paper, id, "A paragraph more.", one) },
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(stepOf(fc.constant(one)), silentStep), { maxLength: 6 }), (steps) => {
        const manuscript = throughWord(edited(steps));
        const returned = holdAgainst({ file: "a.docx", manuscript, losses: [] }, sent, nobody);
        const next = parse({ file: "next.md", source: returned.take(() => "accept") });
        const wanted = runsOf(resolveRevisions(spacedAtJoins(manuscript), () => "accept")).map(({ tokens }) =>
          textOfTokens(tokens),
        );
        expect(shown(allProvisions(next).map((provision) => cleanText(provision)))).toEqual(shown(wanted));
        expect(returned.take(() => "leave-out")).toBe(sent.source);
      }),
      {
        numRuns: 300,
        // A paragraph put in between two parts of one that is parted stands between them.
        examples: [[parted]],
      },
    );
  });
});
