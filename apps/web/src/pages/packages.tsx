import type { Blocker, Frame, PackagesAnswer } from "@parley/process";
import { Answer } from "../frame.tsx";
import { CountsBar } from "../pictures/counts-bar.tsx";
import { type Asked, hrefOf, hrefTo } from "../view.ts";
import {
  Chip,
  count,
  Day,
  digits,
  Nothing,
  Opens,
  Party,
  Sources,
  TableFrame,
  useHue,
  usePartyName,
} from "../words.tsx";
import { IssuesAndOptions, optionLabels, Unknown } from "./open-questions.tsx";
import { Values } from "./values.tsx";

/** What blocks, what would open, what is not known. */
export function PackagesPage({
  answer,
  asked,
  frame,
}: {
  readonly answer: PackagesAnswer;
  readonly asked: Asked;
  readonly frame: Frame;
}) {
  return (
    <>
      <Answer question="Can every side accept it?">{answer.text}</Answer>
      <CountsBar counts={answer.packages} />
      <p className="quiet">
        A package chooses one option for every issue. Judged are the signatories:{" "}
        {answer.signatories.map(({ name }) => name).join(", ")}.{" "}
        {answer.assessed ? "Assessments are used. " : "Only stated positions speak. "}
        <a href={hrefOf("packages", asked, { assessed: answer.assessed ? null : "yes" })}>
          {answer.assessed ? "Leave assessments out" : "Use assessments too"}
        </a>
      </p>
      <Blocking answer={answer} asked={asked} />
      <Opening answer={answer} asked={asked} />
      <Variants answer={answer} asked={asked} />
      {answer.values === null ? null : <Values values={answer.values} issues={answer.issues} asked={asked} />}
      <Ordinal answer={answer} />
      <Unknown answer={answer} texts={frame.texts} asked={asked} />
      <IssuesAndOptions answer={answer} frame={frame} asked={asked} />
      <Forbidden answer={answer} />
      <Blockers answer={answer} asked={asked} />
    </>
  );
}

