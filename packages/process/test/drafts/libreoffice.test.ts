import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { draftOf, draftPaper, holdAgainst, readFile, redlineOf, wordFile } from "../../src/index.ts";

/**
 * Our files through a real word processor and back, where it is installed; elsewhere these tests are skipped and counted
 * as such. What it writes is a fixture made by another hand than ours.
 */
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "parley-office-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const office = await run("soffice", ["--version"], { timeout: 60_000 }).then(
  () => true,
  () => false,
);

/** One folder of settings of its own, so that nothing of a user's is touched. */
async function converted(bytes: Uint8Array, from: "docx" | "odt", to: "docx" | "odt"): Promise<Uint8Array> {
  const file = join(folder, `sent.${from}`);
  writeFileSync(file, bytes);
  const settings = `-env:UserInstallation=file://${join(folder, "settings")}`;
  const out = join(folder, "back");
  await run("soffice", [settings, "--headless", "--convert-to", to, "--outdir", out, file], { timeout: 120_000 });
  return readFileSync(join(out, `sent.${to}`));
}

const root = join(import.meta.dirname, "../../../../examples/practice/texts");
const text = (name: string) => draftOf({ file: name, source: readFileSync(join(root, name), "utf8") });
const who = { authors: new Map([["Lowland", "lowland"]]), returnedBy: null, nameOf: (party: string) => party };

function held(file: string, bytes: Uint8Array, sent: ReturnType<typeof text>) {
  const read = readFile({ file, bytes });
  if (!read.ok) throw new Error(read.refusal.message);
  return holdAgainst({ file, manuscript: read.manuscript, losses: read.losses }, sent, who);
}

describe.skipIf(!office)("through LibreOffice", () => {
  const sent = text("2030-03-01-mediator.md");

  it("RET-13 a clean draft that it saved as OpenDocument proposes nothing", async () => {
    const back = held("back.odt", await converted(wordFile(draftPaper(sent)), "docx", "odt"), sent);
    expect(back.answer.untracked).toEqual([]);
    expect(back.answer.proposals).toEqual([]);
    expect(back.take(() => "bracket")).toBe(sent.source);
  });

  it("RET-14 a redline that it saved keeps every change and its author", async () => {
    const redline = redlineOf(
      { before: sent, after: text("2030-04-05-lowland.md") },
      { author: "Lowland", date: "2030-04-05", partial: true },
    );
    const direct = held("sent.docx", wordFile(redline), sent);
    const back = held("back.docx", await converted(wordFile(redline), "docx", "docx"), sent);
    expect(direct.answer.proposals.length).toBeGreaterThan(0);
    expect(back.answer.proposals.map(({ by, provision }) => [by, provision])).toEqual(
      direct.answer.proposals.map(({ by, provision }) => [by, provision]),
    );
    expect(back.take(() => "accept")).toBe(direct.take(() => "accept"));
  });
});
