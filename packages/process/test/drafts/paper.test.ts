import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Agreement,
  allProvisions,
  compose,
  type DraftInline,
  type DraftParagraph,
  type DraftText,
  draftTextOf,
  parse,
} from "@parley/agreement";
import {
  type Manuscript,
  readOpenDocument,
  readWord,
  resolveRevisions,
  writeOpenDocument,
  writeWord,
} from "@parley/documents";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftTexts } from "../../../agreement/test/compose/arbitrary-drafts.ts";
import { anchored, anchorOf } from "../../src/internal/drafts/anchors.ts";
import { earlierDraft } from "../../src/internal/drafts/from-manuscript.ts";
import { runsOf } from "../../src/internal/drafts/stream.ts";
import { manuscriptOf } from "../../src/internal/drafts/to-manuscript.ts";
import { textOfTokens } from "../../src/internal/drafts/tokens.ts";
import { trimmedWords } from "../../src/internal/drafts/words.ts";
import { holdAgainst, redlineOf } from "../../src/returned.ts";

const root = join(import.meta.dirname, "../../../..");
const examples = ["afghanistan", "practice"].flatMap((process) => {
  const folder = join(root, "examples", process, "texts");
  return readdirSync(folder).map((name) => parse({ file: name, source: readFileSync(join(folder, name), "utf8") }));
});
const canonical = (draft: Agreement) => parse({ file: draft.file, source: compose(draftTextOf(draft)) });
const nobody = { authors: new Map(), returnedBy: null, nameOf: (party: string) => party };

/**
 * What a page can show of a draft: a mark that holds no words leaves nothing on it, nor do spaces at the ends of a
 * paragraph; a footnote stands at the foot of the page its mark is on, so that neither is there without the other.
 */
function shownOnPaper(text: DraftText): DraftText {
  const isFootnote = ({ kind }: DraftParagraph) => kind === "footnote";
  const body = text.paragraphs.filter((each) => !isFootnote(each));
  const said = JSON.stringify(body);
  const notes = text.paragraphs.filter(
    (each, at) =>
      isFootnote(each) &&
      each.words.length > 0 &&
      said.includes(`"kind":"footnote-mark","label":${JSON.stringify(each.label)}`) &&
      text.paragraphs.findIndex((other) => isFootnote(other) && other.label === each.label) === at,
  );
  const labels = new Set(notes.map(({ label }) => label));
  const shown = (words: readonly DraftInline[], isNote = false): DraftInline[] =>
    words.flatMap((inline): DraftInline[] => {
      if (inline.kind === "bracket") {
        return [
          {
            ...inline,
            alternatives: inline.alternatives.map((each) => ({
              ...each,
              words: trimmedWords(parted(shown(each.words, isNote))),
            })),
          },
        ];
      }
      if (inline.kind === "footnote-mark") return labels.has(inline.label) && !isNote ? [inline] : [];
      if (!("text" in inline)) return [inline];
      // Files of word processors have no room for control characters, and a page shows every odd space as a space.
      const printable = inline.text.replace(/[\p{Z}\p{C}]/gu, (sign) =>
        /[\u200c-\u200f]/u.test(sign) ? sign : /\s/u.test(sign) && sign !== "\ufeff" ? " " : "",
      );
      return printable.trim() === "" ? [] : [{ ...inline, text: printable }];
    });
  // Two marks side by side, of ambiguity or to one place, are one on paper.
  const parted = (words: readonly DraftInline[]): DraftInline[] =>
    words.filter((inline, at) => {
      const before = words[at - 1];
      if (inline.kind === "reference") return before?.kind !== "reference" || before.target !== inline.target;
      return inline.kind !== "ambiguity" || before?.kind !== "ambiguity";
    });
  const isShown = ({ id, label, words, rows }: DraftParagraph) =>
    id !== null || label !== null || words.some(({ kind }) => kind !== "break") || (rows ?? []).flat(2).length > 0;
  const paragraph = (each: DraftParagraph): DraftParagraph => ({
    ...each,
    words: trimmedWords(parted(shown(each.words, isFootnote(each)))),
    rows: each.rows?.map((row) => row.map((cell) => trimmedWords(parted(shown(cell))))) ?? null,
  });
  return { ...text, paragraphs: [...body, ...notes].map(paragraph).filter(isShown) };
}

