import type { BodiesAnswer, Hypothesis } from "@parley/process";
import { AskForm } from "../asking.tsx";
import { Answer } from "../frame.tsx";
import { Chamber } from "../pictures/chamber.tsx";
import { type Asked, all, hrefOf, hrefTo, one } from "../view.ts";
import { Chip, count, Nothing, Sources, TableFrame, useHue } from "../words.tsx";

type Body = BodiesAnswer["bodies"][number];

/** Rules one may try, in the words the question takes. */
const rules = ["simple majority", "two thirds", "more than two thirds", "three quarters", "consensus"];

/** Seats, power under each hypothesis, and what is not reported. */
export function BodiesPage({ answer, asked }: { readonly answer: BodiesAnswer; readonly asked: Asked }) {
  return (
    <>
      <Answer question="Who would decide?">{answer.text}</Answer>
      <AskForm
        page="bodies"
        asked={asked}
        keep={["as-of"]}
        className="controls"
        label="Try another rule"
        button="Try it"
      >
        <label className="field">
          <span>Try another rule of decision</span>
          <input
            name="rule"
            list="rules"
            defaultValue={one(asked, "rule") ?? ""}
            placeholder="two thirds, 60%, consensus, 9 votes"
            autoComplete="off"
          />
        </label>
        <datalist id="rules">
          {rules.map((rule) => (
            <option key={rule} value={rule} />
          ))}
        </datalist>
        <span className="quick">
          {rules.map((rule) => (
            <a
              key={rule}
              href={hrefOf("bodies", asked, { rule, hypothesis: null })}
              aria-current={one(asked, "rule") === rule ? "true" : undefined}
            >
              {rule}
            </a>
          ))}
          {one(asked, "rule") === undefined ? null : (
            <a href={hrefOf("bodies", asked, { rule: null, hypothesis: null })}>as the process has it</a>
          )}
        </span>
      </AskForm>
      {answer.bodies.length === 0 ? (
        <Nothing
          what="No text by this day creates a body."
          why="Seats and rules of decision show who could decide and who could block."
          todo="Choose a later day above, or read a body out of a provision in readings/."
        />
      ) : null}
      {answer.bodies.map((body, at) => {
        // Two drafts may create a body of the same id; the first keeps the plain address.
        const isFirst = answer.bodies.findIndex(({ id }) => id === body.id) === at;
        return (
          <BodySection
            key={`${body.provision}:${body.id}:${body.reader}`}
            body={body}
            address={isFirst ? body.id : `${body.id}-${at + 1}`}
            asked={asked}
          />
        );
      })}
    </>
  );
}

function BodySection({
  body,
  address,
  asked,
}: {
  readonly body: Body;
  readonly address: string;
  readonly asked: Asked;
}) {
  const said = all(asked, "hypothesis").find((value) => value.startsWith(`${body.provision}:`));
  const chosen = body.hypotheses[Number(said?.slice(body.provision.length + 1) ?? 0)] ?? body.hypotheses[0] ?? null;
  return (
    <section id={address} className="body" aria-labelledby={`body-${address}`} data-stop tabIndex={-1}>
      <h2 id={`body-${address}`}>
        {body.name}
        {body.shares ? <span className="quiet">, shares without a body: who sits where is not stated</span> : null}
      </h2>
      <p className="byline">
        <a
          href={`${hrefTo("text", asked, { text: body.provision.split("#")[0] ?? "" })}#${body.provision.split("#")[1] ?? ""}`}
        >
          {body.draft}
        </a>
        , as read by {body.reader}
        {body.source === null ? null : (
          <>
            {" · "}
            <Sources sources={[body.source]} />
          </>
        )}
      </p>
      <blockquote className="quote">
        <p>{body.words}</p>
      </blockquote>
      <div className="chamber-and-facts">
        {body.seats === null || body.seats === 0 ? null : <Chamber body={body} hypothesis={chosen} />}
        <Facts body={body} />
      </div>
      {body.notKnown.length === 0 ? null : (
        <ul className="not-known">
          {body.notKnown.map((text) => (
            <li key={text}>
              <Chip word="not known" /> {text}
            </li>
          ))}
        </ul>
      )}
      {body.hypotheses.length === 0 ? null : <Hypotheses body={body} chosen={chosen} asked={asked} />}
    </section>
  );
}

