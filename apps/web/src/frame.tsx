import type { Frame as FrameAnswer } from "@parley/process";
import { type ReactNode, useEffect, useRef } from "react";
import { AsOf } from "./as-of.tsx";
import { hrefTo, type PageName, pageNames, type View } from "./view.ts";
import { Finding, PartiesContext } from "./words.tsx";

const pageWords: Record<(typeof pageNames)[number], string> = {
  text: "Text",
  issues: "Issues",
  packages: "Packages",
  timetable: "Timetable",
  bodies: "Bodies",
  positions: "Positions",
  keeping: "Keeping",
  ceasefire: "Ceasefire",
  check: "Check",
  brief: "Brief",
};

/** What every page has around its answer: whose room, as of which day, what the process says of itself, and the way about. */
export function PageFrame(props: {
  readonly view: View;
  readonly frame: FrameAnswer;
  readonly announced: string;
  readonly working: ReactNode;
  readonly children: ReactNode;
}) {
  const { view, frame } = props;
  return (
    <PartiesContext value={frame.parties}>
      <a className="skip" href="#answer">
        Skip to the answer
      </a>
      <header className="bar">
        <div className="bar-top">
          <a className="bar-title" href={hrefTo("front", view.asked)}>
            {frame.title}
          </a>
          <span className="room" title="Who may read this page">
            <span className="for-ear">Room: </span>
            {frame.roomName}
          </span>
          <AsOf view={view} frame={frame} />
        </div>
        <Pages view={view} findings={frame.findings} />
        {props.working}
      </header>
      <Notice frame={frame} />
      <Broken findings={view.broken} held={view.held} />
      <main id="answer" tabIndex={-1} className={`page page-${view.page}`}>
        {props.children}
      </main>
      <footer className="foot">
        <p>
          Parley reads this folder and changes nothing in it. An analysis is not an oracle: it shows what was stated by
          the day above, on what it rests, and what is not known.
        </p>
        <p>
          <button type="button" popoverTarget="keys" className="link">
            Keys
          </button>
        </p>
      </footer>
      <Keys />
      <p role="status" className="for-ear">
        {props.announced}
      </p>
    </PartiesContext>
  );
}

/** The way about. On a narrow screen the list is longer than its line, and the page one is on is brought into sight. */
function Pages({ view, findings }: { readonly view: View; readonly findings: number }) {
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page moves the mark that is brought into sight
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (list.current === null || current == null) return;
    list.current.scrollLeft = current.offsetLeft - (list.current.clientWidth - current.offsetWidth) / 2;
  }, [view.page]);
  return (
    <nav aria-label="Pages">
      <ul ref={list} className="pages">
        {pageNames.map((name) => (
          <li key={name}>
            <a href={hrefTo(name, view.asked)} aria-current={view.page === name ? "page" : undefined}>
              {pageWords[name]}
              {name === "check" && findings > 0 ? (
                <span className="badge">
                  {findings}
                  <span className="for-ear"> errors or warnings</span>
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Notice({ frame }: { readonly frame: FrameAnswer }) {
  const said =
    frame.notice ?? (frame.invented ? "An invented practice process: its people and values are made up." : null);
  if (said === null) return null;
  return (
    <aside className={frame.invented ? "notice notice-invented" : "notice"} aria-label="Notice">
      <p>{said}</p>
    </aside>
  );
}

/** A save that cannot be read: the pages stay at the last good state, and this says why. */
function Broken({ findings, held }: { readonly findings: View["broken"]; readonly held: boolean }) {
  if (findings.length === 0) return null;
  return (
    <section className="broken" aria-label="A file could not be read">
      <p>
        <strong>A file could not be read.</strong>{" "}
        {held ? "You see the last state that could be." : "What it holds is left out of what you see."} The page follows
        as soon as the file is mended.
      </p>
      {findings.slice(0, 5).map((finding) => (
        <Finding key={`${finding.file}:${finding.line}:${finding.column}:${finding.code}`} finding={finding} />
      ))}
      {findings.length > 5 ? <p>And {findings.length - 5} more.</p> : null}
    </section>
  );
}

const keys: readonly (readonly [string, string])[] = [
  ["j", "next bracket, conflict or unknown"],
  ["k", "the one before"],
  ["/", "find on this page"],
  ["[", "back to the previous event in time"],
  ["]", "on to the next event in time"],
  ["?", "these keys"],
];

function Keys() {
  return (
    <div id="keys" popover="auto" role="dialog" aria-labelledby="keys-title" className="keys">
      <p id="keys-title" className="keys-title">
        Keys
      </p>
      <dl>
        {keys.map(([key, says]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <button type="button" popoverTarget="keys" popoverTargetAction="hide">
        Close
      </button>
    </div>
  );
}

/** The question of a page, small, and under it the answer in words: the first thing one reads. */
export function Answer({ question, children }: { readonly question: string; readonly children: ReactNode }) {
  return (
    <div className="answer">
      <h1>{question}</h1>
      <p className="lead">{children}</p>
    </div>
  );
}

export const titleWords: Record<PageName, string> = { front: "Overview", ...pageWords };
