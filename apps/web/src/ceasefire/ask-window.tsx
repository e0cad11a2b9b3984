import type { CeasefireAnswer } from "@parley/process";
import { AskForm, Choice } from "../asking.tsx";
import { type Asked, hrefOf, one } from "../view.ts";
import { baselineAsked, windowAsked } from "./in-words.ts";

/** A form to ask of other days, against another baseline, or of one province. */
export function AskWindow({ answer, asked }: { readonly answer: CeasefireAnswer; readonly asked: Asked }) {
  const { violence, provinces } = answer;
  const named = violence === null ? [] : [violence, ...violence.others].filter(({ id }) => id !== null);
  const province = one(asked, "province") ?? violence?.province ?? "";
  return (
    <AskForm
      page="ceasefire"
      asked={asked}
      keep={["as-of", "figures", "per"]}
      className="controls ask-window"
      label="Ask of other days"
      button="Ask"
    >
      <label className="field">
        <span>Window: a first and a last day</span>
        <input
          name="window"
          defaultValue={one(asked, "window") ?? ""}
          placeholder={violence === null ? "2020-02-22..2020-02-28" : windowAsked(violence)}
          autoComplete="off"
          spellCheck={false}
          list="windows"
        />
      </label>
      <datalist id="windows">
        {named.map(({ id, name }) => (
          <option key={id} value={id ?? ""}>
            {name}
          </option>
        ))}
      </datalist>
      <label className="field">
        <span>Held against: days, or a number agreed</span>
        <input
          name="baseline"
          defaultValue={one(asked, "baseline") ?? ""}
          placeholder={violence === null ? "21 days before" : baselineAsked(violence)}
          autoComplete="off"
          spellCheck={false}
          list="baselines"
        />
      </label>
      <datalist id="baselines">
        {["7 days before", "21 days before", "28 days before", "12 a day"].map((baseline) => (
          <option key={baseline} value={baseline} />
        ))}
      </datalist>
      {provinces.length === 0 ? null : (
        <Choice
          name="province"
          label="Province"
          value={province}
          options={[
            { value: "", label: "all together" },
            ...provinces
              .map(({ name }) => ({ value: name, label: name }))
              .sort((a, b) => a.label.localeCompare(b.label, "en")),
          ]}
        />
      )}
    </AskForm>
  );
}

/** Windows that the folder names, and its other files, to go to by one press. */
export function NamedWindows({ answer, asked }: { readonly answer: CeasefireAnswer; readonly asked: Asked }) {
  const { violence } = answer;
  if (violence === null) return null;
  const windows = [violence, ...violence.others].filter(({ id }) => id !== null);
  const isOwn = one(asked, "window") === undefined && one(asked, "baseline") === undefined;
  if (windows.length < 2 && violence.files.length < 2 && isOwn) return null;
  return (
    <p className="quick named-windows">
      {windows.length < 2 && isOwn
        ? null
        : windows.map(({ id, name }) => (
            <a
              key={id}
              href={hrefOf("ceasefire", asked, { window: id, baseline: null })}
              aria-current={id === violence.id && one(asked, "baseline") === undefined ? "true" : undefined}
            >
              {name}
            </a>
          ))}
      {violence.files.length < 2
        ? null
        : violence.files.map(({ id, name }) => (
            <a
              key={id}
              href={hrefOf("ceasefire", asked, { figures: id, window: null, baseline: null, province: null })}
              aria-current={id === violence.data.id ? "true" : undefined}
            >
              Figures: {name}
            </a>
          ))}
      {isOwn ? null : (
        <a href={hrefOf("ceasefire", asked, { window: null, baseline: null, province: null })}>as the process has it</a>
      )}
    </p>
  );
}
