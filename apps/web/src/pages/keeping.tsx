import type { Frame, StandingAnswer, StatusAnswer } from "@parley/process";
import { AskForm, Choice, FindField } from "../asking.tsx";
import { DayField, DaySlider } from "../day-slider.tsx";
import { Answer } from "../frame.tsx";
import { anchorOf, By, Commitment } from "../keeping/commitment.tsx";
import { KeptTable } from "../keeping/kept-table.tsx";
import { Moved } from "../keeping/moved.tsx";
import { StatesBar } from "../pictures/states-bar.tsx";
import { type Asked, hrefOf, one } from "../view.ts";
import { Day, Nothing } from "../words.tsx";

/** Where every commitment stands on a day, as known on the as-of day: a distribution, then each with its evidence. */
export function KeepingPage({
  answer,
  asked,
  frame,
}: {
  readonly answer: StatusAnswer;
  readonly asked: Asked;
  readonly frame: Frame;
}) {
  return (
    <>
      <Answer question="Is the agreement kept?">{answer.text}</Answer>
      {answer.counts.total === 0 ? (
        <Nothing
          what="There is nothing to keep yet."
          why="Whether an agreement is kept can be asked once one is in force and somebody has read out of it who is to do what, and by when."
          todo="Choose a later day above; or list the agreement in process.yaml with “kind: agreement”, and write its commitments into a file in readings/."
        />
      ) : (
        <Kept answer={answer} asked={asked} frame={frame} />
      )}
      <Problems answer={answer} />
    </>
  );
}

function Kept(props: { readonly answer: StatusAnswer; readonly asked: Asked; readonly frame: Frame }) {
  const { answer, asked, frame } = props;
  const group = one(asked, "group") === "part" ? "part" : "party";
  return (
    <>
      <DayAsked answer={answer} asked={asked} frame={frame} group={group} />
      <section aria-labelledby="distribution" className="distribution">
        <h2 id="distribution">How the commitments stand</h2>
        <StatesBar counts={answer.counts} />
        {answer.byParty.length < 2 ? null : <ByParty answer={answer} />}
      </section>
      <Moved answer={answer} />
      <Groups answer={answer} asked={asked} group={group} />
      <Phases answer={answer} />
      <KeptTable answer={answer} />
    </>
  );
}

/** The day asked: not what was known, which the day above says, but when it was so. */
function DayAsked(props: {
  readonly answer: StatusAnswer;
  readonly asked: Asked;
  readonly frame: Frame;
  readonly group: string;
}) {
  const { answer, asked, frame, group } = props;
  const marks = answer.commitments.flatMap(({ due, evidence }) => [
    ...(due === null ? [] : [due]),
    ...evidence.map(({ on }) => on),
  ]);
  const days = {
    first: earliest([frame.days.first, answer.on]),
    last: latest([frame.days.last, frame.asOf, answer.on]),
  };
  const within = (day: string) => day >= days.first && day <= days.last;
  return (
    <>
      <AskForm page="keeping" asked={asked} keep={["as-of"]} className="controls day-asked" label="The day asked about">
        <div className="day-asked-fields">
          <DayField name="on" label="State on" day={answer.on} />
          <DaySlider
            label="The day asked about"
            day={answer.on}
            days={days}
            marks={marks.filter(within)}
            hrefOn={(day) => hrefOf("keeping", asked, { on: day })}
          />
        </div>
        <FindField value={one(asked, "find") ?? ""} label="Find" />
        <Choice
          name="group"
          label="Commitments"
          value={group}
          options={[
            { value: "party", label: "by party" },
            { value: "part", label: "by part of the text" },
          ]}
        />
      </AskForm>
      <p className="quiet two-days">
        The state on <Day date={answer.on} long />, by what was known on <Day date={answer.known} long />.
        {answer.on === answer.known ? null : (
          <>
            {" "}
            <a href={hrefOf("keeping", asked, { on: null })}>Ask both on the same day</a>
          </>
        )}
      </p>
    </>
  );
}

