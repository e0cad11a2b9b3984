import type { StandingAnswer, StatusAnswer } from "@parley/process";
import { type Asked, hrefTo } from "../view.ts";
import { count, Day, useHue } from "../words.tsx";
import { Evidence } from "./evidence.tsx";
import { DisputedChip, needsAttention, StateChip } from "./states.tsx";

/** Where on the page a commitment stands. */
export function anchorOf(commitment: string): string {
  return `kept-${commitment.replaceAll("#", "-")}`;
}

/** Those who owe it, each behind its mark of colour. */
export function By({ standing }: { readonly standing: Pick<StandingAnswer, "by" | "byNames"> }) {
  const hue = useHue();
  if (standing.by.length === 0) return <span className="quiet">Not stated who</span>;
  return standing.by.map((id, at) => (
    <span key={id}>
      {at === 0 ? "" : ", "}
      <span className={`party ${hue(id)}`}>
        <span className="swatch" aria-hidden="true" />
        {standing.byNames[at] ?? id}
      </span>
    </span>
  ));
}

/** One commitment under each of its readings: who shall what, where it stands and why, by when, and on what that rests. */
export function Commitment(props: {
  readonly readings: readonly StandingAnswer[];
  readonly difference: StatusAnswer["differences"][number] | undefined;
  readonly asked: Asked;
}) {
  const { readings, difference, asked } = props;
  const [first] = readings;
  if (first === undefined) return null;
  const [text = "", provision = ""] = first.provision.split("#");
  const stop = needsAttention(readings) ? { "data-stop": true, tabIndex: -1 } : {};
  return (
    <li id={anchorOf(first.id)} className="commitment" {...stop}>
      <p className="overline">
        <a href={`${hrefTo("text", asked, { text })}#${provision}`}>{first.provisionName}</a>
        {first.part === first.provisionName ? "" : ` · ${first.part}`}
      </p>
      <h3 className="undertaking">
        <By standing={first} /> {first.force} {first.act}
        {first.toNames.length === 0 ? null : <span className="owed-to"> (owed to {first.toNames.join(", ")})</span>}
      </h3>
      {difference === undefined ? null : <p className="differs">Readings differ: {difference.text}</p>}
      <div className={readings.length > 1 ? "rivals" : undefined}>
        {readings.map((standing) => (
          <Standing key={standing.reader} standing={standing} />
        ))}
      </div>
    </li>
  );
}

function Standing({ standing }: { readonly standing: StandingAnswer }) {
  return (
    <div className="standing-told">
      <p className="standing-head">
        <StateChip state={standing.state} />
        {standing.disputed ? <DisputedChip /> : null}
        <span className="quiet">
          {standing.since === null ? null : (
            <>
              since <Day date={standing.since} />,{" "}
            </>
          )}
          as read by {standing.reader}
          {standing.stale ? "; the words it quotes are no longer there" : ""}
        </span>
      </p>
      <p className="standing-because">{standing.because}</p>
      <dl className="standing-facts">
        <div>
          <dt>Due</dt>
          <dd>
            {standing.due === null ? "no day" : <Day date={standing.due} />}
            <Overdue standing={standing} />
            {standing.dueRule === null || standing.dueRule === standing.due ? null : (
              <span className="fact-under">{ruleInWords(standing.dueRule)}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>How far it got</dt>
          <dd>
            <Kroc progress={standing.kroc} />
          </dd>
        </div>
        {standing.periods === null ? null : (
          <div>
            <dt>Periods ended</dt>
            <dd>
              {standing.periods.ended.toLocaleString("en")}
              <span className="fact-under">
                {standing.periods.kept} kept, {standing.periods.missed} missed, {standing.periods.noData} without data
              </span>
            </dd>
          </div>
        )}
        {standing.condition === null ? null : (
          <div>
            <dt>If</dt>
            <dd className="fact-words">{standing.condition}</dd>
          </div>
        )}
        {standing.verifiedBy === null ? null : (
          <div>
            <dt>Verified by</dt>
            <dd className="fact-words">{standing.verifiedBy.join(", ")}</dd>
          </div>
        )}
        {standing.otherwise === null ? null : (
          <div>
            <dt>If it is broken</dt>
            <dd className="fact-words">{standing.otherwise}</dd>
          </div>
        )}
      </dl>
      <NotStated standing={standing} />
      <Evidence evidence={standing.evidence} about={`“${standing.act}”, as read by ${standing.reader}`} />
    </div>
  );
}

/** What the text leaves open of a commitment, in one line. */
function NotStated({ standing }: { readonly standing: StandingAnswer }) {
  const missing = [
    ...(standing.verifiedBy === null ? ["who verifies it"] : []),
    ...(standing.otherwise === null ? ["what follows if it is broken"] : []),
  ];
  return missing.length === 0 ? null : <p className="quiet">Not stated: {missing.join(", ")}.</p>;
}

/** The days by which it is or was late; of a duty that recurs, how long ago its last period ended without it. */
export function Overdue({ standing }: { readonly standing: StandingAnswer }) {
  const { daysOverdue, daysLate, keptOn } = standing;
  if (keptOn !== null)
    return (
      <>
        {"; kept on "}
        <Day date={keptOn} />
        {daysLate === null || daysLate === 0 ? "" : `, ${count(daysLate, "day")} late`}
      </>
    );
  return daysOverdue === null ? null : (
    <>
      {"; "}
      <strong>
        {standing.periods === null ? "" : "the last period ended "}
        {count(daysOverdue, "day")} ago
      </strong>
    </>
  );
}

/** "doha-announced + 14 months" in words: answers carry the rule as the reading has it. */
function ruleInWords(rule: string): string {
  return rule.replace(/[a-z][a-z-]*[a-z]/gu, (name) => name.replaceAll("-", " "));
}

const krocSteps = ["not initiated", "minimal", "intermediate", "full"];

/** The four steps of the Kroc scale: the word, and as many boxes filled as steps are taken. */
function Kroc({ progress }: { readonly progress: StandingAnswer["kroc"] }) {
  const step = progress === null ? 0 : krocSteps.indexOf(progress);
  return (
    <>
      <svg className={progress === null ? "kroc kroc-none" : "kroc"} width="44" height="12" aria-hidden="true">
        {[0, 1, 2].map((at) => (
          <rect key={at} className={at < step ? "kroc-on" : "kroc-off"} x={at * 15 + 1} y="1" width="12" height="10" />
        ))}
      </svg>
      {progress ?? "no data"}
      <span className="fact-under">Kroc scale, 0 to 3</span>
    </>
  );
}
