import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { draftOf, draftPaper, wordFile } from "@parley/process";
import { beforeAll, describe, expect, it } from "vitest";
import { readWord } from "../../../packages/documents/src/index.ts";
import { hostileFiles } from "../../../packages/documents/test/container/hostile.ts";
import { comment, insertAfter, replace, silently } from "../../../packages/process/test/drafts/delegation.ts";
import { afghanistan, emptyFolder, parley, practice, root } from "./said.ts";

const mediator = `${practice}/texts/2030-03-01-mediator.md`;
const upland = { author: "Upland legal adviser", date: "2030-03-09T10:00:00Z" };
const stranger = { author: "M. Delegate", date: "2030-03-10T10:00:00Z" };

/** The mediator's draft as it comes back: two hands, one silent change, one comment. */
function returned(folder: string, changedBy = stranger): string {
  let paper = draftPaper(draftOf({ file: mediator, source: readFileSync(join(root, mediator), "utf8") }));
  paper = replace(paper, "withdrawal", "30 days", "45 days", upland);
  paper = insertAfter(paper, "council", "nine members", " and a secretary", changedBy);
  paper = silently(paper, "revenue", "river dam", "dam");
  paper = comment(paper, "withdrawal", "leave the buffer zone", {
    id: "1",
    author: changedBy.author,
    date: changedBy.date,
    paragraphs: ["With their weapons?"],
    replyTo: null,
    resolved: false,
  });
  const file = join(folder, "returned.docx");
  writeFileSync(file, wordFile(paper));
  return file;
}

const head = (file: string) => new TextDecoder("latin1").decode(readFileSync(file).subarray(0, 8));

