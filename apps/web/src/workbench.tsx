import type { ReactNode } from "react";
import { BodiesPage } from "./pages/bodies.tsx";
import { BriefPage } from "./pages/brief.tsx";
import { CeasefirePage } from "./pages/ceasefire.tsx";
import { CheckPage } from "./pages/check.tsx";
import { FrontPage } from "./pages/front.tsx";
import { IssuesPage } from "./pages/issues.tsx";
import { KeepingPage } from "./pages/keeping.tsx";
import { PackagesPage } from "./pages/packages.tsx";
import { PositionsPage } from "./pages/positions.tsx";
import { TextPage } from "./pages/text.tsx";
import { TimetablePage } from "./pages/timetable.tsx";
import { Shell } from "./shell.tsx";
import type { View } from "./view.ts";

/** The whole document's body for a view, as the server draws it. The browser draws the same with its one page loaded. */
export function Workbench({ view }: { readonly view: View }) {
  return <Shell view={view} announced="" working={null} draw={drawPage} />;
}

function drawPage({ content, asked, frame }: View): ReactNode {
  if (content === null || frame === null) return null;
  switch (content.page) {
    case "front":
      return <FrontPage answer={content.answer} asked={asked} frame={frame} />;
    case "text":
      return <TextPage answer={content.answer} asked={asked} />;
    case "issues":
      return <IssuesPage answer={content.answer} asked={asked} />;
    case "packages":
      return <PackagesPage answer={content.answer} asked={asked} frame={frame} />;
    case "timetable":
      return <TimetablePage answer={content.answer} asked={asked} />;
    case "bodies":
      return <BodiesPage answer={content.answer} asked={asked} />;
    case "positions":
      return <PositionsPage answer={content.answer} asked={asked} />;
    case "keeping":
      return <KeepingPage answer={content.answer} asked={asked} frame={frame} />;
    case "ceasefire":
      return <CeasefirePage answer={content.answer} asked={asked} />;
    case "check":
      return <CheckPage answer={content.answer} />;
    case "brief":
      return <BriefPage answer={content.answer} asked={asked} frame={frame} />;
  }
}
