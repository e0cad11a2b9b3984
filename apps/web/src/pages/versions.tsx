import type { VersionsAnswer } from "@parley/process";
import { Chip, Nothing, Sentence } from "../words.tsx";
import { Pieces } from "./text-words.tsx";

/** The language versions of a text side by side, each difference under its provision. */
export function Versions(props: {
  readonly versions: VersionsAnswer;
  /** The provisions that hold the words looked for. */
  readonly shown: ReadonlySet<string>;
  readonly isNarrowed: boolean;
}) {
  const { versions } = props;
  const rows = props.isNarrowed ? versions.rows.filter(({ provision }) => props.shown.has(provision)) : versions.rows;
  return (
    <section aria-labelledby="languages-title" className="versions">
      <h2 id="languages-title">Side by side</h2>
      <p className="lead">{versions.text}</p>
      <Findings findings={versions.findings} />
      {rows.length === 0 ? (
        <Nothing
          what="No provision has these words."
          why="The field above narrows what is shown."
          todo="Clear it to see the whole text."
        />
      ) : (
        <Table versions={versions} rows={rows} />
      )}
    </section>
  );
}

type Row = VersionsAnswer["rows"][number];

function Table({ versions, rows }: { readonly versions: VersionsAnswer; readonly rows: readonly Row[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by itself, and the keyboard must reach it
    <section className="wide" tabIndex={0} aria-label="Language versions">
      <table className="languages">
        <thead>
          <tr>
            {versions.languages.map(({ language, name, prevails }) => (
              <th key={language} scope="col">
                {name} {prevails ? <Chip word="prevails" tone="kept" /> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <VersionRow key={row.provision} row={row} versions={versions} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function VersionRow({ row, versions }: { readonly row: Row; readonly versions: VersionsAnswer }) {
  const differs = row.findings.length > 0;
  return (
    <>
      <tr id={row.provision} className={differs ? "differs" : undefined}>
        {versions.languages.map(({ language, direction, name }, at) => {
          const cell = row.cells[at] ?? null;
          return cell === null ? (
            <td key={language} className="absent">
              <span className="blank">not in the {name} version</span>
            </td>
          ) : (
            <td key={language} lang={language} dir={direction}>
              {cell.number === null ? null : <span className="version-number">{cell.number} </span>}
              {cell.heading ? (
                <strong>
                  <Pieces pieces={cell.pieces} />
                </strong>
              ) : (
                <Pieces pieces={cell.pieces} />
              )}
            </td>
          );
        })}
      </tr>
      {differs ? (
        <tr className="difference">
          <td colSpan={versions.languages.length} data-stop tabIndex={-1}>
            <Findings findings={row.findings} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Findings({ findings }: { readonly findings: Row["findings"] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="plain">
      {findings.map(({ code, severity, text, help }) => (
        <li key={`${code}:${text}`}>
          <Chip
            word={severity === "note" ? "may be the same" : "differs"}
            tone={severity === "note" ? "plain" : "open"}
          />{" "}
          <Sentence text={text} />{" "}
          <span className="help">
            <Sentence text={help} />
          </span>
        </li>
      ))}
    </ul>
  );
}
