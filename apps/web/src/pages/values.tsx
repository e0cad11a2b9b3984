import type { PackagesAnswer } from "@parley/process";
import { AskForm, Choice } from "../asking.tsx";
import { Frontier, solutionLetter } from "../pictures/frontier.tsx";
import { type Asked, one } from "../view.ts";
import { Chip, Opens, TableFrame, usePartyName } from "../words.tsx";

/** The frontier between two parties, only where a process has values. */
export function Values(props: {
  readonly values: NonNullable<PackagesAnswer["values"]>;
  readonly issues: PackagesAnswer["issues"];
  readonly asked: Asked;
}) {
  const { values, issues, asked } = props;
  const name = usePartyName();
  const ids = values.parties.map(({ id }) => id);
  const across = ids.find((id) => id === one(asked, "across")) ?? ids[0];
  const up = ids.find((id) => id === one(asked, "up") && id !== across) ?? ids.find((id) => id !== across);
  if (across === undefined || up === undefined) return null;
  const said = (choices: Readonly<Record<string, string>>) =>
    Object.entries(choices)
      .map(
        ([issue, option]) =>
          issues.find(({ id }) => id === issue)?.options.find(({ id }) => id === option)?.text ?? option,
      )
      .join(" · ");
  const options = ids.map((id) => ({ value: id, label: name(id) }));
  return (
    <section aria-labelledby="frontier">
      <h2 id="frontier">The frontier</h2>
      <p>{values.text}</p>
      {ids.length < 3 ? null : (
        <AskForm
          page="packages"
          asked={asked}
          keep={["as-of", "assessed"]}
          className="controls"
          label="Which two parties"
        >
          <Choice name="across" label="Across" value={across} options={options} />
          <Choice name="up" label="Up" value={up} options={options.filter(({ value }) => value !== across)} />
        </AskForm>
      )}
      <Frontier values={values} across={across} up={up} name={name} />
      <TableFrame label="Packages on the frontier">
        <table>
          <thead>
            <tr>
              <th scope="col">Package</th>
              {values.parties.map((party) => (
                <th key={party.id} scope="col" className="number-cell">
                  {name(party.id)}
                  <span className="th-under">walks away below {party.reservation}</span>
                </th>
              ))}
              <th scope="col">Solution</th>
            </tr>
          </thead>
          <tbody>
            {[...values.frontier]
              .sort((a, b) => (a.values[across] ?? 0) - (b.values[across] ?? 0))
              .map((point) => (
                <tr key={said(point.choices)}>
                  <th scope="row" className="package">
                    {said(point.choices)}
                    {point.acceptable ? null : (
                      <span className="th-under">
                        <Chip word="blocked" />
                      </span>
                    )}
                  </th>
                  {values.parties.map((party) => (
                    <td key={party.id} className="number-cell">
                      {point.values[party.id]}
                    </td>
                  ))}
                  <td>
                    {point.solutions.map((solution) => `${solutionLetter(values, solution)} ${solution}`).join(", ")}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </TableFrame>
      <Opens summary="How each solution is defined">
        <dl className="definitions">
          {values.solutions.map((solution) => (
            <div key={solution.name}>
              <dt>
                {solutionLetter(values, solution.name)} {solution.name}
              </dt>
              <dd>
                {solution.definition}
                {solution.packages.length > 1 ? ` ${solution.packages.length} packages tie.` : ""}
              </dd>
            </div>
          ))}
        </dl>
      </Opens>
    </section>
  );
}
