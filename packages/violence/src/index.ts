export { type AssessOutcome, assess, type QuestionCode } from "./assess.ts";
export { type Counted, countDaily, type DailyFigures } from "./count.ts";
export { type DailyFormCode, type ReadDailyOutcome, readDaily, writeDaily } from "./daily-form.ts";
export { type DefinitionCode, daysMaxLimit, defaultDefinition, definitionSentences } from "./definition.ts";
export { type HeadCode, headBytesMax, type IncidentHead, type ReadHead, readHead } from "./head.ts";
export { type IncidentCode, type IncidentOptions, type Incidents, incidentsOf } from "./incidents.ts";
export {
  type AgreementCounts,
  type ApartCode,
  type Assessment,
  type Baseline,
  type BaselineFigures,
  type BootstrapUncertainty,
  type CaveatCode,
  type Coverage,
  type Definition,
  defaultSeed,
  type Incident,
  type IndicationWord,
  type Interval,
  type Lag,
  type NegativeBinomialUncertainty,
  type Period,
  type PeriodFigures,
  type Question,
  type Rate,
  type ReasonCode,
  type Season,
  type SetApartRecord,
  type SourceFormat,
  type SplitBy,
  setApartListMax,
  type Target,
  type Told,
  type Uncertainty,
  type Unlocated,
  unlocatedName,
} from "./model.ts";
export { type IncidentPart, mergeParts, type PartRange, PartReader, partBuffers } from "./part.ts";
export { type MapCode, type ProvinceMap, provinceAt, type ReadMap, readProvinceMap } from "./province-map.ts";
export { type Gap, gapsOf, ratesOf } from "./rates.ts";
export { type ReadOptions, type ReadOutcome, type RowCode, readIncidents } from "./read.ts";
