import type { ViolenceAnswer } from "@parley/process";
import { type Asked, hrefOf } from "../view.ts";
import { Chip, Day, Opens } from "../words.tsx";
import { changeInWords, indicationTones, intervalInWords, perDay, periodsInWords } from "./in-words.ts";

/** What the figures indicate and how surely; and, apart from it, what a body found. */
export function Indication({ violence }: { readonly violence: ViolenceAnswer }) {
  const { target, targetPerDay, reduction, interval, confidence, body, findings } = violence;
  return (
    <section aria-labelledby="indication" className="indication">
      <h2 id="indication">An indication, and what was found</h2>
      <dl className="facts">
        <div>
          <dt>Indication</dt>
          <dd>
            <Chip word={violence.indication} tone={indicationTones[violence.indication]} />
          </dd>
        </div>
        <div>
          <dt>Change</dt>
          <dd>
            {reduction === null ? "cannot be formed" : changeInWords(reduction)}
            {interval === null ? null : (
              <span className="fact-words">
                {" "}
                ({Math.round(confidence * 100)}% interval: {intervalInWords(interval)})
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>Asked for</dt>
          <dd className={target === null ? "not-reported" : undefined}>
            {target ?? "no target is stated"}
            {target === null || targetPerDay === null ? null : (
              <span className="fact-words"> (here at most {perDay(targetPerDay)} deaths a day)</span>
            )}
          </dd>
        </div>
        <div>
          <dt>The agreement counts</dt>
          <dd className={violence.agreementCounts === null ? "not-reported" : undefined}>
            {violence.agreementCounts ?? "not stated"}
          </dd>
        </div>
        <div>
          <dt>Who may find it</dt>
          <dd className={body === null ? "not-reported" : undefined}>
            {body === null ? "no body is stated" : body.join(", ")}
          </dd>
        </div>
        <div>
          <dt>Finding</dt>
          <dd className={findings.length === 0 ? "not-reported" : undefined}>
            {findings.length === 0 ? (
              "none: no body has adopted or rejected this indication"
            ) : (
              <Findings violence={violence} />
            )}
          </dd>
        </div>
      </dl>
      {violence.reasons.length === 0 ? null : (
        <ul className="not-known">
          {violence.reasons.map(({ code, text }) => (
            <li key={code}>
              <Chip word="cannot be told" tone="open" /> {text}
            </li>
          ))}
        </ul>
      )}
      <HowSure violence={violence} />
    </section>
  );
}

function Findings({ violence }: { readonly violence: ViolenceAnswer }) {
  return (
    <ul className="plain">
      {violence.findings.map(({ id, on, by, outcome, says }) => (
        <li key={id}>
          <Chip
            word={outcome}
            tone={outcome === "confirmed" ? "kept" : outcome === "not confirmed" ? "blocked" : "open"}
          />{" "}
          <span className="fact-words">
            {says} {by.join(", ")}, <Day date={on} />.
          </span>
        </li>
      ))}
    </ul>
  );
}

const headlineWords = { "block-bootstrap": "block bootstrap", "negative-binomial": "negative binomial" } as const;

/** Both intervals in a line, and how each is made for whoever opens it. */
function HowSure({ violence }: { readonly violence: ViolenceAnswer }) {
  const { bootstrap, negativeBinomial } = violence.intervals;
  const { season } = violence;
  if (bootstrap === null && negativeBinomial === null)
    return <p className="quiet">No interval can be formed, so nothing is said of how sure the change is.</p>;
  const both = [
    ...(bootstrap?.reduction == null ? [] : [`${intervalInWords(bootstrap.reduction)} by block bootstrap`]),
    ...(negativeBinomial?.reduction == null
      ? []
      : [`${intervalInWords(negativeBinomial.reduction)} by negative binomial`]),
  ];
  return (
    <Opens summary={`How sure: ${both.join("; ") || "no interval"}`}>
      <p>
        {violence.headline === null ? "" : `The wider is told first: ${headlineWords[violence.headline]}. `}
        Days follow each other and come in clusters, so neither takes them for independent.
      </p>
      <ul>
        {bootstrap === null ? null : (
          <li>
            Block bootstrap: stretches of days drawn again {bootstrap.draws.toLocaleString("en")} times, from seed{" "}
            {bootstrap.seed}, so that anybody gets the same figures.
          </li>
        )}
        {negativeBinomial === null ? null : (
          <li>
            Negative binomial: the variance of a day is its mean and {perDay(negativeBinomial.dispersion)} times its
            square.
          </li>
        )}
        <li>
          {season === null
            ? "The season is not known from other years, so a fall that winter brings looks like any other."
            : `Beyond the season, learned from ${season.years.join(", ")}: ${changeInWords(season.reduction)}${season.interval === null ? "" : `, ${intervalInWords(season.interval)}`}.`}
        </li>
      </ul>
    </Opens>
  );
}

/** The other windows that the folder names, each with its own indication. */
export function OtherWindows({ violence, asked }: { readonly violence: ViolenceAnswer; readonly asked: Asked }) {
  if (violence.others.length === 0) return null;
  return (
    <section aria-labelledby="other-windows">
      <h2 id="other-windows">Other windows</h2>
      <ul className="plain reasons">
        {violence.others.map((other) => (
          <li key={other.id}>
            <Chip word={other.indication} tone={indicationTones[other.indication]} />{" "}
            <a href={hrefOf("ceasefire", asked, { window: other.id, baseline: null, province: null })}>
              {other.name ?? periodsInWords(other.window.periods)}
            </a>
            <p className="because">{other.sentence}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
