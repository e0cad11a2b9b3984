export {
  type CivilDate,
  civilDate,
  type DayNumber,
  dateOfDay,
  dayNumberOf,
  daysBetween,
  daysInMonth,
  longDate,
  parseCivilDate,
  partsOf,
  shortDate,
} from "./civil-date.ts";
export {
  type DateExpression,
  type DateRelation,
  formatDateExpression,
  parseDateExpression,
  parseDateRelation,
  type Relation,
} from "./date-relation.ts";
export {
  type Added,
  addLength,
  daysSpanned,
  formatLength,
  type Length,
  type MonthEndRule,
  parseLength,
} from "./length.ts";
export {
  type LunarRule,
  lunarHijriDays,
  lunarHijriOf,
  lunarHijriYears,
  type PossibleDay,
} from "./lunar-hijri.ts";
export {
  type Calendar,
  datesIn,
  type ReadDate,
  readDates,
  type Stretch,
  type UnreadDate,
} from "./read-dates.ts";
export { type DayVerdict, sameDay } from "./same-day.ts";
export { type PlainScript, plainScript } from "./script.ts";
export {
  type DateParts,
  daysInSolarHijriMonth,
  isSolarHijriLeapYear,
  solarHijriDay,
  solarHijriOf,
  solarHijriYears,
} from "./solar-hijri.ts";
