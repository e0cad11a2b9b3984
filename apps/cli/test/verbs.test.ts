import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { afghanistan, emptyFolder, parley, practice, root, truce } from "./said.ts";

beforeAll(() => process.chdir(root));

describe("exit codes", () => {
  it("CLI-09: nothing found is 0, a finding is 1", async () => {
    const us = `${afghanistan}/texts/2021-02-28-us.md`;
    expect((await parley(["compare", us, us])).code).toBe(0);
    expect((await parley(["compare", us, `${afghanistan}/texts/2021-04-11-hcnr.md`])).code).toBe(1);
    expect((await parley(["schedule", practice])).code).toBe(0);
    expect((await parley(["schedule", practice, "--choose", "voter-register=new"])).code).toBe(1);
    expect((await parley(["packages", practice])).code).toBe(0);
    expect((await parley(["packages", afghanistan])).code).toBe(1);
  });

  it("CLI-01: the answer goes to standard output alone", async () => {
    const { out, err } = await parley(["packages", practice]);
    expect(out).not.toBe("");
    expect(err).toBe("");
  });

  it("CLI-11: a failure of ours is one sentence and how to report it; details only when asked for", async () => {
    const failing = {
      stdout: {
        write: () => {
          throw new TypeError("a fault of ours");
        },
      },
    };
    const quiet = await parley(["positions", practice], failing);
    expect(quiet.code).toBe(3);
    expect(quiet.err).toContain("the fault is ours");
    expect(quiet.err).toContain("report it");
    expect(quiet.err).not.toMatch(/TypeError|^\s+at /mu);
    process.env.PARLEY_DEBUG = "1";
    try {
      expect((await parley(["positions", practice], failing)).err).toContain("TypeError: a fault of ours");
    } finally {
      delete process.env.PARLEY_DEBUG;
    }
  });
});

describe("what the verbs tell", () => {
  it("CLI-17: an assumption left out takes its tension away", async () => {
    const { out } = await parley(["schedule", afghanistan, "--without", "A1"]);
    expect(out).not.toContain("Tension");
    expect(out).toContain("A1 (left out)");
  });

  it("CLI-17: --choose may be repeated, and the choice is marked as the asker's", async () => {
    const { out } = await parley(
      ["schedule", practice, "--choose", "election-date=middle", "--choose", "voter-register=new"],
      { width: 120 },
    );
    expect(out).toContain("election-date=middle (as you chose");
    expect(out).toContain("voter-register=new (as you chose");
  });

  it("CLI-18: assessed orders are shown only when asked for, and marked", async () => {
    expect((await parley(["packages", afghanistan])).out).not.toMatch(/assessed/iu);
    expect((await parley(["packages", afghanistan, "--assessed"])).out).toContain(
      "somebody's judgement, never a party's word",
    );
  });

  it("CLI-20: each position has its day, its source and how it stands", async () => {
    const { out } = await parley(["positions", afghanistan], { width: 120 });
    const flat = out.replace(/\s+/gu, " ");
    expect(flat).toContain("12 Apr 2021. Mohammad Naeem");
    expect(flat).toContain("(TOLOnews");
    expect(flat).toContain("Shown, does not decide.");
  });

  it("CLI-23: brief prints Markdown, and a shareable one does not call itself the mediation team's", async () => {
    const { code, out } = await parley(["brief", practice]);
    expect(code).toBe(0);
    expect(out).toMatch(/^\*\*Mediation team only\*\*/u);
    expect((await parley(["brief", practice, "--shareable"])).out).not.toContain("Mediation team only");
  });
});

describe("files that are written", () => {
  it("CLI-21: the matrix is written as a table with a row for every issue", async () => {
    const file = join(emptyFolder(), "matrix.csv");
    const { code, out } = await parley(["matrix", practice, "-o", file]);
    expect(code).toBe(0);
    expect(out).toBe(`Written: ${file}\n`);
    const rows = readFileSync(file, "utf8").split("\r\n");
    const { issues } = JSON.parse((await parley(["matrix", practice, "--json"])).out);
    expect(rows.length).toBe(issues.length + 2);
  });

  it("CLI-23: the brief is written as Markdown or as HTML", async () => {
    const folder = emptyFolder();
    expect((await parley(["brief", practice, "-o", join(folder, "brief.md")])).code).toBe(0);
    expect((await parley(["brief", practice, "-o", join(folder, "brief.html")])).code).toBe(0);
    expect(readFileSync(join(folder, "brief.md"), "utf8")).toBe((await parley(["brief", practice])).out);
    expect(readFileSync(join(folder, "brief.html"), "utf8")).toMatch(/^<!doctype html>/iu);
  });

  it("CLI-27: a file is replaced whole, and nothing else is left in the folder", async () => {
    const folder = emptyFolder();
    const file = join(folder, "brief.md");
    writeFileSync(file, "an older brief");
    await parley(["brief", practice, "-o", file]);
    expect(readFileSync(file, "utf8")).not.toContain("an older brief");
    expect(readdirSync(folder)).toEqual(["brief.md"]);
  });

  it("CLI-27: what cannot be written leaves nothing behind", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "brief.md"));
    const { code, err } = await parley(["brief", practice, "-o", join(folder, "brief.md")]);
    expect(code).toBe(2);
    expect(err).toContain("cannot be written");
    expect(readdirSync(folder)).toEqual(["brief.md"]);
  });
});

