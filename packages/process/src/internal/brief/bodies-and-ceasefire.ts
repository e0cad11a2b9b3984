import { allBrackets, allProvisions, cleanText } from "@parley/agreement";
import type { BodiesAnswer } from "../../answers/bodies.ts";
import type { BriefSection } from "../../answers/brief.ts";
import type { State } from "../../fold.ts";
import { basisOf } from "../join/issues.ts";
import { counted, listed } from "../join/view.ts";
import { item } from "./item.ts";

export function bodiesSection(bodies: BodiesAnswer): BriefSection {
  // Shares without a body stand on the page of bodies: here they would be read as seats.
  const weighed = bodies.bodies.filter(({ hypotheses, shares }) => hypotheses.length > 0 && !shares);
  const others = bodies.bodies.filter(({ hypotheses }) => hypotheses.length === 0);
  // Said only where it holds: a body in which either party, joined by the one member apart, decides alone.
  const siding = weighed.flatMap(({ name, hypotheses }) => {
    const allied = hypotheses.filter(isAllied);
    return allied.length > 0 && allied.every(({ decidesAlone }) => decidesAlone !== null)
      ? [{ name, rule: allied[0]?.rule ?? "" }]
      : [];
  });
  return {
    id: "bodies",
    title: "The bodies",
    lead: bodies.text,
    items: [
      ...weighed.map((body) =>
        item(bodyWords(body), {
          href: "/bodies",
          mark: body.rule === notReported ? "Rule not reported" : "Stated rule",
        }),
      ),
      ...[...Map.groupBy(siding, ({ rule }) => rule)].map(([rule, allied]) =>
        item(
          `${listed(allied.map(({ name }) => name))}: if ${rule.charAt(0).toLowerCase()}${rule.slice(1)}, and the one member apart sides with a party, that party decides alone`,
          { mark: "Alliance" },
        ),
      ),
      ...(others.length === 0
        ? []
        : [
            item(
              `Nothing can be said of who decides in: ${listed(others.map(({ name, draft }) => `${name} (${draft})`))}`,
              { mark: "Not reported" },
            ),
          ]),
    ],
    table: weighed.length === 0 ? null : hypothesesTable(weighed),
  };
}

type Body = BodiesAnswer["bodies"][number];

const notReported = "not reported";

function isAllied({ sides }: Body["hypotheses"][number]): boolean {
  return sides !== null;
}

function bodyWords(body: Body): string {
  const seats =
    body.seats === null
      ? "seats not reported"
      : `${body.seats} seats = ${body.namedBy.map(({ name, seats: n }) => `${n} ${name}`).join(" + ")}`;
  const rule = body.rule === notReported ? "" : `; rule: ${body.rule}`;
  return `${body.name} (${body.draft}): ${seats}${rule}; ${body.advisory === notReported ? "whether it decides or advises is not reported" : `it ${body.advisory}`}`;
}

/** Power by rule, a row for each body: the shares stand in the order of its blocs. */
function hypothesesTable(bodies: readonly Body[]): NonNullable<BriefSection["table"]> {
  const rules = [
    ...new Set(
      bodies.flatMap(({ hypotheses }) => hypotheses.filter((each) => !isAllied(each)).map(({ rule }) => rule)),
    ),
  ];
  return {
    head: [
      "Power (Banzhaf; Shapley-Shubik if it differs), if all attend and blocs vote as one",
      ...rules.map((rule) => rule.replace(" must agree", "")),
    ],
    rows: bodies.map((body) => [
      `${body.name}: ${body.hypotheses[0]?.blocs.map(({ name }) => name).join(", ") ?? ""}`,
      ...rules.map((rule) => {
        const found = body.hypotheses.find((each) => each.rule === rule && !isAllied(each));
        if (found === undefined) return "";
        return found.blocs
          .map(({ banzhaf, shapleyShubik }) => (banzhaf === shapleyShubik ? banzhaf : `${banzhaf}; ${shapleyShubik}`))
          .join(", ");
      }),
    ]),
  };
}

/** The six things a ceasefire needs, and the brackets in what the basis text says of it. */
export function ceasefireSection(state: State): BriefSection {
  const basis = basisOf(state);
  const made = state.readings.find(({ text, reading }) => text === basis?.entry.id && reading.ceasefire !== null);
  const read = made?.reading.ceasefire ?? null;
  if (basis === null || read === null) {
    return {
      id: "ceasefire",
      title: "The ceasefire",
      lead: "No reading of the basis text tells of a ceasefire.",
      items: [],
      table: null,
    };
  }
  const missing = basis.agreement.front.reconstruction ? "not reported" : "not stated";
  const rows = (
    [
      ["Start", read.starts],
      ["Area", read.area],
      ["Prohibited", read.prohibited],
      ["Permitted", read.permitted],
      ["Monitored by", read.monitoredBy],
      ["Disputes", read.disputes],
    ] as const
  ).map(([name, said]) => [name, said.value ?? missing]);
  const gaps = rows.filter(([, value]) => value === missing).map(([name]) => (name ?? "").toLowerCase());
  const provision = allProvisions(basis.agreement).find(({ id }) => id === read.provision);
  const open = allBrackets(basis.agreement).filter((each) => each.provision.id === read.provision);
  return {
    id: "ceasefire",
    title: "The ceasefire and its gaps",
    lead:
      gaps.length === 0
        ? "All six things a ceasefire needs are said."
        : `Of the six things a ceasefire needs, ${gaps.length} ${gaps.length === 1 ? "is" : "are"} ${missing}: ${listed(gaps)}.`,
    items:
      provision === undefined
        ? []
        : [
            item(`${cleanText(provision)}${open.length === 0 ? "" : ` (${counted(open.length, "bracket")} open)`}`, {
              mark: basis.entry.name,
              href: `/text#${read.provision}`,
            }),
          ],
    table: {
      head: ["", `As ${made?.reading.reader ?? "read"} reads it`],
      rows: rows.filter(([, value]) => value !== missing),
    },
  };
}
