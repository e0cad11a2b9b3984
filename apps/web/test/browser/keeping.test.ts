import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serveFolder } from "../../../server/src/index.ts";
import { buildWorkbench } from "../../build.ts";
import { exampleFolder } from "../real-view.ts";
import { axeViolations, hasBrowser, openPage, startBrowser } from "./browser.ts";

/** A busy machine may take its time; nothing here asserts how long something took. */
const patiently = { timeout: 15_000 };

/** The invented truce has what the founding case has no facts for; that one has a map. Each page is seen in both lights. */
const looks = [
  { of: "truce", path: "/keeping?on=2031-03-02", width: 1280, colorScheme: "dark" },
  { of: "truce", path: "/keeping?group=part", width: 390, colorScheme: "light" },
  { of: "truce", path: "/ceasefire?per=week", width: 1280, colorScheme: "light" },
  { of: "truce", path: "/ceasefire", width: 390, colorScheme: "dark" },
  { of: "afghanistan", path: "/ceasefire", width: 1280, colorScheme: "dark" },
  { of: "afghanistan", path: "/ceasefire?window=after-signing", width: 390, colorScheme: "light" },
] as const;
/** What a page may weigh for reading: without its script. */
const readingBytesMax = 200_000;

describe.skipIf(!hasBrowser)("keeping and the ceasefire in a browser", () => {
  let served: Served;
  let afghanistan: Served;
  let browser: Browser;
  const at = (path: string) => new URL(path, served.url).href;

  beforeAll(async () => {
    await buildWorkbench();
    served = await serveFolder({ folder: exampleFolder("practice-ceasefire") });
    afghanistan = await serveFolder({ folder: exampleFolder("afghanistan") });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await afghanistan?.close();
  });

  it("are clean with everything opened: no axe violation, no message, no request elsewhere, no sideways scroll", async () => {
    for (const { of, path, width, colorScheme } of looks) {
      const { page, faults } = await openPage(browser, { width, height: 844, colorScheme });
      await page.goto(new URL(path, (of === "truce" ? served : afghanistan).url).href);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      const violations = await axeViolations(page);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      const found = { path, width, violations, faults, sideways };
      expect(found).toEqual({ path, width, violations: [], faults: [], sideways: 0 });
      await page.context().close();
    }
  });

  it("weigh less than 200 kB for reading, map and figures included", async () => {
    for (const path of ["/keeping", "/ceasefire", "/ceasefire?per=week"]) {
      const { page, bytes } = await openPage(browser, { width: 1280, height: 900, javaScriptEnabled: false });
      await page.goto(new URL(path, afghanistan.url).href, { waitUntil: "networkidle" });
      const weight = await bytes();
      console.log(`for reading ${path}: ${weight.toLocaleString("en")} bytes on the wire`);
      expect(weight).toBeGreaterThan(10_000);
      expect(weight).toBeLessThan(readingBytesMax);
      await page.context().close();
    }
  });

  it("move the day asked by its own slider, keep what was known, and open evidence in place by key", async () => {
    const { page, faults } = await openPage(browser, { width: 1280, height: 900 });
    await page.goto(at("/keeping"));
    const slider = page.getByRole("slider", { name: "The day asked about" });
    await slider.focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("PageDown");
    await page.waitForURL(/on=2031-0[34]-/u);
    await expect.poll(() => page.locator(".lead").textContent(), patiently).toMatch(/as known on 15 May 2031/u);
    expect(await slider.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole("slider", { name: "As-of day" }).inputValue()).not.toBe("0");
    await page.locator(".lead").click();
    await page.keyboard.press("j");
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^(kept-|what-was-revised)/u);
    await page.getByRole("combobox", { name: "Commitments" }).selectOption("part");
    await page.waitForURL(/group=part/u);
    await expect.poll(() => page.locator("#group-0").textContent(), patiently).toBe("Step for step");
    const opened = page.locator("#kept-truce-halt-lowland details").first();
    await opened.locator("summary").focus();
    await page.keyboard.press("Enter");
    expect(await opened.locator(".entry").first().isVisible()).toBe(true);
    expect(new URL(page.url()).hash).toBe("");
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("ask of other days by the form, refuse what is none, and lead from the map to the table by key", async () => {
    const { page, faults } = await openPage(browser, { width: 1280, height: 900 });
    await page.goto(at("/ceasefire"));
    const before = await page.locator(".lead").textContent();
    await page.getByLabel("Window: a first and a last day").fill("2031-02-01..2031-02-14");
    await page.getByLabel("Held against: days, or a number agreed").fill("14 days before");
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    await page.waitForURL(/baseline=14/u);
    await expect.poll(() => page.locator(".lead").textContent(), patiently).not.toBe(before);
    await page.getByRole("link", { name: /^Hills: / }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/#province-hills$/u);
    expect(await page.locator("#province-hills").isVisible()).toBe(true);
    await page.getByRole("link", { name: "by week, all that is known" }).click();
    await page.waitForURL(/per=week/u);
    expect(page.url()).toContain("window=2031-02-01");
    await page.getByLabel("Window: a first and a last day").fill("some day");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.locator("h1").textContent(), patiently)
      .toBe("This question cannot be answered as asked");
    expect(faults.filter((fault) => !fault.includes("400"))).toEqual([]);
    await page.context().close();
  });

  it("are asked without script, and printed with every word of the state", async () => {
    const { page } = await openPage(browser, { width: 390, height: 844, javaScriptEnabled: false });
    await page.goto(at("/keeping"));
    await page.locator("input[name=on]").fill("2031-03-02");
    await page.locator(".day-asked button").click();
    expect(page.url()).toContain("on=2031-03-02");
    expect(await page.locator(".lead").innerText()).toContain("On 2 March 2031, as known on 15 May 2031");
    await page.goto(at("/ceasefire"));
    await page.locator("input[name=baseline]").fill("12 a day");
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    expect(page.url()).toContain("baseline=12");
    expect(await page.locator(".series svg").first().isVisible()).toBe(true);
    await page.goto(at("/keeping"));
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".day-asked").isVisible()).toBe(false);
    expect(await page.locator(".states-bar figcaption").first().isVisible()).toBe(true);
    expect(await page.locator(".as-of-said").isVisible()).toBe(true);
    await page.context().close();
  });
});
