import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose, draftTextOf } from "../../src/index.ts";
import { frontMatters } from "./arbitrary-drafts.ts";
import { noFront, paragraph, readBack } from "./paragraphs.ts";

describe("front matter", () => {
  it("CPS-21: keys in one order, what is unsaid left out, and doubtful values quoted", () => {
    const front = {
      ...noFront,
      revises: "./first draft.md",
      language: "no",
      parties: ["north", "the south: all of it"],
      date: "2021-02-28",
      reconstruction: true,
      title: "Peace: a draft",
      notice: "An invented text.",
      stage: "1.0",
      other: { source: { pages: [1, 2.5, null, true], "a: b": "#" }, version: -0 },
    };
    const written = compose({ front, paragraphs: [paragraph("Words.")] });
    expect(written).toBe(
      [
        "---",
        'title: "Peace: a draft"',
        "notice: An invented text.",
        "reconstruction: true",
        'stage: "1.0"',
        "date: 2021-02-28",
        'parties: [north, "the south: all of it"]',
        'language: "no"',
        'revises: "./first draft.md"',
        'source: {pages: [1, 2.5, null, true], "a: b": "#"}',
        "version: -0.0",
        "---",
        "",
        "Words.\n",
      ].join("\n"),
    );
    expect(readBack(written).front).toEqual(front);
  });

  it("CPS-21: joiners inside a word of Dari stay as they are; one that joins nothing is written out", () => {
    const front = { ...noFront, notice: "گزارش\u200cهای علنی: متن", stage: "\u200cالف: \u200d" };
    const written = compose({ front, paragraphs: [paragraph("Words.")] });
    expect(written).toContain('notice: "گزارش\u200cهای علنی: متن"\n');
    expect(written).toContain('stage: "\\u200cالف: \\u200d"\n');
    expect(readBack(written).front).toEqual(front);
  });

  it("CPS-21: none, where nothing is said, and a text that begins with a rule has none either", () => {
    expect(compose({ front: noFront, paragraphs: [] })).toBe("");
    const written = compose({
      front: noFront,
      paragraphs: [paragraph("---"), paragraph("title: x"), paragraph("---")],
    });
    expect(readBack(written).front).toEqual(noFront);
    expect(readBack(written).provisions).toHaveLength(3);
  });

  it("CPS-21: every value comes back", () => {
    fc.assert(
      fc.property(frontMatters, (front) => {
        const written = compose({ front, paragraphs: [paragraph("Words.")] });
        expect(readBack(written).front).toEqual(front);
        expect(compose(draftTextOf(readBack(written)))).toBe(written);
      }),
      { numRuns: 300 },
    );
  });
});
