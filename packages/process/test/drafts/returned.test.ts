import { allBrackets, allProvisions, cleanText, findProvision, parse } from "@parley/agreement";
import { type Manuscript, readWord, writeWord } from "@parley/documents";
import { describe, expect, it } from "vitest";
import { manuscriptOf } from "../../src/internal/drafts/to-manuscript.ts";
import { type Decision, holdAgainst, type Returned, type WhoIsWho } from "../../src/returned.ts";
import {
  addAfter,
  comment,
  insertAfter,
  joinToNext,
  replace,
  revision,
  silently,
  splitAfter,
  strike,
  takeOut,
  withoutOurMarks,
  withTypedNumbers,
} from "./delegation.ts";

const sent = parse({
  file: "draft.md",
  source: `---
title: A practice ceasefire
drafter: mediator
date: 2030-03-01
parties: [upland, lowland]
language: en
---

# Part One. Ceasefire {#part-one}

1. Both sides stop fighting within [24 hours | 72 hours]{#start} of signature. {#ceasefire}

2. A joint commission of nine members monitors the ceasefire. {#commission status=agreed}

3. The sides exchange lists of prisoners. {#prisoners}

| Zone | Depth |
| --- | --- |
| North | 3 km |
| South | 5 km |
{#zones}

# Part Two. Elections {#part-two}

1. Elections are held within twelve months. {#elections}
`,
});
const paper = manuscriptOf(sent);
const upland = { author: "Upland legal adviser", date: "2030-03-09T10:00:00Z" };
const lowland = { author: "L. delegation", date: "2030-03-10T11:30:00Z" };
const who: WhoIsWho = {
  authors: new Map([
    [upland.author, "upland"],
    [lowland.author, "lowland"],
  ]),
  returnedBy: null,
  nameOf: (party) => ({ upland: "Upland", lowland: "Lowland" })[party] ?? party,
};

/** Through a real Word file, as it would come back. */
function back(changed: Manuscript, people: WhoIsWho = who, against: typeof sent | null = sent): Returned {
  const read = readWord("returned.docx", writeWord(changed));
  if (!read.ok) throw new Error(read.refusal.message);
  return holdAgainst({ file: "returned.docx", manuscript: read.manuscript, losses: read.losses }, against, people);
}

const take = (returned: Returned, decision: Decision) =>
  parse({ file: "next.md", source: returned.take(() => decision) });
const wordsIn = (draft: typeof sent, id: string) => cleanText(findProvision(draft, id) ?? []);

