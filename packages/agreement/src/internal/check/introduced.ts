import type { View } from "./view.ts";

/** True when the text or a reading says somewhere what a term stands for, or creates what it names. */
export function introductions(view: View): (term: string) => boolean {
  const whole = view.clauses.map(({ own }) => own.text.replace(/\s+/gu, " ")).join("\n");
  const fixed = [
    ...view.readings.flatMap(({ reading }) => [
      ...reading.definitions.map(({ term }) => term),
      ...reading.bodies.map(({ name }) => name),
      ...reading.events.flatMap(({ id, means }) => [id.replaceAll("-", " "), means]),
    ]),
    ...view.agreement.front.parties,
    view.agreement.front.title ?? "",
    ...view.clauses.filter(({ provision }) => provision.heading !== null).map(({ own }) => own.text),
    ...view.clauses.filter(({ provision }) => provision.kind === "definition").map(({ own }) => own.text.slice(0, 120)),
  ].map((text) => text.toLowerCase());
  return (term) => {
    if (fixed.some((text) => text.includes(term.toLowerCase()))) return true;
    const words = term.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
    return introduced(words).some((pattern) => pattern.test(whole));
  };
}

function introduced(term: string): RegExp[] {
  const being = "(?:is|are|shall\\s+be|will\\s+be)";
  return [
    new RegExp(`["“'‘]${term}["”'’]`, "iu"),
    new RegExp(`\\b(?:an?|one|new|following|called|named)\\s+(?:[\\p{L}-]+\\s+){0,3}?${term}\\b`, "iu"),
    new RegExp(
      `\\b(?:establish|creat|form|constitut|conven|set(?:s|ting)?\\s+up)\\w*\\s+(?:an?\\s+|the\\s+)?${term}\\b`,
      "iu",
    ),
    new RegExp(
      `\\b${term}\\b(?:\\s+\\([^)]*\\))?\\s+${being}\\s+(?:hereby\\s+)?(?:established|created|formed|constituted|set\\s+up|composed|made\\s+up|an?\\s)`,
      "iu",
    ),
    new RegExp(
      `\\b${term}\\b\\s+(?:shall\\s+|will\\s+)?(?:means?|consists?\\s+of|comprises?|refers?\\s+to|(?:have|has)\\s+\\S+\\s+(?:members|seats)|begins?\\s+on|covers?|runs?\\s+from)\\b`,
      "iu",
    ),
  ];
}
