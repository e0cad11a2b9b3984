export { type CheckCode, check, checkCodes } from "./check.ts";
export { type Change, type ChangedOption, type ChangeKind, compare, type Side, type WordChange } from "./compare.ts";
export {
  compose,
  composeWords,
  type DraftAlternative,
  type DraftBracketed,
  type DraftInline,
  type DraftParagraph,
  type DraftText,
  draftTextOf,
  numberAtHead,
} from "./compose.ts";
export type {
  Agreement,
  Alternative,
  Bracket,
  BracketId,
  FrontMatter,
  Inline,
  Provision,
  ProvisionId,
  ProvisionKind,
  Status,
} from "./model.ts";
export { parse, type TextCode } from "./parse.ts";
export { cleanText, print, replaceWords } from "./print.ts";
export {
  type Commitment,
  isStale,
  type OptionChoice,
  type PlacedReading,
  type Power,
  parseReading,
  type ReadBody,
  type ReadCeasefire,
  type ReadDate,
  type ReadDefinition,
  type ReadEvent,
  type Reading,
  type ReadingEntry,
  type ReadPhase,
  type Recurrence,
  readingJsonSchema,
  type Said,
  type Share,
  type Staleness,
} from "./readings.ts";
export {
  alignVersions,
  compareVersions,
  type LanguageVersion,
  type NameInLanguages,
  type VersionCode,
  type VersionFinding,
  type VersionKind,
  type VersionRow,
  type VersionSide,
  versionCodes,
} from "./versions.ts";
export { allBrackets, allProvisions, findProvision, type PlacedBracket } from "./walk.ts";
