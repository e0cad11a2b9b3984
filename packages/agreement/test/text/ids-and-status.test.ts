import { describe, expect, it } from "vitest";
import { allBrackets, allProvisions, cleanText, findProvision } from "../../src/index.ts";
import { findings, ids, read, tree, words } from "./told.ts";

describe("attributes and ids", () => {
  it("TXT-22: attributes are taken off the words, in every form", () => {
    const text = read(
      `## Part {#p .a key=value k2="several words" k3='x y' bare}\n\n1. Words. {#one}\n2. [x]{#b}\n3. Words [x] {#three}`,
    );
    expect(text.provisions[0]).toMatchObject({
      id: "p",
      classes: ["a", "bare"],
      attributes: { key: "value", k2: "several words", k3: "x y" },
    });
    expect(ids(text)).toEqual(["p", "one", "p.2", "three"]);
    expect(words(text)).toEqual(["Part", "Words.", "[x]", "Words [x]"]);
  });

  it("TXT-22: malformed attributes stay as words, with a finding", () => {
    for (const bad of ["{#x y=}", '{#x k="open}', "{.a b c=}", "{#x #}"]) {
      const text = read(`1. Words ${bad}`);
      expect(findings(text), bad).toEqual(["error attributes-not-read 1:10"]);
      expect(words(text), bad).toEqual([`Words ${bad}`]);
    }
    for (const literal of ["{ sic }", "{}", "{x}", "\\{#x}"])
      expect(findings(read(`1. Words ${literal}`)), literal).toEqual([]);
    expect(findings(read("1. [a]{#x y=}"))).toContain("error attributes-not-read 1:7");
  });

  it("TXT-23: a division names its first provision, and the rest of it stands under an unnumbered one", () => {
    expect(
      tree(
        read(
          "## Part One\n\n::: {#council}\nThe Council:\n\n(a) x\n(b) y\n\nIt sits.\n:::\n\nAfter.\n\n::: {#three}\n3. x\n:::\n4. y",
        ),
      ),
    ).toEqual([
      "part-one: ",
      "  council: The Council:",
      "    council.a: x",
      "    council.b: y",
      "    council.p1: It sits.",
      "  part-one.p1: After.",
      "  three: x",
      "  part-one.4: y",
    ]);
  });

  it("TXT-23: status and kind of a division are for each provision at its level", () => {
    const text = read("::: {status=agreed .note}\n1. x\n2. y\n:::\n3. z");
    expect(allProvisions(text).map(({ kind, status }) => `${kind} ${status.kind}`)).toEqual([
      "note agreed",
      "note agreed",
      "paragraph proposed",
    ]);
  });

  it("TXT-24: a second use of an id is an error that shows the first, and ids stay unique", () => {
    const text = read("1. x {#a}\n2. y {#a}\n3. [z]{#a}");
    expect(ids(text)).toEqual(["a", "a~2", "3"]);
    expect(allBrackets(text)[0]?.bracket).toMatchObject({ id: "a~3", derived: true });
    expect(findings(text)).toEqual(["error duplicate-id 2:6", "error duplicate-id 3:7"]);
    expect(text.diagnostics[0]?.related[0]?.place).toEqual({ file: "draft.md", line: 1, column: 6 });
    expect(allProvisions(text).map(({ derived }) => derived)).toEqual([false, true, true]);
  });

  it("TXT-25: derived ids follow the numbering, repeats get ~2, and lasting ids keep their names", () => {
    expect(ids(read("PART TWO\n\nArticle 3\n\n1. x:\n(a) y\n\nArticle 3\n\nx\n\ny\n\n• z"))).toEqual([
      "part-two",
      "part-two.article-3",
      "part-two.article-3.1",
      "part-two.article-3.1.a",
      "part-two.article-3~2",
      "part-two.article-3~2.p1",
      "part-two.article-3~2.p2",
      "part-two.article-3~2.item-1",
    ]);
    expect(ids(read("1. x\n2. y {#1}"))).toEqual(["1~2", "1"]);
    expect(allBrackets(read("1. [a] [b]{#own} [c]")).map(({ bracket }) => bracket.id)).toEqual([
      "1.bracket-1",
      "own",
      "1.bracket-3",
    ]);
  });

  it("TXT-25: derived ids above a change in the words stay", () => {
    const before = read("1. x\n2. y\n\nArticle 5\n\nwords");
    const after = read("1. x at length [and more]\n2. y {.definition}\n\nArticle 5\n\nother words\n\nmore");
    expect(ids(after).slice(0, 4)).toEqual(ids(before));
  });

  it("TXT-26: a text has lasting ids when it gives one to a provision or a bracket", () => {
    expect(read("1. x [y]").hasLastingIds).toBe(false);
    expect(read("1. x {.definition}").hasLastingIds).toBe(false);
    expect(read("1. x {#x}").hasLastingIds).toBe(true);
    expect(read("1. [x]{#x}").hasLastingIds).toBe(true);
  });
});