function throughWord(paper: Manuscript): Manuscript {
  const read = readWord("a.docx", writeWord(paper));
  if (!read.ok) throw new Error(read.refusal.message);
  return read.manuscript;
}

function throughOpenDocument(paper: Manuscript): Manuscript {
  const read = readOpenDocument("a.odt", writeOpenDocument(paper));
  if (!read.ok) throw new Error(read.refusal.message);
  return read.manuscript;
}

describe("a draft on paper", () => {
  it.each(examples.map((draft) => [draft.file, draft] as const))(
    "RET-03 RET-02 comes back from Word and from OpenDocument as the same draft: %s",
    (_, draft) => {
      const paper = manuscriptOf(draft);
      const source = compose(draftTextOf(draft));
      expect(earlierDraft(throughWord(paper)).source).toBe(source);
      expect(earlierDraft(throughOpenDocument(paper)).source).toBe(source);
    },
  );

  it.each(examples.map((draft) => [draft.file, draft] as const))(
    "RET-13 RET-09 held against itself proposes nothing and gives the same bytes: %s",
    (_, draft) => {
      for (const manuscript of [throughWord(manuscriptOf(draft)), throughOpenDocument(manuscriptOf(draft))]) {
        const returned = holdAgainst({ file: "a.docx", manuscript, losses: [] }, draft, nobody);
        expect(returned.answer.untracked).toEqual([]);
        expect(returned.answer.proposals).toEqual([]);
        expect(returned.take(() => "bracket")).toBe(draft.source);
      }
    },
  );

  it("RET-03 comes back as the same draft for any draft", () => {
    fc.assert(
      fc.property(draftTexts, (text) => {
        const draft = canonical(parse({ file: "a.md", source: compose(shownOnPaper(text)) }));
        expect(earlierDraft(throughWord(manuscriptOf(draft))).source).toBe(compose(draftTextOf(draft)));
      }),
      { numRuns: 120 },
    );
  });

  it("RET-03 keeps joiners, directional marks and no-break spaces inside the words", () => {
    const source = "1. Art.\u00a03 gilt; می\u200cشود \u200f(۲۴\u202fساعت)\u200f. {#a}\n";
    expect(earlierDraft(throughWord(manuscriptOf(parse({ file: "a.md", source })))).source).toBe(source);
    expect(earlierDraft(throughOpenDocument(manuscriptOf(parse({ file: "a.md", source })))).source).toBe(source);
  });

  it("RET-01 has a bookmark for every provision and every bracket, in names that Word keeps", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }), (id) => {
        for (const what of ["provision", "bracket"] as const) {
          const name = anchorOf(what, id);
          expect(name).toMatch(/^_Parley[A-Za-z0-9_]{1,33}$/u);
          expect(anchored(name, [id])).toEqual({ what, id });
        }
      }),
    );
    for (const draft of examples) {
      const names = runsOf(manuscriptOf(draft)).flatMap(({ tokens }) =>
        tokens.flatMap((token) => (token.kind === "anchor-start" ? [token.name] : [])),
      );
      for (const { id } of allProvisions(draft)) expect(names).toContain(anchorOf("provision", id));
    }
  });
});

const wordsOf = (paper: Manuscript) =>
  runsOf(paper)
    .map(({ tokens }) => textOfTokens(tokens).replace(/\s+/gu, " ").trim())
    .filter((text) => text !== "");

