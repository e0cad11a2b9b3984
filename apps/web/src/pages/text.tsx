import type { ChangeAnswer, PieceAnswer, ProvisionAnswer, TextAnswer } from "@parley/process";
import { AskForm, Choice, FindField, Tick } from "../asking.tsx";
import { Answer } from "../frame.tsx";
import { Returned } from "../returned/drop.tsx";
import { type Asked, hrefOf, one } from "../view.ts";
import { Chip, count, Day, dayInWords, Nothing, Party, Sources, toneOf } from "../words.tsx";
import { ComparedWords, Pieces } from "./text-words.tsx";
import { Versions } from "./versions.tsx";

/** The draft as a document: brackets and statuses in place, readings and positions in the margin. */
export function TextPage({ answer, asked }: { readonly answer: TextAnswer; readonly asked: Asked }) {
  const { draft } = answer;
  const find = (one(asked, "find") ?? "").toLowerCase();
  const shown =
    find === ""
      ? answer.provisions
      : answer.provisions.filter((provision) => wordsOf(provision).toLowerCase().includes(find));
  const other = answer.texts.find(({ id }) => id === answer.comparedWith);
  return (
    <>
      <Answer question="What does the draft say, and what in it is open?">{answer.text}</Answer>
      <AskForm page="text" asked={asked} keep={["as-of"]} className="controls" label="Which text">
        <Choice
          name="text"
          label="Text"
          value={draft.id}
          options={answer.texts.map(({ id, name, date }) => ({ value: id, label: labelOf(name, date) }))}
        />
        <Choice
          name="compare"
          label="Compared with"
          value={answer.comparedWith ?? ""}
          options={[
            { value: "", label: "no other text" },
            ...answer.texts
              .filter(({ id }) => id !== draft.id)
              .map(({ id, name, date }) => ({ value: id, label: labelOf(name, date) })),
          ]}
        />
        <FindField value={one(asked, "find") ?? ""} label="Find" />
        {answer.languages.length === 0 ? null : (
          <Tick name="beside" value="languages" ticked={answer.versions !== null}>
            Beside {answer.languages.join(" and ")}
          </Tick>
        )}
        <a className="beside" href={`/texts/${encodeURIComponent(draft.id)}.md`}>
          As written (plain text)
        </a>
      </AskForm>
      {other === undefined ? null : <Comparison answer={answer} other={other.name} />}
      <Returned draft={draft} />
      {answer.versions === null ? (
        <Draft answer={answer} shown={shown} />
      ) : (
        <Versions versions={answer.versions} shown={new Set(shown.map(({ id }) => id))} isNarrowed={find !== ""} />
      )}
      {answer.deleted.length === 0 ? null : (
        <Deleted changes={answer.deleted} other={other?.name ?? "the other text"} />
      )}
      {find === "" ? null : (
        <p>
          <a href={hrefOf("text", asked, { find: null })}>Show the whole text</a>
        </p>
      )}
    </>
  );
}

function Draft({ answer, shown }: { readonly answer: TextAnswer; readonly shown: readonly ProvisionAnswer[] }) {
  const { draft } = answer;
  return (
    <article className="document" lang={draft.language} dir={draft.direction} aria-labelledby="document-title">
      <header className="document-head" lang="en" dir="ltr">
        <h2 id="document-title" lang={draft.language} dir={draft.direction}>
          {draft.title}
        </h2>
        {draft.notice === null ? null : <p className="document-notice">{draft.notice}</p>}
        <p className="byline">
          {draft.drafter}
          {draft.date === null ? "" : ", "}
          {draft.date === null ? null : <Day date={draft.date} />}
          {draft.stage === null ? "" : ` · ${draft.stage}`} · {draft.basis}
        </p>
        {draft.source === null ? null : (
          <p>
            <Sources sources={[draft.source]} />
          </p>
        )}
      </header>
      {shown.length === 0 ? (
        <Nothing
          what="No provision has these words."
          why="The field above narrows what is shown."
          todo="Clear it to see the whole text."
        />
      ) : null}
      {shown.map((provision) => (
        <Provision key={provision.id} provision={provision} />
      ))}
    </article>
  );
}

function labelOf(name: string, date: string | null): string {
  return date === null ? name : `${name}, ${dayInWords(date)}`;
}

function wordsOf(provision: ProvisionAnswer): string {
  return `${provision.number ?? ""} ${provision.heading ?? ""} ${provision.pieces.map(plainWords).join("")}`;
}

function plainWords(piece: PieceAnswer): string {
  if (piece.kind === "break") return " ";
  if (piece.kind !== "bracket") return piece.text;
  return piece.alternatives.map(({ pieces }) => pieces.map(plainWords).join("")).join(" | ");
}

function Comparison({ answer, other }: { readonly answer: TextAnswer; readonly other: string }) {
  const changed = answer.provisions.filter(({ change }) => change !== null && change.kind !== "unchanged");
  return (
    <p className="comparison">
      Against {other}: {count(changed.length, "provision")} changed or added, {answer.deleted.length} only in the other.
      Words{" "}
      <ins>
        <span className="for-ear">added: </span>added
      </ins>{" "}
      are underlined, words{" "}
      <del>
        <span className="for-ear">removed: </span>removed
      </del>{" "}
      are struck through.
    </p>
  );
}

