import type { BriefAnswer } from "./answers/brief.ts";
export function briefHtml(_answer: BriefAnswer): string { return ""; }
