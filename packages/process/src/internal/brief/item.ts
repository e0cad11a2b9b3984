import type { BriefItem } from "../../answers/brief.ts";
import { sentence } from "../join/view.ts";

/** One point of a brief: a sentence, with what is known of its source, its reason and its details. */
export function item(text: string, more: Partial<Omit<BriefItem, "text">> = {}): BriefItem {
  return { text: sentence(text), sources: [], mark: null, href: null, under: [], ...more };
}
