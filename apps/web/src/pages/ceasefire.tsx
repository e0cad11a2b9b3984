import type { CeasefireAnswer } from "@parley/process";
import { AskWindow, NamedWindows } from "../ceasefire/ask-window.tsx";
import { Counted } from "../ceasefire/counted.tsx";
import { Indication, OtherWindows } from "../ceasefire/indication.tsx";
import { Provinces } from "../ceasefire/provinces.tsx";
import { Recorded } from "../ceasefire/recorded.tsx";
import { SeriesTable } from "../ceasefire/series-table.tsx";
import { Answer } from "../frame.tsx";
import { daysNear } from "../pictures/series-parts.ts";
import { ViolenceSeries } from "../pictures/violence-series.tsx";
import { type Asked, hrefOf, one } from "../view.ts";
import { Nothing } from "../words.tsx";

/** Whether violence fell, as an indication; and beside it, never mixed with it, what monitors recorded. */
export function CeasefirePage({ answer, asked }: { readonly answer: CeasefireAnswer; readonly asked: Asked }) {
  const { violence } = answer;
  return (
    <>
      <Answer question="Did violence fall?">{answer.text}</Answer>
      {answer.empty === null ? null : (
        <Nothing
          what="No figures can be given."
          why="A fall is a fall against something: it takes a source that counted both the days asked about and the days they are held against."
          todo={answer.empty}
        />
      )}
      {violence === null && answer.days.length === 0 ? null : <AskWindow answer={answer} asked={asked} />}
      <NamedWindows answer={answer} asked={asked} />
      {answer.days.length === 0 ? null : <Series answer={answer} asked={asked} />}
      {violence === null ? null : <Indication violence={violence} />}
      <Provinces answer={answer} asked={asked} />
      {violence === null ? null : <Counted violence={violence} />}
      {violence === null ? null : <OtherWindows violence={violence} asked={asked} />}
      <Recorded answer={answer} />
    </>
  );
}

function Series({ answer, asked }: { readonly answer: CeasefireAnswer; readonly asked: Asked }) {
  const { violence } = answer;
  const per = one(asked, "per") === "week" ? "week" : "day";
  const rates = per === "week" ? answer.weeks : violence === null ? answer.days : daysNear(answer.days, violence);
  const switches = [
    { value: null, words: violence === null ? "by day" : "by day, near the window", isOn: per === "day" },
    { value: "week", words: "by week, all that is known", isOn: per === "week" },
  ];
  const place = violence?.province ?? null;
  return (
    <section aria-labelledby="series">
      <h2 id="series">Over time{place === null ? "" : `, ${place}`}</h2>
      <p className="quick">
        {switches.map(({ value, words, isOn }) => (
          <a key={words} href={hrefOf("ceasefire", asked, { per: value })} aria-current={isOn ? "true" : undefined}>
            {words}
          </a>
        ))}
      </p>
      <ViolenceSeries rates={rates} gaps={answer.gaps} violence={violence} asOf={answer.asOf} />
      <SeriesTable rates={rates} per={per} />
    </section>
  );
}
