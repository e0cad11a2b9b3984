import type { YamlPath } from "@parley/diagnostics/yaml";
import type { ProvisionId } from "../../model.ts";
import type {
  Commitment,
  OptionChoice,
  ReadBody,
  ReadCeasefire,
  Reading,
  ReadingEntry,
  ReadPhase,
  Said,
} from "../../readings.ts";
import { isNotStated, type ReadingFile } from "./schema.ts";

/** Turns a checked file into a reading: names in camel case, every "not stated" kept apart from what is left out. */
export function readingOf(file: string, read: ReadingFile): Reading {
  const source = read.source ?? null;
  return {
    file,
    reader: read.reader,
    of: read.of,
    on: read.on,
    known: read.known ?? null,
    source,
    events: (read.events ?? []).map((each, index) => ({
      ...entryOf(["events", index], { ...each, provision: each.provision ?? "" }, source),
      provision: (each.provision ?? null) as ProvisionId | null,
      id: each.id,
      means: each.means,
    })),
    commitments: (read.commitments ?? []).map((each, index) => commitmentOf(each, ["commitments", index], source)),
    phases: (read.phases ?? []).map((each, index) => phaseOf(each, ["phases", index], source)),
    dates: (read.dates ?? []).map((each, index) => ({
      ...entryOf(["dates", index], each, source),
      words: each.words,
      id: each.id,
      holds: each.holds,
      says: each.says ?? null,
    })),
    bodies: (read.bodies ?? []).map((each, index) => bodyOf(each, ["bodies", index], source)),
    definitions: (read.definitions ?? []).map((each, index) => ({
      ...entryOf(["definitions", index], each, source),
      words: each.words,
      term: each.term,
      means: each.means,
    })),
    ceasefire: read.ceasefire === undefined ? null : ceasefireOf(read.ceasefire, source),
  };
}

function commitmentOf(
  each: NonNullable<ReadingFile["commitments"]>[number],
  path: YamlPath,
  source: string | null,
): Commitment {
  const force = each.shall !== undefined ? "shall" : each["shall-not"] !== undefined ? "shall-not" : "may";
  return {
    ...entryOf(path, each, source),
    words: each.words,
    id: each.id,
    by: saidList(each.by),
    to: saidList(each.to),
    force,
    act: each[force] ?? "",
    from: said(each.from),
    due: said(each.due),
    dueRule: each["due-rule"] ?? null,
    event: each.event ?? null,
    recurring: said(each.recurring),
    condition: said(each.if),
    verifiedBy: saidList(each["verified-by"]),
    otherwise: said(each.otherwise),
    after: each.after ?? [],
    brings: each.brings === undefined ? null : { commitments: each.brings, on: each["brings-on"] ?? "found" },
    power: each.power === undefined ? null : { does: each.power, over: each.over ?? [] },
    phase: each.phase ?? null,
    goal: said(each.goal),
  };
}

function phaseOf(each: NonNullable<ReadingFile["phases"]>[number], path: YamlPath, source: string | null): ReadPhase {
  return {
    ...entryOf(path, each, source),
    words: each.words,
    id: each.id,
    name: each.name,
    starts: said(each.starts),
    ends: said(each.ends),
    rule: each.rule ?? null,
    caretaker: each.caretaker ?? [],
    overrun: said(each.overrun),
  };
}

function bodyOf(each: NonNullable<ReadingFile["bodies"]>[number], path: YamlPath, source: string | null): ReadBody {
  const namedBy = said(each["named-by"]);
  return {
    ...entryOf(path, each, source),
    words: each.words,
    id: each.id,
    name: each.name,
    decides: said(each.decides),
    seats: said(each.seats),
    namedBy:
      namedBy.said === "stated"
        ? { said: "stated", value: namedBy.value.map(({ by, seats }) => ({ by: said(by), seats: said(seats) })) }
        : namedBy,
    shares: (each.shares ?? []).map(({ of, share }) => ({ of, ...share })),
    rule: said(each.rule),
    chair: said(each.chair),
    reportsTo: said(each["reports-to"]),
  };
}

function ceasefireOf(each: NonNullable<ReadingFile["ceasefire"]>, source: string | null): ReadCeasefire {
  return {
    ...entryOf(["ceasefire"], each, source),
    starts: said(each.starts),
    area: said(each.area),
    prohibited: said(each.prohibited),
    permitted: said(each.permitted),
    monitoredBy: said(each["monitored-by"]),
    disputes: said(each.disputes),
  };
}

interface WrittenEntry {
  readonly provision: string;
  readonly words?: string | undefined;
  readonly "if-option"?: readonly OptionChoice[] | undefined;
  readonly source?: string | undefined;
}

function entryOf(
  path: YamlPath,
  each: WrittenEntry,
  source: string | null,
): ReadingEntry & { readonly words: string | null } {
  return {
    path,
    provision: each.provision as ProvisionId,
    words: each.words ?? null,
    ifOption: each["if-option"] ?? [],
    source: each.source ?? source,
  };
}

function said<T>(value: T | undefined): Said<Exclude<T, "not stated">> {
  if (value === undefined) return { said: "nothing", value: null };
  if (typeof value === "string" && isNotStated(value)) return { said: "not-stated", value: null };
  return { said: "stated", value: value as Exclude<T, "not stated"> };
}

function saidList(list: readonly string[] | undefined): Said<readonly string[]> {
  if (list === undefined) return { said: "nothing", value: null };
  return list.some(isNotStated) ? { said: "not-stated", value: null } : { said: "stated", value: list };
}
