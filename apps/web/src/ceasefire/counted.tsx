import type { ViolenceAnswer } from "@parley/process";
import { count, Day, dayInWords, Opens, Sources, TableFrame } from "../words.tsx";
import { deathsInWords, periodsInWords } from "./in-words.ts";

/** So many records set apart are listed; the others are counted. */
const listedMax = 40;

const apartWords: Readonly<Record<string, string>> = {
  duplicate: "Given twice, and counted once",
  "deleted-id": "Withdrawn by the source",
  "dates-reversed": "Ends before it begins",
  "out-of-order": "Its figures are out of order",
  "outside-country": "Lies outside the country",
  "impossible-place": "Has a place that does not exist",
};

/** What was counted, what was left out, and what the figures cannot see: all in words, each to be opened. */
export function Counted({ violence }: { readonly violence: ViolenceAnswer }) {
  const { definition, data, window, baseline } = violence;
  return (
    <section aria-labelledby="counted" className="counted">
      <h2 id="counted">What is counted, and what is not</h2>
      <div className="counted-columns">
        <div>
          <h3>Counted</h3>
          <ul>
            {definition.sentences.map((text) => (
              <li key={text}>{text}</li>
            ))}
            <li>
              In the window, {periodsInWords(window.periods)}: <Sums of={window} />.
            </li>
            {baseline.kind === "agreed" ? null : (
              <li>
                In the baseline, {periodsInWords(baseline.periods)}: <Sums of={baseline} />.
              </li>
            )}
          </ul>
          <p>
            {data.name}, {data.file}. {data.source === null ? null : <Sources sources={[data.source]} />}
            {data.attribution === null ? null : <span className="source"> {data.attribution}</span>}
          </p>
        </div>
        <div>
          <h3>Set apart and not seen</h3>
          <SetApart violence={violence} />
          <ul>
            {data.unreadable === 0 ? null : <li>{count(data.unreadable, "row")} of the file could not be read.</li>}
            {data.apart.map(({ code, records, deaths }) => (
              <li key={code}>
                {apartWords[code] ?? code.replaceAll("-", " ")}: {count(records, "record")} with {deathsInWords(deaths)}{" "}
                deaths.
              </li>
            ))}
            {violence.caveats.map(({ code, text }) => (
              <li key={`${code}:${text}`}>{text}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

/** What was counted on a stretch of days, or that nothing can be said of it. */
function Sums({ of }: { readonly of: Partial<ViolenceAnswer["window"]> | ViolenceAnswer["baseline"] }) {
  const { days, daysNotCovered, daysWithoutRecord, deaths, deathsLow, deathsHigh, events } = of;
  if (deaths == null || days == null)
    return <>no data, since the file does not cover {count(daysNotCovered ?? 0, "day")} of it</>;
  return (
    <>
      {deathsInWords(deaths)} deaths ({deathsInWords(deathsLow ?? deaths)} to {deathsInWords(deathsHigh ?? deaths)} by
      the source's low and high figures) in {count(events ?? 0, "event")}; {count(daysWithoutRecord ?? 0, "day")} of{" "}
      {days.toLocaleString("en")} without a record
    </>
  );
}

type Apart = ViolenceAnswer["setApart"][number];

/** Records too long for the definition. The one with most deaths stands in view: a reader must know what is in no figure. */
function SetApart({ violence }: { readonly violence: ViolenceAnswer }) {
  const { setApart, setApartAll } = violence;
  if (setApartAll.records === 0) return <p>No record is set apart.</p>;
  const largest = setApart.reduce<Apart | null>(
    (most, record) => (most === null || record.deaths > most.deaths ? record : most),
    null,
  );
  const shown = setApart.slice(0, listedMax);
  const left = setApartAll.records - shown.length;
  return (
    <>
      <p>
        <strong>
          {count(setApartAll.records, "record")} with {deathsInWords(setApartAll.deaths)} deaths
        </strong>{" "}
        last too long to be put on days, and are in no figure above.
        {largest === null
          ? ""
          : ` The largest: ${deathsInWords(largest.deaths)} deaths from ${dayInWords(largest.from)} to ${dayInWords(largest.to)}, ${count(largest.days, "day")}${largest.province === null ? "" : `, ${largest.province}`}; ${overlap(largest)}.`}
      </p>
      <Opens summary={`${left > 0 ? `The first ${shown.length}` : "All"} of them`}>
        <TableFrame label="Records set apart">
          <table>
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">To</th>
                <th scope="col" className="number-cell">
                  Days
                </th>
                <th scope="col" className="number-cell">
                  Deaths
                </th>
                <th scope="col">Where</th>
                <th scope="col">Overlaps</th>
                <th scope="col">Record</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((record) => (
                <tr key={`${record.id}:${record.line}:${record.from}`}>
                  <td>
                    <Day date={record.from} />
                  </td>
                  <td>
                    <Day date={record.to} />
                  </td>
                  <td className="number-cell">{record.days}</td>
                  <td className="number-cell">{deathsInWords(record.deaths)}</td>
                  <td>{record.province ?? record.place ?? "not located"}</td>
                  <td>{overlap(record)}</td>
                  <td>
                    {record.id ?? ""} <span className="quiet">line {record.line}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
        {left <= 0 ? null : <p className="quiet">And {left.toLocaleString("en")} more.</p>}
      </Opens>
    </>
  );
}

function overlap({ overlapsWindow, overlapsBaseline }: Apart): string {
  if (overlapsWindow && overlapsBaseline) return "overlaps window and baseline";
  if (overlapsWindow) return "overlaps the window";
  return overlapsBaseline ? "overlaps the baseline" : "outside both";
}
