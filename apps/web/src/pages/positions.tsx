import type { PositionAnswer, PositionsAnswer } from "@parley/process";
import { AskForm, Choice, FindField } from "../asking.tsx";
import { Answer } from "../frame.tsx";
import { type Asked, hrefOf, hrefTo, one } from "../view.ts";
import { Chip, count, Day, Nothing, Opens, Party, Sources, useHue } from "../words.tsx";

const mandateWords: Record<PositionAnswer["mandate"], string> = {
  principal: "principal",
  negotiator: "negotiator or spokesman",
  faction: "faction",
  anonymous: "anonymous",
  alleged: "alleged",
  none: "no mandate",
};

/** Who said what, when, and whether it still stands: a list in time for each party. */
export function PositionsPage({ answer, asked }: { readonly answer: PositionsAnswer; readonly asked: Asked }) {
  const show = one(asked, "show") ?? "all";
  const find = (one(asked, "find") ?? "").toLowerCase();
  const shown = answer.parties
    .map((party) => ({ ...party, positions: party.positions.filter((position) => fits(position, { show, find })) }))
    .filter(({ positions }) => positions.length > 0);
  const total = answer.parties.reduce((sum, { positions }) => sum + positions.length, 0);
  const left = shown.reduce((sum, { positions }) => sum + positions.length, 0);
  return (
    <>
      <Answer question="Who said what, and does it still stand?">{answer.text}</Answer>
      <AskForm page="positions" asked={asked} keep={["as-of"]} className="controls" label="What is shown">
        <FindField value={one(asked, "find") ?? ""} label="Find" />
        <Choice
          name="show"
          label="Show"
          value={show}
          options={[
            { value: "all", label: "all statements" },
            { value: "standing", label: "only those that stand and decide" },
            { value: "refusals", label: "only red lines and refusals" },
          ]}
        />
      </AskForm>
      <p className="quiet">
        {left === total ? count(total, "statement") : `${left} of ${count(total, "statement")}`}. Silence is no record
        and never consent.
      </p>
      {left === 0 ? (
        <Nothing
          what={total === 0 ? "Nothing had been said by this day." : "No statement fits."}
          why={
            total === 0
              ? "Without stated positions nothing can be told of what is acceptable."
              : "The words or the choice above leave nothing."
          }
          todo={
            total === 0
              ? "Choose a later day above, or add statements to positions.yaml."
              : "Clear the field, or show all statements."
          }
        />
      ) : null}
      {shown.map((party) => (
        <section key={party.id} className="history" aria-labelledby={`party-${party.id}`}>
          <h2 id={`party-${party.id}`}>
            <Party id={party.id} /> <span className="quiet">{party.role}</span>
          </h2>
          <ol className="timeline">
            {party.positions.map((position) => (
              <Statement key={position.id} position={position} asked={asked} />
            ))}
          </ol>
        </section>
      ))}
      {left < total ? (
        <p>
          <a href={hrefOf("positions", asked, { find: null, show: null })}>Show all statements</a>
        </p>
      ) : null}
    </>
  );
}

function fits(position: PositionAnswer, { show, find }: { readonly show: string; readonly find: string }): boolean {
  if (show === "standing" && position.standing !== "in force" && position.standing !== "not reaffirmed") return false;
  if (show === "refusals" && position.stance !== "red line" && position.stance !== "rejects") return false;
  const text = `${position.speaker} ${position.words} ${position.about.name} ${position.stance} ${position.condition ?? ""} ${position.said}`;
  return text.toLowerCase().includes(find);
}

function Statement({ position, asked }: { readonly position: PositionAnswer; readonly asked: Asked }) {
  const hue = useHue();
  const superseded = position.standing === "superseded";
  const silent = position.standing === "shown, does not decide";
  return (
    <li
      id={position.id}
      className={`statement ${hue(position.party)}${superseded ? " superseded" : ""}${silent ? " silent" : ""}`}
    >
      <p className="statement-day">
        <Day date={position.said} />
      </p>
      <div className="statement-body">
        <p className="statement-head">
          <Chip word={position.stance} tone={superseded || silent ? "plain" : toneless(position)} />
          <a href={hrefTo("text", asked)} className="about">
            {position.about.name}
          </a>
          {position.standing === "in force" ? null : <span className="standing">{position.standing}</span>}
        </p>
        <p className="quote">{superseded ? <s>{position.words}</s> : position.words}</p>
        {position.condition === null ? null : <p className="condition">Condition: {position.condition}</p>}
        <p className="byline">
          {position.speaker}
          {position.office === null ? "" : `, ${position.office}`} · {mandateWords[position.mandate]}
          {position.confirmed ? "" : " · not confirmed"}
        </p>
        {position.readings.length === 0 ? null : (
          <Opens summary={`Read in ${position.readings.length} ways`}>
            <ul className="plain">
              {position.readings.map((reading) => (
                <li key={`${reading.by}:${reading.stance}:${reading.words}`}>
                  <Chip word={reading.stance} /> {reading.words} <span className="quiet">so reads {reading.by}</span>
                </li>
              ))}
            </ul>
          </Opens>
        )}
        <p className="because">{position.because}</p>
        <p>
          <Sources sources={position.sources} />
          {position.published === position.said ? null : (
            <span className="source">
              {" "}
              · published <Day date={position.published} />
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

function toneless(position: PositionAnswer): "blocked" | "open" | "kept" | "plain" {
  if (position.stance === "red line" || position.stance === "rejects") return "blocked";
  if (position.stance === "accepts" || position.stance === "prefers") return "kept";
  return "open";
}
