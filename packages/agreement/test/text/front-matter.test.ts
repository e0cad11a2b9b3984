import { describe, expect, it } from "vitest";
import { findings, read, words } from "./told.ts";

const head = (yaml: string): ReturnType<typeof read> => read(`---\n${yaml}\n---\n\n1. words\n`);

describe("front matter", () => {
  it("TXT-42: every key, each of them optional", () => {
    const text = head(
      "title: Draft\nnotice: a reconstruction\nreconstruction: true\ndrafter: us\nstage: discussion draft\ndate: 2021-02-28\nparties: [republic, taliban]\nbasis-accepted-by: republic\nlanguage: en\nauthentic-languages: [fa-AF, ps]\nprevailing-language: en\nrevises: old.md",
    );
    expect(findings(text)).toEqual([]);
    expect(text.front).toEqual({
      title: "Draft",
      notice: "a reconstruction",
      reconstruction: true,
      drafter: "us",
      stage: "discussion draft",
      date: "2021-02-28",
      parties: ["republic", "taliban"],
      basisAcceptedBy: ["republic"],
      language: "en",
      authenticLanguages: ["fa-AF", "ps"],
      prevailingLanguage: "en",
      revises: "old.md",
      other: {},
    });
    expect(read("1. x").front).toMatchObject({
      title: null,
      reconstruction: false,
      parties: [],
      basisAcceptedBy: [],
      other: {},
    });
    expect(words(text)).toEqual(["words"]);
  });

  it("TXT-43: a wrong value and an unknown key are told at their place; the rest is read", () => {
    const text = head("title: Draft\ndate: 2021-02-30\nreconstruction: perhaps\ncolour: red");
    expect(findings(text)).toEqual([
      "error front-matter-value 3:7",
      "error front-matter-value 4:17",
      "note front-matter-unknown 5:9",
    ]);
    expect(text.front).toMatchObject({ title: "Draft", date: null, reconstruction: false });
    expect(text.front.other).toEqual({ date: "2021-02-30", reconstruction: "perhaps", colour: "red" });
  });

  it("TXT-43: YAML that cannot be read is told, and the words are kept", () => {
    for (const [yaml, code] of [
      ["title: [", "yaml-syntax"],
      ["a: &x 1\nb: *x", "yaml-alias"],
      ["title: x\ntitle: y", "yaml-syntax"],
    ] as const) {
      const text = head(yaml);
      expect(text.diagnostics[0], yaml).toMatchObject({ code, severity: "error" });
      expect(words(text), yaml).toEqual(["words"]);
    }
  });

  it("TXT-44: a head without an end is words, and two rules are rules", () => {
    const open = read("---\ntitle: x\n\n1. words");
    expect(findings(open)).toEqual(["error front-matter-not-closed 1:1"]);
    expect(words(open)).toEqual(["title: x", "words"]);
    const rules = read("---\nA line of words.\n---\n\n1. words");
    expect(findings(rules)).toEqual([]);
    expect(words(rules)).toEqual(["A line of words.", "words"]);
  });
});
