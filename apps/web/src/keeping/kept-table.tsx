import type { StatusAnswer } from "@parley/process";
import { Day, TableFrame } from "../words.tsx";
import { anchorOf, By, Overdue } from "./commitment.tsx";
import { entriesSaid } from "./evidence.tsx";
import { DisputedChip, StateChip } from "./states.tsx";

/** Every commitment under every reading, a row each. */
export function KeptTable({ answer }: { readonly answer: StatusAnswer }) {
  return (
    <section aria-labelledby="kept-table">
      <h2 id="kept-table">The whole as a table</h2>
      <TableFrame label="Every commitment">
        <table>
          <thead>
            <tr>
              <th scope="col">Commitment</th>
              <th scope="col">Owed by</th>
              <th scope="col">Read by</th>
              <th scope="col">State</th>
              <th scope="col">Due</th>
              <th scope="col">How far it got</th>
              <th scope="col">Record</th>
            </tr>
          </thead>
          <tbody>
            {answer.commitments.map((standing) => (
              <tr key={`${standing.id}:${standing.reader}`}>
                <th scope="row">
                  <a href={`#${anchorOf(standing.id)}`}>
                    {standing.force} {standing.act}
                  </a>
                </th>
                <td>
                  <By standing={standing} />
                </td>
                <td>{standing.reader}</td>
                <td>
                  <StateChip state={standing.state} /> {standing.disputed ? <DisputedChip /> : null}
                </td>
                <td>
                  {standing.due === null ? <span className="quiet">no day</span> : <Day date={standing.due} />}
                  <Overdue standing={standing} />
                </td>
                <td>{standing.kroc ?? "no data"}</td>
                <td>{entriesSaid(standing.evidence)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
