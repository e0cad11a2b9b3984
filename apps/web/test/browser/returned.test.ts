import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { draftOf, draftPaper, wordFile } from "@parley/process";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWord } from "../../../../packages/documents/src/index.ts";
import { comment, insertAfter, replace, silently } from "../../../../packages/process/test/drafts/delegation.ts";
import { type Served, serveFolder } from "../../../server/src/index.ts";
import { buildWorkbench } from "../../build.ts";
import { exampleFolder } from "../real-view.ts";
import { hasBrowser, openPage, startBrowser } from "./browser.ts";

const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const practice = exampleFolder("practice");
const upland = { author: "Upland legal adviser", date: "2030-03-09T10:00:00Z" };
const stranger = { author: "M. Delegate", date: "2030-03-10T10:00:00Z" };

/** The mediator's draft as two delegations send it back: two tracked changes, one silent one, one comment. */
async function returnedFile(): Promise<Buffer> {
  const file = join(practice, "texts/2030-03-01-mediator.md");
  let paper = draftPaper(draftOf({ file, source: await readFile(file, "utf8") }));
  paper = replace(paper, "withdrawal", "30 days", "45 days", upland);
  paper = insertAfter(paper, "council", "nine members", " and a secretary", stranger);
  paper = silently(paper, "revenue", "river dam", "dam");
  paper = comment(paper, "withdrawal", "leave the buffer zone", {
    id: "1",
    author: stranger.author,
    date: stranger.date,
    paragraphs: ["With their weapons?"],
    replyTo: null,
    resolved: false,
  });
  return Buffer.from(wordFile(paper));
}

