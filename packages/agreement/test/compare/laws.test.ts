import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, type ChangeKind, compare } from "../../src/compare.ts";
import { provisionsOf } from "../../src/internal/readings/own-text.ts";
import type { Agreement } from "../../src/model.ts";
import { agreementOf, type Written } from "./by-hand.ts";

const word = fc.constantFrom(
  "shall",
  "release",
  "prisoners",
  "within",
  "ninety",
  "days",
  "of",
  "signature",
  "the",
  "sides",
  "صلح",
  "می‌شود",
  "cease-fire",
);
const run = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(" "));
const bracket = fc
  .tuple(fc.array(run, { maxLength: 3 }), fc.constantFrom("", "{#x}", "{#y}"))
  .map(([options, id]) => `[${options.length === 0 ? " " : options.join(" | ")}]${id}`);
const words = fc
  .array(fc.oneof({ weight: 4, arbitrary: run }, { weight: 1, arbitrary: bracket }), { maxLength: 4 })
  .map((parts) => parts.join(" "));

interface Leaf {
  readonly words: string;
  readonly number: string | null;
  readonly under: boolean;
}
const leaf: fc.Arbitrary<Leaf> = fc.record({
  words,
  number: fc.constantFrom(null, "1.", "2.", "(a)"),
  under: fc.boolean(),
});

/** A tree of depth two; ids by order (derived) or shuffled lasting ids that the other text may share. */
const text = (file: string): fc.Arbitrary<Agreement> =>
  fc
    .tuple(fc.array(leaf, { maxLength: 7 }), fc.boolean(), fc.shuffledSubarray([..."abcdefg"], { minLength: 7 }))
    .map(([leaves, derived, ids]) => {
      const roots: (Written & { children: Written[] })[] = [];
      leaves.forEach(({ words: said, number, under }, index) => {
        const written = {
          id: derived ? `s${index + 1}` : (ids[index] ?? "z"),
          words: said,
          number,
          derived,
          children: [],
        };
        const parent = roots.at(-1);
        if (under && parent !== undefined) parent.children.push(written);
        else roots.push(written);
      });
      return agreementOf(roots, { drafter: file }, file);
    });
const both = fc.tuple(text("a.md"), text("b.md"));
const ids = (agreement: Agreement): string[] => provisionsOf(agreement.provisions).map(({ provision }) => provision.id);

const mirrorOf: Record<ChangeKind, string> = {
  unchanged: "unchanged",
  reworded: "reworded",
  moved: "moved",
  renumbered: "renumbered",
  split: "merged",
  merged: "split",
  added: "deleted",
  deleted: "added",
  "bracket-opened": "closed",
  "bracket-filled": "bracket-opened",
  "bracket-cleaned": "bracket-opened",
  "option-added": "option-removed",
  "option-removed": "option-added",
};
const key = ({ kind, before, after, option }: Change, flipped: boolean): string => {
  const [from, to] = flipped ? [after, before] : [before, after];
  const shown = flipped ? mirrorOf[kind] : kind;
  // The reverse of "opened" may be "filled" or "cleaned": both close. A reworded option is named by its later words.
  const closed = !flipped && (kind === "bracket-filled" || kind === "bracket-cleaned") ? "closed" : shown;
  return JSON.stringify([
    closed,
    from?.id ?? null,
    to?.id ?? null,
    kind === "reworded" ? option !== undefined : (option?.text ?? null),
  ]);
};

describe("laws of comparison", () => {
  it("CMP-01: a text compared with itself has no changes", () => {
    fc.assert(
      fc.property(text("a.md"), (a) => {
        expect(compare({ before: a, after: a })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("CMP-19: every provision of both texts is told, alone, in one pair, or in one split or merger", () => {
    fc.assert(
      fc.property(both, ([before, after]) => {
        const changes = compare({ before, after }, { all: true });
        const pairs = new Set(
          changes.map((change) => JSON.stringify([change.before?.id ?? null, change.after?.id ?? null])),
        );
        const sides = [...pairs].map((pair): [string | null, string | null] => JSON.parse(pair));
        for (const [side, agreement] of [
          [0, before],
          [1, after],
        ] as const) {
          const told = sides.flatMap((pair) => pair[side] ?? []);
          expect(new Set(told)).toEqual(new Set(ids(agreement)));
          for (const id of new Set(told)) {
            const kinds = changes
              .filter((change) => (side === 0 ? change.before : change.after)?.id === id)
              .map(({ kind }) => kind);
            const partners = new Set(sides.filter((pair) => pair[side] === id).map((pair) => pair[1 - side]));
            if (partners.size > 1) expect(new Set(kinds)).toEqual(new Set([side === 0 ? "split" : "merged"]));
            if (kinds.some((kind) => ["unchanged", "added", "deleted"].includes(kind))) expect(kinds).toHaveLength(1);
          }
        }
      }),
      { numRuns: 600 },
    );
  });

  it("CMP-20: the words give both sides back exactly", () => {
    fc.assert(
      fc.property(both, ([before, after]) => {
        for (const change of compare({ before, after })) {
          if (change.words === undefined) continue;
          const joined = (kind: string): string =>
            (change.words ?? [])
              .filter((piece) => piece.kind !== kind)
              .map(({ text: said }) => said)
              .join("");
          expect(joined("added")).toBe(change.before?.text);
          expect(joined("removed")).toBe(change.after?.text);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("CMP-21: the other direction tells the mirrored story", () => {
    fc.assert(
      fc.property(both, ([before, after]) => {
        const there = compare({ before, after }, { all: true }).map((change) => key(change, false));
        const back = compare({ before: after, after: before }, { all: true }).map((change) => key(change, true));
        expect(there.sort()).toEqual(back.sort());
      }),
      { numRuns: 800 },
    );
  });

  it("CMP-22: two thousand provisions without ids are aligned, one put in at the front and one reworded", () => {
    const paragraph = (n: number): string =>
      `In district ${n} the sides shall open road ${n * 7} and report convoy ${n * 13} to the joint commission every week.`;
    const build = (list: readonly string[]): Agreement =>
      agreementOf(list.map((said, i) => ({ id: `s${i + 1}`, number: `${i + 1}.`, words: said, derived: true })));
    const old = Array.from({ length: 2000 }, (_, n) => paragraph(n));
    const now = [
      "The districts are listed in an annex.",
      ...old.map((said, n) => (n === 1000 ? said.replace("every week", "every month") : said)),
    ];
    const changes = compare({ before: build(old), after: build(now) });
    expect(changes.filter(({ kind }) => kind !== "renumbered").map(({ kind, provision }) => [kind, provision])).toEqual(
      [
        ["added", "s1"],
        ["reworded", "s1002"],
      ],
    );
    expect(changes.filter(({ kind }) => kind === "renumbered")).toHaveLength(2000);
  });
});
