export { readAkomaNtosoFile } from "./akoma-ntoso.ts";
export type { Answer } from "./answer.ts";
export { type BodiesAnswer, bodiesAnswerSchema, type Hypothesis } from "./answers/bodies.ts";
export { type BriefAnswer, type BriefItem, type BriefSection, briefAnswerSchema } from "./answers/brief.ts";
export { type CalendarAnswer, calendarAnswerSchema } from "./answers/calendar.ts";
export { type CheckAnswer, checkAnswerSchema } from "./answers/check.ts";
export { type ChangeAnswer, type CompareAnswer, compareAnswerSchema } from "./answers/compare.ts";
export { type Frame, frameSchema } from "./answers/frame.ts";
export { type MatrixAnswer, matrixAnswerSchema } from "./answers/matrix.ts";
export { type Blocker, type PackagesAnswer, packagesAnswerSchema, type Statement } from "./answers/packages.ts";
export { type PositionAnswer, type PositionsAnswer, positionsAnswerSchema } from "./answers/positions.ts";
export { type ProposalAnswer, type ReturnedAnswer, returnedAnswerSchema } from "./answers/returned.ts";
export { type ConflictAnswer, type LinkAnswer, type ScheduleAnswer, scheduleAnswerSchema } from "./answers/schedule.ts";
export type { DiagnosticAnswer, Head, Source } from "./answers/shared.ts";
export { type EvidenceAnswer, type StandingAnswer, type StatusAnswer, statusAnswerSchema } from "./answers/status.ts";
export {
  type PieceAnswer,
  type ProvisionAnswer,
  type TextAnswer,
  textAnswerSchema,
  type VersionsAnswer,
} from "./answers/text.ts";
export {
  type AssessmentAnswer,
  type CeasefireAnswer,
  ceasefireAnswerSchema,
  type ViolenceAnswer,
  violenceAnswerSchema,
} from "./answers/violence.ts";
export { askBodies, type BodiesQuestion } from "./ask/bodies.ts";
export { askBrief, type BriefQuestion } from "./ask/brief.ts";
export { askCalendar, calendarFile } from "./ask/calendar.ts";
export { askCeasefire } from "./ask/ceasefire.ts";
export { askCheck, checkText, tellDiagnostic } from "./ask/check.ts";
export { askCompare, compareTexts } from "./ask/compare.ts";
export { askFrame } from "./ask/frame.ts";
export { askMatrix, matrixCsv } from "./ask/matrix.ts";
export { askPackages, type PackagesQuestion } from "./ask/packages.ts";
export { askPositions } from "./ask/positions.ts";
export { askSchedule, type ScheduleQuestion } from "./ask/schedule.ts";
export { askStatus, type StatusQuestion } from "./ask/status.ts";
export { askText, type TextQuestion } from "./ask/text.ts";
export { askViolence, type ViolenceQuestion } from "./ask/violence.ts";
export { briefHtml } from "./brief-html.ts";
export { briefMarkdown } from "./brief-markdown.ts";
export { draftOf, draftPaper, openDocumentFile, wordFile } from "./draft-paper.ts";
export type { Process, ProcessEvent } from "./events.ts";
export { akomaNtosoFile, isPartialText, positionComments, textOf } from "./exported.ts";
export type { ProcessFiles } from "./files.ts";
export { fold, type State, type View } from "./fold.ts";
export { implementationMatrixCsv } from "./implementation-matrix.ts";
export { briefPaper, matrixPaper } from "./papers.ts";
export { type ProcessRead, readProcess } from "./read-process.ts";
export { readText, refuseLargeText, type TextRead } from "./read-text.ts";
export {
  type Decision,
  type FileRead,
  holdAgainst,
  type Returned,
  readFile,
  redlineOf,
  type WhoIsWho,
} from "./returned.ts";
export { answerSchemas, fileSchemas } from "./schemas.ts";
export {
  askFigures,
  type CountingAsked,
  dailySeriesFile,
  type FiguresFileRead,
  type FiguresRead,
  readFiguresFile,
} from "./violence-file.ts";
export { whoIsWho } from "./who-is-who.ts";
