import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { type Asked, type AskName, type PageName, pathOf } from "./view.ts";

/** Asks the address of a form or a link. On the server, and until the script runs, nothing is listening. */
export interface Ask {
  /** Shows the answer at this address; `replace` keeps the history short while a slider moves. */
  readonly go: (href: string, how?: { readonly replace?: boolean }) => void;
}

export const AskContext = createContext<Ask>({ go: () => {} });
export const useAsk = (): Ask => useContext(AskContext);

/**
 * A form whose fields are the query of its page. Without a script it is sent by its button; with one, every change
 * asks at once. Questions it has no field for (`keep`) go along hidden.
 */
export function AskForm(props: {
  readonly page: PageName;
  readonly asked: Asked;
  readonly keep: readonly AskName[];
  readonly className?: string;
  readonly label?: string;
  readonly children: ReactNode;
  /** What the button says that only a reader without script needs. */
  readonly button?: string;
}) {
  const ask = useAsk();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    ask.go(addressOf(event.currentTarget));
  };
  const form = useRef<HTMLFormElement>(null);
  const first = useRef(ask);
  // What was chosen or typed before the script took over is still in its field, and nothing has asked it yet.
  useEffect(() => {
    if (form.current !== null && isTouched(form.current)) first.current.go(addressOf(form.current), { replace: true });
  }, []);
  return (
    <form
      ref={form}
      action={pathOf(props.page)}
      method="get"
      className={props.className}
      aria-label={props.label}
      onSubmit={send}
    >
      {props.keep.flatMap((name) =>
        (props.asked[name] ?? []).map((value) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        )),
      )}
      {props.children}
      <button type="submit" className={props.button === undefined ? "only-without-script" : undefined}>
        {props.button ?? "Show"}
      </button>
    </form>
  );
}

/** A list to choose one of. */
export function Choice(props: {
  readonly name: AskName;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}) {
  const ask = useAsk();
  const [picked, setPicked] = useMirrored(props.value);
  return (
    <label className="field">
      <span>{props.label}</span>
      <select
        name={props.name}
        value={picked}
        onChange={(event) => {
          const { form, value } = event.currentTarget;
          setPicked(value);
          // The list still holds the new value here; once React has drawn again the form would say the old one.
          if (form !== null) ask.go(addressOf(form));
        }}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A box to tick. */
export function Tick(props: {
  readonly name: AskName;
  readonly value: string;
  readonly ticked: boolean;
  readonly children: ReactNode;
}) {
  const ask = useAsk();
  const [ticked, setTicked] = useMirrored(props.ticked);
  return (
    <label className="tick">
      <input
        type="checkbox"
        name={props.name}
        value={props.value}
        checked={ticked}
        onChange={(event) => {
          const { form, checked } = event.currentTarget;
          setTicked(checked);
          if (form !== null) ask.go(addressOf(form));
        }}
      />
      <span>{props.children}</span>
    </label>
  );
}

/** A field that narrows what is shown while one types; `/` puts the cursor here. */
export function FindField(props: { readonly value: string; readonly label: string }) {
  const ask = useAsk();
  const [typed, setTyped] = useMirrored(props.value);
  return (
    <label className="field">
      <span>{props.label}</span>
      <input
        type="search"
        name="find"
        value={typed}
        data-find
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          if (event.currentTarget.form !== null) ask.go(addressOf(event.currentTarget.form), { replace: true });
        }}
      />
    </label>
  );
}

/** A value the reader may change before the answer comes, and that follows the answer when it does. */
export function useMirrored<T>(value: T): [T, (value: T) => void] {
  const [held, hold] = useState(value);
  useEffect(() => hold(value), [value]);
  return [held, hold];
}

/** Whether a field of the form says something else than the server drew. */
function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement)
      return [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
    if (!(field instanceof HTMLInputElement)) return false;
    return field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  });
}

/** Where a form would go, as the browser would send it. */
export function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value !== "") query.append(name, value);
  const text = query.toString();
  const path = form.getAttribute("action") ?? "/";
  return text === "" ? path : `${path}?${text}`;
}
