import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serveFolder } from "../../../server/src/index.ts";
import { buildWorkbench } from "../../build.ts";
import { exampleFolder } from "../real-view.ts";
import { axeViolations, hasBrowser, openPage, startBrowser } from "./browser.ts";

const paths = [
  "/",
  "/text",
  "/text?text=hcnr&compare=us-draft",
  "/issues",
  "/packages",
  "/timetable",
  "/bodies",
  "/positions",
  "/check",
  "/brief",
];
const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];
/** What a first page may weigh on the wire, fonts and script included. */
const firstPageBytesMax = 200_000;

describe.skipIf(!hasBrowser)("the workbench in a browser", () => {
  let folder = "";
  let served: Served;
  let practice: Served;
  let browser: Browser;
  const at = (path: string) => new URL(path, served.url).href;

  beforeAll(async () => {
    await buildWorkbench();
    folder = await mkdtemp(join(tmpdir(), "parley-browser-"));
    await cp(exampleFolder("afghanistan"), folder, { recursive: true });
    served = await serveFolder({ folder });
    practice = await serveFolder({ folder: exampleFolder("practice") });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await practice?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("has no link to a place that is not there, on the day that is looked at", async () => {
    const { page } = await openPage(browser, { width: 1280, height: 900 });
    const pages = new Map<string, Promise<string>>();
    const htmlOf = (address: string) => {
      const html = pages.get(address) ?? fetch(address).then((answer) => answer.text());
      pages.set(address, html);
      return html;
    };
    const astray: string[] = [];
    for (const path of [
      ...paths,
      "/brief?as-of=2021-04-15",
      "/packages?as-of=2021-04-15",
      "/issues?as-of=2021-05-30",
    ]) {
      await page.goto(at(path));
      const links = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>("main a")].map((a) => a.href),
      );
      for (const link of new Set(links)) {
        const [address = "", place] = link.split("#");
        if (place === undefined) continue;
        if (!(await htmlOf(address)).includes(`id="${decodeURIComponent(place)}"`)) astray.push(`${path} to ${link}`);
      }
    }
    expect(astray).toEqual([]);
    await page.context().close();
  });

  it("brings the page one is on into sight among the pages, on a narrow screen too", async () => {
    const { page } = await openPage(browser, { width: 390, height: 844 });
    for (const name of ["text", "check", "brief"]) {
      await page.goto(at(`/${name}`));
      await page.waitForFunction(() => {
        const box = document.querySelector('.pages [aria-current="page"]')?.getBoundingClientRect();
        return box !== undefined && box.left >= 0 && box.right <= window.innerWidth;
      });
    }
    await page.context().close();
  });

  for (const size of sizes) {
    for (const colorScheme of ["light", "dark"] as const) {
      it(`is clean at ${size.width} by ${size.height} in ${colorScheme}: no axe violation, no message, no request elsewhere, no sideways scroll`, async () => {
        const { page, faults } = await openPage(browser, { ...size, colorScheme });
        for (const url of [...paths.map(at), new URL("/packages?assessed=yes", practice.url).href]) {
          await page.goto(url);
          const violations = await axeViolations(page);
          const sideways = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect({ url, violations, faults, sideways }).toEqual({ url, violations: [], faults: [], sideways: 0 });
        }
        await page.context().close();
      });
    }
  }

  it("weighs less than 200 kB at the first page, everything counted", async () => {
    for (const path of ["/", "/text", "/packages", "/keeping"]) {
      const { page, bytes } = await openPage(browser, { width: 1280, height: 900 });
      await page.goto(at(path));
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.waitForTimeout(200);
      const weight = await bytes();
      console.log(`first page ${path}: ${weight.toLocaleString("en")} bytes on the wire`);
      expect(weight).toBeGreaterThan(10_000);
      expect(weight).toBeLessThan(firstPageBytesMax);
      await page.context().close();
    }
  });

  it("moves everything when the day moves, says it to the ear, and keeps the focus and the address", async () => {
    const { page, faults } = await openPage(browser, { width: 1280, height: 900 });
    await page.goto(at("/timetable"));
    const before = await page.locator(".lead").textContent();
    const slider = page.locator("input[type=range]");
    await slider.focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
    await page.waitForURL(/as-of=2021-04-15/u);
    await expect.poll(() => page.locator(".conflict h2").allTextContents()).toContain("140 days short");
    expect(await page.locator(".lead").textContent()).not.toBe(before);
    await expect
      .poll(() => page.locator("[role=status]").textContent())
      .toBe(await page.locator(".lead").textContent());
    expect(await slider.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator("input[type=date]").inputValue()).toBe("2021-04-15");
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("steps from event to event by key and by link, and back by the browser", async () => {
    const { page } = await openPage(browser, { width: 1280, height: 900 });
    await page.goto(at("/packages"));
    await page.keyboard.press("[");
    await page.waitForURL(/as-of=2021-04-11/u);
    await page.getByRole("link", { name: /^Next event/u }).click();
    await page.waitForURL(/as-of=2021-04-12/u);
    await page.goBack();
    await page.waitForURL(/as-of=2021-04-11/u);
    await expect.poll(() => page.locator("input[type=date]").inputValue()).toBe("2021-04-11");
    await page.context().close();
  });

  it("switches an assumption off and on, by mouse and by the space bar", async () => {
    const { page } = await openPage(browser, { width: 1280, height: 900 });
    await page.goto(at("/timetable"));
    await expect.poll(() => page.locator(".conflict h2").allTextContents()).toContain("75 days short");
    const assumption = page.getByRole("switch", { name: "Assumption A1" });
    await assumption.click();
    await page.waitForURL(/without=A1/u);
    await expect.poll(() => page.locator(".conflict h2").allTextContents()).not.toContain("75 days short");
    expect(await assumption.getAttribute("aria-checked")).toBe("false");
    await assumption.focus();
    await page.keyboard.press("Space");
    await expect.poll(() => page.locator(".conflict h2").allTextContents()).toContain("75 days short");
    await page.context().close();
  });

  it("moves by keyboard between brackets, finds on the page, and tells its keys", async () => {
    const { page, faults } = await openPage(browser, { width: 1280, height: 900 });
    await page.goto(at("/text"));
    const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
    await page.keyboard.press("j");
    const first = await focused();
    expect(first).toMatch(/^bracket-/u);
    await page.keyboard.press("j");
    expect(await focused()).not.toBe(first);
    await page.keyboard.press("k");
    expect(await focused()).toBe(first);
    await page.keyboard.press("/");
    await page.keyboard.type("ceasefire");
    await page.waitForURL(/find=ceasefire/u);
    const provisions = await page.locator(".provision").count();
    expect(provisions).toBeGreaterThan(0);
    expect(provisions).toBeLessThan(10);
    await page.locator(".lead").click();
    await page.keyboard.press("?");
    expect(await page.getByRole("dialog").isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("asks what was typed or chosen before the script had come", async () => {
    const { page } = await openPage(browser, { width: 1280, height: 900 });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\.js$/u, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(at("/text"), { waitUntil: "commit" });
    await page.locator("[data-find]").fill("ceasefire");
    await page.getByLabel("Compared with").selectOption("doha");
    release();
    await page.waitForURL(/compare=doha&find=ceasefire/u);
    expect(await page.locator("[data-find]").inputValue()).toBe("ceasefire");
    await page.context().close();
  });

  it("reaches the answer first by the skip link, and shows where the focus is", async () => {
    const { page } = await openPage(browser, { width: 1280, height: 900 });
    await page.goto(at("/packages"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the answer");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("answer");
    expect(await page.locator("h1").count()).toBe(1);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
      "solid",
    );
    await page.context().close();
  });

  it("compares two drafts from the lists, and follows an edit on disk without a reload", async () => {
    const { page, faults } = await openPage(browser, { width: 1280, height: 900 });
    await page.goto(at("/text?text=hcnr"));
    await page.getByLabel("Compared with").selectOption("us-draft");
    await page.waitForURL(/compare=us-draft/u);
    await expect.poll(() => page.locator(".words ins").count()).toBeGreaterThan(0);
    await page.evaluate(() => {
      (globalThis as { untouched?: boolean }).untouched = true;
    });
    const file = join(folder, "process.yaml");
    const good = await readFile(file, "utf8");
    await writeFile(file, good.replace(/^title: .*$/mu, "title: Edited on disk"));
    await expect.poll(() => page.locator(".bar-title").textContent()).toBe("Edited on disk");
    await writeFile(file, `${good}\n  broken: [`);
    await expect.poll(() => page.locator(".broken").count()).toBe(1);
    expect(await page.locator(".bar-title").textContent()).toBe("Edited on disk");
    await writeFile(file, good);
    await expect.poll(() => page.locator(".broken").count()).toBe(0);
    expect(await page.evaluate(() => (globalThis as { untouched?: boolean }).untouched)).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("tries another rule, and says when it cannot be read", async () => {
    const { page } = await openPage(browser, { width: 1280, height: 900 });
    await page.goto(at("/bodies"));
    await page.getByRole("link", { name: "three quarters" }).click();
    await page.waitForURL(/rule=three/u);
    await expect.poll(() => page.locator(".hypotheses").first().textContent()).toContain("three quarters");
    await page.getByLabel("Try another rule of decision").fill("by magic");
    await page.getByRole("button", { name: "Try it" }).click();
    await expect.poll(() => page.locator("h1").textContent()).toBe("This question cannot be answered as asked");
    await page.context().close();
  });

  it("is all there without script: every page, every control as a link or a form", async () => {
    const { page } = await openPage(browser, { width: 390, height: 844, javaScriptEnabled: false });
    for (const path of [...paths, "/keeping", "/ceasefire"]) {
      await page.goto(at(path));
      expect(await page.locator("h1").count()).toBe(1);
      expect((await page.locator("main").innerText()).length).toBeGreaterThan(200);
    }
    await page.goto(at("/timetable"));
    expect(await page.locator("input[type=range]").isVisible()).toBe(false);
    await page.locator("input[type=date]").fill("2021-03-08");
    await page.locator(".as-of-form button").click();
    expect(page.url()).toContain("as-of=2021-03-08");
    expect(await page.locator(".conflict h2").allTextContents()).toContain("28 days short");
    await page.getByRole("switch", { name: "Assumption A1" }).click();
    expect(page.url()).toContain("without=A1");
    expect(page.url()).toContain("as-of=2021-03-08");
    await page.context().close();
  });

  it("prints the brief as a sheet, without controls", async () => {
    const { page } = await openPage(browser, { width: 1280, height: 900 });
    await page.goto(at("/brief"));
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".bar").isVisible()).toBe(false);
    expect(await page.locator(".controls").isVisible()).toBe(false);
    expect(await page.locator(".handling").isVisible()).toBe(true);
    const sheets = (await page.pdf({ format: "A4", preferCSSPageSize: true }))
      .toString("latin1")
      .match(/\/Type\s*\/Page[^s]/gu);
    expect(sheets?.length).toBeLessThanOrEqual(3);
    // Every other sheet keeps its room and its day, and its words keep the width of the paper.
    await page.setViewportSize({ width: 700, height: 900 });
    await page.goto(at("/text"));
    await page.emulateMedia({ media: "screen" });
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(() => matchMedia("print").matches)).toBe(true);
    expect(await page.locator(".room").isVisible()).toBe(true);
    expect(await page.locator(".as-of-said").innerText()).toBe("12 April 2021");
    expect(
      await page
        .locator(".own-words")
        .first()
        .evaluate((words) => words.clientWidth),
    ).toBeGreaterThan(500);
    await page.context().close();
  });
});
