import type { DateExpression } from "@parley/calendar";
import { diagnostic } from "@parley/diagnostics";
import type { YamlPath } from "@parley/diagnostics/yaml";
import type { PlacedReading } from "../../readings.ts";
import { type Finding, gap, isOperative, placeIn, restsOn, sentenceAt, type View } from "./view.ts";

/** CHK-14: a deadline that counts from a moment nobody declares, or from none at all. */
export function deadlineFindings(
  view: View,
  { readings, events }: { readonly readings: readonly PlacedReading[]; readonly events: readonly string[] },
): Finding[] {
  return [...undeclared(view, readings, events), ...(view.english ? unanchored(view) : [])];
}

function undeclared(view: View, readings: readonly PlacedReading[], events: readonly string[]): Finding[] {
  const declared = new Set([
    ...events,
    ...readings.flatMap(({ reading }) => [
      ...reading.events.map(({ id }) => id),
      ...reading.commitments.flatMap(({ event }) => event ?? []),
    ]),
    ...view.clauses.flatMap(({ provision }) => [
      provision.id as string,
      ...(provision.attributes.event ?? "").split(/\s+/u),
    ]),
  ]);
  return view.readings.flatMap(({ reading, placeOf }) => {
    const used: { readonly event: string; readonly path: YamlPath; readonly provision: string }[] = [];
    const use = (expression: DateExpression | null, path: YamlPath, provision: string): void => {
      if (expression?.anchor.kind === "event") used.push({ event: expression.anchor.event, path, provision });
    };
    for (const { path, provision, from, due } of reading.commitments) {
      use(due.value, [...path, "due"], provision);
      use(from.value, [...path, "from"], provision);
    }
    for (const { path, provision, holds } of reading.dates) {
      used.push({ event: holds.event, path: [...path, "holds"], provision });
      use(holds.to, [...path, "holds"], provision);
    }
    const told = new Set<string>();
    return used.flatMap(({ event, path, provision }): Finding[] => {
      if (declared.has(event) || told.has(event)) return [];
      told.add(event);
      return [
        diagnostic({
          code: "deadline-without-anchor",
          severity: "warning",
          message: `A date counts from “${event}”, and no reading says what moment that is. The deadline cannot be computed, and a side may say that it never began.`,
          help: `Declare it under “events” with what it means, or correct the name.`,
          place: placeOf(path),
          related: restsOn(view, provision),
        }),
      ];
    });
  });
}

const numberWords =
  "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)";
const unit = "(?:hours?|days?|weeks?|months?|years?)";
const within = new RegExp(
  `\\bwithin\\s+(?:a\\s+(?:maximum|period)\\s+of\\s+)?(?:\\[[^\\]]*\\]|\\d[\\d,]*|${numberWords}(?:[\\s-]${numberWords})*|an?|the\\s+(?:first|next)\\s+\\S+)(?:\\s*\\(\\d+\\))?(?:\\s+(?:calendar|working|business))?(?:\\s+${unit})?`,
  "giu",
);
const anchored =
  /^\s*(?:\S+\s+)?(?:of|after|from|following|upon|once|when|before|prior|since|starting|beginning|thereafter|as\s+of)\b/iu;
const anchoredBefore = /\b(?:after|upon|once|when|following|from|on\s+signature|as\s+of|starting|beginning)\b/iu;

/** "Within thirty days." of nothing: the words around it name no moment from which it counts. */
function unanchored(view: View): Finding[] {
  return view.clauses.filter(isOperative).flatMap((clause) =>
    [...clause.own.text.matchAll(within)].flatMap((match): Finding[] => {
      const said = match[0].replace(/\s+/gu, " ");
      const sentence = sentenceAt(clause.own.text, match.index);
      const at = match.index - sentence.start;
      const [before, after] = [sentence.text.slice(0, at), sentence.text.slice(at + match[0].length)];
      if (
        !new RegExp(unit, "iu").test(said) ||
        anchored.test(after) ||
        anchoredBefore.test(before) ||
        anchoredBefore.test(after)
      )
        return [];
      return [
        gap(view, {
          code: "deadline-without-anchor",
          severity: "warning",
          absent: `“${said}” names no moment from which it counts`,
          unreported: `from which moment “${said}” counts`,
          why: "Each side may start the clock when it likes.",
          help: "Write from what it counts: “within thirty days of signature”.",
          place: placeIn(view, clause, match.index),
        }),
      ];
    }),
  );
}
