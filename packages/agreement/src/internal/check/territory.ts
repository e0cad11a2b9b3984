import { type Finding, gap, isOperative, placeIn, sentenceAt, type View } from "./view.ts";

const control =
  "(?:(?:that\\s+(?:is|are)\\s+|which\\s+(?:is|are)\\s+)?(?:currently\\s+|now\\s+|presently\\s+)?(?:under\\s+(?:(?:its|their|the)\\s+)?(?:effective\\s+)?control\\b|controlled\\s+by\\b|held\\s+by\\b)|(?:it|they)\\s+(?:currently\\s+)?controls?\\b)";
const patterns: readonly RegExp[] = [
  new RegExp(`\\b(?:areas?|territor(?:y|ies)|regions?|zones?|districts?|positions)\\s+${control}`, "giu"),
  /\blines?\s+of\s+(?:contact|control|confrontation|separation)\b/giu,
  /\b(?:contact|front|confrontation|ceasefire)[\s-]lines?\b/giu,
  /\b(?:current|present|existing)\s+positions\b/giu,
  /\bdisputed\s+(?:areas?|territor(?:y|ies)|regions?)\b/giu,
];
/** The sentence itself says where to look. */
const shown =
  /\b(?:maps?|annex(?:es)?|appendix|coordinates|schedule|as\s+(?:defined|shown|marked|delineated|listed|described)|demarcated|delineated)\b/iu;

/** CHK-07: a territory that is named by who holds it or by where the fighting is, and drawn nowhere. */
export function territoryFindings(view: View): Finding[] {
  if (!view.english) return [];
  const meant = [
    ...view.readings.flatMap(({ reading }) => reading.definitions.map(({ term }) => term)),
    ...view.clauses
      .filter(({ provision }) => provision.kind === "definition" || provision.kind === "map")
      .map(({ own }) => own.text),
  ].map((text) => text.replace(/\s+/gu, " ").toLowerCase());
  const seen = new Set<string>();
  return view.clauses.filter(isOperative).flatMap((clause) =>
    patterns.flatMap((pattern) =>
      [...clause.own.text.matchAll(pattern)].flatMap((match): Finding[] => {
        const said = match[0].replace(/\s+/gu, " ");
        const key = said.toLowerCase();
        const quoted = /["“'‘]$/u.test(clause.own.text.slice(0, match.index));
        const { text } = sentenceAt(clause.own.text, match.index);
        if (seen.has(key) || quoted || shown.test(text) || meant.some((words) => words.includes(key))) return [];
        seen.add(key);
        return [
          gap(view, {
            code: "undefined-territory",
            severity: "warning",
            absent: `“${said}” is drawn on no map and defined nowhere`,
            unreported: `where “${said}” lies`,
            why: "Who holds what is the thing most in dispute, and it changes between the draft and the signature.",
            help: "Refer to a map with its datum and date, or list the districts or coordinates in an annex.",
            place: placeIn(view, clause, match.index),
          }),
        ];
      }),
    ),
  );
}