describe.skipIf(!hasBrowser)("a file that came back, in the browser", () => {
  let served: Served;
  let browser: Browser;
  const open = async (size: {
    readonly width: number;
    readonly height: number;
    readonly colorScheme?: "light" | "dark";
  }) => {
    const watched = await openPage(browser, size);
    await watched.page.goto(new URL("/text?text=mediator-draft", served.url).href);
    return watched;
  };
  const drop = async (page: Page, name: string, buffer: Buffer) =>
    page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  const saved = async (page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
    const waiting: Promise<Download> = page.waitForEvent("download");
    await page.getByRole("button", { name: button }).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const proposal = (page: Page, words: string) => page.locator(".proposal", { hasText: words });

  beforeAll(async () => {
    await buildWorkbench();
    served = await serveFolder({ folder: practice, port: 0 });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  it("shows what it proposes by party, what was changed without tracking first, and asks for a name", async () => {
    const { page, faults } = await open({ width: 1280, height: 900 });
    await drop(page, "returned.docx", await returnedFile());
    await page.locator(".returned .lead").waitFor();
    expect(await page.locator(".returned .lead").textContent()).toContain("1 place was changed without tracking.");
    const groups = await page.locator(".hand h3").allTextContents();
    expect(groups[0]).toContain("Changed without tracking");
    expect(groups.join(" ")).toContain("Upland");
    expect(await proposal(page, "45 days").locator("ins").textContent()).toContain("45");
    expect(await page.locator(".returned", { hasText: "With their weapons?" }).count()).toBe(1);
    // Nothing is made before it is known whose hand each name is.
    expect(await page.getByRole("button", { name: "Next draft (.md)" }).isDisabled()).toBe(true);
    await page.getByLabel("Whose hand is “M. Delegate”?").selectOption("lowland");
    await expect.poll(() => page.getByRole("button", { name: "Next draft (.md)" }).isEnabled()).toBe(true);
    expect((await page.locator(".hand h3").allTextContents()).join(" ")).toContain("Lowland");
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("takes each as bracket, accepted words or left out, and gives the new draft and its redline", async () => {
    const { page, faults } = await open({ width: 1280, height: 900 });
    await drop(page, "returned.docx", await returnedFile());
    await page.getByLabel("Whose hand is “M. Delegate”?").selectOption("lowland");
    await proposal(page, "45").getByLabel("Accept").check();
    await proposal(page, "in revenue").getByLabel("Leave out").check();
    const draft = await saved(page, "Next draft (.md)");
    expect(draft.name).toBe("mediator-draft-next.md");
    const source = draft.bytes.toString("utf8");
    expect(source).toContain("Upland and Lowland leave the buffer zone within 45 days of signature. {#withdrawal}");
    expect(source).toContain("A joint council of nine members [lowland: and a secretary] decides");
    expect(source).toContain("The revenue of the river dam goes");
    const redline = await saved(page, "Redline in Word");
    const read = readWord(redline.name, new Uint8Array(redline.bytes));
    if (!read.ok) throw new Error(read.refusal.message);
    const words = read.manuscript.blocks.flatMap((block) =>
      block.kind === "paragraph"
        ? block.pieces.flatMap((piece) =>
            piece.kind === "text" && piece.revisions.length > 0
              ? [`${piece.revisions[0]?.kind} ${piece.text.trim()}`]
              : [],
          )
        : [],
    );
    expect(words).toContain("deleted 30");
    expect(words).toContain("inserted 45");
    const clean = await saved(page, "Next draft in Word");
    expect(readWord(clean.name, new Uint8Array(clean.bytes)).ok).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("takes a file that is dropped on the page with the mouse", async () => {
    const { page, faults } = await open({ width: 1280, height: 900 });
    const bytes = [...(await returnedFile())];
    const dropped = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], "returned.docx"));
      return transfer;
    }, bytes);
    await page.locator(".drop").dispatchEvent("dragover", { dataTransfer: dropped });
    expect(await page.locator(".drop-over").count()).toBe(1);
    await page.locator(".drop").dispatchEvent("drop", { dataTransfer: dropped });
    await page.locator(".returned .lead").waitFor();
    expect(await page.locator(".returned .lead").textContent()).toContain("1 place was changed without tracking.");
    expect(await page.locator(".drop-over").count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("refuses a hostile or a foreign file in words, and keeps the page", async () => {
    const { page, faults } = await open({ width: 1280, height: 900 });
    await drop(page, "notes.docx", Buffer.from("no Word file at all"));
    await page.locator(".returned .finding").waitFor();
    expect((await page.locator(".returned .finding").textContent())?.length).toBeGreaterThan(40);
    await page.getByRole("button", { name: "Close" }).last().click();
    expect(await page.locator(".returned").count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it.each([
    { width: 1280, height: 900, colorScheme: "light" as const },
    { width: 390, height: 844, colorScheme: "dark" as const },
  ])("is clean with a file open at $width in $colorScheme", async (size) => {
    const { page, faults } = await open(size);
    await drop(page, "returned.docx", await returnedFile());
    await page.locator(".hand").first().waitFor();
    const axe = await readFile(axeFile, "utf8");
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe: engine } = globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string }[] }> };
      };
      return (await engine.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("shows three languages side by side, each difference under its provision", async () => {
    const { page, faults } = await openPage(browser, { width: 1280, height: 900 });
    await page.goto(new URL("/text?text=annex", served.url).href);
    await page.getByLabel(/^Beside Dari and Pashto/u).check();
    await page.waitForURL(/beside=languages/u);
    await page.locator(".languages").waitFor();
    const heads = await page.locator(".languages thead th").allTextContents();
    expect(heads.map((head) => head.trim())).toEqual(["English ●prevails", "Dari", "Pashto"]);
    expect(
      await page
        .locator(".languages td[lang='fa-AF']")
        .first()
        .evaluate((cell) => getComputedStyle(cell).direction),
    ).toBe("rtl");
    // One planted difference of each kind.
    expect(await page.locator(".difference").count()).toBe(6);
    // A length in Dari among English words keeps its order: the number is read before the unit, so it stands to its right.
    const order = await page.locator(".difference bdi", { hasText: "۷۲ روز" }).evaluate((quoted) => {
      const range = document.createRange();
      const [words] = quoted.childNodes;
      if (words === undefined) throw new Error("Nothing is quoted.");
      const edge = (from: number, to: number) => {
        range.setStart(words, from);
        range.setEnd(words, to);
        return range.getBoundingClientRect().left;
      };
      return edge(0, 2) > edge(3, 6);
    });
    expect(order).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