function Facts({ body }: { readonly body: Body }) {
  const facts: readonly (readonly [string, string])[] = [
    ["Seats", body.shares ? "none: only shares are stated" : body.seats === null ? "not reported" : String(body.seats)],
    [
      "Named by",
      body.namedBy.length === 0
        ? "not reported"
        : body.namedBy.map(({ name, seats }) => `${seats} by ${name}`).join(", "),
    ],
    ["Advises or decides", body.advisory],
    ["Rule of decision", body.rule],
    ["Chair", body.chair],
    ["Reports to", body.reportsTo],
  ];
  return (
    <dl className="facts">
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className={fact === "not reported" ? "not-reported" : undefined}>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

function Hypotheses({
  body,
  chosen,
  asked,
}: {
  readonly body: Body;
  readonly chosen: Hypothesis | null;
  readonly asked: Asked;
}) {
  const hue = useHue();
  const others = all(asked, "hypothesis").filter((value) => !value.startsWith(`${body.provision}:`));
  return (
    <>
      <h3>Who could decide, under each hypothesis</h3>
      <TableFrame label={`Hypotheses for ${body.name}`}>
        <table className="hypotheses">
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">What it means</th>
              <th scope="col">
                Power of each bloc
                <span className="th-under">{body.shares ? "share" : "seats"} · Banzhaf · Shapley-Shubik</span>
              </th>
              <th scope="col">What is supposed</th>
            </tr>
          </thead>
          <tbody>
            {body.hypotheses.map((hypothesis, at) => (
              <tr
                key={`${hypothesis.rule}:${hypothesis.assumes.join("+")}`}
                className={hypothesis === chosen ? "chosen" : undefined}
              >
                <th scope="row">
                  <a
                    href={hrefOf("bodies", asked, { hypothesis: [...others, `${body.provision}:${at}`] })}
                    aria-current={hypothesis === chosen ? "true" : undefined}
                  >
                    {[hypothesis.rule, hypothesis.sides].filter((each) => each !== null).join(", ")}
                  </a>
                  <span className="th-under">{hypothesis.stated ? "as the text states" : "a hypothesis"}</span>
                </th>
                <td>
                  {hypothesis.text}
                  {hypothesis.decidesAlone === null && hypothesis.vetoes.length === 0 ? null : (
                    <span className="th-under">
                      {hypothesis.decidesAlone === null ? null : (
                        <>Decides alone: {blocName(hypothesis, hypothesis.decidesAlone)}. </>
                      )}
                      {hypothesis.vetoes.length === 0 ? null : (
                        <>Can block alone: {hypothesis.vetoes.map((id) => blocName(hypothesis, id)).join(", ")}.</>
                      )}
                    </span>
                  )}
                </td>
                <td>
                  <ul className="plain blocs">
                    {hypothesis.blocs.map((bloc) => (
                      <li key={bloc.id} className={`party ${hue(bloc.id)}`}>
                        <span className="swatch" aria-hidden="true" />
                        {bloc.name}{" "}
                        <span className="fractions">
                          {weightOf(bloc, body, hypothesis)} · {bloc.banzhaf} · {bloc.shapleyShubik}
                        </span>
                        {hypothesis.powerless.includes(bloc.id) ? <span className="quiet"> no power</span> : null}
                      </li>
                    ))}
                  </ul>
                </td>
                <td>
                  <ul className="supposed-list">
                    {hypothesis.assumes.map((text) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  );
}

/** "16 seats"; where only shares are stated, the share and no seats. */
function weightOf(bloc: Hypothesis["blocs"][number], { shares }: Body, { blocs }: Hypothesis): string {
  if (!shares) return count(bloc.seats, "seat");
  return `${bloc.seats}/${blocs.reduce((sum, { seats }) => sum + seats, 0)}`;
}

function blocName(hypothesis: Hypothesis, id: string): string {
  return hypothesis.blocs.find((bloc) => bloc.id === id)?.name ?? id;
}