describe("init", () => {
  it("CLI-25: a new process passes check without findings, and every question can be put to it", async () => {
    const folder = join(emptyFolder(), "new");
    expect((await parley(["init", folder])).code).toBe(0);
    const checked = await parley(["check", folder, "--json"]);
    expect(JSON.parse(checked.out).diagnostics).toEqual([]);
    expect(checked.code).toBe(0);
    for (const verb of ["schedule", "packages", "bodies", "positions", "matrix", "brief"]) {
      const { code, err } = await parley([verb, folder]);
      expect({ verb, code, err }).toEqual({ verb, code: 0, err: "" });
    }
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(readdirSync(join(folder, ".."))).toEqual(["new"]);
  });

  it("CLI-25: an empty folder is filled, and one with anything in it is left as it is", async () => {
    const folder = emptyFolder();
    expect((await parley(["init", folder])).code).toBe(0);
    const made = readdirSync(folder).sort();
    expect(made).toEqual(["positions.yaml", "process.yaml", "readings", "record.yaml", "texts"]);
    writeFileSync(join(folder, "process.yaml"), "mine");
    expect((await parley(["init", folder])).code).toBe(2);
    expect(readFileSync(join(folder, "process.yaml"), "utf8")).toBe("mine");
    expect(readdirSync(folder).sort()).toEqual(made);
  });

  it("CLI-25: no file of it points to a host", async () => {
    const folder = join(emptyFolder(), "new");
    await parley(["init", folder]);
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile())
        expect(readFileSync(join(entry.parentPath, entry.name), "utf8")).not.toMatch(/https?:|\$schema/u);
    }
  });
});

describe("serve", () => {
  it("CLI-24: a port that is taken is wrong use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { code, err } = await parley(["serve", practice, "--port", String(port)], {
      stop: AbortSignal.timeout(5_000),
    });
    await new Promise((resolve) => other.close(resolve));
    expect(err).not.toBe("");
    // Where the pages have not been built, that is told first.
    expect(code).toBe(err.includes("have not been built") ? 3 : 2);
  });
});

describe("keeping and the ceasefire", () => {
  it("CLI-09: what is overdue or alleged is a finding, an indication is none", async () => {
    expect((await parley(["status", afghanistan])).code).toBe(1);
    expect((await parley(["status", afghanistan, "--on", "2020-03-01"])).code).toBe(0);
    expect((await parley(["violence", afghanistan])).code).toBe(0);
  });

  it("CLI-32: the matrix is written as CSV, with HXL tags where they are asked for", async () => {
    const file = join(emptyFolder(), "matrix.csv");
    expect((await parley(["status", afghanistan, "-o", file, "--hxl"])).out).toContain(`Written: ${file}`);
    const [head, tags, first] = readFileSync(file, "utf8").split("\r\n");
    expect(head).toContain("commitment,provision,part,read by,who");
    expect(tags).toMatch(/^#activity\+id,#meta\+provision,/u);
    expect(first).toContain("doha#withdraw-all");
  });

  it("CLI-33: the calendar is written as a file that calendars read", async () => {
    const file = join(emptyFolder(), "days.ics");
    expect((await parley(["calendar", afghanistan, "-o", file])).code).toBe(0);
    const text = readFileSync(file, "utf8").replaceAll("\r\n ", "");
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/u);
    expect(text).toContain("UID:afghanistan-2021/doha#withdraw-all/mediator@parley");
    expect(text).toMatch(/DESCRIPTION:The rule: by doha-announced \+ 14 months\\, as mediator reads/u);
  });

  it("CLI-34: a file gives derived figures that answer as it does", async () => {
    const file = join(emptyFolder(), "daily.csv");
    const asked = ["--window", "2031-02-01..2031-02-28", "--baseline", "31 days before", "--json"];
    const source = `${truce}/violence/incidents.csv`;
    const made = await parley(["violence", source, "--series", file, "--attribution", "Invented"]);
    expect(made).toMatchObject({ code: 0, out: `Written: ${file}\n` });
    const own = JSON.parse((await parley(["violence", source, ...asked])).out);
    const derived = JSON.parse((await parley(["violence", file, ...asked])).out);
    for (const key of ["window", "baseline", "reduction", "interval", "indication"])
      expect(derived[key], key).toEqual(own[key]);
    expect(derived.data).toMatchObject({ derived: true, attribution: "Invented" });
    expect(readFileSync(file, "utf8")).toContain("Invented");
  });

  it("CLI-34: what the source has withdrawn is told, counted and in no figure", async () => {
    const file = join(emptyFolder(), "withdrawn.txt");
    writeFileSync(file, "p001\n\np002\r\n");
    const asked = [
      `${truce}/violence/incidents.csv`,
      "--window",
      "2031-02-01..2031-02-28",
      "--baseline",
      "31 days before",
    ];
    const all = JSON.parse((await parley(["violence", ...asked, "--json"])).out);
    const less = JSON.parse((await parley(["violence", ...asked, "--json", "--deleted-ids", file])).out);
    expect(less.data.apart).toContainEqual(expect.objectContaining({ code: "deleted-id", records: 2 }));
    expect(less.baseline.events).toBe(all.baseline.events - 2);
    expect((await parley(["violence", ...asked, "--deleted-ids", "nowhere.txt"])).code).toBe(2);
  });
});
