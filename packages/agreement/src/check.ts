import { type Diagnostic, sortDiagnostics } from "@parley/diagnostics";
import { bodyFindings } from "./internal/check/bodies.ts";
import { ceasefireFindings } from "./internal/check/ceasefire.ts";
import { circleFindings } from "./internal/check/circles.ts";
import { deadlineFindings } from "./internal/check/deadlines.ts";
import { differenceFindings } from "./internal/check/differences.ts";
import { referenceFindings } from "./internal/check/references.ts";
import { standingFindings, unknownTexts } from "./internal/check/standing.ts";
import { termFindings } from "./internal/check/terms.ts";
import { territoryFindings } from "./internal/check/territory.ts";
import { undertakingFindings } from "./internal/check/undertakings.ts";
import { unreadFindings } from "./internal/check/unread.ts";
import { vagueFindings } from "./internal/check/vague.ts";
import { viewsOf } from "./internal/check/view.ts";
import type { Agreement } from "./model.ts";
import type { PlacedReading } from "./readings.ts";

/** Every finding of `check`; the rules are numbered in docs/spec/check.md. */
export const checkCodes = [
  "undertaking-without-party",
  "undertaking-without-date",
  "undertaking-without-verifier",
  "undertaking-not-read",
  "vague-words",
  "undefined-term",
  "undefined-territory",
  "ceasefire-without-start-hour",
  "ceasefire-without-area",
  "ceasefire-without-prohibited-acts",
  "ceasefire-without-permitted-acts",
  "ceasefire-without-monitoring",
  "ceasefire-without-dispute-mechanism",
  "body-without-rule",
  "body-seat-unnamed",
  "seats-do-not-add-up",
  "shares-do-not-add-up",
  "reference-dangling",
  "reference-circular",
  "deadline-without-anchor",
  "reading-stale",
  "readings-differ",
  "reading-of-unknown-provision",
  "reading-of-unknown-text",
  "reading-of-unknown-issue",
  "unknown-party",
] as const;

export type CheckCode = (typeof checkCodes)[number];

/**
 * What experience asks of peace texts, asked of these: findings in the order of files and lines, each saying what is
 * wrong, why it matters and how to mend it. On a reconstruction what is absent is "not reported" and only a note.
 * Rules about words read English; a text that says it is in another language is spared them. `known` lists the ids of
 * the process: without `parties` no party is unknown, and `events` are moments declared outside the readings. Never
 * throws. Near to linear in texts and readings.
 */
export function check({
  texts,
  readings,
  known = {},
}: {
  readonly texts: readonly Agreement[];
  readonly readings: readonly PlacedReading[];
  readonly known?: { readonly parties?: readonly string[]; readonly events?: readonly string[] };
}): Diagnostic<CheckCode>[] {
  const views = viewsOf(texts, readings);
  return sortDiagnostics([
    ...unknownTexts(texts, readings),
    ...views.flatMap((view) => [
      ...undertakingFindings(view),
      ...unreadFindings(view),
      ...vagueFindings(view),
      ...termFindings(view),
      ...territoryFindings(view),
      ...ceasefireFindings(view),
      ...bodyFindings(view),
      ...referenceFindings(view),
      ...circleFindings(view),
      ...deadlineFindings(view, { readings, events: known.events ?? [] }),
      ...standingFindings(view, { texts, parties: known.parties ?? null }),
      ...differenceFindings(view),
    ]),
  ]);
}
