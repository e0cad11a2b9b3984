import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url).pathname;

/** Every file of the repository that git tracks or would track. */
function files(): string[] {
  return execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((file) => file !== "");
}

describe("the house", () => {
  it("every numbered rule of docs/spec has a test that names it", () => {
    const rules = readdirSync(join(root, "docs/spec"))
      .filter((file) => file.endsWith(".md"))
      .flatMap((file) =>
        [
          ...readFileSync(join(root, "docs/spec", file), "utf8").matchAll(
            /^(?:[-*] |\| |#+ |)\**`?([A-Z]{3}-\d{2})`?\**/gmu,
          ),
        ].map((match) => match[1] ?? ""),
      );
    expect(rules.length).toBeGreaterThan(100);
    const tests = files()
      .filter((file) => file.endsWith(".test.ts") || file.endsWith(".test.tsx"))
      .map((file) => readFileSync(join(root, file), "utf8"))
      .join("\n");
    expect([...new Set(rules)].filter((rule) => !tests.includes(rule))).toEqual([]);
  });

  it("no path of a machine and no registry's address is in the repository", () => {
    const found = files()
      .filter((file) => !/\.(png|woff2?|ico)$/u.test(file))
      .flatMap((file) => {
        const text = readFileSync(join(root, file), "utf8");
        const paths = /(?:^|[^\w.])\/(?:root|home|work)\/\w/mu.test(text);
        const address = file === "package-lock.json" && /"resolved": "http/u.test(text);
        return paths || address ? [file] : [];
      });
    expect(found.filter((file) => file !== "scripts/test/house.test.ts")).toEqual([]);
  });

  it("every package has a README that says what it takes, gives and promises", () => {
    for (const name of readdirSync(join(root, "packages"))) {
      const text = readFileSync(join(root, "packages", name, "README.md"), "utf8");
      expect(text.replaceAll(/\s+/gu, " "), name).toMatch(/Takes .*gives .*promises /u);
    }
  });
});
