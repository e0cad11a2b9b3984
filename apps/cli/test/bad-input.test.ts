import { cpSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { emptyFolder, parley, practice, root, type Said, truce } from "./said.ts";

/** A copy of the practice process with one thing spoiled. */
function spoiled(spoil: (folder: string) => void): string {
  const folder = join(emptyFolder(), "process");
  cpSync(join(root, practice), folder, { recursive: true });
  spoil(folder);
  return folder;
}

function replaceIn(file: string, from: string, to: string): void {
  const before = readFileSync(file, "utf8");
  expect(before).toContain(from);
  writeFileSync(file, before.replace(from, to));
}

/** The same bytes at each run, from a small generator (xorshift32). */
function noise(length: number): Uint8Array {
  let state = 0x9e3779b9;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  });
}

const draft = "texts/2030-03-01-mediator.md";
const stackLine = /^\s+at .+[:(]\d+/mu;

interface Spoiled {
  readonly what: string;
  readonly spoil: (folder: string) => void;
  /** What must be said: the file and its line, and a word of the message. */
  readonly place: RegExp;
}

const cases: readonly Spoiled[] = [
  {
    what: "a text that is missing",
    spoil: (folder) => rmSync(join(folder, draft)),
    place: /process\.yaml:\d+:\d+: error: .*mediator-draft/su,
  },
  {
    what: "broken YAML in positions",
    spoil: (folder) => writeFileSync(join(folder, "positions.yaml"), "positions: [\n  - {"),
    place: /positions\.yaml:\d+:\d+: error: This is\s+not valid YAML/u,
  },
  {
    what: "broken YAML in process.yaml",
    spoil: (folder) => writeFileSync(join(folder, "process.yaml"), "process: x\n\ttitle: y\n"),
    place: /process\.yaml:\d+:\d+: error: /,
  },
  {
    what: "an unknown party",
    spoil: (folder) =>
      replaceIn(join(folder, "readings/mediator-draft.yaml"), "by: [upland, lowland]", "by: [upland, midland]"),
    place: /readings\/mediator-draft\.yaml:\d+:\d+: error: .*midland/su,
  },
  {
    what: "an unknown speaker",
    spoil: (folder) => replaceIn(join(folder, "positions.yaml"), "by: upland-delegation", "by: midland-delegation"),
    place: /positions\.yaml:\d+:\d+: error: .*midland-delegation/su,
  },
  {
    what: "a date that does not exist",
    spoil: (folder) => replaceIn(join(folder, "positions.yaml"), "said: 2030-04-10", "said: 2030-02-30"),
    place: /positions\.yaml:\d+:\d+: error: .*date that\s+exists|positions\.yaml:\d+:\d+: error: .*not a date/su,
  },
  {
    what: "a cycle of references",
    spoil: (folder) => {
      replaceIn(
        join(folder, draft),
        "of signature. {#withdrawal}",
        "of the day in [provision 6](#council). {#withdrawal}",
      );
      replaceIn(
        join(folder, draft),
        "of signature. {#council}",
        "of the day in [provision 2](#withdrawal). {#council}",
      );
    },
    place: /2030-03-01-mediator\.md:\d+:\d+: warning: .*refer to each other in a circle/su,
  },
  {
    what: "a file of 50 MB",
    spoil: (folder) => truncateSync(join(folder, draft), 50 * 1024 * 1024),
    place: /2030-03-01-mediator\.md:1:1: error: This file has\s+52,428,800\s+bytes/u,
  },
  {
    what: "binary noise for a text",
    spoil: (folder) => writeFileSync(join(folder, draft), noise(50_000)),
    place: /2030-03-01-mediator\.md:1:1: error: This/u,
  },
  {
    what: "binary noise for process.yaml",
    spoil: (folder) => writeFileSync(join(folder, "process.yaml"), noise(50_000)),
    place: /process\.yaml:1:1: error: This/u,
  },
  {
    what: "100,000 unclosed brackets",
    spoil: (folder) => writeFileSync(join(folder, draft), `${"[".repeat(100_000)}\n`),
    place: /2030-03-01-mediator\.md:1:1: error: This bracket is not closed/u,
  },
];

function clear({ code, out, err }: Said, what: string): void {
  expect([1, 2], `${what}: ${err}`).toContain(code);
  expect(`${out}${err}`, what).not.toMatch(stackLine);
  expect(`${out}${err}`, what).not.toMatch(/TypeError|RangeError|undefined|\[object/u);
}

describe("bad input", () => {
  beforeAll(() => process.chdir(root));

  for (const { what, spoil, place } of cases) {
    it(`CLI-12: ${what} is told with its place, and no verb fails over it`, async () => {
      const folder = spoiled(spoil);
      const checked = await parley(["check", folder]);
      clear(checked, what);
      expect(checked.code).toBe(1);
      expect(checked.out).toMatch(place);
      for (const verb of ["schedule", "packages", "bodies", "positions", "matrix", "status", "calendar", "brief"]) {
        const asked = await parley([verb, folder]);
        // A warning in a text does not stop or mark the other verbs; an error does.
        // The annex differs between its languages on purpose, which no other answer rests on.
        const isMarked = checked.out.split("\n").some((line) => line.includes(": error: ") && !line.includes("annex"));
        if (isMarked) clear(asked, `${verb} with ${what}`);
        else expect(asked.code, `${verb} with ${what}: ${asked.err}`).toBeLessThan(2);
        expect(`${asked.out}${asked.err}`).not.toMatch(stackLine);
      }
    });
  }

  it("CLI-12: with an error in one file the question is still answered, and the exit code is 1", async () => {
    const folder = spoiled((path) => writeFileSync(join(path, "record.yaml"), "record: ["));
    const { code, out, err } = await parley(["positions", folder]);
    expect(err).toMatch(/record\.yaml:\d+:\d+: error: /u);
    expect(out).toContain("Upland (party)");
    expect(code).toBe(1);
  });

  it("CLI-13: with a faulty process.yaml check lists the fault and the other verbs say that there is no answer", async () => {
    const folder = spoiled((path) => replaceIn(join(path, "process.yaml"), "as-of: 2030-05-01", "as-of: 2030-02-30"));
    const checked = await parley(["check", folder, "--json"]);
    expect(checked.code).toBe(1);
    expect(JSON.parse(checked.out).diagnostics[0]).toMatchObject({ severity: "error", file: "process.yaml", line: 7 });
    const asked = await parley(["schedule", folder, "--json"]);
    expect(asked).toMatchObject({ code: 1, out: "" });
    expect(asked.err).toContain("There is no usable process in this folder");
  });

  it("CLI-14: a text that is too large, binary or not UTF-8 is refused, by check and by compare", async () => {
    const folder = emptyFolder();
    const good = join(folder, "good.md");
    writeFileSync(good, "1. One.\n");
    const bad = {
      "large.md": new Uint8Array(0),
      "nul.md": Uint8Array.of(65, 0, 66),
      "latin.md": Uint8Array.of(65, 0xff, 66),
    };
    for (const [name, bytes] of Object.entries(bad)) {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      if (name === "large.md") truncateSync(file, 50 * 1024 * 1024);
      const said = { "large.md": "52,428,800", "nul.md": "NUL at byte 1", "latin.md": "byte 1 (0xff)" }[name] ?? "";
      const checked = await parley(["check", file, "--json"]);
      expect(checked.code).toBe(1);
      expect(JSON.parse(checked.out).diagnostics[0]).toMatchObject({ severity: "error", file, line: 1, column: 1 });
      expect(JSON.parse(checked.out).diagnostics[0].message).toContain(said);
      const compared = await parley(["compare", good, file]);
      expect(compared).toMatchObject({ code: 1, out: "" });
      expect(compared.err.replace(/\s+/gu, " ")).toContain(said);
    }
  });

  it("CLI-15: 100,000 unclosed brackets in one text give at most a hundred findings to read", async () => {
    const file = join(emptyFolder(), "brackets.md");
    writeFileSync(file, "1. [\n\n".repeat(5_000));
    const { code, out } = await parley(["check", file]);
    expect(code).toBe(1);
    const all = JSON.parse((await parley(["check", file, "--json"])).out).diagnostics.length;
    const shown = out.split("\n").filter((line) => /:\d+:\d+: (?:error|warning|note): /u.test(line)).length;
    expect(all).toBeGreaterThan(100);
    expect(shown).toBe(100);
    expect(out).toContain(`And ${(all - 100).toLocaleString("en")} more; --json lists them all.`);
  });

  it("CLI-06: control characters of a draft do not reach the terminal", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "a.md"), "1. One. {#one}\n");
    writeFileSync(join(folder, "b.md"), "1. One \u001b[2J\u009b31m two. {#one}\n");
    const { out } = await parley(["compare", join(folder, "a.md"), join(folder, "b.md")]);
    expect(out).toContain("two");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there.
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
  });
});

