import { describe, expect, it } from "vitest";
import { changeInWords, intervalInWords, periodShort } from "../src/ceasefire/in-words.ts";
import { middleOf } from "../src/pictures/province-map.tsx";
import { stepFor } from "../src/pictures/series-parts.ts";

describe("what the pictures of a ceasefire are drawn by", () => {
  it("puts a number in the middle of the largest ring", () => {
    expect(middleOf("M0 0l10 0 0 10 -10 0z")).toEqual([5, 5]);
    expect(middleOf("M0 0l2 0 0 2 -2 0zM100 100l0 40 60 0 0 -40z")).toEqual([130, 120]);
    // A triangle, walked the other way round.
    expect(middleOf("M3 3l0 9 9 -9z")).toEqual([6, 6]);
    expect(middleOf("")).toEqual([0, 0]);
  });

  it("takes whole steps, of which at most four fit", () => {
    expect([0.03, 1, 3.9, 118, 402].map(stepFor)).toEqual([0.01, 0.5, 1, 50, 200]);
  });

  it("says a month and a year once where both days share them", () => {
    expect(periodShort({ from: "2020-02-22", to: "2020-02-28" })).toBe("22 to 28 Feb 2020");
    expect(periodShort({ from: "2020-01-25", to: "2020-03-20" })).toBe("25 Jan to 20 Mar 2020");
    expect(periodShort({ from: "2019-12-30", to: "2020-01-02" })).toBe("30 Dec 2019 to 2 Jan 2020");
    expect(periodShort({ from: "2020-02-22", to: "2020-02-22" })).toBe("22 Feb 2020");
  });

  it("tells an interval by what its ends are, a fall or a rise", () => {
    expect(intervalInWords([0.76, 0.96])).toBe("a fall by 76% to 96%");
    expect(intervalInWords([-0.4, -0.1])).toBe("a rise by 10% to 40%");
    expect(intervalInWords([-0.2, 0.5])).toBe("from a rise by 20% to a fall by 50%");
    expect([0.891, -0.2, 0.001].map(changeInWords)).toEqual(["−89%", "+20%", "no change"]);
  });
});
