import type { BriefAnswer } from "./answers/brief.ts";
export function briefMarkdown(_answer: BriefAnswer): string { return ""; }
