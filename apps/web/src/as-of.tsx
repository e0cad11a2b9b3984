import type { Frame } from "@parley/process";
import { AskForm } from "./asking.tsx";
import { DayField, DaySlider } from "./day-slider.tsx";
import { askNames, hrefOf, type View } from "./view.ts";
import { Day, dayInWords } from "./words.tsx";

/** The day the analysis is as of, and the ways to move it: a field, a slider, and steps from one event to the next. */
export function AsOf({ view, frame }: { readonly view: View; readonly frame: Frame }) {
  const before = frame.marks.findLast(({ day }) => day < frame.asOf);
  const after = frame.marks.find(({ day }) => day > frame.asOf);
  const here = frame.marks.filter(({ day }) => day === frame.asOf);
  return (
    <div className="as-of">
      <AskForm page={view.page} asked={view.asked} keep={others} className="as-of-form" label="The day of the analysis">
        <Step mark={before} view={view} words="Previous event" glyph="‹" />
        <DayField name="as-of" label="As of" day={frame.asOf} />
        <Step mark={after} view={view} words="Next event" glyph="›" />
        <DaySlider
          label="As-of day"
          day={frame.asOf}
          days={frame.days}
          marks={frame.marks.map(({ day }) => day)}
          hrefOn={(day) => hrefOf(view.page, view.asked, { "as-of": day })}
        />
      </AskForm>
      <p className="as-of-said" title={here.map(({ text }) => text).join("; ")}>
        <strong>
          <Day date={frame.asOf} long />
        </strong>{" "}
        <span>
          · {here.length === 0 ? "nothing became known on this day" : here.map(({ text }) => text).join("; ")}
        </span>
      </p>
    </div>
  );
}

/** Every question but the day, which the form asks itself. */
const others = askNames.filter((name) => name !== "as-of");

function Step(props: {
  readonly mark: Frame["marks"][number] | undefined;
  readonly view: View;
  readonly words: string;
  readonly glyph: string;
}) {
  const { mark, view, words, glyph } = props;
  if (mark === undefined) {
    return (
      <span className="step step-none" aria-hidden="true">
        {glyph}
      </span>
    );
  }
  return (
    <a
      className="step"
      href={hrefOf(view.page, view.asked, { "as-of": mark.day })}
      title={`${words}: ${dayInWords(mark.day)}, ${mark.text}`}
    >
      <span aria-hidden="true">{glyph}</span>
      <span className="for-ear">
        {words}: {dayInWords(mark.day, true)}
      </span>
    </a>
  );
}