function Provision({ provision }: { readonly provision: ProvisionAnswer }) {
  const { change } = provision;
  const isChanged = change !== null && change.kind !== "unchanged";
  const isHeading = provision.heading !== null;
  return (
    <section
      id={provision.id}
      className={`provision depth-${Math.min(provision.depth, 4)} kind-${safe(provision.kind)}${isChanged ? " changed" : ""}`}
      data-stop={isChanged ? true : undefined}
      tabIndex={isChanged ? -1 : undefined}
    >
      <p className="status-margin" lang="en" dir="ltr">
        {isHeading || provision.status === "" ? null : (
          <span className={`status tone-${toneOf(provision.status)}`}>{provision.status}</span>
        )}
        {isChanged ? <span className="change-kind">{kindWords[change.kind]}</span> : null}
      </p>
      <div className="words">
        {isHeading ? <Heading provision={provision} /> : null}
        {!isHeading ||
        provision.pieces.some((piece) => plainWords(piece).trim() !== "" && plainWords(piece) !== provision.heading) ? (
          <Words provision={provision} isHeading={isHeading} />
        ) : null}
        {isChanged ? (
          <p className="change-said" lang="en" dir="ltr">
            {change.text}
            {change.proposedBy === null ? "" : " Proposed by "}
            {change.proposedBy === null ? null : <Party id={change.proposedBy} />}
          </p>
        ) : null}
      </div>
      <Margin provision={provision} />
    </section>
  );
}

function Words({ provision, isHeading }: { readonly provision: ProvisionAnswer; readonly isHeading: boolean }) {
  const words = provision.change?.words ?? [];
  if (isHeading) return null;
  return (
    <p className="own-words">
      <ProvisionNumber provision={provision} />
      {words.some(({ kind }) => kind !== "same") ? (
        <ComparedWords words={words} />
      ) : (
        <Pieces pieces={provision.pieces} />
      )}
    </p>
  );
}

const kindWords: Record<ChangeAnswer["kind"], string> = {
  unchanged: "unchanged",
  reworded: "reworded",
  moved: "moved",
  renumbered: "renumbered",
  split: "split",
  merged: "merged",
  added: "added",
  deleted: "left out",
  "bracket-opened": "bracket opened",
  "bracket-filled": "blank filled",
  "bracket-cleaned": "bracket cleaned",
  "option-added": "option added",
  "option-removed": "option taken out",
};

/** A class made from a word of an answer; anything but letters is dropped. */
function safe(word: string): string {
  return word.replace(/[^a-z]/giu, "");
}

function Heading({ provision }: { readonly provision: ProvisionAnswer }) {
  const inside = (
    <>
      {provision.number === null ? null : <span className="heading-number">{provision.number}</span>}{" "}
      {provision.heading}
    </>
  );
  return provision.depth === 0 ? <h3>{inside}</h3> : provision.depth === 1 ? <h4>{inside}</h4> : <h5>{inside}</h5>;
}

function ProvisionNumber({ provision }: { readonly provision: ProvisionAnswer }) {
  return (
    <a className="number" href={`#${provision.id}`} title={`The address of this provision: ${provision.id}`}>
      {provision.number ?? <span aria-hidden="true">¶</span>}
      {provision.number === null ? <span className="for-ear">Address of this provision</span> : null}
    </a>
  );
}

/** Readings and positions beside a provision: folded on a small screen, clipped to its height on a wide one. */
function Margin({ provision }: { readonly provision: ProvisionAnswer }) {
  const { readings, positions } = provision;
  if (readings.length + positions.length === 0) return null;
  const said = [
    readings.length === 0 ? null : count(readings.length, "reading"),
    positions.length === 0 ? null : count(positions.length, "position"),
  ].filter((part) => part !== null);
  return (
    <div className="margin" lang="en" dir="ltr">
      <details className="notes">
        <summary>{said.join(", ")}</summary>
        <ul className="plain">
          {positions.map((position) => (
            <li key={position.id} className={`note${position.standing === "superseded" ? " superseded" : ""}`}>
              <Party id={position.party} />{" "}
              <Chip
                word={position.stance}
                tone={
                  position.standing === "in force" || position.standing === "not reaffirmed"
                    ? toneOf(position.stance)
                    : "plain"
                }
              />
              <span className="note-words"> {position.words}</span>
              <span className="byline">
                {" "}
                {position.speaker}, <Day date={position.said} />
                {position.standing === "in force" ? "" : ` · ${position.standing}`}.{" "}
              </span>
              <Sources sources={position.sources} />
            </li>
          ))}
          {readings.map((reading) => (
            <li key={`${reading.reader}:${reading.kind}:${reading.text}`} className="note">
              <span className="reading-kind">{reading.kind === "ceasefire" ? "ceasefire term" : reading.kind}</span>{" "}
              {reading.text}
              {reading.stale ? <Chip word="stale" /> : null}
              <span className="byline">
                {" "}
                as read by {reading.reader}, from the words “{reading.words}”.
              </span>{" "}
              {reading.source === null ? null : <Sources sources={[reading.source]} />}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Deleted({ changes, other }: { readonly changes: readonly ChangeAnswer[]; readonly other: string }) {
  return (
    <section className="deleted" aria-labelledby="deleted">
      <h2 id="deleted">In {other}, and not here</h2>
      <ul className="plain">
        {changes.map((change) => (
          <li key={`${change.provision}:${change.bracket}:${change.kind}`} data-stop tabIndex={-1}>
            <p className="change-said">{change.text}</p>
            {change.before === null ? null : (
              <p className="quote">
                {change.before.number} {change.before.text}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
