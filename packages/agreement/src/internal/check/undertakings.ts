import type { CheckCode } from "../../check.ts";
import type { Commitment } from "../../readings.ts";
import { type Finding, gap, restsOn, type Said, together, type View } from "./view.ts";

interface Point {
  readonly code: CheckCode;
  /** True when this point is asked of such a commitment at all. */
  readonly asked: (commitment: Commitment) => boolean;
  readonly said: (commitment: Commitment, view: View) => "stated" | "not-stated" | "nothing";
  /** What nobody says, after "No reading says" or "Not reported:". */
  readonly absent: (act: string) => string;
  readonly why: string;
  readonly help: string;
}

const points: readonly Point[] = [
  {
    code: "undertaking-without-party",
    asked: () => true,
    said: ({ by }) => by.said,
    absent: (act) => `who is to ${act}`,
    why: "What is everybody's duty is kept by nobody, and no breach of it can be laid to anyone.",
    help: "Name the party in the text, and in the reading under “by”.",
  },
  {
    code: "undertaking-without-date",
    // A prohibition and a permission hold from the start; a recurring duty has its rhythm.
    asked: ({ force, recurring }) => force === "shall" && recurring.said !== "stated",
    said: ({ due, event }, { readings }) =>
      event !== null && readings.some(({ reading }) => reading.dates.some(({ holds }) => holds.event === event))
        ? "stated"
        : due.said,
    absent: (act) => `by when this is to be done: ${act}`,
    why: "An undertaking without a date is never late.",
    help: "Set a day, or a length after an event that will surely happen, and put it in the reading under “due”.",
  },
  {
    code: "undertaking-without-verifier",
    asked: ({ force }) => force !== "may",
    said: ({ verifiedBy }) => verifiedBy.said,
    absent: (act) => `who verifies whether this is kept: ${act}`,
    why: "Where nobody verifies, each side is its own judge, and the dispute is about facts.",
    help: "Name who verifies in the text, and in the reading under “verified-by”.",
  },
];

/** CHK-01 to CHK-03: an undertaking for which no reading finds a party, a date or a verifier. */
export function undertakingFindings(view: View): Finding[] {
  return together(view, ({ reading }) => reading.commitments).flatMap((group) =>
    points.flatMap((point) => findingOf(view, point, group)),
  );
}

function findingOf(view: View, point: Point, group: readonly [Said<Commitment>, ...Said<Commitment>[]]): Finding[] {
  if (group.some(({ entry }) => !point.asked(entry) || point.said(entry, view) === "stated")) return [];
  // A reader who left the point out has not said that the text is silent on it.
  const looked = group.find(({ entry }) => point.said(entry, view) === "not-stated");
  const { entry, placed } = looked ?? group[0];
  const absent = `${point.absent(`${entry.force === "shall-not" ? "not " : ""}${entry.act}`)} (commitment “${entry.id}”)`;
  return [
    gap(view, {
      code: point.code,
      severity: looked === undefined ? "note" : "warning",
      absent: `${looked === undefined ? "No reading" : `As ${placed.reading.reader} reads it, the text nowhere`} says ${absent}`,
      unreported: absent,
      why: point.why,
      help: looked === undefined ? `${point.help} If the text does not say, write “not stated”.` : point.help,
      place: placed.placeOf(entry.path),
      related: restsOn(view, entry.provision),
    }),
  ];
}
