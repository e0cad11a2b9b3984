import type { ReactNode } from "react";
import { PageFrame } from "./frame.tsx";
import { BodiesPage } from "./pages/bodies.tsx";
import { BriefPage } from "./pages/brief.tsx";
import { CheckPage } from "./pages/check.tsx";
import { FrontPage } from "./pages/front.tsx";
import { IssuesPage } from "./pages/issues.tsx";
import { PackagesPage } from "./pages/packages.tsx";
import { PositionsPage } from "./pages/positions.tsx";
import { TextPage } from "./pages/text.tsx";
import { TimetablePage } from "./pages/timetable.tsx";
import { hrefTo, type View } from "./view.ts";
import { Finding } from "./words.tsx";

/** The whole document's body for a view; the same on the server and in the browser. */
export function Workbench(props: { readonly view: View; readonly announced?: string; readonly working?: ReactNode }) {
  const { view } = props;
  if (view.frame === null) return <Unreadable view={view} />;
  return (
    <PageFrame view={view} frame={view.frame} announced={props.announced ?? ""} working={props.working ?? null}>
      {view.refusal === null ? <Page view={view} /> : <Refused view={view} />}
    </PageFrame>
  );
}

function Page({ view }: { readonly view: View }) {
  const { content, asked, frame } = view;
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
    case "check":
      return <CheckPage answer={content.answer} />;
    case "brief":
      return <BriefPage answer={content.answer} asked={asked} frame={frame} />;
  }
}

/** A question that cannot be answered as asked: why, and how to ask it. */
function Refused({ view }: { readonly view: View }) {
  if (view.refusal === null) return null;
  return (
    <div className="answer">
      <h1>This question cannot be answered as asked</h1>
      <p className="lead">{view.refusal.message}</p>
      <p>{view.refusal.help}</p>
      <p>
        <a href={hrefTo(view.page, {})}>Open this page as the process has it</a>
      </p>
    </div>
  );
}

/** A folder that never could be read: nothing to show but what is wrong with it. */
function Unreadable({ view }: { readonly view: View }) {
  return (
    <main id="answer" className="page page-unreadable">
      <h1>This folder cannot be read as a process</h1>
      <p className="lead">The page follows as soon as it can.</p>
      {view.broken.map((finding) => (
        <Finding key={`${finding.file}:${finding.line}:${finding.column}:${finding.code}`} finding={finding} />
      ))}
    </main>
  );
}

/** What a reader who cannot see the page is told when its answer has changed. */
export function announcementOf(view: View): string {
  if (view.refusal !== null) return view.refusal.message;
  if (view.content === null) return "";
  switch (view.content.page) {
    case "front":
      return `${view.content.answer.packages.text} ${view.content.answer.schedule.text}`;
    case "check":
      return `${view.content.answer.diagnostics.length} findings.`;
    case "brief":
      return `The brief is up to date. ${view.content.answer.handling}`;
    default:
      return view.content.answer.text;
  }
}
