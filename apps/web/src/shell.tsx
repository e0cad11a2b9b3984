import type { ReactNode } from "react";
import { PageFrame } from "./frame.tsx";
import { hrefTo, type View } from "./view.ts";
import { Finding } from "./words.tsx";

/** The document's body around whatever draws its page: the frame, a refusal, or what is wrong with the folder. */
export function Shell(props: {
  readonly view: View;
  readonly announced: string;
  readonly working: ReactNode;
  /** Draws the answer of the view. */
  readonly draw: (view: View) => ReactNode;
}) {
  const { view } = props;
  if (view.frame === null) return <Unreadable view={view} />;
  return (
    <PageFrame view={view} frame={view.frame} announced={props.announced} working={props.working}>
      {view.refusal === null ? props.draw(view) : <Refused view={view} />}
    </PageFrame>
  );
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
