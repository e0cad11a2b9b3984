import { describe, expect, it } from "vitest";
import { type Change, compare } from "../../src/compare.ts";
import { agreementOf, type Written } from "./by-hand.ts";

const between = (before: readonly Written[], after: readonly Written[], drafter: string | null = "hcnr"): Change[] =>
  compare({ before: agreementOf(before, {}, "us.md"), after: agreementOf(after, { drafter }, "hcnr.md") });
const one = (words: string): Written[] => [{ id: "p", words }];
const told = (changes: readonly Change[]): string[] => changes.map(({ kind, provision }) => `${kind} ${provision}`);

const long =
  "The parties shall release all prisoners within ninety days of signature and exchange full lists of names.";
const other = "A joint commission monitors the ceasefire and reports to both sides every month without exception.";

describe("what happened to a provision", () => {
  it("CMP-01: equal texts have no changes, and whitespace alone is none", () => {
    expect(between(one(long), one(long))).toEqual([]);
    expect(between(one("stop all\nattacks"), one("stop  all attacks"))).toEqual([]);
  });

  it("CMP-02: with `all`, every unchanged provision is listed", () => {
    const text = agreementOf([
      { id: "a", words: long },
      { id: "b", words: other },
    ]);
    expect(told(compare({ before: text, after: text }, { all: true }))).toEqual(["unchanged a", "unchanged b"]);
  });

  it("CMP-03: matched by lasting id first, however far the words have changed", () => {
    const changes = between([{ id: "a", words: long }], [{ id: "a", words: other }]);
    expect(told(changes)).toEqual(["reworded a"]);
    expect(changes[0]?.words?.some(({ kind }) => kind === "removed")).toBe(true);
  });

  it("CMP-04: derived ids count only with like words: an article put in before does not reword the rest", () => {
    const article = (n: number, words: string): Written => ({
      id: `article-${n}`,
      number: `Article ${n}`,
      words,
      derived: true,
    });
    const changes = between(
      [article(1, long), article(2, other)],
      [article(1, "Islam is the religion of the state."), article(2, long), article(3, other)],
    );
    expect(told(changes)).toEqual(["added article-1", "renumbered article-2", "renumbered article-3"]);
    expect(changes[1]?.before?.number).toBe("Article 1");
  });

  it("CMP-04: without ids, like words are found at another number, reworded and renumbered", () => {
    const changes = between(
      [{ id: "s1", number: "1.", words: long, derived: true }],
      [
        { id: "s1", number: "1.", words: other, derived: true },
        { id: "s2", number: "2.", words: long.replace("ninety", "sixty"), derived: true },
      ],
    );
    expect(told(changes)).toEqual(["added s1", "reworded s2", "renumbered s2"]);
  });

  it("CMP-05: reworded gives the words, cut at words and never within", () => {
    const [change] = between(
      one("within twenty-four hours of signature"),
      one("within seventy-two hours of signature"),
    );
    expect(change?.words).toEqual([
      { kind: "same", text: "within " },
      { kind: "removed", text: "twenty-four" },
      { kind: "added", text: "seventy-two" },
      { kind: "same", text: " hours of signature" },
    ]);
  });

  it("CMP-06: moved, when it stands under another parent or out of the order of its siblings", () => {
    const part = (id: string, children: Written[]): Written => ({ id, heading: `Part ${id}`, children });
    const [a, b, c] = [long, other, "The displaced return in safety."].map(
      (words, i): Written => ({ id: "abc".charAt(i), words }),
    ) as [Written, Written, Written];
    expect(told(between([part("x", [a, b]), part("y", [c])], [part("x", [b]), part("y", [a, c])]))).toEqual([
      "moved a",
    ]);
    expect(told(between([a, b, c], [c, a, b]))).toEqual(["moved c"]);
    expect(told(between([a, c], [a, b, c]))).toEqual(["added b"]);
  });

  it("CMP-07: renumbered, when the printed number differs", () => {
    expect(told(between([{ id: "a", number: "3", words: long }], [{ id: "a", number: "3 bis", words: long }]))).toEqual(
      ["renumbered a"],
    );
  });

  it("CMP-08: split, when the words of one went to two or more, one change for each piece", () => {
    const changes = between(
      [{ id: "a", words: `${long} ${other}` }],
      [
        { id: "a", words: long },
        { id: "b", words: other },
      ],
    );
    expect(told(changes)).toEqual(["split a", "split b"]);
    expect(changes.map(({ before }) => before?.id)).toEqual(["a", "a"]);
    // A copy leaves the whole as it was: that is an addition.
    expect(
      told(
        between(
          [{ id: "a", words: `${long} ${other}` }],
          [
            { id: "a", words: `${long} ${other}` },
            { id: "b", words: other },
          ],
        ),
      ),
    ).toEqual(["added b"]);
    expect(
      told(
        between(
          [{ id: "a", words: `${long} ${other}` }],
          [
            { id: "a", words: long },
            { id: "b", words: "Women take part in every body that this text creates." },
          ],
        ),
      ),
    ).toEqual(["reworded a", "added b"]);
  });

  it("CMP-09: merged, the reverse, one change for each part", () => {
    const changes = between(
      [
        { id: "a", words: long },
        { id: "b", words: other },
      ],
      [{ id: "c", words: `${long} ${other}`, derived: true }],
    );
    expect(told(changes)).toEqual(["merged c", "merged c"]);
    expect(changes.map(({ before }) => before?.id)).toEqual(["a", "b"]);
  });

  it("CMP-10: added and deleted, a deleted one where it stood", () => {
    const changes = between(
      [
        { id: "a", words: long },
        { id: "b", words: other },
        { id: "c", words: "The displaced return in safety." },
      ],
      [
        { id: "a", words: `${long} Amen.` },
        { id: "c", words: "The displaced return in full safety." },
        { id: "d", words: "Elections are held under the new constitution." },
      ],
    );
    expect(told(changes)).toEqual(["reworded a", "deleted b", "reworded c", "added d"]);
    expect(changes[1]).toMatchObject({ before: { id: "b", text: other }, after: null, proposedBy: "hcnr" });
  });
});

