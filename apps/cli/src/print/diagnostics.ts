import { join } from "node:path";
import type { DiagnosticAnswer } from "@parley/process";
import type { Page } from "./page.ts";

/** So many are printed; a broken text can have a hundred thousand, and `--json` has them all. */
const shownMax = 100;

/** Each with its place, what is wrong, and how to mend it. `folder` is put before the paths, so that they can be opened. */
export function printDiagnostics(page: Page, found: readonly DiagnosticAnswer[], folder: string): void {
  for (const each of found.slice(0, shownMax)) {
    page.line(`${placeText(each, folder)}${each.severity}: ${each.message}`, { hang: 2 });
    if (each.help !== "") page.line(each.help, { indent: 2 });
    for (const other of each.related)
      page.line(`See ${placeText(other, folder)}${other.message}`, { indent: 2, hang: 2, style: "dim" });
  }
  if (found.length > shownMax)
    page.line(`And ${(found.length - shownMax).toLocaleString("en")} more; --json lists them all.`);
}

function placeText({ file, line, column }: Pick<DiagnosticAnswer, "file" | "line" | "column">, folder: string): string {
  if (file === null) return "";
  return line === null || column === null ? `${join(folder, file)}: ` : `${join(folder, file)}:${line}:${column}: `;
}
