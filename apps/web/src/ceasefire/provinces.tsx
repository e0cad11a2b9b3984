import type { CeasefireAnswer } from "@parley/process";
import { ProvinceMap } from "../pictures/province-map.tsx";
import { type Asked, hrefOf } from "../view.ts";
import { count, TableFrame } from "../words.tsx";
import { changeInWords, deathsInWords, perDay, rowOf } from "./in-words.ts";

type Province = CeasefireAnswer["provinces"][number];

/** Where people died: a map, beside it what has no place, and the table that both go back to. */
export function Provinces({ answer, asked }: { readonly answer: CeasefireAnswer; readonly asked: Asked }) {
  const { violence, provinces, map } = answer;
  if (violence === null || provinces.length === 0) return null;
  const { unlocated } = violence;
  return (
    <section aria-labelledby="provinces">
      <h2 id="provinces">Where</h2>
      <div className={map === null ? undefined : "map-and-table"}>
        {map === null ? null : (
          <div>
            <ProvinceMap provinces={provinces} map={map} />
            <p className="beside-map">
              {unlocated === null ? (
                "Whether a record of the window has no province is not known."
              ) : unlocated.window.events === 0 ? (
                "Every record of the window has a province."
              ) : (
                <>
                  <strong>Not on the map:</strong> {deathsInWords(unlocated.window.deaths)} deaths on{" "}
                  {count(unlocated.window.events, "record")} of the window have no province.
                </>
              )}
            </p>
          </div>
        )}
        <div>
          <TableFrame label="Provinces">
            <table className="provinces">
              <thead>
                <tr>
                  <th scope="col">Province</th>
                  <th scope="col" className="number-cell">
                    Window
                    <span className="th-under">deaths a day (deaths)</span>
                  </th>
                  <th scope="col" className="number-cell">
                    Baseline
                    <span className="th-under">deaths a day (deaths)</span>
                  </th>
                  <th scope="col" className="number-cell">
                    Change
                  </th>
                </tr>
              </thead>
              <tbody>
                {provinces.map((province) => (
                  <Row
                    key={province.name}
                    province={province}
                    asked={asked}
                    isAsked={province.name === violence.province}
                    noBaseline={violence.baseline.kind === "agreed" ? "a number was agreed" : "no data"}
                  />
                ))}
              </tbody>
            </table>
          </TableFrame>
          <p className="quiet">
            Changes of single provinces rest on few days and are shown without an interval. Ask a province alone to get
            one.
          </p>
        </div>
      </div>
    </section>
  );
}

function Row({
  province,
  asked,
  isAsked,
  noBaseline,
}: {
  readonly province: Province;
  readonly asked: Asked;
  readonly isAsked: boolean;
  readonly noBaseline: string;
}) {
  const { name, window, baseline } = province;
  return (
    <tr id={rowOf(name)} className={isAsked ? "chosen" : undefined}>
      <th scope="row">
        <a href={hrefOf("ceasefire", asked, { province: name })} title={`Ask ${name} alone`}>
          {name}
        </a>
      </th>
      <td className="number-cell">
        {perDay(window.deathsPerDay)} <span className="quiet">({deathsInWords(window.deaths)})</span>
      </td>
      <td className="number-cell">
        {baseline === null ? (
          <span className="quiet">{noBaseline}</span>
        ) : (
          <>
            {perDay(baseline.deathsPerDay)} <span className="quiet">({deathsInWords(baseline.deaths)})</span>
          </>
        )}
      </td>
      <td className="number-cell">{changeOf(province)}</td>
    </tr>
  );
}

function changeOf({ window, baseline }: Province): string {
  if (baseline === null) return "";
  if (baseline.deathsPerDay > 0) return changeInWords(1 - window.deathsPerDay / baseline.deathsPerDay);
  return window.deathsPerDay > 0 ? "none before" : "none";
}
