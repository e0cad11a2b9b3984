import { introductions } from "./introduced.ts";
import { type Clause, type Finding, gap, placeIn, type View } from "./view.ts";

/** Nouns that a peace text gives a meaning of its own; other capitalised words are taken for names of what exists. */
const coined =
  "Commission|Committee|Council|Board|Mechanism|Authority|Agency|Secretariat|Tribunal|Panel|Zones?|Areas?|Lines?|Corridors?|Period|Phase|Plan|Programme|Program|Roadmap|Fund|Body|Team|Centre|Center|Guarantors?|Monitors?|Observers?|Date|Procedures?|Framework|Conference";
/** With one of these before it, also a noun that most states have already is taken for a new thing. */
const making = "Transitional|Interim|Joint|Peace|Ceasefire|Implementation|Provisional|Monitoring|Verification";
const existing = "Government|Administration|Assembly|Court|Office|Forces?|Mission|Directorate|Cabinet";
const knownNames =
  /\b(?:National|Supreme|Federal|Central|United Nations|Security Council|General Assembly|Human Rights|African|European|Arab|Islamic Emirate|Islamic Republic|Red Cross|Red Crescent|Gulf)\b/u;

const capital = "\\p{Lu}[\\p{L}\\p{M}’'-]*";
const term = new RegExp(
  `\\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]uch)\\s+(${capital}(?:\\s+${capital})*(?:\\s+(?:of|for|on)\\s+(?:the\\s+)?${capital}(?:\\s+${capital})*)*)`,
  "gu",
);
const coinedHead = new RegExp(
  `^(?:${capital}\\s+)*?(?:(?:${coined})|(?:${making})\\s+(?:${existing}))(?=\\s+(?:of|for|on)\\s|$)`,
  "u",
);

/** CHK-06: a capitalised term used as if it were known, that neither the text nor a reading explains or creates. */
export function termFindings(view: View): Finding[] {
  if (!view.english) return [];
  const first = new Map<string, { clause: Clause; at: number }>();
  for (const clause of view.clauses) {
    if (clause.provision.heading !== null || clause.provision.kind === "note") continue;
    for (const match of clause.own.text.matchAll(term)) {
      const said = (match[1] ?? "").replace(/\s+/gu, " ");
      if (!coinedHead.test(said) || knownNames.test(said) || first.has(said)) continue;
      first.set(said, { clause, at: match.index + match[0].length - (match[1] ?? "").length });
    }
  }
  const isIntroduced = introductions(view);
  const terms = [...first.keys()];
  return [...first].flatMap(([said, { clause, at }]): Finding[] => {
    // "The Commission" is short for "the Joint Commission", which is looked at by itself.
    const short = terms.some((other) => other.length > said.length && ` ${other} `.includes(` ${said} `));
    if (short || isIntroduced(said)) return [];
    return [
      gap(view, {
        code: "undefined-term",
        severity: "warning",
        absent: `“${said}” is written as a defined term, and nothing says what it is`,
        unreported: `what “${said}” is`,
        why: "Each side can put its own meaning into it.",
        help: `Define it, or create it where it is first named: “a ${said} is established, …”. If it is a body, add it to a reading.`,
        place: placeIn(view, clause, at),
      }),
    ];
  });
}
