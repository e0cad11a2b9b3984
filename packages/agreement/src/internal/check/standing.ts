import { diagnostic } from "@parley/diagnostics";
import type { YamlPath } from "@parley/diagnostics/yaml";
import type { Agreement } from "../../model.ts";
import type { PlacedReading, Reading, ReadingEntry } from "../../readings.ts";
import { bracketsOf, provisionsOf } from "../readings/own-text.ts";
import { occurs } from "../readings/quotation.ts";
import { type Finding, isReadingOf, named, placeOfClause, type View } from "./view.ts";

/** CHK-18: a reading of a text that is not here. */
export function unknownTexts(texts: readonly Agreement[], readings: readonly PlacedReading[]): Finding[] {
  return readings
    .filter(({ reading }) => !texts.some(({ file }) => isReadingOf(reading.of, file)))
    .map(({ reading, placeOf }) =>
      diagnostic({
        code: "reading-of-unknown-text",
        severity: "error",
        message: `This reads “${reading.of}”, and no such text is given. Nothing in it can be held against any words.`,
        help: "Correct “of”, a path from the process folder such as texts/2020-02-29-doha.md.",
        place: placeOf(["of"]),
      }),
    );
}

/** CHK-15, CHK-17, CHK-19 and CHK-20: what a reading rests on must stand. */
export function standingFindings(
  view: View,
  { texts, parties }: { readonly texts: readonly Agreement[]; readonly parties: readonly string[] | null },
): Finding[] {
  const issues = issuesOf(texts);
  const bodies = new Set(view.readings.flatMap(({ reading }) => reading.bodies.map(({ id }) => id)));
  const isKnown = (id: string): boolean => parties === null || parties.includes(id) || bodies.has(id);
  return view.readings.flatMap(({ reading, placeOf }) => [
    ...entriesOf(reading).flatMap((entry) => [
      ...provisionFinding(view, entry, placeOf),
      ...entry.ifOption
        .filter(({ issue }) => !issues.has(issue))
        .map(({ issue }) =>
          diagnostic({
            code: "reading-of-unknown-issue" as const,
            severity: "warning",
            message: `This holds only under a choice of “${issue}”, and no text has a bracket or provision of that id. It would never hold.`,
            help: "Correct the id before “=” in “if-option”.",
            place: placeOf([...entry.path, "if-option"]),
          }),
        ),
    ]),
    ...namesOf(reading)
      .filter(({ id }) => !isKnown(id))
      .map(({ id, path }) =>
        diagnostic({
          code: "unknown-party" as const,
          severity: "error",
          message: `“${id}” is no party of this process. What it owes or is owed would be shown to nobody.`,
          help: `Correct the id, or add the party to process.yaml. Known are: ${(parties ?? []).join(", ")}.`,
          place: placeOf(path),
        }),
      ),
  ]);
}

function provisionFinding(
  view: View,
  entry: { readonly path: YamlPath; readonly provision: string | null; readonly words: string | null },
  placeOf: PlacedReading["placeOf"],
): Finding[] {
  if (entry.provision === null) return [];
  const clause = view.byId.get(entry.provision);
  if (clause === undefined)
    return [
      diagnostic({
        code: "reading-of-unknown-provision",
        severity: "error",
        message: `This rests on provision “${entry.provision}”, and the text has none of that id. The reading says nothing about any words of it.`,
        help: "Correct the id, or give the provision that is meant this lasting id: {#id}.",
        place: placeOf([...entry.path, "provision"]),
      }),
    ];
  if (entry.words === null || occurs(entry.words, clause.provision)) return [];
  return [
    diagnostic({
      code: "reading-stale",
      severity: "warning",
      message: `The words “${shortened(entry.words)}” no longer stand in provision ${named(clause)}. The reading understands a wording that is gone, so its answers may be wrong.`,
      help: "Read the provision again: quote its present words and correct what follows from them.",
      place: placeOf([...entry.path, "words"]),
      related: [{ place: placeOfClause(view, clause), message: `The present words of ${named(clause)}.` }],
    }),
  ];
}

type AnyEntry = Pick<ReadingEntry, "path" | "words" | "ifOption"> & { readonly provision: string | null };

function entriesOf(reading: Reading): AnyEntry[] {
  return [
    ...reading.events,
    ...reading.commitments,
    ...reading.dates,
    ...reading.bodies,
    ...reading.definitions,
    ...(reading.ceasefire === null ? [] : [reading.ceasefire]),
  ];
}

/** Those who owe, are owed or have a share. Who verifies or names may be an office or a third body. */
function namesOf(reading: Reading): { readonly id: string; readonly path: YamlPath }[] {
  return [
    ...reading.commitments.flatMap(({ by, to, path }) => [
      ...(by.value ?? []).map((id) => ({ id, path: [...path, "by"] })),
      ...(to.value ?? []).map((id) => ({ id, path: [...path, "to"] })),
    ]),
    ...reading.bodies.flatMap(({ shares, path }) =>
      shares.map(({ of }, index) => ({ id: of, path: [...path, "shares", index, "of"] })),
    ),
  ];
}

/** Brackets and provisions of every text given: an option of an issue may be tabled in another draft. */
function issuesOf(texts: readonly Agreement[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) =>
      provisionsOf(text.provisions).flatMap(({ provision }) => [
        provision.id as string,
        ...bracketsOf(provision.words).map(({ id }) => id as string),
      ]),
    ),
  );
}

function shortened(words: string): string {
  const plain = words.replace(/\s+/gu, " ");
  return plain.length <= 80 ? plain : `${plain.slice(0, 77)}…`;
}
