import type { Decision, ProposalAnswer, ReturnedAnswer } from "@parley/process/returned";
import { useContext, useEffect, useState } from "react";
import { PartiesContext } from "../words.tsx";
import { Listed } from "./listed.tsx";
import type { Who } from "./messages.ts";
import { Proposals } from "./proposals.tsx";
import { useReader } from "./reader.ts";
import "./returned.css";

export interface PanelProps {
  readonly file: File;
  readonly draft: { readonly id: string; readonly file: string };
  readonly close: () => void;
}

/** A file that came back: what it proposes, by party, what becomes of each, and the next draft. */
export function Panel({ file, draft, close }: PanelProps) {
  const parties = useContext(PartiesContext);
  const [told, setTold] = useState<Readonly<Record<string, string>>>({});
  const [returnedBy, setReturnedBy] = useState<string | null>(null);
  const known = useKnownHands();
  const whoWith = (more: Readonly<Record<string, string>>, by: string | null): Who | null =>
    known === null
      ? null
      : {
          authors: [...known, ...Object.entries(more)],
          returnedBy: by,
          names: parties.map(({ id, name }) => [id, name]),
        };
  const reader = useReader(file, draft, whoWith(told, returnedBy));
  const { reading } = reader;
  const again = (more: Readonly<Record<string, string>>, by: string | null): void => {
    setTold(more);
    setReturnedBy(by);
    const who = whoWith(more, by);
    if (who !== null) reader.hold(who);
  };
  return (
    <div className="returned" aria-live="polite">
      <div className="returned-head">
        <h2>{file.name}</h2>
        <button type="button" className="link" onClick={close}>
          Close
        </button>
      </div>
      {reading.stage === "reading" ? (
        <p>
          <progress value={reading.share} max={1} aria-label="Reading the file" />{" "}
          <button type="button" className="link" onClick={reader.stop}>
            Stop
          </button>
        </p>
      ) : null}
      {reading.stage === "stopped" ? <p>Stopped. Nothing was kept of the file.</p> : null}
      {reading.stage === "refused" ? (
        <div className="finding" role="alert">
          <p>{reading.message}</p>
          <p className="help">{reading.help}</p>
        </div>
      ) : null}
      {reading.stage === "read" ? (
        <Read
          key={JSON.stringify([told, returnedBy])}
          answer={reading.answer}
          told={told}
          returnedBy={returnedBy}
          again={again}
          make={reader.make}
        />
      ) : null}
    </div>
  );
}

/** Whose hand each name is, as the process has it. */
function useKnownHands(): Who["authors"] | null {
  const [known, setKnown] = useState<Who["authors"] | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    fetch("/hands.json", { signal: asking.signal })
      .then((answer) => answer.json())
      .then(({ authors }: { readonly authors: Who["authors"] }) => setKnown(authors))
      .catch(() => {
        if (!asking.signal.aborted) setKnown([]);
      });
    return () => asking.abort();
  }, []);
  return known;
}

function Read(props: {
  readonly answer: ReturnedAnswer;
  readonly told: Readonly<Record<string, string>>;
  readonly returnedBy: string | null;
  readonly again: (told: Readonly<Record<string, string>>, returnedBy: string | null) => void;
  readonly make: ReturnType<typeof useReader>["make"];
}) {
  const { answer, told, returnedBy, again } = props;
  const [decisions, setDecisions] = useState<Readonly<Record<string, Decision>>>({});
  const decide = (of: readonly ProposalAnswer[], decision: Decision): void =>
    setDecisions((before) => decided(before, of, decision));
  const ready = answer.unmapped.length === 0;
  return (
    <>
      <p className="lead">{answer.text}</p>
      <WhoseHands answer={answer} told={told} returnedBy={returnedBy} again={again} />
      <Proposals answer={answer} decisions={decisions} decide={decide} />
      <Listed answer={answer} />
      <p className="downloads">
        {ready ? null : "Say whose hand each name is, then the next draft can be made. "}
        <button type="button" disabled={!ready} onClick={() => props.make("draft", decisions)}>
          Next draft (.md)
        </button>
        <button type="button" disabled={!ready} onClick={() => props.make("word", decisions)}>
          Next draft in Word
        </button>
        <button type="button" disabled={!ready} onClick={() => props.make("redline", decisions)}>
          Redline in Word
        </button>
      </p>
    </>
  );
}

/** Two wordings cannot both be accepted at one place: accepting one puts its rivals back in the bracket. */
function decided(
  before: Readonly<Record<string, Decision>>,
  of: readonly ProposalAnswer[],
  decision: Decision,
): Readonly<Record<string, Decision>> {
  const after: Record<string, Decision> = { ...before };
  for (const { id, rivals } of of) {
    after[id] = decision;
    if (decision === "accept") for (const rival of rivals) if (after[rival] === "accept") after[rival] = "bracket";
  }
  return after;
}

function WhoseHands(props: {
  readonly answer: ReturnedAnswer;
  readonly told: Readonly<Record<string, string>>;
  readonly returnedBy: string | null;
  readonly again: (told: Readonly<Record<string, string>>, returnedBy: string | null) => void;
}) {
  const { answer, told, returnedBy, again } = props;
  const names = [...new Set([...Object.keys(told), ...answer.unmapped.map(({ name }) => name)])];
  return (
    <div className="hands">
      {names.map((name) => (
        <PartyChoice
          key={name}
          label={`Whose hand is “${name}”?`}
          value={told[name] ?? ""}
          choose={(party) => {
            const { [name]: _, ...rest } = told;
            again(party === "" ? rest : { ...rest, [name]: party }, returnedBy);
          }}
        />
      ))}
      {answer.untracked.length === 0 ? null : (
        <PartyChoice
          label="Who sent the file back? What changed without tracking is theirs"
          value={returnedBy ?? ""}
          choose={(party) => again(told, party === "" ? null : party)}
        />
      )}
    </div>
  );
}

function PartyChoice(props: {
  readonly label: string;
  readonly value: string;
  readonly choose: (party: string) => void;
}) {
  const parties = useContext(PartiesContext);
  return (
    <label className="field">
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.choose(event.currentTarget.value)}>
        <option value="">not said</option>
        {parties.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
