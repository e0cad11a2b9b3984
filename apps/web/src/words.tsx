import { type CivilDate, longDate, parseCivilDate, shortDate } from "@parley/calendar";
import type { DiagnosticAnswer, Frame, Source } from "@parley/process";
import { createContext, type ReactNode, useContext } from "react";

/** The parties of the process in their order, which gives each the same hue on every page. */
export const PartiesContext = createContext<Frame["parties"]>([]);

/** How many hues the style sheet has; a ninth party shares the last, and its name tells it apart. */
const huesMax = 8;

/** The class that gives a party its hue; people outside the list get the neutral one. */
export function useHue(): (party: string) => string {
  const parties = useContext(PartiesContext);
  return (party) => {
    const at = parties.findIndex(({ id }) => id === party);
    return at < 0 ? "hue-none" : `hue-${Math.min(at + 1, huesMax)}`;
  };
}

/** The name of a party, or its id when the process does not name it. */
export function usePartyName(): (party: string) => string {
  const parties = useContext(PartiesContext);
  return (party) => parties.find(({ id }) => id === party)?.name ?? party;
}

/** A party's name behind its mark of colour. */
export function Party({ id }: { readonly id: string }) {
  const [hue, name] = [useHue(), usePartyName()];
  return (
    <span className={`party ${hue(id)}`}>
      <span className="swatch" aria-hidden="true" />
      {name(id)}
    </span>
  );
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/**
 * A sentence in which what it quotes in Dari or Pashto runs by itself: among English words the day of a date or the
 * number of a length would else stand at its wrong end.
 */
export function Sentence({ text }: { readonly text: string }) {
  return text.split(/(“[^”]*”)/u).map((part, at) =>
    rightToLeft.test(part) && part.startsWith("“") ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no name but their place
      <span key={at}>
        “<bdi>{part.slice(1, -1)}</bdi>”
      </span>
    ) : (
      part
    ),
  );
}

/** A day in words; the machine's form goes beside it. What is no date is shown as it stands. */
export function Day({ date, long = false }: { readonly date: string; readonly long?: boolean }) {
  return <time dateTime={date}>{dayInWords(date, long)}</time>;
}

export function dayInWords(date: string, long = false): string {
  const civil: CivilDate | null = parseCivilDate(date);
  if (civil === null) return date;
  return long ? longDate(civil) : shortDate(civil);
}

const gradeWords: Record<Source["grade"], string> = {
  official: "official",
  party: "a party's own",
  press: "press",
  unverified: "unverified",
  assessed: "assessed",
};

/** A note between two sources ends with their semicolon and not with a full stop of its own. */
function noteWords(note: string, goesOn: boolean): string {
  return goesOn ? note.replace(/[.]$/u, "") : note;
}

/** "Reuters, 23 Mar 2021 (press)" for each source, and what is to be known of it. */
export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  if (sources.length === 0) return <span className="source">source not stated</span>;
  return (
    <span className="source">
      {sources.map((source, at) => (
        <span key={source.id}>
          {at > 0 ? "; " : ""}
          {source.outlet}
          {source.published === null ? "" : ", "}
          {source.published === null ? null : <Day date={source.published} />}{" "}
          <span className="grade">({gradeWords[source.grade]})</span>
          {source.note === null ? null : (
            <span className="source-note">: {noteWords(source.note, at < sources.length - 1)}</span>
          )}
        </span>
      ))}
    </span>
  );
}

/** How a stance or a state is drawn: a word always, and a shape so that colour is never alone. */
const tones: readonly (readonly [RegExp, Tone])[] = [
  [/^(red line|rejects|error|contradiction|order|overdue|breach found|blocked|stale)/iu, "blocked"],
  [
    /^(accepts if|reserves|under review|pending|reserved|placeholder|warning|tension|breach alleged|no data|disputed|open|not known|alternatives|no longer fresh|not reaffirmed)/iu,
    "open",
  ],
  // To prefer is not to agree.
  [/^(accepts|agreed|kept|in force)/iu, "kept"],
];
export type Tone = "blocked" | "open" | "kept" | "plain";
const shapes: Record<Tone, string> = { blocked: "■", open: "◆", kept: "●", plain: "○" };

export function toneOf(word: string): Tone {
  return tones.find(([pattern]) => pattern.test(word))?.[1] ?? "plain";
}

/** A word in a small frame, with its shape. */
export function Chip({ word, tone = toneOf(word) }: { readonly word: string; readonly tone?: Tone }) {
  return (
    <span className={`chip tone-${tone}`}>
      <span aria-hidden="true" className="shape">
        {shapes[tone]}
      </span>
      {word}
    </span>
  );
}

/** An option that has no words yet, in a box; answers write it "(blank)". */
export function OpenWords({ text }: { readonly text: string }) {
  return <span className="blank">{text.replace(/^\((.*)\)$/u, "$1")}</span>;
}

/** What opens in place, so that a reason never costs the reader the page. */
export function Opens({
  summary,
  children,
  open = false,
}: {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
}) {
  return (
    <details className="opens" open={open}>
      <summary>{summary}</summary>
      <div className="opened">{children}</div>
    </details>
  );
}

/** An empty state that says what is missing, why it matters and the one thing to do. */
export function Nothing({ what, why, todo }: { readonly what: string; readonly why: string; readonly todo: string }) {
  return (
    <div className="nothing">
      <p>
        <strong>{what}</strong> {why}
      </p>
      <p>{todo}</p>
    </div>
  );
}

/** One finding: how grave, what, how to mend it, where. */
export function Finding({ finding }: { readonly finding: DiagnosticAnswer }) {
  return (
    <div className="finding">
      <p>
        <Chip word={finding.severity} /> <Sentence text={finding.message} />
      </p>
      {finding.help === "" ? null : <p className="help">{finding.help}</p>}
      <p className="place">
        {finding.file === null ? "the whole folder" : finding.file}
        {finding.line === null ? "" : `, line ${finding.line}`}
        {finding.column === null ? "" : `, column ${finding.column}`} <span className="code">{finding.code}</span>
      </p>
      {finding.related.map((related) => (
        <p key={`${related.file}:${related.line}:${related.column}:${related.message}`} className="place">
          See also {related.file}, line {related.line}: {related.message}
        </p>
      ))}
    </div>
  );
}

/** A table that scrolls inside its own frame on a narrow screen, reachable by keyboard. */
export function TableFrame({
  label,
  children,
  className = "",
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={`table-frame ${className}`} aria-label={`${label}: table`} tabIndex={0}>
      {children}
    </section>
  );
}

/** "1 seat", "2 seats". */
export function count(n: number | string, noun: string, nouns = `${noun}s`): string {
  return `${digits(n)} ${String(n) === "1" ? noun : nouns}`;
}

/** A whole number with its thousands parted; the largest come as text, and none is rounded. */
export function digits(n: number | string): string {
  return BigInt(n).toLocaleString("en");
}
