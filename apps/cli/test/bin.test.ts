import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { afghanistan, emptyFolder, practice, root } from "./said.ts";

const bin = join(root, "apps/cli/bin/parley.js");

function parleyBin(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const done = spawnSync(process.execPath, [bin, ...argv], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

describe("bin/parley.js", () => {
  it("CLI-29: hands on the answer and the exit code: 0, 1 and 2", () => {
    expect(parleyBin(["--version"])).toEqual({ code: 0, out: "0.1.0\n", err: "" });
    const schedule = parleyBin(["schedule", afghanistan, "--json"]);
    expect(schedule.code).toBe(1);
    expect(JSON.parse(schedule.out).feasible).toBe(false);
    const nowhere = parleyBin(["brief", "nowhere"]);
    expect(nowhere).toMatchObject({ code: 2, out: "" });
    expect(nowhere.err).toContain("There is no folder nowhere");
  });

  it("CLI-05: no escape sequence is written to what is no terminal", () => {
    expect(parleyBin(["positions", practice]).out).not.toContain("\u001b");
  });

  it("CLI-07: a reader that stops reading ends the command quietly", async () => {
    const child = spawn(process.execPath, [bin, "positions", afghanistan, "--json"], { cwd: root });
    let err = "";
    child.stderr.on("data", (data) => {
      err += String(data);
    });
    child.stdout.destroy();
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    expect(err).toBe("");
    expect(code).not.toBe(3);
  });

  it("CLI-29: takes the Node that npm installed beside it, and without one the running Node 24", () => {
    const folder = emptyFolder();
    const copy = join(folder, "node_modules/@parley/cli/bin/parley.js");
    mkdirSync(join(copy, ".."), { recursive: true });
    mkdirSync(join(copy, "../../dist"));
    copyFileSync(bin, copy);
    writeFileSync(join(folder, "node_modules/@parley/cli/package.json"), '{ "type": "module" }');
    writeFileSync(
      join(copy, "../../dist/main.js"),
      "console.log(process.execPath, process.argv.slice(2).join(' ')); process.exitCode = 1;",
    );
    const own = spawnSync(process.execPath, [copy, "check", "x"], { encoding: "utf8" });
    expect(own.stdout).toBe(`${process.execPath} check x\n`);
    expect(own.status).toBe(1);
    const bundled = join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
    mkdirSync(join(bundled, ".."), { recursive: true });
    writeFileSync(bundled, '#!/bin/sh\necho "bundled $2"\nexit 2\n', { mode: 0o755 });
    const found = spawnSync(process.execPath, [copy, "check"], { encoding: "utf8" });
    expect(found.stdout).toBe("bundled check\n");
    expect(found.status).toBe(2);
  });

  const built = existsSync(join(root, "apps/web/dist/server/server.js"));
  it.skipIf(!built)("CLI-24: serve prints the address, answers there, and a signal ends it with 0", async () => {
    const child = spawn(process.execPath, [bin, "serve", practice, "--port", "0", "--json"], { cwd: root });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    let out = "";
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on("data", (data) => {
        out += String(data);
        if (out.endsWith("}\n")) resolve(JSON.parse(out).url);
      });
      child.on("close", () => reject(new Error(out)));
    });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u);
    expect(await (await fetch(url)).text()).toContain("Upland and Lowland");
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
