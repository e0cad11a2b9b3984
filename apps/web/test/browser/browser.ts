import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import chromium from "@sparticuz/chromium";
import { type Browser, type Page, chromium as playwright } from "playwright-core";

/** Our tests want a browser as strict as a reader's: these flags of the packaged one would hide what we look for. */
const flagsDropped = /web-security|insecure-content|single-process|no-zygote/u;

/** Chromium from npm runs on Linux x64. Elsewhere an installed Chrome is used, and without one the tests are skipped loudly. */
export const isTestedPlatform = process.platform === "linux" && process.arch === "x64";

const installed = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
].find((path) => existsSync(path));

export const hasBrowser = isTestedPlatform || installed !== undefined;
if (!hasBrowser)
  console.error("BROWSER TESTS SKIPPED: no Chromium comes from npm for this platform, and no Chrome is installed.");

/** Starts the browser; on the tested platform one that cannot start is a failure that says so. */
export async function startBrowser(): Promise<Browser> {
  try {
    if (!isTestedPlatform)
      return await playwright.launch({
        ...(installed === undefined ? {} : { executablePath: installed }),
        headless: true,
      });
    const args = [...chromium.args.filter((flag) => !flagsDropped.test(flag)), "--no-sandbox"];
    return await playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true });
  } catch (fault) {
    throw new Error("Chromium from @sparticuz/chromium could not start, so nothing was tested in a browser.", {
      cause: fault,
    });
  }
}

/** What a page did that no page of ours may: messages of the console, refusals of its policy, requests elsewhere. */
export interface Watched {
  readonly page: Page;
  readonly faults: string[];
  /** Bytes that came over the wire, headers left out. */
  readonly bytes: () => Promise<number>;
}

export async function openPage(
  browser: Browser,
  options: {
    readonly width: number;
    readonly height: number;
    readonly colorScheme?: "light" | "dark";
    readonly javaScriptEnabled?: boolean;
  },
): Promise<Watched> {
  const { width, height, colorScheme = "light", javaScriptEnabled = true } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    javaScriptEnabled,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    // A refused policy is told here too, as an error.
    if (message.type() === "error" || message.type() === "warning") faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (fault) => faults.push(`page: ${fault.message}`));
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== "data:" && hostname !== "127.0.0.1") faults.push(`request elsewhere: ${request.url()}`);
  });
  let received = 0;
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    received += encodedDataLength;
  });
  return { page, faults, bytes: async () => received };
}

const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe-core holds against a page once its fonts have come: each rule with the elements that break it. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.evaluate(await readFile(axeFile, "utf8"));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (options: object) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  });
}
