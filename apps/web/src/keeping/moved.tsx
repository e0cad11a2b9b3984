import type { StatusAnswer } from "@parley/process";
import { Day, Opens } from "../words.tsx";
import { anchorOf } from "./commitment.tsx";

/** So many days to come stand in view; the others open. */
const nextInView = 5;

/** What comes, what moved in a week, and where the past was told anew. */
export function Moved({ answer }: { readonly answer: StatusAnswer }) {
  return (
    <>
      {answer.revised.length === 0 ? null : (
        <section id="what-was-revised" aria-labelledby="revised" className="revised" data-stop tabIndex={-1}>
          <h2 id="revised">Later knowledge changed the past</h2>
          <ul className="plain">
            {answer.revised.map(({ commitment, reader, text, entries }) => (
              <li key={`${commitment}:${reader}`}>
                <a href={`#${anchorOf(commitment)}`}>{text}</a>
                <span className="quiet">
                  {" "}
                  As read by {reader}
                  {entries.length === 0 ? "" : `; by ${entries.join(", ")}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="side-by-side moved">
        <section aria-labelledby="next">
          <h2 id="next">What comes due next</h2>
          {answer.next.length === 0 ? (
            <p className="quiet">No day is ahead: what is left has no day, or its day has passed.</p>
          ) : (
            <>
              <Next next={answer.next.slice(0, nextInView)} />
              {answer.next.length <= nextInView ? null : (
                <Opens summary={`${answer.next.length - nextInView} more days to come`}>
                  <Next next={answer.next.slice(nextInView)} />
                </Opens>
              )}
            </>
          )}
        </section>
        <section aria-labelledby="changes">
          <h2 id="changes">What changed in the week before</h2>
          {answer.changes.length === 0 ? (
            <p className="quiet">No commitment changed its state in these seven days.</p>
          ) : (
            <ul className="plain days-told">
              {answer.changes.map(({ commitment, reader, on, was, is, text }) => (
                <li key={`${commitment}:${reader}:${on}:${was}:${is}`}>
                  <a href={`#${anchorOf(commitment)}`}>{text}</a>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}

function Next({ next }: { readonly next: StatusAnswer["next"] }) {
  return (
    <ul className="plain days-told">
      {next.map(({ day, commitment, reader, text }) => (
        <li key={`${day}:${commitment}:${reader}:${text}`}>
          <strong>
            <Day date={day} />
          </strong>{" "}
          <a href={`#${anchorOf(commitment)}`}>{text}</a>
          {next.filter((each) => each.commitment === commitment).length > 1 ? (
            <span className="quiet"> As read by {reader}.</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