describe("status", () => {
  const statusOf = (attribute: string) => read(`1. x {#p status=${attribute}}`).provisions[0]?.status;

  it("TXT-27: the six statuses, as negotiators say them", () => {
    expect(statusOf("agreed")).toEqual({ kind: "agreed" });
    expect(statusOf("proposed")).toEqual({ kind: "proposed" });
    expect(statusOf("placeholder")).toEqual({ kind: "placeholder" });
    expect(statusOf("ad-referendum")).toEqual({ kind: "agreed-ad-referendum" });
    expect(statusOf('"agreed ad referendum"')).toEqual({ kind: "agreed-ad-referendum" });
    expect(statusOf('"pending taliban"')).toEqual({ kind: "pending", whom: ["taliban"] });
    expect(statusOf('"reserved by us, republic"')).toEqual({ kind: "reserved", whom: ["us", "republic"] });
    expect(read("1. x").provisions[0]?.status).toEqual({ kind: "proposed" });
  });

  it("TXT-27: a provision has the status of what it stands under; a bracket does not", () => {
    const text = read(
      "## Part One {status=agreed}\n\n1. x [y]\n2. z {status=placeholder}\n   (a) w\n\n## Part Two\n\n1. [v]{status=agreed}",
    );
    expect(allProvisions(text).map(({ status }) => status.kind)).toEqual([
      "agreed",
      "agreed",
      "placeholder",
      "placeholder",
      "proposed",
      "proposed",
    ]);
    expect(allBrackets(text).map(({ bracket }) => bracket.status.kind)).toEqual(["proposed", "agreed"]);
  });

  it("TXT-27: an unknown status is a warning, told once, and counts as unsaid", () => {
    const text = read("::: {status=done}\n1. x\n2. y\n:::\n");
    expect(findings(text)).toEqual(["warning status-unknown 1:5"]);
    expect(text.provisions.map(({ status }) => status.kind)).toEqual(["proposed", "proposed"]);
    expect(findings(read('1. x {status="agreed taliban"}'))).toEqual(["warning status-unknown 1:6"]);
  });
});

describe("divisions", () => {
  it("TXT-45: divisions not closed, not opened, and ids that name twice", () => {
    expect(findings(read("::: {#a}\n1. x\n"))).toEqual(["error div-not-closed 1:1"]);
    expect(findings(read("1. x\n\n:::\n"))).toEqual(["warning div-not-opened 3:1"]);
    expect(findings(read("::: {#a}\n1. x {#b}\n:::"))).toEqual(["warning attributes-unused 1:5"]);
    expect(findings(read("1. x\n\n:::: {.alternatives #q}\n::: {.option}\nwords\n"))).toEqual([
      "error div-not-closed 3:1",
      "error div-not-closed 4:1",
    ]);
  });

  it("TXT-45: the fence of the alternatives closes an option that was left open", () => {
    const text = read(":::: {.alternatives #q}\n::: {.option}\nwords\n::::\n\nafter");
    expect(findings(text)).toEqual(["error div-not-closed 2:1"]);
    expect(text.provisions.map((provision) => cleanText(provision))).toEqual(["[words]", "after"]);
  });

  it("TXT-46: divisions and findings have their bounds", () => {
    expect(findings(read(`${"::: {.a}\n".repeat(40)}x\n${":::\n".repeat(40)}`))).toEqual([
      "error nesting-too-deep 33:1",
    ]);
    const many = read("1. x ]\n\n".repeat(250));
    expect(many.diagnostics.filter(({ code }) => code === "bracket-not-opened")).toHaveLength(200);
    const [sum] = many.diagnostics.filter(({ code }) => code === "more-of-the-same");
    expect(sum).toMatchObject({ severity: "note", place: { line: 401 } });
    expect(sum?.message).toContain("50 more");
  });

  it("TXT-02: a provision that is looked for and not there is null", () => {
    expect(findProvision(read("1. x"), "none")).toBeNull();
  });
});
