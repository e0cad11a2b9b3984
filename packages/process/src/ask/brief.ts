import type { Answer } from "../answer.ts";
import type { BriefAnswer } from "../answers/brief.ts";
import type { Process } from "../events.ts";
import type { Asking } from "../internal/join/view.ts";
export interface BriefQuestion extends Asking { readonly since?: string | undefined; readonly shareable?: boolean | undefined }
export function askBrief(_process: Process, _question: BriefQuestion = {}): Answer<BriefAnswer> { throw new Error("being written"); }
