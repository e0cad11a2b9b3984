import { type Diagnostic, diagnostic } from "@parley/diagnostics";
import type { Definition, SourceFormat } from "./model.ts";

export type DefinitionCode = "bad-days-max" | "no-types" | "unknown-type" | "unknown-country" | "sum-too-large";

/** The longest record that can be spread: up to 22 days, shares of days are whole numbers of one exact unit. */
export const daysMaxLimit = 22;

/** UCDP's three types of violence. */
export const ucdpTypes = ["state-based", "non-state", "one-sided"] as const;

/** What ACLED's codebook counts as violent events. */
const acledViolent = ["Battles", "Explosions/Remote violence", "Violence against civilians"] as const;

const acledTypes = [...acledViolent, "Protests", "Riots", "Strategic developments"] as const;

/**
 * What is counted unless an analyst says otherwise. UCDP: state-based. ACLED: its three violent event types. Plain: every type.
 * Records of at most seven days, spread evenly; the best figure; a range out of order is not used.
 */
export function defaultDefinition(format: SourceFormat): Definition {
  const types = { "ucdp-ged": ["state-based"], acled: acledViolent, plain: null } as const;
  return {
    types: types[format],
    daysMax: 7,
    multiDay: "spread",
    deaths: "best",
    outOfOrder: "use-best",
    countries: null,
  };
}

/** The definition in sentences, for print beside every figure. */
export function definitionSentences(definition: Definition): readonly string[] {
  const { types, daysMax, multiDay, deaths, outOfOrder, countries } = definition;
  const figure = { best: "best estimate", low: "low estimate", high: "high estimate" }[deaths];
  return [
    types === null ? "Counted: records of every type." : `Counted: ${listed(types)} records.`,
    ...(countries === null ? [] : [`Only records of ${listed(countries)}.`]),
    multiDay === "set-apart" || daysMax === 1
      ? "Records of one day are counted; longer ones are set apart."
      : `Records of at most ${daysMax} days, first and last counted, are spread evenly over their days; longer ones are set apart.`,
    `Deaths are the source's ${figure}.`,
    outOfOrder === "use-best"
      ? "Where low, best and high do not rise in this order, the best estimate alone is used."
      : "Records whose low, best and high do not rise in this order are kept apart.",
  ];
}

/** What is wrong with a definition for a file with these types and countries; null when nothing is. */
export function checkDefinition(
  definition: Definition,
  known: { readonly format: SourceFormat; readonly types: readonly string[]; readonly countries: readonly string[] },
): Diagnostic<DefinitionCode> | null {
  const refuse = (code: DefinitionCode, message: string, help: string) =>
    diagnostic({ code, severity: "error", message, help });
  const { daysMax, types, countries } = definition;
  if (!Number.isInteger(daysMax) || daysMax < 1 || daysMax > daysMaxLimit)
    return refuse(
      "bad-days-max",
      `Records of up to ${daysMax} days cannot be spread.`,
      `Give a whole number of days from 1 to ${daysMaxLimit}; 7 is usual.`,
    );
  if (types !== null && types.length === 0)
    return refuse(
      "no-types",
      "No type of violence is named, so that nothing would be counted.",
      "Name one, or none to count all.",
    );
  const ofSource = { "ucdp-ged": ucdpTypes, acled: acledTypes, plain: [] } as const;
  const typesKnown = [...new Set([...ofSource[known.format], ...known.types])];
  const type = types?.find((name) => !isOneOf(name, typesKnown));
  if (type !== undefined)
    return refuse(
      "unknown-type",
      `The file has no type ${JSON.stringify(type)}.`,
      `It has: ${typesKnown.join(", ") || "none"}.`,
    );
  const country = countries?.find((name) => !isOneOf(name, known.countries));
  if (country !== undefined)
    return refuse(
      "unknown-country",
      `The file has no country ${JSON.stringify(country)}.`,
      `It has: ${known.countries.slice(0, 20).join(", ") || "none"}.`,
    );
  return null;
}

/** Whether a word is one of these, capitals or not. */
export const isOneOf = (name: string, names: readonly string[]): boolean =>
  names.some((other) => other.toLowerCase() === name.toLowerCase());

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
