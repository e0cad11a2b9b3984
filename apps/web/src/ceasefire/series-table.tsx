import type { CeasefireAnswer } from "@parley/process";
import { Day, Opens, TableFrame } from "../words.tsx";
import { deathsInWords, perDay } from "./in-words.ts";

/** The figures of the picture, a row a day or a week. */
export function SeriesTable({
  rates,
  per,
}: {
  readonly rates: readonly CeasefireAnswer["days"][number][];
  readonly per: "day" | "week";
}) {
  return (
    <Opens summary={per === "day" ? "The same by day, as a table" : "The same by week, as a table"}>
      <TableFrame label="Deaths over time" className="series-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{per === "day" ? "Day" : "From"}</th>
              {per === "day" ? null : <th scope="col">To</th>}
              <th scope="col" className="number-cell">
                Deaths
              </th>
              {per === "day" ? null : (
                <th scope="col" className="number-cell">
                  A day
                </th>
              )}
              <th scope="col" className="number-cell">
                Events
              </th>
            </tr>
          </thead>
          <tbody>
            {rates.map(({ from, to, deaths, events, deathsPerDay }) => (
              <tr key={from}>
                <th scope="row">
                  <Day date={from} />
                </th>
                {per === "day" ? null : (
                  <td>
                    <Day date={to} />
                  </td>
                )}
                <td className="number-cell">{deathsInWords(deaths)}</td>
                {per === "day" ? null : <td className="number-cell">{perDay(deathsPerDay)}</td>}
                <td className="number-cell">{events.toLocaleString("en")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Opens>
  );
}
