import { allBrackets, allProvisions, check, parse } from "@parley/agreement";
import { type Diagnostic, sortDiagnostics } from "@parley/diagnostics";
import type { CheckAnswer } from "../answers/check.ts";
import type { DiagnosticAnswer } from "../answers/shared.ts";
import type { Process } from "../events.ts";
import { differencesOf } from "../internal/join/versions.ts";
import { keepingFindings } from "../internal/keeping/findings.ts";

/** What is wrong or doubtful in the folder, with places: its files, its texts, its readings and how they fit together. */
export function askCheck(process: Process): CheckAnswer {
  const texts = process.events.flatMap((event) => (event.type === "text-tabled" ? [event.body.agreement] : []));
  const readings = process.events.flatMap((event) => (event.type === "reading-made" ? [event.body] : []));
  const found = check({
    texts,
    readings: readings.map(({ reading, placeOf }) => ({ reading, placeOf })),
    known: {
      parties: [...process.definition.parties.map(({ id }) => id), ...process.definition.speakers.map(({ id }) => id)],
      events: Object.keys(process.definition.events),
    },
  });
  return {
    diagnostics: sortDiagnostics<string>([
      ...process.diagnostics,
      ...found,
      ...versionFindings(process),
      ...keepingFindings(process),
    ]).map(tellDiagnostic),
    counts: {
      ...countsOf(texts),
      commitments: readings.reduce((sum, { reading }) => sum + reading.commitments.length, 0),
      bodies: readings.reduce((sum, { reading }) => sum + reading.bodies.length, 0),
    },
  };
}

/** Where the language versions of a text say different things. */
function versionFindings({ definition, events }: Process): Diagnostic[] {
  return events.flatMap((event) => (event.type === "text-tabled" ? differencesOf(event.body, definition) : []));
}

/** The same for one text by itself, without readings. */
export function checkText({ file, source }: { readonly file: string; readonly source: string }): CheckAnswer {
  const text = parse({ file, source });
  return {
    diagnostics: sortDiagnostics<string>([...text.diagnostics, ...check({ texts: [text], readings: [] })]).map(
      tellDiagnostic,
    ),
    counts: { ...countsOf([text]), commitments: 0, bodies: 0 },
  };
}

/** A diagnostic flattened, for the command line and the pages. */
export function tellDiagnostic({ code, severity, message, help, place, related }: Diagnostic): DiagnosticAnswer {
  return {
    code,
    severity,
    message,
    help,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    related: related.map((other) => ({ message: other.message, ...other.place })),
  };
}

function countsOf(
  texts: readonly ReturnType<typeof parse>[],
): Pick<CheckAnswer["counts"], "texts" | "provisions" | "brackets"> {
  return {
    texts: texts.length,
    provisions: texts.reduce((sum, text) => sum + allProvisions(text).length, 0),
    brackets: texts.reduce((sum, text) => sum + allBrackets(text).length, 0),
  };
}
