import type { Place } from "@parley/diagnostics";
import type { CheckCode } from "../../check.ts";
import type { ReadCeasefire } from "../../readings.ts";
import { provisionsOf, textOf } from "../readings/own-text.ts";
import { type Finding, gap, placeOfClause, restsOn, type View } from "./view.ts";

const number =
  "\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four|thirty-six|forty-eight|seventy-two|ninety-six";
/** A clock time, or a counted number of hours; "within hours of signature" names none. */
const hour = new RegExp(
  `\\b\\d{1,2}[:.]\\d{2}\\b|\\b\\d{3,4}\\s?(?:hours|hrs|z)\\b|\\b\\d{1,2}\\s?(?:a\\.?m|p\\.?m)\\b|\\b(?:${number})(?:\\s*\\(\\d+\\))?[\\s-]+hours?\\b|\\b(?:noon|midnight|sunrise|sunset)\\b`,
  "iu",
);

interface Element {
  readonly code: CheckCode;
  readonly point: "starts" | "area" | "prohibited" | "permitted" | "monitoredBy" | "disputes";
  /** Words by which a text without a reading is taken to deal with the point. */
  readonly signs: RegExp;
  readonly absent: string;
  readonly why: string;
  readonly help: string;
}

const elements: readonly Element[] = [
  {
    code: "ceasefire-without-start-hour",
    point: "starts",
    signs: hour,
    absent: "at what hour the ceasefire starts",
    why: "Units in the field stop at an hour, and shots fired before all have stopped look like breaches.",
    help: "Give a day, an hour and a time zone, or a counted number of hours after signature, with time to reach every unit.",
  },
  {
    code: "ceasefire-without-area",
    point: "area",
    signs:
      /\b(?:area|territor|throughout|nationwide|whole\s+country|entire\s+country|countrywide|province|zone|airspace|borders?)/iu,
    absent: "where the ceasefire holds",
    why: "Without an area nobody can say whether an incident is a breach.",
    help: "Name the area, on land, in the air and at sea, by a map or a list.",
  },
  {
    code: "ceasefire-without-prohibited-acts",
    point: "prohibited",
    signs: /\b(?:shall\s+not|prohibit|refrain|forbid|forbidden|cease\s+all|stop\s+all|end\s+all|banned)/iu,
    absent: "which acts the ceasefire prohibits",
    why: "Sides that agree to stop fighting seldom mean the same acts by it.",
    help: "List the acts: attacks, movement and reinforcement of forces, mines, hostile propaganda.",
  },
  {
    code: "ceasefire-without-permitted-acts",
    point: "permitted",
    signs:
      /\b(?:permitted|permissible|allowed|may\s+(?:continue|move|act|use|supply|rotate)|does\s+not\s+(?:prevent|prohibit)|self-?\s?defen[cs]e|humanitarian\s+(?:access|aid|assistance))/iu,
    absent: "which acts the ceasefire permits",
    why: "Supply, rotation, policing and self-defence go on, and the other side may take them for breaches.",
    help: "List what stays allowed: unarmed supply, medical evacuation, humanitarian aid, police work, self-defence and its limits.",
  },
  {
    code: "ceasefire-without-monitoring",
    point: "monitoredBy",
    signs: /\b(?:monitor|verif|observer|supervis)/iu,
    absent: "who monitors the ceasefire",
    why: "Without a monitor both sides accept, each breach is one word against another.",
    help: "Name the monitors, what they may enter, and to whom they report.",
  },
  {
    code: "ceasefire-without-dispute-mechanism",
    point: "disputes",
    signs:
      /\b(?:disputes?|complaints?|allegations?|alleged|violations?\s+(?:shall|will)\s+be\s+(?:reported|referred|examined|investigated))/iu,
    absent: "how a dispute about a breach is settled",
    why: "An incident that has nowhere to go is answered with fire.",
    help: "Say to whom an incident is brought, in what time it is looked into, and who decides.",
  },
];

/** CHK-08: a ceasefire must say when it starts, where it holds, what it forbids and allows, who watches, who settles. */
export function ceasefireFindings(view: View): Finding[] {
  const read = view.readings.flatMap((placed) =>
    placed.reading.ceasefire === null ? [] : [{ placed, ceasefire: placed.reading.ceasefire }],
  );
  const [first] = read;
  if (first === undefined) return findingsInText(view);
  return elements.flatMap((element): Finding[] => {
    if (read.some(({ ceasefire }) => isSaid(ceasefire, element))) return [];
    const vague = read.find(({ ceasefire }) => ceasefire[element.point].said === "stated");
    const said = vague?.ceasefire[element.point].value ?? null;
    const { placed, ceasefire } = vague ?? first;
    return [
      gapOf(view, element, {
        who: said === null ? "No reading says" : `“${said}” does not say`,
        place: placed.placeOf(said === null ? ceasefire.path : [...ceasefire.path, element.point]),
        provision: ceasefire.provision,
      }),
    ];
  });
}

function isSaid(ceasefire: ReadCeasefire, { point }: Element): boolean {
  const { value } = ceasefire[point];
  return value !== null && (point !== "starts" || hour.test(value));
}

/** With no reading, the words under a heading on the ceasefire are searched for signs that a point is dealt with. */
function findingsInText(view: View): Finding[] {
  if (!view.english) return [];
  const about = (heading: string | null): boolean =>
    heading !== null && /\b(?:cease-?\s?fire|cessation\s+of\s+hostilities|truce|armistice)\b/iu.test(heading);
  const section = view.clauses.find(({ provision }) => about(provision.heading));
  if (section === undefined) return [];
  const sections = view.clauses.filter(({ provision }) => about(provision.heading));
  // The title of a text has nothing under it: then the whole text is about the ceasefire.
  const whole = sections.some(({ provision }) => provision.children.length === 0);
  const text = (
    whole
      ? view.clauses.map(({ provision }) => provision)
      : sections.flatMap(({ provision }) => provisionsOf([provision]).map((each) => each.provision))
  )
    .map(textOf)
    .join("\n");
  return elements
    .filter(({ signs }) => !signs.test(text))
    .map((element) =>
      gapOf(view, element, { who: "Nothing here says", place: placeOfClause(view, section), provision: null }),
    );
}

function gapOf(
  view: View,
  element: Element,
  { who, place, provision }: { readonly who: string; readonly place: Place; readonly provision: string | null },
): Finding {
  const { code, absent, why, help } = element;
  return gap(view, {
    code,
    severity: "warning",
    absent: `${who} ${absent}`,
    unreported: absent,
    why,
    help,
    place,
    related: restsOn(view, provision),
  });
}
