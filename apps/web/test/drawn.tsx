import { askFrame, type Process } from "@parley/process";
import { renderToStaticMarkup } from "react-dom/server";
import type { Asked, Content } from "../src/view.ts";
import { Workbench } from "../src/workbench.tsx";

type Answered<T> = { readonly ok: true; readonly answer: T } | { readonly ok: false };

/** The answer; a refusal fails the test that asked. */
export function answerOf<T>(answered: Answered<T>): T {
  if (!answered.ok) throw new Error("The question was refused.");
  return answered.answer;
}

/** The HTML of a page as the server draws it. */
export function drawn(
  content: Content,
  of: { readonly process: Process; readonly asOf?: string | undefined; readonly asked?: Asked },
): string {
  const frame = answerOf(askFrame(of.process, { asOf: of.asOf }));
  return renderToStaticMarkup(
    <Workbench
      view={{
        page: content.page,
        asked: of.asked ?? {},
        version: 1,
        frame: { ...frame, broken: [] },
        content,
        refusal: null,
        broken: [],
        held: false,
      }}
    />,
  );
}

/** The words of a page: what is left of its HTML when the marks are taken away. */
export function wordsIn(html: string): string {
  return html
    .replace(/<[^>]+>/gu, " ")
    .replace(/&#x27;|&#39;/gu, "'")
    .replace(/\s+/gu, " ");
}
