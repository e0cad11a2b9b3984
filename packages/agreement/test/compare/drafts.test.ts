import { describe, expect, it } from "vitest";
import { compare } from "../../src/compare.ts";
import { parse } from "../../src/parse.ts";

const draft = (drafter: string, body: string) =>
  parse({ file: `${drafter}.md`, source: `---\ntitle: Draft\ndrafter: ${drafter}\n---\n\n${body}` });

describe("parsed drafts", () => {
  it("CMP-11, CMP-14: a redraft fills the blank, adds options and states shares", () => {
    const us = draft(
      "us",
      "## Part Two {#part-two}\n\nIt lasts no more than [ ]{#months}. {#duration}\n\nParliament is [enlarged | suspended]{#parliament}. {#assembly}\n",
    );
    const hcnr = draft(
      "hcnr",
      "## Part Two {#part-two}\n\nIt lasts no more than three years. {#duration}\n\nParliament is [enlarged | suspended | dissolved]{#parliament}. {#assembly}\n\nTwo thirds of the posts go to the Republic. {#shares}\n",
    );
    expect(
      compare({ before: us, after: hcnr }).map(({ kind, provision, option, proposedBy }) => [
        kind,
        provision,
        option?.text,
        proposedBy,
      ]),
    ).toEqual([
      ["bracket-filled", "duration", "three years", "hcnr"],
      ["option-added", "assembly", "dissolved", "hcnr"],
      ["added", "shares", undefined, "hcnr"],
    ]);
  });

  it("CMP-04: a text without ids keeps its provisions when an article is put in", () => {
    const articles = (list: readonly string[]) =>
      draft(
        "x",
        list.map((said, i) => `Article ${i + 1}\n\n1. ${said}\n\n2. ${said} Each side reports on it.\n`).join("\n"),
      );
    const old = [
      "Both sides release prisoners within ninety days of signature.",
      "A commission of twelve members watches over the truce.",
      "Refugees return in safety to where they lived.",
    ];
    const changes = compare({
      before: articles(old),
      after: articles(["Islam is the religion of the state.", ...old]),
    });
    expect(changes.filter(({ kind }) => kind === "added").map(({ after }) => after?.text)).toEqual([
      "Islam is the religion of the state.",
      "Islam is the religion of the state. Each side reports on it.",
      "",
    ]);
    expect(changes.some(({ kind }) => kind === "deleted" || kind === "reworded")).toBe(false);
  });
});