describe("a redline", () => {
  it.each(examples.map((before) => [before.file, before] as const))(
    "RET-15 accepting all gives the later draft and rejecting all the earlier one: from %s to every other",
    (_, before) => {
      for (const after of examples)
        expectRedline(before, { ...after, front: { ...after.front, reconstruction: false } });
    },
  );

  it("RET-15 shows nothing as taken out that a partial or reported draft only does not hold", () => {
    const us = examples.find(({ file }) => file === "2021-02-28-us.md");
    const hcnr = examples.find(({ file }) => file === "2021-04-11-hcnr.md");
    if (us === undefined || hcnr === undefined) throw new Error("The example lacks its drafts.");
    const paper = redlineOf({ before: us, after: hcnr }, { author: "HCNR", date: null });
    expect(paper.header).toMatch(/not reported/u);
    const rejected = wordsOf(resolveRevisions(paper, () => "reject"));
    expect(rejected.join(" ")).not.toContain("Islam is the official religion");
    expect(wordsOf(resolveRevisions(paper, () => "accept")).join(" ")).toContain("three years");
  });

  it("RET-15 does so for any two drafts", () => {
    fc.assert(
      fc.property(draftTexts, draftTexts, (a, b) => {
        expectRedline(
          parse({ file: "a.md", source: compose(a) }),
          parse({ file: "b.md", source: compose({ ...b, front: { ...b.front, reconstruction: false } }) }),
        );
      }),
      { numRuns: 80 },
    );
  });

  it("RET-15 shows what was taken out of a text rebuilt from reports when the next draft was made from all of it", () => {
    const us = examples.find(({ file }) => file === "2021-02-28-us.md");
    if (us === undefined) throw new Error("The example lacks its draft.");
    const source = us.source.replace(/^1\. Islam is the official religion.*\n\n/mu, "");
    const after = parse({ file: us.file, source });
    const paper = redlineOf({ before: us, after }, { author: "Next draft", date: null, partial: false });
    expect(wordsOf(resolveRevisions(paper, () => "reject")).join(" ")).toContain("Islam is the official religion");
    expect(wordsOf(resolveRevisions(paper, () => "accept")).join(" ")).not.toContain("Islam is the official religion");
    expect(paper.header).toBe(manuscriptOf(after).header);
  });

  it("RET-15 bears the name and the day of its hand, and shows what only moved as moved", () => {
    const [one, two] = [
      parse({
        file: "a.md",
        source: "1. The first stays. {#a}\n\n2. The second moves. {#b}\n\n3. The third stays. {#c}\n",
      }),
      parse({
        file: "b.md",
        source: "1. The second moves. {#b}\n\n2. The first stays. {#a}\n\n3. The third stays. {#c}\n",
      }),
    ];
    const paper = throughWord(
      redlineOf({ before: one, after: two }, { author: "Lowland", date: "2030-04-05T00:00:00Z" }),
    );
    const revisions = runsOf(paper).flatMap(({ tokens }) =>
      tokens.flatMap((token) => ("revisions" in token ? token.revisions : [])),
    );
    expect(new Set(revisions.map(({ author, date }) => `${author} ${date}`))).toEqual(
      new Set(["Lowland 2030-04-05T00:00:00Z"]),
    );
    expect(new Set(revisions.map(({ kind }) => kind))).toEqual(new Set(["moved-here", "moved-away"]));
  });
});

function expectRedline(before: Agreement, after: Agreement): void {
  const paper = redlineOf({ before, after }, { author: "Somebody", date: null });
  const accepted = resolveRevisions(paper, () => "accept");
  const rejected = resolveRevisions(paper, () => "reject");
  const shown = (draft: Agreement) => wordsOf({ ...manuscriptOf(draft), footnotes: [] });
  expect(wordsOf({ ...accepted, footnotes: [] })).toEqual(shown(after));
  expect(wordsOf({ ...rejected, footnotes: [] })).toEqual(shown(before));
}
