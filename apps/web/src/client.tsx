import "./styles/index.css";
import type { Frame } from "@parley/process";
import type { ComponentType, ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { goLive } from "./live.tsx";
import type { Asked, Content, PageName, View } from "./view.ts";

interface PageProps<Page extends PageName> {
  readonly answer: Extract<Content, { readonly page: Page }>["answer"];
  readonly asked: Asked;
  readonly frame: Frame;
}

/**
 * Makes the document live, which is of one page. Each page has a script of its own in `scripts/`, so that a reader of one
 * fetches nothing of the others; to go to another page is to load its document.
 */
export function makeLive<Page extends PageName>(page: Page, draws: (props: PageProps<Page>) => ReactNode): void {
  const [place, data] = [document.getElementById("root"), document.getElementById("view")];
  if (place === null || data === null) return;
  // What the answer of a page is, the signature has checked; the view says only that it is one of all.
  const PageOf = draws as ComponentType<{ readonly answer: unknown; readonly asked: Asked; readonly frame: Frame }>;
  const view: View = JSON.parse(data.textContent);
  goLive(view, {
    draw: ({ content, asked, frame }) =>
      content === null || frame === null || content.page !== page ? null : (
        <PageOf answer={content.answer} asked={asked} frame={frame} />
      ),
    begin: (element) => {
      const root = hydrateRoot(place, element);
      return (next) => root.render(next);
    },
  });
}