describe("what happened to a bracket", () => {
  it("CMP-11: filled, when a blank or alternatives became one wording", () => {
    const blank = between(one("It lasts no more than [ ]{#months}."), one("It lasts no more than three years."));
    expect(blank).toMatchObject([
      { kind: "bracket-filled", bracket: "months", option: { id: null, text: "three years" } },
    ]);
    const chosen = between(
      one("within [republic: 24 hours | taliban: 72 hours]{#start} of it"),
      one("within 72 hours of it"),
    );
    expect(chosen).toMatchObject([
      { kind: "bracket-filled", option: { id: "taliban", text: "72 hours" }, proposedBy: "taliban" },
    ]);
    const kept = between(one("for [ ]{#months} months"), one("for [hcnr: three years]{#months} months"), "abdullah");
    expect(kept).toMatchObject([
      { kind: "bracket-filled", option: { party: "hcnr", text: "three years" }, proposedBy: "hcnr" },
    ]);
  });

  it("CMP-11: filled and reworded around it are two changes", () => {
    const changes = between(one("no more than [ ]{#months} months"), one("no longer than three years"));
    expect(told(changes)).toEqual(["reworded p", "bracket-filled p"]);
    expect(changes[1]?.option?.text).toBe("three years");
  });

  it("CMP-12: cleaned, when the brackets came off and the words stayed", () => {
    expect(between(one("The sides [shall]{#x} meet."), one("The sides shall meet."))).toMatchObject([
      { kind: "bracket-cleaned", bracket: "x", option: { text: "shall" } },
    ]);
    expect(told(between(one("The sides [shall]{#x} meet."), one("The sides may meet.")))).toEqual(["bracket-filled p"]);
  });

  it("CMP-13: opened, when words were put in brackets or a bracket came in their place", () => {
    expect(between(one("The sides shall meet."), one("The sides [shall | may]{#x} meet."))).toMatchObject([
      { kind: "bracket-opened", bracket: "x", option: { text: "shall" }, proposedBy: "hcnr" },
    ]);
    expect(told(between(one("within 24 hours of it"), one("within [ ]{#x} hours of it")))).toEqual([
      "bracket-opened p",
    ]);
  });

  it("CMP-14: options added to and removed from a bracket that stays, and reworded ones", () => {
    expect(between(one("[a: one | b: two]{#x}"), one("[a: one | b: two | c: three]{#x}"))).toMatchObject([
      { kind: "option-added", bracket: "x", option: { party: "c", text: "three" }, proposedBy: "c" },
    ]);
    expect(between(one("[a: one | b: two]{#x}"), one("[b: two]{#x}"))).toMatchObject([
      { kind: "option-removed", option: { party: "a", text: "one" }, proposedBy: "hcnr" },
    ]);
    expect(between(one("[a: one | b: two]{#x}"), one("[a: one | b: three]{#x}"))).toMatchObject([
      { kind: "reworded", bracket: "x", option: { party: "b", text: "three" }, proposedBy: "b" },
    ]);
    expect(told(between(one("[ ]{#x}"), one("[a: one | b: two]{#x}")))).toEqual(["option-added p", "option-added p"]);
  });

  it("CMP-15: a bracket that moved to another provision was neither closed nor opened", () => {
    const changes = between(
      [
        { id: "a", words: "Start within [ ]{#x} hours." },
        { id: "b", words: "Report to both." },
      ],
      [
        { id: "a", words: "Start." },
        { id: "b", words: "Report to both within [ ]{#x} hours." },
      ],
    );
    expect(told(changes)).toEqual(["reworded a", "reworded b"]);
  });

  it("CMP-16: who proposed it is the drafter of the later text, or the party of the wording", () => {
    expect(between(one("a b"), one("a c"))[0]?.proposedBy).toBe("hcnr");
    expect(between(one("a b"), one("a c"), null)[0]?.proposedBy).toBeNull();
  });
});
