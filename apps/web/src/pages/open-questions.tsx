import type { Frame, PackagesAnswer } from "@parley/process";
import { type Asked, hrefTo } from "../view.ts";
import { Chip, count, OpenWords, Party, TableFrame } from "../words.tsx";

/** Every missing answer, by party and reason. */
export function Unknown({
  answer,
  texts,
  asked,
}: {
  readonly answer: PackagesAnswer;
  readonly texts: Frame["texts"];
  readonly asked: Asked;
}) {
  if (answer.unknown.length === 0) return null;
  const parties = [...new Set(answer.unknown.map(({ party }) => party))];
  return (
    <section aria-labelledby="unknown">
      <h2 id="unknown">What is not known</h2>
      <p className="quiet">
        Each line is a question to put to somebody. An answer that is missing is never taken as consent.
      </p>
      <div className="side-by-side">
        {parties.map((party) => (
          <article key={party} className="card">
            <h3>
              <Party id={party} />
            </h3>
            <UnknownOf
              unknown={answer.unknown.filter((unknown) => unknown.party === party)}
              labels={optionLabels(answer, texts)}
              asked={asked}
            />
          </article>
        ))}
      </div>
    </section>
  );
}

/** What one party has not answered, by the reason: reasons of their own first, plain silence last. */
function UnknownOf(props: {
  readonly unknown: PackagesAnswer["unknown"];
  readonly labels: ReturnType<typeof optionLabels>;
  readonly asked: Asked;
}) {
  const { unknown, labels, asked } = props;
  const byReason = Map.groupBy(unknown, ({ why }) => why);
  const reasons = [...byReason].sort(([, a], [, b]) => a.length - b.length);
  return (
    <ul className="plain reasons">
      {reasons.map(([why, lines]) => (
        <li key={why} data-stop tabIndex={-1}>
          <p>
            <Chip word="not known" /> {why.charAt(0).toUpperCase() + why.slice(1)}
            {lines.length === 1 ? "" : `: ${count(lines.length, "answer")}`}
          </p>
          <ul className="asked-of">
            {lines.map((line) => (
              <li key={`${line.issue}:${line.option}`}>
                <a
                  href={
                    labels.isIssue(line.issue)
                      ? `${hrefTo("issues", asked)}#${line.issue}`
                      : hrefTo("text", asked, { text: line.issue })
                  }
                >
                  {labels.issue(line.issue)}
                </a>
                {line.option === null ? null : (
                  <span className="option-said">{labels.option(line.issue, line.option)}</span>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** The issues, with the words of every option and who tables it. */
export function IssuesAndOptions({
  answer,
  frame,
  asked,
}: {
  readonly answer: PackagesAnswer;
  readonly frame: Frame;
  readonly asked: Asked;
}) {
  const draft = (id: string) => frame.texts.find((text) => text.id === id)?.name ?? id;
  return (
    <section aria-labelledby="issues">
      <h2 id="issues">Issues and their options</h2>
      <TableFrame label="Issues and their options">
        <table>
          <thead>
            <tr>
              <th scope="col">Issue</th>
              <th scope="col">Options, and whose draft tables them</th>
            </tr>
          </thead>
          <tbody>
            {answer.issues.map((issue) => (
              <tr key={issue.id}>
                <th scope="row">
                  <a href={`${hrefTo("issues", asked)}#${issue.id}`}>{issue.name}</a>
                  {issue.contested ? (
                    <span className="th-under">
                      <Chip word="contested" tone="open" />
                    </span>
                  ) : null}
                </th>
                <td>
                  <ul className="plain options">
                    {issue.options.map((option) => (
                      <li key={option.id}>
                        {option.open ? <OpenWords text={option.text} /> : option.text}{" "}
                        <span className="byline">
                          {option.tabledBy.length === 0 ? "" : option.tabledBy.map(draft).join(", ")}
                        </span>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

/** Names of issues and words of options, for answers that carry only their ids. */
export function optionLabels(answer: PackagesAnswer, texts: Frame["texts"] = []) {
  const issue = (id: string) => answer.issues.find((found) => found.id === id);
  // What a party says of a whole draft stands beside the issues under the draft's own id.
  const draft = (id: string) => texts.find((text) => text.id === id)?.name;
  return {
    /** False of a whole draft, on which somebody has not answered either. */
    isIssue: (id: string) => issue(id) !== undefined,
    issue: (id: string) => issue(id)?.name ?? draft(id) ?? id,
    option: (issueId: string, optionId: string) =>
      issue(issueId)?.options.find(({ id }) => id === optionId)?.text ?? optionId,
  };
}
