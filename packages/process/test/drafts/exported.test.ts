import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compose, draftTextOf, parse } from "@parley/agreement";
import { readAkomaNtoso } from "@parley/documents";
import { describe, expect, it } from "vitest";
import {
  akomaNtosoFile,
  askCheck,
  askPositions,
  askText,
  draftPaper,
  type Process,
  positionComments,
  readAkomaNtosoFile,
  readProcess,
  textOf,
} from "../../src/index.ts";
import { instrumentOf } from "../../src/internal/drafts/instrument-of.ts";

const encoder = new TextEncoder();
const root = join(import.meta.dirname, "../../../..");

function folder(files: Readonly<Record<string, string>>): Process {
  const { process, diagnostics } = readProcess(
    new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])),
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (process === null || errors.length > 0) throw new Error(errors.join(" "));
  return process;
}

const definition = `process: rooms
title: Rooms
zone: UTC
as-of: 2030-03-01
room: team
basis: draft
rooms:
  - { id: team, name: Team }
  - { id: upland-room, name: Upland }
  - { id: public, name: Public }
parties:
  - { id: upland, name: Upland, role: party, signatory: true, called: { en: Upland, fa-AF: اپلند } }
  - { id: lowland, name: Lowland, role: party, signatory: true, called: { en: Lowland, fa-AF: لولند } }
speakers:
  - { id: chief, name: The chief, for: upland, mandate: principal }
authors: { A. Adviser: upland }
texts:
  - { id: draft, file: texts/draft.md, kind: draft, name: Draft, by: upland, tabled: 2030-01-01, room: public }
sources:
  - { id: papers, outlet: Papers, grade: press }
`;
const files = {
  "process.yaml": definition,
  "texts/draft.md":
    "---\ntitle: Draft\nlanguage: en\n---\n\n1. Upland withdraws within [ten | twenty]{#days} days. {#withdraw}\n",
  "positions.yaml": `positions:
  - { id: open, by: chief, said: 2030-01-02, about: { provision: withdraw }, stance: accepts, words: Said in the open., sources: [papers], room: public }
  - { id: quiet, by: chief, said: 2030-01-03, about: { option: days=1 }, stance: prefers, words: Said to the team., sources: [papers], room: team }
  - { id: own, by: chief, said: 2030-01-04, about: { option: days=2 }, stance: reserves, words: Said at home., sources: [papers], room: upland-room }
`,
};

describe("a draft for others", () => {
  it("RET-16 ASK-24 comments hold what a room may read and nothing else", () => {
    const process = folder(files);
    const said = (room: string): string => {
      const text = textOf(process, {});
      if (!text.ok) throw new Error(text.refusal.message);
      const comments = positionComments(process, text.draft, { inRoom: room });
      if (!comments.ok) throw new Error(comments.refusal.message);
      const paper = draftPaper(text.draft, { comments: comments.comments });
      expect([...comments.comments.keys()].every((provision) => provision === "withdraw")).toBe(true);
      return JSON.stringify(paper);
    };
    expect(said("public")).toContain("Said in the open.");
    expect(said("public")).not.toMatch(/Said to the team|Said at home/u);
    expect(said("upland-room")).toContain("Said at home.");
    expect(said("upland-room")).not.toContain("Said to the team");
    expect(said("team")).toMatch(/Said to the team/u);
    const unknown = positionComments(process, parse({ file: "a.md", source: "" }), { inRoom: "cellar" });
    expect(unknown).toMatchObject({ ok: false, refusal: { code: "unknown-room" } });
  });

  it("ASK-24 a change in one room leaves what another room is told the same to the letter", () => {
    const changed = {
      ...files,
      "positions.yaml": files["positions.yaml"].replace("stance: prefers", "stance: red line"),
    };
    const asked = (process: Process) => JSON.stringify(askPositions(process, { inRoom: "upland-room" }));
    expect(asked(folder(changed))).toBe(asked(folder(files)));
    expect(JSON.stringify(askPositions(folder(changed)))).not.toBe(JSON.stringify(askPositions(folder(files))));
  });

  it.each(
    ["afghanistan", "practice"].flatMap((process) =>
      readdirSync(join(root, "examples", process, "texts")).map((name) => join("examples", process, "texts", name)),
    ),
  )("AKN-01 comes back from Akoma Ntoso as the same draft: %s", (file) => {
    const draft = parse({ file, source: readFileSync(join(root, file), "utf8") });
    const bytes = encoder.encode(akomaNtosoFile(draft));
    const read = readAkomaNtoso("a.xml", bytes);
    expect(read).toMatchObject({ ok: true, losses: [] });
    expect(read.ok && read.instrument).toEqual(instrumentOf(draft));
    const back = readAkomaNtosoFile({ file: "a.xml", bytes });
    expect(back.ok && back.source).toBe(compose(draftTextOf(draft)));
  });
});

describe("a text in several languages", () => {
  const versions = {
    ...files,
    "texts/draft.fa-AF.md":
      "---\ntitle: مسوده\nlanguage: fa-AF\n---\n\n۱. اپلند در ظرف [ده | سی]{#days} روز خارج می‌شود. {#withdraw}\n",
  };

  it("FLD-23 a file beside it is the same text in that language, and is not listed", () => {
    const process = folder(versions);
    expect(process.diagnostics.filter(({ code }) => code === "text-not-listed")).toEqual([]);
    const event = process.events.find(({ type }) => type === "text-tabled");
    expect(event?.type === "text-tabled" && event.body.versions.map(({ language }) => language)).toEqual(["fa-AF"]);
    const other = folder({ ...versions, "texts/draft.notes.md": "Notes" });
    expect(other.diagnostics.some(({ code }) => code === "text-not-listed")).toBe(true);
  });

  it("ASK-23 its versions stand beside each other, each difference under its provision and in the check", () => {
    const process = folder(versions);
    const asked = askText(process, { beside: true });
    if (!asked.ok || asked.answer.versions === null) throw new Error("The versions are not there.");
    const { versions: shown, languages } = asked.answer;
    expect(languages).toEqual(["Dari"]);
    expect(shown.languages.map(({ name, direction }) => [name, direction])).toEqual([
      ["English", "ltr"],
      ["Dari", "rtl"],
    ]);
    expect(shown.rows.map(({ provision, findings }) => [provision, findings.map(({ code }) => code)])).toEqual([
      ["withdraw", ["version-number-differs"]],
    ]);
    expect(shown.text).toMatch(/^In English and Dari: 1 difference found/u);
    expect(askCheck(process).diagnostics.map(({ code }) => code)).toContain("version-number-differs");
    const alone = askText(folder(files), { beside: true });
    expect(alone.ok && alone.answer.versions).toBeNull();
  });

  it("ASK-23 finds each difference planted in the practice annex, and none in the opening days of Doha", async () => {
    const { readFolder } = await import("../../src/disk.ts");
    const found = async (name: string) => {
      const read = readProcess((await readFolder(join(root, "examples", name))).files);
      if (read.process === null) throw new Error("The example cannot be read.");
      return askCheck(read.process).diagnostics.flatMap(({ code }) => (code.startsWith("version-") ? [code] : []));
    };
    expect((await found("practice")).sort()).toEqual([
      "version-bracket-differs",
      "version-date-differs",
      "version-name-differs",
      "version-number-differs",
      "version-provision-missing",
      "version-unit-differs",
    ]);
    expect(await found("afghanistan")).toEqual([]);
  });
});
