import type { MatrixAnswer } from "@parley/process";
import { AskForm, Choice, FindField } from "../asking.tsx";
import { Answer } from "../frame.tsx";
import { type Asked, hrefOf, hrefTo, one } from "../view.ts";
import { Chip, Day, Nothing, OpenWords, Party, TableFrame, toneOf, useHue } from "../words.tsx";

type Issue = MatrixAnswer["issues"][number];

/** Issues down, drafts and parties across, the words in the cells. */
export function IssuesPage({ answer, asked }: { readonly answer: MatrixAnswer; readonly asked: Asked }) {
  const show = one(asked, "show") ?? "all";
  const find = (one(asked, "find") ?? "").toLowerCase();
  const shown = answer.issues.filter((issue) => fits(issue, { show, find }));
  return (
    <>
      <Answer question="What is open, in whose words, and who stands where?">{answer.text}</Answer>
      <AskForm page="issues" asked={asked} keep={["as-of"]} className="controls" label="What is shown">
        <FindField value={one(asked, "find") ?? ""} label="Find" />
        <Choice
          name="show"
          label="Show"
          value={show}
          options={[
            { value: "all", label: "all issues" },
            { value: "open", label: "only those with open words" },
            { value: "contested", label: "only those a party refuses" },
          ]}
        />
        <a
          className="beside"
          href={`/issues.csv${one(asked, "as-of") === undefined ? "" : `?as-of=${one(asked, "as-of")}`}`}
          download
        >
          As a table file (CSV)
        </a>
      </AskForm>
      {shown.length === 0 ? (
        <Nothing
          what={answer.issues.length === 0 ? "There is no issue by this day." : "No issue fits."}
          why={
            answer.issues.length === 0
              ? "An issue is an open bracket or a contested provision of a tabled draft."
              : "The words or the choice above leave nothing."
          }
          todo={
            answer.issues.length === 0
              ? "Choose a later day above, or table a draft."
              : "Clear the field, or show all issues."
          }
        />
      ) : (
        <TableFrame label="Issues by drafts and parties" className="matrix-frame">
          <table className="matrix">
            <caption className="for-ear">
              Each row is an issue; columns are the drafts, oldest first, then the parties.
            </caption>
            <thead>
              <tr>
                <th scope="col" className="corner">
                  Issue
                </th>
                {answer.drafts.map((draft) => (
                  <th key={draft.id} scope="col">
                    <a href={hrefTo("text", asked, { text: draft.id })}>{draft.name}</a>
                    <span className="th-under">
                      {draft.by}, <Day date={draft.date} />
                      {draft.alleged ? " · alleged, does not decide" : ""}
                    </span>
                  </th>
                ))}
                {answer.parties.map((party) => (
                  <th key={party.id} scope="col">
                    <Party id={party.id} />
                    <span className="th-under">has said</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((issue) => (
                <Row key={issue.id} issue={issue} answer={answer} asked={asked} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      <p className="quiet">
        {shown.length} of {answer.issues.length} issues.{" "}
        {shown.length < answer.issues.length ? (
          <a href={hrefOf("issues", asked, { show: null, find: null })}>Show all</a>
        ) : null}
      </p>
    </>
  );
}

function fits(issue: Issue, { show, find }: { readonly show: string; readonly find: string }): boolean {
  if (show === "open" && !issue.wordings.some(({ state }) => state === "open" || state === "alternatives"))
    return false;
  const refused = issue.stances.some(({ stances }) =>
    stances.some(({ stance, decides }) => decides && toneOf(stance) === "blocked"),
  );
  if (show === "contested" && !refused) return false;
  const words = [
    issue.name,
    ...issue.wordings.flatMap(({ options }) => options.map(({ text }) => text)),
    ...issue.stances.flatMap(({ stances }) => stances.map((stance) => stance.words)),
  ];
  return words.join(" ").toLowerCase().includes(find);
}

function Row({
  issue,
  answer,
  asked,
}: {
  readonly issue: Issue;
  readonly answer: MatrixAnswer;
  readonly asked: Asked;
}) {
  const hue = useHue();
  return (
    <tr id={issue.id}>
      <th scope="row" data-stop tabIndex={-1}>
        <a href={`${hrefTo("text", asked, { text: draftOf(issue) })}#${issue.provision}`}>{issue.name}</a>
        <span className="th-under">
          <Chip word={issue.status} />
        </span>
      </th>
      {answer.drafts.map((draft, at) => (
        <Wording key={draft.id} wording={issue.wordings[at]} alleged={draft.alleged} />
      ))}
      {answer.parties.map((party, at) => (
        <td key={party.id} className={`stances ${hue(party.id)}`}>
          {(issue.stances[at]?.stances ?? []).map((stance) => (
            <div key={stance.position} className={stance.decides ? "cell-stance" : "cell-stance silent"}>
              <p>
                <Chip word={stance.stance} tone={stance.decides ? toneOf(stance.stance) : "plain"} />{" "}
                <Day date={stance.said} />
              </p>
              <p className="cell-words">
                <a href={`${hrefTo("positions", asked)}#${stance.position}`}>{stance.words}</a>
              </p>
              {stance.standing === "in force" ? null : <p className="standing">{stance.standing}</p>}
            </div>
          ))}
          {(issue.stances[at]?.stances.length ?? 0) === 0 ? <span className="silence">nothing said</span> : null}
        </td>
      ))}
    </tr>
  );
}

function Wording({
  wording,
  alleged,
}: {
  readonly wording: Issue["wordings"][number] | undefined;
  readonly alleged: boolean;
}) {
  if (wording === undefined || wording.state === "absent") return <td className="absent">not in this draft</td>;
  if (wording.state === "not reported") return <td className="absent">not reported</td>;
  return (
    <td className={`wording wording-${wording.state}${alleged ? " silent" : ""}`}>
      {wording.options.map((option) => (
        <p key={option.id} className="option">
          {option.open ? <OpenWords text={option.text} /> : option.text}
        </p>
      ))}
      {wording.options.length === 0 ? <span className="blank">open</span> : null}
    </td>
  );
}

/** The first draft that has the provision: there its words are read. */
function draftOf({ wordings }: MatrixAnswer["issues"][number]): string {
  return wordings.find(({ state }) => state !== "not reported" && state !== "absent")?.draft ?? "";
}