/** A copy of the practice truce with one thing spoiled. */
function spoiledTruce(spoil: (folder: string) => void): string {
  const folder = join(emptyFolder(), "process");
  cpSync(join(root, truce), folder, { recursive: true });
  spoil(folder);
  return folder;
}

describe("bad record and bad figures", () => {
  beforeAll(() => process.chdir(root));

  const spoils: readonly Spoiled[] = [
    {
      what: "an entry without what its type asks for",
      spoil: (folder) => replaceIn(join(folder, "record.yaml"), "of: mill-found, against", "against"),
      place: /record\.yaml:\d+:\d+: error: .*needs\s+“of”/su,
    },
    {
      what: "a commitment that is in no reading",
      spoil: (folder) => replaceIn(join(folder, "record.yaml"), "truce#open-bridge", "truce#open-brigde"),
      place: /record\.yaml:\d+:\d+: error: .*truce#open-bridge/su,
    },
    {
      what: "a window that nobody named",
      spoil: (folder) => replaceIn(join(folder, "record.yaml"), "window: february", "window: febuary"),
      place: /record\.yaml:\d+:\d+: error: .*febuary/su,
    },
    {
      what: "a file of figures that is missing",
      spoil: (folder) => rmSync(join(folder, "violence/incidents.csv")),
      place: /violence\/truce\.yaml:\d+:\d+: error: .*violence\/incidents\.csv/su,
    },
    {
      what: "rows that cannot be read",
      spoil: (folder) => replaceIn(join(folder, "violence/incidents.csv"), ",2031-01-", ",2031-31-"),
      place: /violence\/incidents\.csv:\d+:1: error: /u,
    },
    {
      what: "binary noise for figures",
      spoil: (folder) => writeFileSync(join(folder, "violence/incidents.csv"), noise(50_000)),
      place: /violence\/incidents\.csv:1:1: error: /u,
    },
    {
      what: "figures of 50 MB",
      spoil: (folder) => truncateSync(join(folder, "violence/incidents.csv"), 50 * 1024 * 1024),
      place: /violence\/incidents\.csv:1:1: error: This file has\s+52,428,800/u,
    },
    {
      what: "a map that is none",
      spoil: (folder) => writeFileSync(join(folder, "violence/provinces.geojson"), "{"),
      place: /violence\/truce\.yaml:\d+:\d+: error: .*no\s+GeoJSON/su,
    },
    {
      what: "a window of days that do not exist",
      spoil: (folder) =>
        replaceIn(join(folder, "violence/truce.yaml"), "2031-02-01..2031-02-28", "2031-02-01..2031-02-29"),
      place: /violence\/truce\.yaml:\d+:\d+: error: .*2020-02-22\.\.2020-02-28/su,
    },
  ];
  for (const { what, spoil, place } of spoils) {
    it(`CLI-12: ${what} is told with its place, and no verb fails over it`, async () => {
      const folder = spoiledTruce(spoil);
      const checked = await parley(["check", folder]);
      clear(checked, what);
      expect(checked.out).toMatch(place);
      for (const verb of ["status", "calendar", "violence", "brief", "positions"])
        clear(await parley([verb, folder]), `${verb} with ${what}`);
    });
  }

  it("CLI-34: a file of figures that is none is refused, and rows that cannot be read are told with their lines", async () => {
    const folder = emptyFolder();
    const file = join(folder, "a.csv");
    const ask = async (text: string | Uint8Array, ...more: readonly string[]) => {
      writeFileSync(file, text);
      return parley(["violence", file, "--window", "2031-01-22..2031-01-28", "--baseline", "21 days before", ...more]);
    };
    for (const text of ["", "a,b\n1,2\n", noise(50_000), `"${"x".repeat(100_000)}`]) {
      const said = await ask(text);
      clear(said, String(text).slice(0, 20));
      expect(said).toMatchObject({ code: 1, out: "" });
      expect(said.err).toContain("a.csv:1:1: error: ");
    }
    const days = Array.from({ length: 28 }, (_, day) => `2031-01-${String(day + 1).padStart(2, "0")},${day % 4}`);
    const said = await ask(`date,deaths\n${["2031-02-30,1", ...days, "2031-01-28,many"].join("\n")}\n`);
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/a\.csv:2:1: error: /u);
    expect(said.err).toMatch(/a\.csv:31:1: error: /u);
    expect(said.out).toMatch(/^Indication: /u);
    const json = await ask(`date,deaths\n${["2031-02-30,1", ...days].join("\n")}\n`, "--json");
    expect(JSON.parse(json.out).data).toMatchObject({
      rows: 29,
      unreadable: 1,
      findings: [{ code: "bad-date", line: 2 }],
    });
  });

  it("CLI-34: a large file, which threads read, is told in the same way", async () => {
    const file = join(emptyFolder(), "large.csv");
    const lines = Array.from(
      { length: 240_000 },
      (_, k) => `2031-01-${String((k % 28) + 1).padStart(2, "0")},${k % 3},"${"near the river, ".repeat(4)}${k}"`,
    );
    lines[200_000] = "2031-02-30,1,nowhere";
    writeFileSync(file, `date,deaths,place\n${lines.join("\n")}\n`);
    expect(statSync(file).size).toBeGreaterThan(16_000_000);
    const asked = ["violence", file, "--window", "2031-01-22..2031-01-28", "--baseline", "21 days before", "--json"];
    const said = await parley(asked);
    expect(said.err).toMatch(/large\.csv:200002:1: error: /u);
    const inWindow = [...lines.keys()].filter((k) => k % 28 >= 21 && k !== 200_000);
    const deaths = inWindow.reduce((sum, k) => sum + (k % 3), 0);
    expect(JSON.parse(said.out)).toMatchObject({
      window: { days: 7, events: inWindow.length, deaths },
      data: { rows: 240_000, unreadable: 1, findings: [{ code: "bad-date", line: 200_002 }] },
    });
  });
});

