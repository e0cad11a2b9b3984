import type { ReturnedAnswer } from "@parley/process/returned";
import { Day, Opens } from "../words.tsx";

/** What a file holds besides proposals: comments, changes of looks, and what a draft cannot hold. */
export function Listed({ answer }: { readonly answer: ReturnedAnswer }) {
  const { comments, formatting, left } = answer;
  return (
    <>
      {comments.length === 0 ? null : (
        <Opens summary={`Comments (${comments.length})`} open>
          <ul className="plain">
            {comments.map(({ provision, on, name, date, text, isReply }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: comments have no name but their place
              <li key={at} className={isReply ? "note reply" : "note"}>
                {provision === null ? null : <a href={`#${provision}`}>{provision}</a>}{" "}
                {on.trim() === "" ? null : <q dir="auto">{on.trim()}</q>} <bdi>{text}</bdi>{" "}
                <span className="byline">
                  {name}
                  {date === null ? null : ", "}
                  {date === null ? null : <Day date={date.slice(0, 10)} />}
                </span>
              </li>
            ))}
          </ul>
        </Opens>
      )}
      {formatting.length === 0 ? null : (
        <Opens summary={`Changes of looks, only listed (${formatting.length})`}>
          <ul className="plain">
            {formatting.map(({ provision, name, what }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: changes of looks have no name but their place
              <li key={at} className="note">
                {provision ?? "outside the provisions"}: {what} <span className="byline">{name}</span>
              </li>
            ))}
          </ul>
        </Opens>
      )}
      {left.length === 0 ? null : (
        <Opens summary={`In the file, and not carried over (${left.length})`} open>
          <ul className="plain">
            {left.map(({ what, paragraph, near }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what is left has no name but its place
              <li key={at} className="note">
                {what}
                {paragraph === null ? "" : `, paragraph ${paragraph}`}
                {near === "" ? null : ": "}
                {near === "" ? null : <q dir="auto">{near}</q>}
              </li>
            ))}
          </ul>
        </Opens>
      )}
    </>
  );
}
