import type { Blocker, Frame } from "@parley/process";
import type { ReactNode } from "react";
import { indicationTones } from "../ceasefire/in-words.ts";
import { stateMarks } from "../keeping/states.tsx";
import { StatesBar } from "../pictures/states-bar.tsx";
import { type Asked, type FrontAnswer, hrefTo } from "../view.ts";
import { Day, Party, type Tone } from "../words.tsx";

/** A few questions, a sentence each, and the way to their reasons. */
export function FrontPage({
  answer,
  asked,
  frame,
}: {
  readonly answer: FrontAnswer;
  readonly asked: Asked;
  readonly frame: Frame;
}) {
  const { packages, schedule, bodies, keeping, ceasefire } = answer;
  return (
    <>
      <div className="answer answer-front">
        <p className="overline">
          As of <Day date={frame.asOf} long />
        </p>
        <h1>{frame.title}</h1>
      </div>
      <div className="three">
        <Question
          number="1"
          title="Can every side accept it?"
          said={packages.text}
          href={hrefTo("packages", asked)}
          link="What blocks, and what would open"
          tone={
            packages.packages.total === 0
              ? "plain"
              : packages.packages.notExcluded !== 0
                ? "kept"
                : packages.packages.blocked === packages.packages.total
                  ? "blocked"
                  : "open"
          }
        >
          {packages.blocking.length === 0 ? null : (
            <ul className="plain in-short">
              {apart(packages.blocking.flat()).map(({ party, position, statement }) => (
                <li key={position}>
                  <Party id={party} /> {statement.words}{" "}
                  <span className="byline">
                    {statement.speaker}, <Day date={statement.said} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Question>
        <Question
          number="2"
          title="Can its dates be met?"
          said={schedule.text}
          href={hrefTo("timetable", asked)}
          link="The timetable, and what each conflict rests on"
          {...datesTone(schedule)}
        >
          {schedule.next.length === 0 ? null : (
            <ul className="plain in-short">
              {schedule.next.map(({ name, earliest, latest, disputed }) => (
                <li key={name}>
                  <strong>
                    {earliest === latest ? "" : latest === null ? "From " : "By "}
                    <Day date={latest ?? earliest ?? ""} />
                  </strong>{" "}
                  {name}
                  {disputed.map(({ by, on, says }) => (
                    <span key={`${on}:${says}`} className="byline">
                      {" "}
                      disputed by {by.join(", ")}, <Day date={on} />
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          )}
          {schedule.assumptions.length === 0 ? null : (
            <ul className="plain in-short">
              {schedule.assumptions.map((assumption) => (
                <li key={assumption.id}>
                  <strong>{assumption.id}</strong> {assumption.text}{" "}
                  <span className="byline">Assumed by: {assumption.by}.</span>
                </li>
              ))}
            </ul>
          )}
        </Question>
        <Question
          number="3"
          title="Who would decide?"
          said={bodies.text}
          href={hrefTo("bodies", asked)}
          link="Seats, rules and who could block"
          tone="open"
        />
        {keeping === null ? null : (
          <Question
            number="4"
            title="Is the agreement kept?"
            said={keeping.text}
            href={hrefTo("keeping", asked)}
            link="Every commitment, and on what it rests"
            tone={keptTone(keeping)}
            word={keptWords[keptTone(keeping)]}
          >
            <StatesBar counts={keeping.counts} small />
            {keeping.next.length === 0 ? null : (
              <ul className="plain in-short">
                {keeping.next.map(({ day, commitment, reader, text }) => (
                  <li key={`${day}:${commitment}:${reader}`}>
                    <strong>
                      <Day date={day} />
                    </strong>{" "}
                    {text} <span className="byline">As read by {reader}.</span>
                  </li>
                ))}
              </ul>
            )}
          </Question>
        )}
        {ceasefire === null ? null : (
          <Question
            number="5"
            title="Did violence fall?"
            said={ceasefire.text}
            href={hrefTo("ceasefire", asked)}
            link="The figures, where, and what monitors recorded"
            tone={indicationTones[ceasefire.indication]}
            word={`Indication: ${ceasefire.indication}`}
          />
        )}
      </div>
      <nav className="further" aria-label="Further reading">
        <ul>
          <li>
            <a href={hrefTo("text", asked)}>Read the text</a> with its brackets, and what was said of each provision.
          </li>
          <li>
            <a href={hrefTo("issues", asked)}>See the issues</a> by drafts and by parties.
          </li>
          <li>
            <a href={hrefTo("positions", asked)}>Follow the positions</a>: who said what, when, and whether it still
            stands.
          </li>
          <li>
            <a href={hrefTo("brief", asked)}>Take the brief</a> into the room, on paper.
          </li>
        </ul>
      </nav>
    </>
  );
}

const words = {
  blocked: "Stands in the way",
  open: "Open",
  kept: "Nothing stated stands in the way",
  plain: "Nothing to judge yet",
} as const;
const shapes = { blocked: "■", open: "◆", kept: "●", plain: "○" } as const;
const keptWords = {
  blocked: "Not all is kept",
  open: "Not all is known",
  kept: "Nothing is known to be broken",
  plain: "",
} as const;

/** Dates that agree with each other are not in order when some of them are past and nobody recorded what came of it. */
function datesTone({ feasible, passed }: FrontAnswer["schedule"]): { readonly tone: Tone; readonly word?: string } {
  if (!feasible) return { tone: "blocked" };
  return passed > 0 ? { tone: "open", word: "Days are past without a record" } : { tone: "kept" };
}

/** Broken or overdue is told before what is not known, and both before what is kept. */
function keptTone({ counts }: NonNullable<FrontAnswer["keeping"]>): Tone {
  const tones = counts.states.map(({ state }) => stateMarks[state].tone);
  if (tones.includes("blocked")) return "blocked";
  return tones.includes("open") || counts.disputed > 0 ? "open" : "kept";
}

function Question(props: {
  readonly number: string;
  readonly title: string;
  readonly said: string;
  readonly href: string;
  readonly link: string;
  readonly tone: Tone;
  /** What stands over the question; the words of the tone unless told. */
  readonly word?: string;
  readonly children?: ReactNode;
}) {
  return (
    <section className={`question tone-${props.tone}`} aria-labelledby={`question-${props.number}`}>
      <p className="overline">
        <span aria-hidden="true">{shapes[props.tone]} </span>
        {props.word ?? words[props.tone]}
      </p>
      <h2 id={`question-${props.number}`}>{props.title}</h2>
      <p className="said">{props.said}</p>
      {props.children}
      <p>
        <a className="onward" href={props.href}>
          {props.link}
        </a>
      </p>
    </section>
  );
}

/** A statement that stands in several sets is told once. */
function apart(blockers: readonly Blocker[]): Blocker[] {
  return [...new Map(blockers.map((blocker) => [blocker.position, blocker])).values()];
}
