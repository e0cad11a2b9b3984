import type { Definition, SourceFormat } from "./model.ts";

export type DefinitionCode = "bad-days-max" | "no-types" | "unknown-type";

/** UCDP: state-based. ACLED: its three violent event types. Plain: every type. At most seven days, spread, best figure. */
export function defaultDefinition(_format: SourceFormat): Definition {
  throw new Error("not yet");
}

/** The definition in sentences, for print beside every figure. */
export function definitionSentences(_definition: Definition): readonly string[] {
  throw new Error("not yet");
}
