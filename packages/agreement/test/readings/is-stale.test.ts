import { describe, expect, it } from "vitest";
import type { ProvisionId } from "../../src/model.ts";
import { parse } from "../../src/parse.ts";
import { isStale } from "../../src/readings.ts";

const agreement = parse({
  file: "a.md",
  source: `## Part One {#one}

They stop within [republic: 24 hours | taliban: [72 | 96] hours]{#start} of
signature, for [ ]{#months} months. {#stop}

Next.{#next}
`,
});
const stale = (provision: string, words: string | null) =>
  isStale({ provision: provision as ProvisionId, words }, agreement);

describe("a stale entry", () => {
  it("RDG-16: stands while its words occur, whitespace folded, in its provision or under it", () => {
    expect(stale("stop", "of signature")).toBeNull();
    expect(stale("one", "They  stop\nwithin")).toBeNull();
    expect(stale("next", "They stop")).toMatchObject({
      reason: "words-changed",
      words: "They stop",
      provision: { id: "next" },
    });
  });

  it("RDG-17: a quotation may run through any one alternative, nested ones too, or show the bracket", () => {
    for (const words of [
      "within 24 hours of",
      "within 72 hours of",
      "within 96 hours of signature",
      "[72 | 96] hours",
      "for months",
      "for [ ] months",
    ])
      expect([words, stale("stop", words)]).toEqual([words, null]);
    for (const words of ["within 24 hours 72 hours", "72 96", "24 hours | 72 hours of"])
      expect([words, stale("stop", words)?.reason]).toEqual([words, "words-changed"]);
  });

  it("RDG-18: stale when its provision is gone; an entry without words only then; one without a provision never", () => {
    expect(stale("two", "They stop")).toMatchObject({ reason: "no-such-provision", id: "two" });
    expect(stale("two", null)?.reason).toBe("no-such-provision");
    expect(stale("stop", null)).toBeNull();
    expect(isStale({ provision: null, words: "anything" }, agreement)).toBeNull();
  });
});
