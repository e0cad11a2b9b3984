export { readAkomaNtoso, writeAkomaNtoso } from "./akoma-ntoso.ts";
export { type CalendarEntry, type CalendarFile, writeCalendar } from "./icalendar.ts";
export type {
  Instrument,
  InstrumentAlternative,
  InstrumentBracket,
  InstrumentFront,
  InstrumentInline,
  InstrumentProvision,
  InstrumentProvisionKind,
  InstrumentStatus,
} from "./instrument.ts";
export type {
  Block,
  Cell,
  Comment,
  Direction,
  Footnote,
  FormattingChange,
  Label,
  Loss,
  LossCode,
  Manuscript,
  NumberFormat,
  Paragraph,
  ParagraphRole,
  Piece,
  RefusalCode,
  Revision,
  Row,
  Table,
  TextPiece,
} from "./manuscript.ts";
export type { ManuscriptRead } from "./manuscript-read.ts";
export { readOpenDocument } from "./open-document-reader.ts";
export { writeOpenDocument } from "./open-document-writer.ts";
export { authorsOf, type ManuscriptAuthor, resolveRevisions } from "./revisions.ts";
export type { Setting } from "./setting.ts";
export { typstSource } from "./typst-source.ts";
export { readWord } from "./word-reader.ts";
export { writeWord } from "./word-writer.ts";