describe("wrong use", () => {
  beforeAll(() => process.chdir(root));

  const us = "examples/afghanistan/texts/2021-02-28-us.md";
  const incidents = `${truce}/violence/incidents.csv`;
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /Usage: parley/u],
    [["chek", practice], /Unknown command 'chek'/u],
    [["check"], /Missing required argument/u],
    [["check", practice, practice], /Too many arguments/u],
    [["check", practice, "--as-of", "2030-05-01"], /Unknown option '--as-of'/u],
    [["check", "nowhere"], /no folder or file nowhere/u],
    [["check", "examples/practice/process.yaml"], /part of a process/u],
    [["check", "docs"], /no process here/u],
    [["schedule", "nowhere"], /no folder nowhere/u],
    [["schedule", us], /no folder/u],
    [["schedule", "docs"], /no process here/u],
    [["schedule", practice, "--as-of", "2030-02-30"], /“2030-02-30” is not a date that exists/u],
    [["schedule", practice, "--as-of", "yesterday"], /not a date/u],
    [["schedule", practice, "--choose", "weather=fine"], /no issue “weather”/u],
    [["schedule", practice, "--choose", "buffer-zone=huge"], /no option “huge”/u],
    [["schedule", practice, "--choose", "buffer-zone"], /not a choice/u],
    [["schedule", practice, "--without", "A9"], /no assumption “A9”/u],
    [["packages", practice, "--as-of", ""], /not a date/u],
    [["bodies", practice, "--rule", "by acclamation of the moon"], /not a rule/u],
    [["brief", practice, "--since", "2030-02-30"], /not a date/u],
    [["brief", practice, "-o", "brief.rtf"], /does not end in \.md or \.html or \.docx or \.odt or\s+\.pdf/u],
    [["matrix", practice, "-o", "matrix.md"], /does not end in/u],
    [["export", practice], /In which format\?/u],
    [["export", practice, "-f", "rtf"], /is no format/u],
    [["export", practice, "-f", "docx"], /not for the screen/u],
    [["export", practice, "-f", "md", "--text", "nowhere"], /No text “nowhere” is known/u],
    [["export", practice, "-f", "md", "--redline-from", "lowland-draft"], /need paper/u],
    [["export", practice, "-o", "a.docx", "--redline-from", "nowhere.md"], /There is no file nowhere\.md/u],
    [["export", practice, "-o", "a.docx", "--comments-for", "cellar"], /There is no room “cellar”/u],
    [["import", "nowhere.docx"], /There is no file nowhere\.docx/u],
    [["import", practice], /is not a file/u],
    [["import", "README.md", "--author", "somebody"], /does not say whose hand/u],
    [["import", "README.md", "-o", "a.docx"], /does not end in/u],
    [["matrix", practice, "-o", "matrix.xlsx"], /does not end in \.csv/u],
    [["matrix", practice, "-o", "nowhere/matrix.csv"], /no folder nowhere/u],
    [["brief", practice, "-o", `${practice}/texts/2030-03-01-mediator.md`], /not written over/u],
    [["status", practice, "--on", "2030-02-30"], /“2030-02-30” is not a date that exists/u],
    [["status", practice, "--known", "soon"], /not a date/u],
    [["status", practice, "-o", "status.xlsx"], /does not end in \.csv/u],
    [["calendar", practice, "-o", "days.csv"], /does not end in \.ics/u],
    [["violence", "nowhere"], /no folder or file nowhere/u],
    [["violence", practice], /has no figures of violence/u],
    [["violence", truce, "--window", "february..march"], /no stretch of days/u],
    [["violence", truce, "--window", "2031-02-01..2031-02-28", "--baseline", "before"], /is no baseline/u],
    [["violence", truce, "--target", "much less"], /is no target/u],
    [["violence", truce, "--days-max", "9"], /for a file by itself/u],
    [
      ["violence", truce, "--as-of", "2031-02-10", "--window", "2031-02-01..2031-02-28", "--baseline", "7 days before"],
      /after the as-of day/u,
    ],
    [["violence", incidents, "--window", "2031-02-01..2031-02-28"], /No baseline is asked for/u],
    [["violence", incidents, "--series", "daily.csv"], /keep the name of their source/u],
    [["violence", incidents, "--map", "map.geojson"], /A map is of one country/u],
    [["violence", incidents, "--map", "nowhere.geojson", "--country", "Riverland"], /There is no map/u],
    [["compare", us], /Missing required argument/u],
    [["compare", us, "nowhere.md"], /no file nowhere\.md/u],
    [["compare", us, "docs"], /docs is not a text file/u],
    [["serve", practice, "--port", "eighty"], /not a port/u],
    [["serve", practice, "--port", "70000"], /not a port/u],
    [["serve", "docs"], /no process here/u],
    [["init", practice], /is not empty/u],
    [["init", us], /not a folder/u],
    [["init", "nowhere/deep"], /cannot be made/u],
  ];
  for (const [argv, said] of wrong) {
    it(`CLI-10: parley ${argv.join(" ")} ends with 2 and says why`, async () => {
      const { code, out, err } = await parley(argv);
      expect(err.replace(/\s+/gu, " ")).toMatch(said);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).not.toMatch(stackLine);
    });
  }

  it("CLI-08: help and the version are answers", async () => {
    for (const argv of [["--help"], ["help"], ["help", "schedule"], ["schedule", "--help"]]) {
      const { code, out } = await parley(argv);
      expect(code).toBe(0);
      expect(out).toContain("Usage: parley");
    }
    const { version } = JSON.parse(readFileSync(join(root, "apps/cli/package.json"), "utf8"));
    expect(await parley(["--version"])).toMatchObject({ code: 0, out: `${version}\n` });
  });

  it("CLI-16: one text is checked by itself, and a folder that is empty is no process", async () => {
    expect((await parley(["check", us])).out).toContain("by itself and without readings");
    const folder = emptyFolder();
    mkdirSync(join(folder, "texts"));
    expect((await parley(["check", folder])).code).toBe(2);
  });
});
