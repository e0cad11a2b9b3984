import type { CeasefireAnswer } from "@parley/process";
import { Chip, count, Day, Nothing, Opens, Sources } from "../words.tsx";

type Incident = CeasefireAnswer["incidents"][number];

/** So many incidents stand in view; the others open. */
const inViewMax = 12;

/** What monitors recorded: incidents by how far each has come, and beside them what nobody was let see. */
export function Recorded({ answer }: { readonly answer: CeasefireAnswer }) {
  const { incidents, denials, nilReports, recorded } = answer;
  const figures: readonly (readonly [number, string])[] = [
    [recorded.incidents, "incidents alleged or reported"],
    [recorded.verified, "of these verified"],
    [recorded.found, "found by a body"],
    [recorded.attributed, "attributed to somebody"],
    [recorded.denials, "denials of access"],
    [recorded.nilWeeks, "weeks with nothing to report"],
  ];
  return (
    <section aria-labelledby="recorded" className="recorded">
      <h2 id="recorded">What monitors recorded</h2>
      {incidents.length + denials.length + nilReports.length === 0 ? (
        <Nothing
          what="The record has no incident, no denial of access and no report that nothing took place."
          why="Figures come from public sources; only monitors can verify a breach, and only an agreed body can find one."
          todo="Record what monitors report in record.yaml: type “alleged” or “reported” with “where”, “verified”, “found”, “access-denied”, “nothing-to-report”."
        />
      ) : (
        <>
          <dl className="tallies">
            {figures.map(([n, words]) => (
              <div key={words}>
                <dt>{words}</dt>
                <dd>{n.toLocaleString("en")}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet">
            An allegation is not a finding. Four steps: alleged; verified, by somebody who neither said it nor is
            accused; found, by a body that is not one side to it alone; attributed, by somebody who did not verify it. A
            ring is a step whose answer was no, or not certain.
          </p>
          <ul className="plain incidents">
            {incidents.slice(0, inViewMax).map((incident) => (
              <IncidentTold key={incident.id} incident={incident} />
            ))}
          </ul>
          {incidents.length <= inViewMax ? null : (
            <Opens summary={`${incidents.length - inViewMax} earlier incidents`}>
              <ul className="plain incidents">
                {incidents.slice(inViewMax).map((incident) => (
                  <IncidentTold key={incident.id} incident={incident} />
                ))}
              </ul>
            </Opens>
          )}
          <Denials answer={answer} />
          <NilReports answer={answer} />
        </>
      )}
    </section>
  );
}

function IncidentTold({ incident }: { readonly incident: Incident }) {
  return (
    <li id={`incident-${incident.id}`} className="incident" data-stop tabIndex={-1}>
      <p className="incident-day">
        <Day date={incident.on} />
        {incident.where === null ? null : <span className="incident-where">{incident.where}</span>}
      </p>
      <div>
        <Track incident={incident} />
        <p className="incident-says">{incident.says}</p>
        <p className="byline">{stepsInWords(incident).join(" ")}</p>
        <p>
          {incident.disputed ? <Chip word="disputed" tone="open" /> : null} <Sources sources={incident.sources} />
        </p>
      </div>
    </li>
  );
}

type Taken = "on" | "refused" | "off";

/** Four places in a row, each filled, answered with no, or not come to; the word says how far it has come. */
function Track({ incident }: { readonly incident: Incident }) {
  const { step, verification, foundBy, attributedTo, attributionWithheld } = incident;
  const places: readonly (readonly [string, Taken])[] = [
    ["alleged", "on"],
    ["verified", verification === null ? "off" : verification === "confirmed" ? "on" : "refused"],
    ["found", foundBy.length === 0 ? "off" : step === "found not so" ? "refused" : "on"],
    ["attributed", attributedTo.length > 0 || attributionWithheld ? "on" : "off"],
  ];
  return (
    <p className="track">
      <svg width="74" height="14" aria-hidden="true">
        <line className="track-line" x1="7" x2="67" y1="7" y2="7" />
        {places.map(([name, taken], at) => (
          <circle key={name} className={`track-${taken}`} cx={7 + at * 20} cy="7" r="5" />
        ))}
      </svg>
      <strong>{step}</strong>
    </p>
  );
}

function stepsInWords(incident: Incident): string[] {
  const { by, against, verifiedBy, foundBy, attributedTo, attributionWithheld, step, verification } = incident;
  return [
    `${step === "reported" ? "Reported" : "Alleged"} by ${names(by)}${against.length === 0 ? "" : `, against ${names(against)}`}.`,
    ...(verifiedBy.length === 0
      ? []
      : [`Examined by ${names(verifiedBy)}${verification === null ? "" : `: ${verification}`}.`]),
    ...(foundBy.length === 0 ? [] : [`Found by ${names(foundBy)}.`]),
    ...(attributedTo.length === 0 ? [] : [`Attributed to ${names(attributedTo)}.`]),
    ...(attributionWithheld ? ["Attribution withheld."] : []),
  ];
}

function names(list: readonly string[]): string {
  return list.length === 0 ? "somebody not named" : list.join(", ");
}

function Denials({ answer }: { readonly answer: CeasefireAnswer }) {
  if (answer.denials.length === 0) return null;
  return (
    <>
      <h3>Denials of access</h3>
      <ul className="plain days-told">
        {answer.denials.map(({ id, on, by, to, where, says }) => (
          <li key={id}>
            <strong>
              <Day date={on} />
            </strong>{" "}
            {says}{" "}
            <span className="byline">
              {to.length === 0 ? "" : `${names(to)} kept out `}
              {by.length === 0 ? "" : `by ${names(by)}`}
              {where === null ? "" : `, ${where}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function NilReports({ answer }: { readonly answer: CeasefireAnswer }) {
  if (answer.nilReports.length === 0) return null;
  return (
    <>
      <h3>Nothing to report</h3>
      <ul className="plain days-told">
        {answer.nilReports.map(({ id, by, weeks, where }) => (
          <li key={id}>
            {names(by)}: {count(weeks.length, "week")} without an incident{where === null ? "" : ` in ${where}`}
            {weeks.length === 0 ? (
              ""
            ) : (
              <>
                , the week{weeks.length === 1 ? "" : "s"} of{" "}
                {weeks.map((week, at) => (
                  <span key={week}>
                    {at === 0 ? "" : ", "}
                    <Day date={week} />
                  </span>
                ))}
              </>
            )}
            .
          </li>
        ))}
      </ul>
    </>
  );
}
