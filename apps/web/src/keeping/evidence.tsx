import type { EvidenceAnswer } from "@parley/process";
import { count, Day, dayInWords, Opens, Sources } from "../words.tsx";

const reliabilityWords: Readonly<Record<string, string>> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
};
const credibilityWords: readonly string[] = [
  "confirmed by other sources",
  "probably true",
  "possibly true",
  "doubtful",
  "improbable",
  "truth cannot be judged",
];
const typeWords: Readonly<Record<string, string>> = {
  happened: "event",
  reported: "report",
  announced: "announcement",
  alleged: "allegation",
  verified: "verification",
  found: "finding",
  attributed: "attribution",
  disputed: "dispute",
  used: "use of a power",
  withdrawn: "withdrawal",
  noted: "note",
  "access-denied": "denial of access",
  "nothing-to-report": "nothing to report",
};

/** What is recorded beside a commitment, opened in place: who says what, how far it is trusted, what became of it. */
export function Evidence({
  evidence,
  about,
}: {
  readonly evidence: readonly EvidenceAnswer[];
  /** What the entries bear on, for a reader who hears the list of things that open. */
  readonly about: string;
}) {
  if (evidence.length === 0) return <p className="quiet">Nothing is recorded of it.</p>;
  const late = evidence.filter(isKnownLater).length;
  return (
    <Opens
      summary={
        <>
          {evidence.length === 1 ? "1 entry of the record" : `${evidence.length} entries of the record`}
          {late === 0 ? "" : `, ${late} known later`}
          <span className="for-ear"> on {about}</span>
        </>
      }
    >
      <ol className="plain evidence">
        {evidence.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </Opens>
  );
}

/** Of the past already on the day asked, and not known then; what tells of a later day says so by itself. */
function isKnownLater({ late, standing }: EvidenceAnswer): boolean {
  return late && standing !== "later";
}

function Entry({ entry }: { readonly entry: EvidenceAnswer }) {
  const isOut = entry.standing === "corrected" || entry.standing === "withdrawn";
  return (
    <li className={entry.standing === "counts" ? "entry" : "entry entry-out"}>
      <p className="entry-head">
        <Day date={entry.on} /> <span className="origin">{typeWords[entry.type] ?? entry.type}</span>
        {entry.by.length === 0 ? null : <> by {entry.by.join(", ")}</>}
        {isKnownLater(entry) ? (
          <span className="chip tone-open">known only on {dayInWords(entry.known)}</span>
        ) : entry.known === entry.on ? null : (
          <span className="quiet">known on {dayInWords(entry.known)}</span>
        )}
        {entry.disputed ? <span className="chip tone-open">! disputed</span> : null}
      </p>
      <p>{isOut ? <s>{entry.says}</s> : entry.says}</p>
      <p className="entry-grade">
        {entry.sources.length === 0 ? <Sources sources={[]} /> : null}
        {entry.sources.map((source) => (
          <span key={source.id}>
            <Sources sources={[source]} />
            <span className="source">
              {" · source "}
              <strong>{source.reliability}</strong>, {reliabilityWords[source.reliability] ?? "reliability not stated"}
            </span>
          </span>
        ))}
        <span className="source">
          what it says <strong>{entry.credibility}</strong>,{" "}
          {credibilityWords[entry.credibility - 1] ?? "credibility not stated"}
        </span>
      </p>
      <Became entry={entry} />
    </li>
  );
}

/** What became of an entry since: verified by somebody else, replaced, taken back, or left aside or counted as less than it claims, and why. */
function Became({ entry }: { readonly entry: EvidenceAnswer }) {
  const told = [
    ...entry.verified.map(
      ({ by, outcome, on }) =>
        `${outcome === "confirmed" ? "Verified" : `Examined, ${outcome},`} by ${by.join(", ") || "somebody not named"} on ${dayInWords(on)}.`,
    ),
    ...(entry.standing === "corrected"
      ? [`Corrected${entry.outBy === null ? "" : ` by the entry ${entry.outBy}`}.`]
      : []),
    ...(entry.standing === "withdrawn"
      ? [`Withdrawn${entry.outBy === null ? "" : ` by the entry ${entry.outBy}`}.`]
      : []),
    ...(entry.standing === "later" ? ["It tells of a day after the one asked, and does not count yet."] : []),
    ...(entry.standing === "set aside"
      ? [`Set aside${entry.why === null ? "." : `: ${entry.why}`}`]
      : entry.why === null
        ? []
        : [entry.why]),
  ];
  if (told.length === 0) return null;
  return (
    <ul className="plain became">
      {told.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** "3 entries" in the cell of a table. */
export function entriesSaid(evidence: readonly EvidenceAnswer[]): string {
  return evidence.length === 0 ? "none" : count(evidence.length, "entry", "entries");
}