function Blocking({ answer, asked }: { readonly answer: PackagesAnswer; readonly asked: Asked }) {
  return (
    <section aria-labelledby="blocking">
      <h2 id="blocking">What stands in the way</h2>
      {answer.blocking.length === 0 ? (
        answer.packages.total === 0 ? (
          <Nothing
            what="There is no package to judge."
            why={
              answer.issues.length === 0
                ? "Packages come from the brackets of drafts, and from what is said on them."
                : "No party is marked as a signatory, so nobody's consent is needed."
            }
            todo={
              answer.issues.length === 0
                ? "Choose a later day, or table a draft."
                : "Mark the signatories in process.yaml, with “signatory: true”."
            }
          />
        ) : (
          <Nothing
            what="No set of statements leaves nothing free."
            why="Some package has nothing stated against it; that is not yet consent."
            todo="See below what is not known, and of whom to ask it."
          />
        )
      ) : (
        <>
          <p>
            {answer.blocking.length === 1
              ? "One set of statements is enough to leave no package free of refusal."
              : `Each of ${answer.blocking.length} sets of statements is enough to leave no package free of refusal.`}
            {answer.blockingComplete ? "" : " There may be more sets than are listed."}
          </p>
          <ol className="cards">
            {answer.blocking.map((set, at) => (
              <li
                key={set.map(({ position, option }) => `${position}:${option}`).join("+")}
                className="card tone-blocked"
                data-stop
                tabIndex={-1}
                id={`blocking-${at + 1}`}
              >
                <p className="overline">
                  <span aria-hidden="true">■ </span>
                  {set.length === 1
                    ? "This statement alone leaves nothing free"
                    : `These ${set.length} statements together leave nothing free`}
                </p>
                {set.map((blocker) => (
                  <Statement
                    key={`${blocker.position}:${blocker.provision}:${blocker.option}`}
                    blocker={blocker}
                    asked={asked}
                  />
                ))}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Statement({ blocker, asked }: { readonly blocker: Blocker; readonly asked: Asked }) {
  const hue = useHue();
  const { statement } = blocker;
  return (
    <div className={`card-statement ${hue(blocker.party)}`}>
      <p className="statement-head">
        <Party id={blocker.party} /> <Chip word={statement.stance} />
        {statement.notReaffirmed ? <span className="standing">not reaffirmed</span> : null}
      </p>
      <blockquote className="quote">
        <p>{statement.words}</p>
      </blockquote>
      <p className="byline">
        {statement.speaker}, <Day date={statement.said} /> · <Sources sources={statement.sources} />
      </p>
      <p className="because">
        {blocker.text} <a href={`${hrefTo("positions", asked)}#${blocker.position}`}>Its history</a>
      </p>
    </div>
  );
}

function Opening({ answer, asked }: { readonly answer: PackagesAnswer; readonly asked: Asked }) {
  const name = usePartyName();
  if (answer.movements.length === 0) return null;
  return (
    <section aria-labelledby="movements">
      <h2 id="movements">The fewest movements that would open a package</h2>
      <p className="quiet">
        Listed by party and not ranked. “Opens” means that nothing stated blocks any more; what is not known remains to
        be asked.{answer.movementsComplete ? "" : " There are more of the same cost than are listed."} A package that is
        opened may still miss its dates: <a href={hrefTo("timetable", asked)}>see the timetable</a>.
      </p>
      <ul className="cards">
        {answer.movements.map((movement) => (
          <li key={movement.moves.map(({ position, to }) => `${position}:${to}`).join("+")} className="card">
            <p className="overline">
              {count(movement.moves.length, "movement")},{" "}
              {movement.redLines === 0 ? "no red line" : count(movement.redLines, "red line")} moved
            </p>
            {[...new Set(movement.moves.map(({ party }) => party))].map((party) => (
              <div key={party} className="moves">
                <h3>
                  <Party id={party} />
                </h3>
                <ul className="plain">
                  {movement.moves
                    .filter((move) => move.party === party)
                    .map((move) => (
                      <li key={`${move.position}:${move.to}`}>
                        {move.text}
                        <p className="move">
                          <Chip word={move.from} /> <span aria-hidden="true">→</span>
                          <span className="for-ear">to</span> <Chip word={move.to} />
                        </p>
                        {move.interest === null ? null : (
                          <p className="byline">
                            Interest behind it, as {name(party)} has it recorded: {move.interest}
                          </p>
                        )}
                      </li>
                    ))}
                </ul>
              </div>
            ))}
            <p className="because">{movement.opens.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Variants({ answer, asked }: { readonly answer: PackagesAnswer; readonly asked: Asked }) {
  if (answer.variants.length === 0) return null;
  return (
    <section aria-labelledby="variants">
      <h2 id="variants">If a contested statement is read one way or the other</h2>
      <div className="side-by-side">
        {answer.variants.map((variant) => (
          <article
            key={variant.readings.map(({ position, reading }) => `${position}=${reading}`).join("+")}
            className="card"
          >
            <ul className="plain">
              {variant.readings.map((reading) => (
                <li key={reading.position}>
                  <a href={`${hrefTo("positions", asked)}#${reading.position}`}>{reading.reading}</a>{" "}
                  <Chip word={reading.stance} /> <span className="quiet">so reads {reading.by}</span>
                </li>
              ))}
            </ul>
            <p className="told">{variant.text}</p>
            <CountsBar counts={variant.packages} small />
          </article>
        ))}
      </div>
    </section>
  );
}

function Ordinal({ answer }: { readonly answer: PackagesAnswer }) {
  const { ordinal } = answer;
  if (ordinal === null) return null;
  const labels = optionLabels(answer);
  return (
    <section aria-labelledby="ordinal">
      <h2 id="ordinal">With assessments</h2>
      <p>{ordinal.text}</p>
      <Opens summary={`The assessments, each somebody's judgement (${ordinal.assessments.length})`}>
        <ul className="plain">
          {ordinal.assessments.map((assessment) => (
            <li key={`${assessment.party}:${assessment.issue}`}>
              <Party id={assessment.party} /> on {labels.issue(assessment.issue)}:{" "}
              {assessment.order
                .map((tied) => tied.map((option) => labels.option(assessment.issue, option)).join(" or "))
                .join(", before ")}
              .{" "}
              <span className="byline">
                Assessed by {assessment.by}: {assessment.because}
              </span>
            </li>
          ))}
        </ul>
      </Opens>
    </section>
  );
}

function Forbidden({ answer }: { readonly answer: PackagesAnswer }) {
  if (answer.forbidden.length === 0) return null;
  return (
    <section aria-labelledby="forbidden">
      <h2 id="forbidden">Combinations no timetable can keep</h2>
      <ul>
        {answer.forbidden.map((combination) => (
          <li key={combination.text}>{combination.text}</li>
        ))}
      </ul>
    </section>
  );
}

function Blockers({ answer, asked }: { readonly answer: PackagesAnswer; readonly asked: Asked }) {
  if (answer.blockers.length === 0) return null;
  return (
    <section aria-labelledby="blockers">
      <h2 id="blockers">Every statement that blocks something</h2>
      <TableFrame label="Every statement that blocks something">
        <table>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Said</th>
              <th scope="col">Blocks</th>
              <th scope="col" className="number-cell">
                Packages
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.blockers.map(({ blocker, contested, packages }) => (
              <tr key={`${blocker.position}:${blocker.provision}:${blocker.option}`}>
                <th scope="row">
                  <Party id={blocker.party} />
                </th>
                <td>
                  <Chip word={blocker.statement.stance} />{" "}
                  <a href={`${hrefTo("positions", asked)}#${blocker.position}`}>{blocker.statement.words}</a>{" "}
                  <span className="byline">
                    {blocker.statement.speaker}, <Day date={blocker.statement.said} />
                    {blocker.statement.notReaffirmed ? " · not reaffirmed" : ""}
                  </span>
                </td>
                <td>
                  {blocker.text}
                  {contested ? " Only under one of its readings." : ""}
                </td>
                <td className="number-cell">
                  {digits(packages)} of {digits(answer.packages.total)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