function earliest(days: readonly string[]): string {
  return days.reduce((least, day) => (day < least ? day : least));
}

function latest(days: readonly string[]): string {
  return days.reduce((most, day) => (day > most ? day : most));
}

function ByParty({ answer }: { readonly answer: StatusAnswer }) {
  const most = Math.max(...answer.byParty.map(({ counts }) => counts.total));
  return (
    <dl className="by-party">
      {answer.byParty.map(({ id, name, counts }) => (
        <div key={id}>
          <dt>
            <By standing={{ by: [id], byNames: [name] }} />
          </dt>
          <dd>
            <StatesBar counts={counts} of={most} small />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Groups(props: { readonly answer: StatusAnswer; readonly asked: Asked; readonly group: "party" | "part" }) {
  const { answer, asked, group } = props;
  const all = [...Map.groupBy(answer.commitments, ({ id }) => id).values()];
  const find = (one(asked, "find") ?? "").toLowerCase();
  const commitments = all.filter((readings) => readings.some((standing) => wordsOf(standing).includes(find)));
  const keyOf = ([first]: readonly StandingAnswer[]) =>
    group === "part" ? (first?.part ?? "") : (first?.by.join("+") ?? "");
  const order = answer.byParty.map(({ id }) => id);
  const groups = [...Map.groupBy(commitments, keyOf)];
  if (group === "party") groups.sort(([a], [b]) => placeIn(order, a) - placeIn(order, b));
  const left =
    commitments.length === all.length ? null : (
      <p className="quiet">
        {commitments.length} of {all.length} commitments have these words.{" "}
        <a href={hrefOf("keeping", asked, { find: null })}>Show all</a>
      </p>
    );
  const sections = groups.map(([key, members], at) => {
    const first = members[0]?.[0];
    return (
      <section key={key} className="kept-group" aria-labelledby={`group-${at}`}>
        <h2 id={`group-${at}`}>{group === "part" || first === undefined ? key : <By standing={first} />}</h2>
        <ul className="plain commitments">
          {members.map((readings) => (
            <Commitment
              key={anchorOf(readings[0]?.id ?? "")}
              readings={readings}
              difference={answer.differences.find(({ commitment }) => commitment === readings[0]?.id)}
              asked={asked}
            />
          ))}
        </ul>
      </section>
    );
  });
  return (
    <>
      {left}
      {sections}
    </>
  );
}

/** What one may look for in a commitment. */
function wordsOf({ act, words, provisionName, part, byNames, reader, state }: StandingAnswer): string {
  return [act, words, provisionName, part, ...byNames, reader, state].join(" ").toLowerCase();
}

/** Parties in the order of the process; several together after each alone. */
function placeIn(order: readonly string[], key: string): number {
  const at = order.indexOf(key);
  return at < 0 ? order.length : at;
}

function Phases({ answer }: { readonly answer: StatusAnswer }) {
  if (answer.phases.length === 0) return null;
  return (
    <section aria-labelledby="phases">
      <h2 id="phases">Phases</h2>
      <ul className="plain phases">
        {answer.phases.map(({ id, name, state, starts, ends }) => (
          <li key={id}>
            <strong>{name}</strong>: {state}
            <span className="quiet">
              {" "}
              {starts === null ? (
                "begins on a day not known"
              ) : (
                <>
                  from <Day date={starts} />
                </>
              )}
              {", "}
              {ends === null ? (
                "end not known"
              ) : (
                <>
                  to <Day date={ends} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Entries of the record that do not do what they claim. */
function Problems({ answer }: { readonly answer: StatusAnswer }) {
  if (answer.problems.length === 0) return null;
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">Entries that could not be used as they claim</h2>
      <ul>
        {answer.problems.map(({ entry, commitment, text }) => (
          <li key={`${entry}:${commitment}:${text}`}>
            {text}
            {entry === null ? null : <span className="quiet"> Entry {entry} of the record.</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
