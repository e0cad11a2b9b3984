import { diagnostic } from "@parley/diagnostics";
import type { ReadBody } from "../../readings.ts";
import { type Finding, gap, restsOn, type Said, together, type View } from "./view.ts";

/** CHK-09 to CHK-11: bodies without a rule of decision, with seats nobody names, with seats or shares that do not add up. */
export function bodyFindings(view: View): Finding[] {
  return together(view, ({ reading }) => reading.bodies).flatMap((group) => [
    ...ruleFindings(view, group),
    ...group.flatMap((said) => [...sumFindings(view, said), ...shareFindings(view, said)]),
    ...unnamedFindings(view, group),
  ]);
}

type Group = readonly [Said<ReadBody>, ...Said<ReadBody>[]];

function ruleFindings(view: View, group: Group): Finding[] {
  if (group.some(({ entry }) => entry.rule.said === "stated")) return [];
  const [{ entry, placed }] = group;
  const advises = group.every((said) => said.entry.decides.value === "advises");
  return [
    gap(view, {
      code: "body-without-rule",
      severity: advises ? "note" : "warning",
      absent: `No reading says by what rule ${bodyName(entry)} ${advises ? "agrees its advice" : "decides"}`,
      unreported: `by what rule ${bodyName(entry)} ${advises ? "agrees its advice" : "decides"}`,
      why: "The same seats give a veto, a majority or nothing, depending on the rule.",
      help: "State the rule and the quorum: consensus, simple majority, two thirds of members or of those present, and who breaks a tie.",
      place: placed.placeOf(entry.path),
      related: restsOn(view, entry.provision),
    }),
  ];
}

/** The seats that namers are given; null when not every number is known. */
function seatsNamed({ namedBy }: ReadBody): number | null {
  if (namedBy.value === null) return null;
  return namedBy.value.reduce<number | null>(
    (sum, { seats }) => (sum === null || seats.value === null ? null : sum + seats.value),
    0,
  );
}

function sumFindings(view: View, { entry, placed }: Said<ReadBody>): Finding[] {
  const named = seatsNamed(entry);
  if (named === null || entry.seats.value === null || named <= entry.seats.value) return [];
  const sum = (entry.namedBy.value ?? []).map(({ seats }) => seats.value ?? 0).join(" + ");
  return [
    diagnostic({
      code: "seats-do-not-add-up",
      severity: "error",
      message: `${capitalised(bodyName(entry))} has ${seatsOf(entry.seats.value)}, and ${sum} = ${named} are given out. Two sides would claim one seat.`,
      help: "Correct the number of seats, or who names how many.",
      place: placed.placeOf([...entry.path, "named-by"]),
      related: restsOn(view, entry.provision),
    }),
  ];
}

function shareFindings(view: View, { entry, placed }: Said<ReadBody>): Finding[] {
  if (entry.shares.length === 0) return [];
  let [top, bottom] = [0n, 1n];
  for (const { numerator, denominator } of entry.shares) {
    top = top * BigInt(denominator) + BigInt(numerator) * bottom;
    bottom *= BigInt(denominator);
  }
  if (top === bottom) return [];
  const sum = entry.shares.map(({ numerator, denominator }) => `${numerator}/${denominator}`).join(" + ");
  return [
    diagnostic({
      code: "shares-do-not-add-up",
      severity: top > bottom ? "error" : "warning",
      message: `The shares of ${bodyName(entry)} are ${sum}, which is ${top > bottom ? "more" : "less"} than the whole. ${top > bottom ? "Not all of them can be given." : "Somebody's part is not said."}`,
      help: "Correct the shares so that they make one whole, or name who has the rest.",
      place: placed.placeOf([...entry.path, "shares"]),
      related: restsOn(view, entry.provision),
    }),
  ];
}

/** CHK-10: enough that one reading fills every seat. */
function unnamedFindings(view: View, group: Group): Finding[] {
  const open = group.map(({ entry }) => unnamedSeats(entry));
  if (open.some((what) => what === null)) return [];
  const [{ entry, placed }] = group;
  const what = open[0] ?? "";
  return [
    gap(view, {
      code: "body-seat-unnamed",
      severity: "warning",
      absent: `Nobody is said to name ${what} of ${bodyName(entry)}`,
      unreported: `who names ${what} of ${bodyName(entry)}`,
      why: "An empty seat stops a body before it meets, and who fills it may hold the balance.",
      help: "Say who names each seat, by when, and what happens when a side names nobody.",
      place: placed.placeOf([...entry.path, "named-by"]),
      related: restsOn(view, entry.provision),
    }),
  ];
}

/** What is open, in words; null when every seat has somebody to name it. */
function unnamedSeats(body: ReadBody): string | null {
  const { seats, namedBy } = body;
  if (namedBy.value === null)
    return seats.value === null ? "the members" : seats.value === 0 ? null : `the ${seatsOf(seats.value)}`;
  const nobody = namedBy.value.filter(({ by }) => by.value === null);
  const named = seatsNamed(body);
  const missing = named === null || seats.value === null ? 0 : Math.max(0, seats.value - named);
  const open = missing + nobody.reduce((sum, each) => sum + (each.seats.value ?? 0), 0);
  if (open > 0) return seatsOf(open);
  return nobody.length > 0 ? "some seats" : null;
}

function seatsOf(count: number): string {
  return count === 1 ? "1 seat" : `${count} seats`;
}

function bodyName({ name, id }: ReadBody): string {
  return `${/^(?:the|a|an)\s/iu.test(name) ? name : `the ${name}`} (“${id}”)`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
