export { type DecodeCode, type Decoded, decodeText, textBytesMax } from "./decode.ts";
export {
  type Diagnostic,
  diagnostic,
  type Place,
  type Related,
  type Severity,
  type Span,
  sortDiagnostics,
} from "./diagnostic.ts";
export { LineIndex } from "./line-index.ts";
