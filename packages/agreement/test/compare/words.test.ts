import { describe, expect, it } from "vitest";
import { compare } from "../../src/compare.ts";
import { WordCutter } from "../../src/internal/compare/words.ts";
import { agreementOf } from "./by-hand.ts";

describe("words", () => {
  it("CMP-17: Dari words joined by a zero-width non-joiner are never cut", () => {
    const [change] = compare({
      before: agreementOf([{ id: "p", words: "نیروهای خارجی خارج می‌شوند." }], { language: "fa-AF" }),
      after: agreementOf([{ id: "p", words: "نیروهای خارجی خارج می‌گردند." }], { language: "fa-AF" }),
    });
    expect(change?.words).toEqual([
      { kind: "same", text: "نیروهای خارجی خارج " },
      { kind: "removed", text: "می‌شوند" },
      { kind: "added", text: "می‌گردند" },
      { kind: "same", text: "." },
    ]);
  });

  it("CMP-17: Pashto words are cut at spaces, with their own letters whole", () => {
    const [change] = compare({
      before: agreementOf([{ id: "p", words: "د سولې خبرې به پيل شي" }], { language: "ps" }),
      after: agreementOf([{ id: "p", words: "د سولې خبرې به ودرول شي" }], { language: "ps" }),
    });
    expect(change?.words?.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "پيل" },
      { kind: "added", text: "ودرول" },
    ]);
  });

  it("CMP-17: hyphened words, numbers and apostrophes stay whole", () => {
    const words = new WordCutter("en")
      .tokens("8,600 troops; a cease-fire isn’t 3.5 days’ work")
      .filter((token) => /\p{L}|\p{N}/u.test(token));
    expect(words).toEqual(["8,600", "troops", "a", "cease-fire", "isn’t", "3.5", "days’", "work"]);
  });

  it("CMP-18: very different long texts are shown as one replacement, in both directions alike", () => {
    const cutter = new WordCutter("en");
    const text = (seed: number): string => Array.from({ length: 3000 }, (_, i) => `w${(i * seed) % 7919}`).join(" ");
    const [there, back] = [cutter.changes(text(17), text(29)), cutter.changes(text(29), text(17))];
    expect(
      there
        .filter(({ kind }) => kind !== "added")
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text(17));
    expect(
      back
        .filter(({ kind }) => kind !== "removed")
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text(17));
  });
});
