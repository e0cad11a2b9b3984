import type { BriefAnswer, Frame } from "@parley/process";
import { AskForm, Choice, Tick } from "../asking.tsx";
import { type Asked, one } from "../view.ts";
import { Chip, Day, dayInWords, Sources, TableFrame } from "../words.tsx";

/** One to three pages to take into the room. On paper only the sheet is printed. */
export function BriefPage({
  answer,
  asked,
  frame,
}: {
  readonly answer: BriefAnswer;
  readonly asked: Asked;
  readonly frame: Frame;
}) {
  return (
    <>
      <AskForm page="brief" asked={asked} keep={["as-of"]} className="controls no-print" label="What the brief covers">
        <Choice
          name="since"
          label="What changed since"
          value={one(asked, "since") ?? answer.since ?? ""}
          options={[
            { value: "", label: "as the brief has it" },
            ...frame.marks
              .filter(({ day }) => day < frame.asOf)
              .reverse()
              .map(({ day, text }) => ({ value: day, label: `${dayInWords(day)}: ${inShort(text)}` })),
          ]}
        />
        <Tick name="shareable" value="yes" ticked={answer.shareable}>
          Shareable: without assessments, blocking sets, movements and unpublished positions
        </Tick>
        <a className="beside" href={markdownOf(asked)} download>
          As plain text (Markdown)
        </a>
        <span className="quiet">Print with the browser: A4 or Letter.</span>
      </AskForm>
      <article className="sheet">
        <header className="sheet-head">
          <p className="handling">
            <span aria-hidden="true">{answer.shareable ? "◇" : "◆"} </span>
            {answer.handling}
          </p>
          <h1>{answer.title}</h1>
          <p className="sheet-day">
            Brief as of <Day date={answer.asOf} long />
          </p>
          {answer.notice === null ? null : <p className="sheet-notice">{answer.notice}</p>}
        </header>
        {answer.sections.map((section) => (
          <Section key={section.id} section={section} asked={asked} />
        ))}
      </article>
    </>
  );
}

const optionLetters = 60;

/** As many whole words as an option has room for. */
function inShort(text: string): string {
  return text.length <= optionLetters ? text : `${text.slice(0, optionLetters).replace(/\s+\S*$/u, "")} …`;
}

function markdownOf(asked: Asked): string {
  const query = new URLSearchParams();
  for (const name of ["as-of", "since", "shareable"] as const) {
    const value = one(asked, name);
    if (value !== undefined) query.set(name, value);
  }
  return `/brief.md${query.size === 0 ? "" : `?${query}`}`;
}

function Section({ section, asked }: { readonly section: BriefAnswer["sections"][number]; readonly asked: Asked }) {
  return (
    <section aria-labelledby={`brief-${section.id}`}>
      <h2 id={`brief-${section.id}`}>{section.title}</h2>
      {section.lead === "" ? null : <p className="sheet-lead">{section.lead}</p>}
      {section.items.length === 0 ? null : (
        <ul className="sheet-items">
          {section.items.map((item) => (
            <li key={`${item.mark}:${item.text}`}>
              {item.mark === null ? null : <Chip word={item.mark} />} {item.text}{" "}
              {item.href === null ? null : (
                <a className="reason no-print" href={onThatDay(item.href, asked)}>
                  reason<span className="for-ear">: {item.text}</span>
                </a>
              )}{" "}
              {item.sources.length === 0 ? null : <Sources sources={item.sources} />}
              {item.under.length === 0 ? null : (
                <ul>
                  {item.under.map((under) => (
                    <li key={under}>{under}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
      {section.table === null ? null : (
        <TableFrame label={section.title}>
          <table>
            <thead>
              <tr>
                {section.table.head.map((head) =>
                  head === "" ? (
                    <td key="" />
                  ) : (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {section.table.rows.map((row) => (
                <tr key={row.join("\u0000")}>
                  {row.map((cell, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns never move within a row
                    <td key={at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
}

/** Links of an answer lead to pages of the workbench and nowhere else, and to them as of the day of the brief. */
function onThatDay(href: string, asked: Asked): string {
  if (!/^\/(?![/\\])/u.test(href)) return "/";
  const day = one(asked, "as-of");
  if (day === undefined) return href;
  const [address = "", place] = href.split("#");
  const query = `${address.includes("?") ? "&" : "?"}as-of=${encodeURIComponent(day)}`;
  return `${address}${query}${place === undefined ? "" : `#${place}`}`;
}