describe("import", () => {
  beforeAll(() => process.chdir(root));

  it("CLI-30 tells what was changed without tracking first, then the proposals by party", async () => {
    const folder = emptyFolder();
    const { code, out } = await parley(["import", returned(folder), "--base", mediator]);
    expect(code).toBe(1);
    expect(out.replace(/^[^\n]*returned\.docx, held[\s\S]*?provisions\.$/mu, "<file>")).toMatchInlineSnapshot(`
      "1 place was changed without tracking. 2 proposals: 1 by Upland and 1 by M. Delegate; 1 comment.
      Whose hand is “M. Delegate”? Say it before the next draft is made.
      <file>

      Changed without tracking
      - p2: Without tracking, somebody takes out “river” in revenue (5).
          at: The revenue of the … dam goes [two thirds to Upland and one …

      Proposed by upland
      - p1: Upland puts “45 days” in the place of “30 days” in withdrawal (2). (9 Mar 2030)
          at: … Lowland leave the buffer zone within … of signature.

      Proposed by M. Delegate
      - p3: M. Delegate puts in “and a secretary” in council (6). (10 Mar 2030)
          at: A joint council of nine members … decides on the river by two thirds of …

      Comments
      - withdrawal, on “leave the buffer zone”: With their weapons? (M. Delegate, 10 Mar 2030)

      Names whose party is not known
      - M. Delegate: 1 change, 1 comment
      "
    `);
  });

  it("CLI-30 writes nothing while a name is not placed, and says how to place it", async () => {
    const folder = emptyFolder();
    const draft = join(folder, "next.md");
    const asked = await parley(["import", returned(folder), "--base", mediator, "-o", draft]);
    expect(asked.code).toBe(1);
    expect(asked.err).toMatch(/“M\. Delegate”/u);
    expect(asked.err).toMatch(/--author\s+"M\. Delegate=party"/u);
    expect(existsSync(draft)).toBe(false);
  });

  it("CLI-30 writes a draft with attributed brackets, or the list of amendments", async () => {
    const folder = emptyFolder();
    const file = returned(folder);
    const who = ["--author", "M. Delegate=lowland", "--returned-by", "lowland"];
    const draft = join(folder, "next.md");
    const written = await parley(["import", file, "--base", mediator, "-o", draft, ...who]);
    expect(written.err).toBe("");
    const source = readFileSync(draft, "utf8");
    expect(source).toContain("leave the buffer zone within [30 days | upland: 45 days] of signature. {#withdrawal}");
    expect(source).toContain("nine members [lowland: and a secretary] decides");
    expect(source).toContain("The revenue of the [river | lowland:] dam goes");
    const list = join(folder, "list.json");
    await parley(["import", file, "--base", mediator, "-o", list, ...who]);
    const amendments = JSON.parse(readFileSync(list, "utf8"));
    expect(amendments.proposals.map(({ by, before, after }: Record<string, string>) => [by, before, after])).toEqual([
      ["upland", "30 days", "45 days"],
      ["lowland", "", " and a secretary"],
    ]);
    expect(amendments.untracked).toHaveLength(1);
  });

  it("CLI-30 refuses every hostile file in words, with exit code 1 or 2 and no stack trace", async () => {
    const folder = emptyFolder();
    for (const [at, { name, bytes, format }] of hostileFiles().entries()) {
      const file = join(folder, `${at}.${format === "word" ? "docx" : "odt"}`);
      writeFileSync(file, bytes);
      const { code, out, err } = await parley(["import", file]);
      expect([1, 2], name).toContain(code);
      expect(out, name).toBe("");
      expect(err, name).not.toMatch(/^\s+at .+[:(]\d+|TypeError|RangeError|undefined/mu);
      expect(err.length, name).toBeGreaterThan(60);
    }
  });
});

describe("export", () => {
  beforeAll(() => process.chdir(root));

  it("CLI-31 writes every format, by --format or by the ending, the same bytes each time", async () => {
    const folder = emptyFolder();
    for (const [format, begins] of [
      ["docx", "PK"],
      ["odt", "PK"],
      ["pdf", "%PDF-"],
      ["akn", "<?xml"],
      ["md", "---\n"],
    ] as const) {
      const [one, two] = [join(folder, `a.${format}`), join(folder, `b.${format}`)];
      expect(await parley(["export", afghanistan, "-o", one])).toMatchObject({ code: 0, err: "" });
      expect(await parley(["export", afghanistan, "--format", format, "-o", two])).toMatchObject({ code: 0 });
      expect(head(one).startsWith(begins), format).toBe(true);
      expect(readFileSync(one).equals(readFileSync(two)), format).toBe(true);
    }
    const shown = await parley(["export", mediator, "-f", "md"]);
    expect(shown.out).toBe(readFileSync(join(root, mediator), "utf8"));
  });

  it("CLI-31 makes a redline by the drafter on the draft's day, which comes back as proposals", async () => {
    const folder = emptyFolder();
    const file = join(folder, "redline.docx");
    await parley(["export", practice, "--text", "lowland-draft", "--redline-from", "mediator-draft", "-o", file]);
    const { out } = await parley(["import", file, "--base", mediator, "--json"]);
    const { proposals, untracked, unmapped } = JSON.parse(out);
    expect(unmapped).toEqual([]);
    const told = proposals.map(({ by, date, provision }: Record<string, string>) => `${provision} ${by} ${date}`);
    expect(told).toContain("council lowland 2030-04-05T00:00:00Z");
    // What Lowland's partial draft does not hold is not there at all, and so nobody's proposal.
    expect(told.join(" ")).not.toContain("elections lowland");
    expect(untracked.map(({ kind }: Record<string, string>) => kind)).toContain("provision-deleted");
  });

  it("CLI-31 makes the same redline of a partial text named by its path as by its id", async () => {
    const folder = emptyFolder();
    const [byId, byPath] = [join(folder, "id.docx"), join(folder, "path.docx")];
    await parley(["export", practice, "--text", "lowland-draft", "--redline-from", mediator, "-o", byId]);
    const lowland = `${practice}/texts/2030-04-05-lowland.md`;
    expect(await parley(["export", lowland, "--redline-from", mediator, "-o", byPath])).toMatchObject({ code: 0 });
    expect(readFileSync(byId).equals(readFileSync(byPath))).toBe(true);
  });

  it("CLI-31 adds what was said as comments, as far as a room may read it", async () => {
    const folder = emptyFolder();
    const file = join(folder, "comments.docx");
    await parley(["export", afghanistan, "--comments-for", "public", "-o", file]);
    const { out } = await parley(["import", file, "--json"]);
    const { comments } = JSON.parse(out);
    expect(comments.length).toBeGreaterThan(3);
    expect(comments.map(({ provision }: Record<string, string>) => provision)).toContain("transfer-of-power");
  });

  it("CLI-21 CLI-23 the brief and the matrix go to Word, OpenDocument and PDF", async () => {
    const folder = emptyFolder();
    for (const verb of ["brief", "matrix"]) {
      for (const ending of ["docx", "odt", "pdf"]) {
        const file = join(folder, `${verb}.${ending}`);
        expect(await parley([verb, afghanistan, "-o", file])).toMatchObject({ code: 0, err: "" });
        expect(head(file)).toMatch(ending === "pdf" ? /^%PDF-/u : /^PK/u);
      }
    }
    const read = readWord("brief.docx", new Uint8Array(readFileSync(join(folder, "brief.docx"))));
    // Who may read it stands at the head of every page.
    expect(read.ok && read.manuscript.header).toBe("Mediation team only");
  });

  it("CLI-30 CLI-31 a draft goes out as Akoma Ntoso and comes back in", async () => {
    const folder = emptyFolder();
    const [file, back] = [join(folder, "draft.xml"), join(folder, "back.md")];
    await parley(["export", mediator, "-o", file]);
    expect(await parley(["import", file, "-o", back])).toMatchObject({ code: 0, err: "" });
    const { code } = await parley(["compare", mediator, back]);
    expect(code).toBe(0);
  });
});
