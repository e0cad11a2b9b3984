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