describe("a file that came back", () => {
  it("RET-18 says how far it is", () => {
    const shares: number[] = [];
    holdAgainst({ file: "returned.docx", manuscript: paper, losses: [] }, sent, who, (share) => shares.push(share));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it("RET-05 proposes nothing when nothing was changed, and the next draft is the sent one to the letter", () => {
    const returned = back(paper);
    expect(returned.answer.untracked).toEqual([]);
    expect(returned.answer.proposals).toEqual([]);
    expect(returned.answer.text).toBe("Nothing was changed without tracking. It has no tracked change.");
    expect(returned.take(() => "accept")).toBe(sent.source);
  });

  it("RET-05 tells words changed without tracking first, and apart from what was tracked", () => {
    const changed = replace(silently(paper, "commission", "nine", "eleven"), "elections", "twelve", "six", upland);
    const { answer } = back(changed);
    expect(answer.untracked.map(({ before, after, provision }) => [provision, before, after])).toEqual([
      ["commission", "nine", "eleven"],
    ]);
    expect(answer.proposals.map(({ provision, before, after, by }) => [provision, before, after, by])).toEqual([
      ["elections", "twelve", "six", "upland"],
    ]);
    expect(answer.text).toMatch(/^1 place was changed without tracking\. 1 proposal: 1 by Upland\./u);
  });

  it("RET-05 keeps the spaces between several words that were put in without tracking", () => {
    const more = back(silently(paper, "commission", "nine", "nine or eleven"));
    expect(more.answer.untracked.map(({ before, after }) => [before, after])).toEqual([["", "or eleven "]]);
    expect(wordsIn(take(more, "accept"), "commission")).toBe(
      "A joint commission of nine or eleven members monitors the ceasefire.",
    );
    const other = back(silently(paper, "elections", "Elections are held within", "Nobody votes before"));
    expect(wordsIn(take(other, "accept"), "elections")).toBe("Nobody votes before twelve months.");
    const wider = back(silently(paper, "elections", "held within", "held  within"));
    expect(wider.answer.untracked).toEqual([]);
  });

  it("RET-05 sees a paragraph that was taken out or put in without tracking", () => {
    const name = (block: Manuscript["blocks"][number]) =>
      block.kind === "paragraph" &&
      block.pieces.some((piece) => "name" in piece && piece.name === "_ParleyP_prisoners");
    const gone = back({ ...paper, blocks: paper.blocks.filter((block) => !name(block)) });
    expect(gone.answer.untracked.map(({ kind, provision }) => [kind, provision])).toEqual([
      ["provision-deleted", "prisoners"],
    ]);
    expect(wordsIn(take(gone, "leave-out"), "prisoners")).toBe("The sides exchange lists of prisoners.");
    const put = paper.blocks.flatMap((block): Manuscript["blocks"] => {
      if (!name(block) || block.kind !== "paragraph") return [block];
      const [piece] = block.pieces.filter((each) => each.kind === "text");
      return piece?.kind === "text"
        ? [block, { ...block, label: null, pieces: [{ ...piece, text: "The lists are secret." }] }]
        : [block];
    });
    const more = back({ ...paper, blocks: put });
    expect(more.answer.untracked.map(({ kind, after }) => [kind, after])).toEqual([
      ["provision-added", "The lists are secret."],
    ]);
  });

  it("RET-06 gives each hand its wording at one place, with what its change was made in", () => {
    const both = strike(
      insertAfter(paper, "elections", "months", " or sooner", upland),
      "elections",
      " or sooner",
      lowland,
    );
    const { answer } = back(both);
    expect(answer.proposals.map(({ by, kind, before, after }) => [by, kind, before, after])).toEqual([
      ["upland", "inserted", "", " or sooner"],
      ["lowland", "kept", "", ""],
    ]);
    const rival = replace(
      replace(paper, "elections", "twelve", "six", upland),
      "elections",
      " months",
      " weeks",
      lowland,
    );
    const rivals = back(rival).answer.proposals;
    expect(rivals.map(({ by, before, after }) => [by, before, after])).toEqual([
      ["upland", "twelve months", "six months"],
      ["lowland", "twelve months", "twelve weeks"],
    ]);
    expect(rivals[0]?.rivals).toEqual([rivals[1]?.id]);
  });

  it("RET-07 asks for a name that nobody has placed", () => {
    const { answer } = back(replace(paper, "elections", "twelve", "six", { ...upland, author: "Someone" }));
    expect(answer.unmapped).toEqual([{ name: "Someone", changes: 1, comments: 0 }]);
    expect(answer.text).toContain("Whose hand is “Someone”?");
    expect(answer.proposals[0]?.by).toBeNull();
  });

  it("RET-09 accepts, leaves out or brackets each proposal, and brackets unless told", () => {
    const returned = back(replace(paper, "elections", "twelve", "six", upland));
    expect(wordsIn(take(returned, "accept"), "elections")).toBe("Elections are held within six months.");
    expect(returned.take(() => "leave-out")).toBe(sent.source);
    expect(wordsIn(take(returned, "bracket"), "elections")).toBe(
      "Elections are held within [twelve | upland: six] months.",
    );
  });

  it("RET-10 puts a wish into the bracket that stands there, and gives an option its party", () => {
    const filled = replace(paper, "ceasefire", "[24 hours | 72 hours]", "24 hours", upland);
    expect(wordsIn(take(back(filled), "bracket"), "ceasefire")).toBe(
      "Both sides stop fighting within [upland: 24 hours | 72 hours] of signature.",
    );
    expect(allBrackets(take(back(filled), "bracket")).map(({ bracket }) => bracket.id)).toEqual(["start"]);
    const other = replace(paper, "ceasefire", "72", "48", lowland);
    expect(wordsIn(take(back(other), "bracket"), "ceasefire")).toBe(
      "Both sides stop fighting within [24 hours | 72 hours | lowland: 48 hours] of signature.",
    );
    const two = replace(
      replace(paper, "elections", "twelve", "six", upland),
      "elections",
      " months",
      " weeks",
      lowland,
    );
    expect(wordsIn(take(back(two), "bracket"), "elections")).toBe(
      "Elections are held within [twelve months | upland: six months | lowland: twelve weeks].",
    );
  });

  it("RET-10 keeps the words of whoever wants them kept", () => {
    const both = strike(
      insertAfter(paper, "elections", "months", " or sooner", upland),
      "elections",
      " or sooner",
      lowland,
    );
    expect(wordsIn(take(back(both), "bracket"), "elections")).toBe(
      "Elections are held within twelve months [lowland: | upland: or sooner].".replace("lowland: |", "lowland:  |"),
    );
  });

  it("RET-11 numbers a paragraph put in without renumbering another", () => {
    const returned = back(addAfter(paper, "commission", "It meets every week.", lowland));
    expect(returned.answer.proposals.map(({ kind, provision, after }) => [kind, provision, after])).toEqual([
      ["provision-added", "commission", "It meets every week."],
    ]);
    const next = take(returned, "accept");
    expect(allProvisions(next).map(({ number }) => number)).toEqual([
      "Part One",
      "1.",
      "2.",
      "2 bis.",
      "3.",
      null,
      "Part Two",
      "1.",
    ]);
    const open = allProvisions(take(returned, "bracket")).find(({ number }) => number === "2 bis.");
    expect(cleanText(open ?? [])).toBe("[lowland: It meets every week.]");
  });

  it("RET-11 keeps what a party wants out, with an option without words for that party", () => {
    const returned = back(takeOut(paper, "prisoners", upland));
    expect(returned.answer.proposals.map(({ kind, by }) => [kind, by])).toEqual([["provision-deleted", "upland"]]);
    const [bracket] = allBrackets(take(returned, "bracket")).filter(({ provision }) => provision.id === "prisoners");
    expect(bracket?.bracket.alternatives.map(({ party, words }) => [party, cleanText(words)])).toEqual([
      [null, "The sides exchange lists of prisoners."],
      ["upland", ""],
    ]);
    expect(findProvision(take(returned, "accept"), "prisoners")).toBeNull();
  });

  it("RET-11 parts a provision, and joins two", () => {
    const parted = back(splitAfter(paper, "commission", "nine members", lowland));
    expect(parted.answer.proposals.map(({ kind }) => kind)).toEqual(["split"]);
    const after = allProvisions(take(parted, "accept")).map((each) => cleanText(each));
    expect(after).toContain("A joint commission of nine members");
    expect(after).toContain("monitors the ceasefire.");
    const joined = back(joinToNext(paper, "commission", upland));
    expect(joined.answer.proposals.map(({ kind, provision }) => [kind, provision])).toEqual([["joined", "commission"]]);
    const one = take(joined, "accept");
    expect(wordsIn(one, "commission")).toBe(
      "A joint commission of nine members monitors the ceasefire. The sides exchange lists of prisoners.",
    );
    expect(findProvision(one, "prisoners")).toBeNull();
    const open = take(joined, "bracket");
    expect(wordsIn(open, "commission")).toContain("[upland: The sides exchange lists of prisoners.]");
    expect(wordsIn(open, "prisoners")).toContain("upland: ");
  });

  it("RET-12 takes a table cell by cell", () => {
    const blocks = paper.blocks.map((block) =>
      block.kind !== "table"
        ? block
        : {
            ...block,
            rows: block.rows.map((row) => ({
              ...row,
              cells: row.cells.map((cell) => ({
                ...cell,
                paragraphs: cell.paragraphs.map((paragraph) => ({
                  ...paragraph,
                  pieces: paragraph.pieces.flatMap((piece) =>
                    piece.kind === "text" && piece.text === "5 km"
                      ? [
                          { ...piece, revisions: [{ kind: "deleted", ...lowland, move: null } as const] },
                          {
                            ...piece,
                            text: "8 km",
                            revisions: [{ kind: "inserted", ...lowland, move: null } as const],
                          },
                        ]
                      : [piece],
                  ),
                })),
              })),
            })),
          },
    );
    const returned = back({ ...paper, blocks });
    expect(wordsIn(take(returned, "accept"), "zones")).toContain("South | 8 km");
    expect(wordsIn(take(returned, "bracket"), "zones")).toContain("South | [5 km | lowland: 8 km]");
    expect(returned.take(() => "leave-out")).toBe(sent.source);
  });

  it("RET-13 keeps the source of what nobody touched character for character", () => {
    const returned = back(replace(paper, "elections", "twelve", "six", upland));
    const next = returned.take(() => "accept");
    expect(next).toBe(sent.source.replace("twelve months", "six months"));
  });

  it("RET-04 joins by likeness when our bookmarks are gone", () => {
    const changed = replace(silently(paper, "commission", "nine", "eleven"), "elections", "twelve", "six", upland);
    const { answer } = back(withoutOurMarks(changed));
    expect(answer.untracked.map(({ provision, after }) => [provision, after])).toEqual([["commission", "eleven"]]);
    expect(answer.proposals.map(({ provision, after }) => [provision, after])).toEqual([["elections", "six"]]);
  });

  it("RET-04 parts provisions by their bookmarks where LibreOffice calls the end between them inserted", () => {
    const put = addAfter(paper, "commission", "It meets every week.", lowland);
    const blocks = put.blocks.map((block) =>
      block.kind === "paragraph" && JSON.stringify(block.pieces).includes("It meets every week.")
        ? { ...block, mark: [revision("inserted", lowland)] }
        : block,
    );
    const returned = back({ ...put, blocks });
    expect(returned.answer.untracked).toEqual([]);
    expect(returned.answer.proposals.map(({ kind, after }) => [kind, after])).toEqual([
      ["provision-added", "It meets every week."],
    ]);
    expect(returned.take(() => "leave-out")).toBe(sent.source);
    expect(wordsIn(take(returned, "accept"), "prisoners")).toBe("The sides exchange lists of prisoners.");
  });

  it("RET-17 reads numbers that were typed as words in a file that is not ours", () => {
    const changed = replace(paper, "elections", "twelve", "six", upland);
    const foreign = withTypedNumbers(withoutOurMarks(changed));
    const alone = back(foreign, who, null);
    const numbers = (draft: typeof sent) =>
      allProvisions(draft).flatMap(({ number }) => (number === null ? [] : [number]));
    expect(numbers(alone.base)).toEqual(numbers(sent));
    expect(alone.answer.untracked).toEqual([]);
    expect(alone.answer.proposals.map(({ before, after }) => [before, after])).toEqual([["twelve", "six"]]);
    expect(alone.take(() => "leave-out")).toBe(alone.base.source);
    const { answer, take: next } = back(foreign);
    expect(answer.untracked).toEqual([]);
    expect(answer.proposals.map(({ provision, after }) => [provision, after])).toEqual([["elections", "six"]]);
    expect(next(() => "leave-out")).toBe(sent.source);
  });

  it("RET-17 leaves words that only look like a number", () => {
    const said = ["1.5 million people live there.", "Article 3 of this Agreement applies.", "12 members sit in it."];
    const blocks = said.map((words) => {
      const [block] = paper.blocks.filter((each) => each.kind === "paragraph" && each.role === "body");
      if (block?.kind !== "paragraph") throw new Error("No paragraph.");
      const pieces = block.pieces
        .flatMap((piece) => (piece.kind === "text" ? [{ ...piece, text: words }] : []))
        .slice(0, 1);
      return { ...block, label: null, pieces };
    });
    const { base } = back({ ...withoutOurMarks(paper), title: null, blocks, footnotes: [] }, who, null);
    expect(allProvisions(base).map((each) => [each.number, cleanText(each)])).toEqual(
      said.map((words) => [null, words]),
    );
  });

  it("RET-08 places comments, lists changes of looks, and says where they stand", () => {
    const said = {
      id: "7",
      author: lowland.author,
      date: "2030-03-10T12:00:00Z",
      paragraphs: ["Too short for us.", "See our letter."],
      replyTo: null,
      resolved: false,
    };
    const changed = comment(paper, "elections", "twelve months", said);
    const blocks = changed.blocks.map((block) =>
      block.kind === "paragraph" && block.role === "heading"
        ? { ...block, formatting: [{ author: upland.author, date: upland.date, what: "bold on" }] }
        : block,
    );
    const { answer } = back({ ...changed, blocks });
    expect(answer.comments).toEqual([
      {
        provision: "elections",
        on: "twelve months",
        by: "lowland",
        name: lowland.author,
        date: said.date,
        text: "Too short for us.\nSee our letter.",
        isReply: false,
        resolved: false,
      },
    ]);
    expect(answer.formatting.map(({ provision, name }) => [provision, name])).toContainEqual([
      "part-one",
      upland.author,
    ]);
    expect(answer.proposals).toEqual([]);
  });

  it("reads a file without a draft as the draft it was before its changes", () => {
    const returned = back(replace(paper, "elections", "twelve", "six", upland), who, null);
    expect(returned.answer.base).toBeNull();
    expect(returned.answer.text).toMatch(/^No draft was given to hold it against/u);
    expect(wordsIn(returned.base, "elections")).toBe("Elections are held within twelve months.");
    expect(wordsIn(take(returned, "bracket"), "elections")).toBe(
      "Elections are held within [twelve | upland: six] months.",
    );
  });
});
