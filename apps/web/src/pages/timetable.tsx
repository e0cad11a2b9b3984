import type { ConflictAnswer, LinkAnswer, ScheduleAnswer } from "@parley/process";
import { AskForm, Choice } from "../asking.tsx";
import { Answer } from "../frame.tsx";
import { OrderRing } from "../pictures/order-ring.tsx";
import { TimetableBars } from "../pictures/timetable-bars.tsx";
import { type Asked, all, hrefOf, hrefTo } from "../view.ts";
import { Chip, count, Day, Opens, Sources, TableFrame } from "../words.tsx";

/** Whether the dates can be met: bars of possible time, each conflict told so that it can be added up by hand. */
export function TimetablePage({ answer, asked }: { readonly answer: ScheduleAnswer; readonly asked: Asked }) {
  return (
    <>
      <Answer question="Can the dates be met?">{answer.text}</Answer>
      <Suppositions answer={answer} asked={asked} />
      <section aria-labelledby="bars">
        <h2 id="bars">When each event is possible</h2>
        <TimetableBars answer={answer} />
        {answer.setAside.length === 0 ? null : (
          <p className="set-aside">
            These windows leave aside, since not all can hold: {answer.setAside.map(({ text }) => text).join(" ")}
          </p>
        )}
      </section>
      {answer.conflicts.map((conflict, at) => (
        <Conflict
          key={conflict.links.map(({ id }) => id).join("+")}
          conflict={conflict}
          at={at + 1}
          answer={answer}
          asked={asked}
        />
      ))}
      {answer.conflictsComplete ? null : (
        <p className="quiet">There may be more conflicts: the search was stopped at a bound.</p>
      )}
      {answer.needsRule.length === 0 ? null : (
        <section aria-labelledby="needs-rule">
          <h2 id="needs-rule">Dates that need a rule first</h2>
          <ul>
            {answer.needsRule.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <Impossible answer={answer} />
      <Windows answer={answer} />
      <Settled answer={answer} />
    </>
  );
}

/** What the answer supposes, each to be switched off; what is chosen among open brackets. */
function Suppositions({ answer, asked }: { readonly answer: ScheduleAnswer; readonly asked: Asked }) {
  if (answer.assumptions.length + answer.choices.length === 0) return null;
  const off = all(asked, "without");
  return (
    <div className="suppositions">
      {answer.assumptions.length === 0 ? null : (
        <section aria-labelledby="assumptions">
          <h2 id="assumptions">What is supposed</h2>
          <ul className="plain">
            {answer.assumptions.map((assumption) => (
              <li key={assumption.id} className="assumption">
                <p>
                  <a
                    className="switch"
                    role="switch"
                    aria-checked={assumption.on}
                    href={hrefOf("timetable", asked, {
                      without: assumption.on ? [...off, assumption.id] : off.filter((id) => id !== assumption.id),
                    })}
                  >
                    <span className="knob" aria-hidden="true" />
                    <span className="for-ear">Assumption {assumption.id}</span>
                    <span aria-hidden="true">{assumption.on ? "on" : "off"}</span>
                  </a>{" "}
                  <strong>{assumption.id}</strong> {assumption.text}
                </p>
                <p className="byline">
                  Whose: {assumption.by}. Why: {assumption.why}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {answer.choices.length === 0 ? null : <Choices answer={answer} asked={asked} />}
    </div>
  );
}

function Choices({ answer, asked }: { readonly answer: ScheduleAnswer; readonly asked: Asked }) {
  return (
    <details className="opens" open={answer.choices.some(({ chosenBy }) => chosenBy === "asker")}>
      <summary>What is chosen among open words ({answer.choices.length})</summary>
      <AskForm
        page="timetable"
        asked={asked}
        keep={["as-of", "without"]}
        className="controls"
        label="Choices among open words"
      >
        {answer.choices.map((choice) => (
          <Choice
            key={choice.issue}
            name="choose"
            label={choice.name}
            value={`${choice.issue}=${choice.option}`}
            options={choice.options.map((option, at) => ({
              value: `${choice.issue}=${option}`,
              label: unbracketed(choice.optionNames[at] ?? option),
            }))}
          />
        ))}
      </AskForm>
    </details>
  );
}

/** Answers write what has no words as "(blank)"; in a list of choices it stands by itself. */
function unbracketed(text: string): string {
  return text.replace(/^\((.*)\)$/u, "$1");
}

/** "Order of the steps (US draft)": a choice of "issue=option" by the names that the answer gives. */
function choiceWords(chosen: string, choices: ScheduleAnswer["choices"]): string {
  const choice = choices.find(({ issue, options }) => options.some((option) => `${issue}=${option}` === chosen));
  if (choice === undefined) return chosen;
  const name = choice.optionNames[choice.options.findIndex((option) => `${choice.issue}=${option}` === chosen)] ?? "";
  return `${choice.name} (${unbracketed(name)})`;
}

const kindWords: Record<ConflictAnswer["kind"], string> = {
  contradiction: "Contradiction",
  tension: "Tension",
  order: "Circle of order",
};
const originWords: Record<LinkAnswer["origin"], string> = {
  record: "what happened",
  clause: "clause",
  announcement: "announcement",
  position: "position",
  assumption: "assumption",
};

function Conflict(props: {
  readonly conflict: ConflictAnswer;
  readonly at: number;
  readonly answer: ScheduleAnswer;
  readonly asked: Asked;
}) {
  const { conflict, at, answer, asked } = props;
  // The start of the calendar is no event: a link from it is a date by itself.
  const name = (event: string) => answer.events[event]?.name ?? null;
  const hasDays = conflict.links.some(({ reaches }) => reaches !== null);
  return (
    <section
      id={`conflict-${at}`}
      className={`conflict conflict-${conflict.kind}`}
      aria-labelledby={`conflict-title-${at}`}
      data-stop
      tabIndex={-1}
    >
      <p className="overline">
        <Chip word={kindWords[conflict.kind]} tone={conflict.kind === "tension" ? "open" : "blocked"} />
        {conflict.restsOn.length === 0 ? " rests on no assumption" : ` rests on ${conflict.restsOn.join(", ")}`}
        {conflict.certain ? "" : " · only under a stricter reading of some date"}
      </p>
      <h2 id={`conflict-title-${at}`}>
        {conflict.shortByDays === null
          ? "The order goes round in a circle"
          : `${count(conflict.shortByDays, "day")} short`}
      </h2>
      <p className="told">{conflict.text}</p>
      <div className={conflict.kind === "order" ? "ring-and-links" : undefined}>
        {conflict.kind === "order" ? <OrderRing links={conflict.links} name={(event) => name(event) ?? event} /> : null}
        <TableFrame label={`The links of conflict ${at}`}>
          <table className="links">
            <thead>
              <tr>
                <th scope="col">Between</th>
                <th scope="col">What the link says</th>
                {hasDays ? (
                  <>
                    <th scope="col" className="number-cell">
                      Days
                    </th>
                    <th scope="col">Reaches</th>
                  </>
                ) : null}
                <th scope="col">Where it comes from</th>
              </tr>
            </thead>
            <tbody>
              {conflict.links.map((link) => (
                <tr key={link.id} className={link.origin === "assumption" ? "supposed" : undefined}>
                  <td>{[name(link.from), name(link.to)].filter((end) => end !== null).join(" – ")}</td>
                  <td>{link.text}</td>
                  {hasDays ? (
                    <>
                      <td className="number-cell">
                        {link.days === null || link.days === 0
                          ? ""
                          : `${link.days > 0 ? "+" : "−"} ${Math.abs(link.days)}`}
                      </td>
                      <td className="reaches">{link.reaches === null ? "" : <Day date={link.reaches} />}</td>
                    </>
                  ) : null}
                  <td>
                    <span className="origin">{originWords[link.origin]}</span>
                    {link.by === null ? "" : `, ${link.by}`}
                    {link.provision === null ? null : (
                      <>
                        {" · "}
                        <a
                          href={`${hrefTo("text", asked, { text: link.provision.split("#")[0] ?? "" })}#${link.provision.split("#")[1] ?? ""}`}
                        >
                          {link.provision.split("#")[1]}
                        </a>
                      </>
                    )}
                    {link.source === null ? null : (
                      <>
                        <br />
                        <Sources sources={[link.source]} />
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
            {conflict.shortByDays === null ? null : (
              <tfoot>
                <tr>
                  <th scope="row" colSpan={2}>
                    <Span links={conflict.links} />
                  </th>
                  <td colSpan={3}>
                    <strong>{count(conflict.shortByDays, "day")} short</strong>
                  </td>
                </tr>
              </tfoot>
            )}
          </table>
        </TableFrame>
      </div>
      <Repairs repairs={conflict.repairs.filter(({ past }) => !past)} heading="Any one of these mends it" />
      <Repairs repairs={conflict.repairs.filter(({ past }) => past)} heading="Too late by now" />
      {conflict.choices.length === 0 ? null : (
        <p className="quiet">
          Depends on what is chosen in the text:{" "}
          {conflict.choices.map((chosen) => choiceWords(chosen, answer.choices)).join(", ")}.
        </p>
      )}
      {conflict.variants.length === 0 ? null : (
        <>
          <h3>Under other readings of its dates</h3>
          <ul className="plain">
            {conflict.variants.map((variant) => (
              <li key={`${variant.reading}:${variant.text}`}>
                <strong>
                  {variant.shortByDays > 0 ? `${count(variant.shortByDays, "day")} short` : "no conflict"}
                </strong>
                , as read by {variant.reading}: {variant.text}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Repairs({ repairs, heading }: { readonly repairs: ConflictAnswer["repairs"]; readonly heading: string }) {
  if (repairs.length === 0) return null;
  return (
    <div className="repairs">
      <h3>{heading}</h3>
      <ul>
        {repairs.map((repair) => (
          <li key={`${repair.link}:${repair.text}`}>
            {repair.text} {repair.mendsAll ? <span className="quiet">Mends every conflict.</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The two days that cannot both hold: what the links before force, and what the last one allows. */
function Span({ links }: { readonly links: readonly LinkAnswer[] }) {
  const [forced, allowed] = [links.at(-2)?.reaches, links.at(-1)?.reaches];
  if (forced == null || allowed == null) return "Together";
  return (
    <>
      From <Day date={allowed} />, the last day allowed, to <Day date={forced} />, the day reached
    </>
  );
}

function Impossible({ answer }: { readonly answer: ScheduleAnswer }) {
  if (answer.impossible.length === 0) return null;
  return (
    <section aria-labelledby="impossible">
      <h2 id="impossible">Choices no timetable can keep together</h2>
      <ul>
        {answer.impossible.map((combination) => (
          <li key={combination.choices.join("+")}>{combination.text}</li>
        ))}
      </ul>
    </section>
  );
}

function Windows({ answer }: { readonly answer: ScheduleAnswer }) {
  const events = Object.entries(answer.events);
  return (
    <section aria-labelledby="windows">
      <h2 id="windows">Every event, and what bounds it</h2>
      <TableFrame label="Every event and what bounds it">
        <table>
          <thead>
            <tr>
              <th scope="col">Event</th>
              <th scope="col">Earliest</th>
              <th scope="col">Latest</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {events.map(([id, event]) => (
              <tr key={id} id={`event-${id}`}>
                <th scope="row">
                  {event.name}
                  {event.disputed.map(({ by, on, says }) => (
                    <span key={`${on}:${says}`} className="event-disputed">
                      <Chip word="disputed" tone="open" /> by {by.join(", ")}, <Day date={on} />: {says}
                    </span>
                  ))}
                </th>
                {event.happened === null && event.kept === null ? (
                  <>
                    <td>
                      {event.earliest === null ? (
                        <span className="quiet">no bound</span>
                      ) : (
                        <Day date={event.earliest} />
                      )}
                    </td>
                    <td>
                      {event.latest === null ? <span className="quiet">no bound</span> : <Day date={event.latest} />}
                      {event.passed ? (
                        <>
                          {" "}
                          <Chip word="past, not recorded as happened" tone="open" />
                        </>
                      ) : null}
                    </td>
                  </>
                ) : (
                  <td colSpan={2}>
                    <Chip word={event.happened === null ? "reported kept" : "happened"} tone="kept" />{" "}
                    <Day date={event.happened ?? event.kept ?? ""} />
                  </td>
                )}
                <td>
                  {event.earliestBecause.length + event.latestBecause.length === 0 ? (
                    <span className="quiet">{event.happened === null ? "nothing bounds it" : "the record"}</span>
                  ) : (
                    <Opens summary="why">
                      {event.earliestBecause.length === 0 ? null : (
                        <p>Not earlier: {event.earliestBecause.join(" ")}</p>
                      )}
                      {event.latestBecause.length === 0 ? null : <p>Not later: {event.latestBecause.join(" ")}</p>}
                    </Opens>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function Settled({ answer }: { readonly answer: ScheduleAnswer }) {
  if (answer.settled.length === 0) return null;
  return (
    <section aria-labelledby="settled">
      <h2 id="settled">Already settled by what happened</h2>
      <ul>
        {answer.settled.map(({ event, text }) => (
          <li key={`${event}:${text}`}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
