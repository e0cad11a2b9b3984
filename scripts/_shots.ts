import { mkdirSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { chromium as driver } from "playwright-core";
const url = process.argv[2] ?? ""; mkdirSync("/tmp/lead/shots", { recursive: true });
const browser = await driver.launch({ executablePath: await chromium.executablePath(), args: [...chromium.args, "--no-sandbox"], headless: true });
const want = (process.argv[3] ?? "").split(",");
for (const [name, width, height, scheme] of [["wide", 1280, 900, "light"], ["small", 390, 844, "light"], ["dark", 1280, 900, "dark"]] as const) {
  if (want[0] && !want.includes(name)) continue;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
  for (const p of ["", "text", "issues", "packages", "timetable", "bodies", "positions", "check", "brief"]) {
    await page.goto(`${url}${p}`); await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/lead/shots/${name}-${p || "front"}.png`, fullPage: false });
  }
}
await browser.close();
