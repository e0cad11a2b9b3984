import { allBrackets, allProvisions, cleanText } from "@parley/agreement";
import type { BodiesAnswer } from "../../answers/bodies.ts";
import type { BriefSection } from "../../answers/brief.ts";
import type { State } from "../../fold.ts";
import { basisOf } from "../join/issues.ts";
import { counted, listed } from "../join/view.ts";
import { item } from "./item.ts";

export function bodiesSection(bodies: BodiesAnswer): BriefSection {
  const weighed = bodies.bodies.filter(({ hypotheses }) => hypotheses.length > 0);
  const others = bodies.bodies.filter(({ hypotheses }) => hypotheses.length === 0);
  return {
    id: "bodies",
    title: "The bodies",
    lead: bodies.text,
    items: [
      ...weighed.map((body) =>
        item(
          `${body.name} (${body.draft}): ${body.seats === null ? "seats not reported" : `${body.seats} seats = ${body.namedBy.map(({ name, seats }) => `${seats} ${name}`).join(" + ")}`}; rule ${body.rule}; ${body.advisory === "not reported" ? "whether it decides or advises is not reported" : `it ${body.advisory}`}`,
          {
            href: "/bodies",
            mark: body.rule === "not reported" ? "Hypotheses" : "Stated rule",
            under: body.hypotheses
              .filter(({ assumes }) => !assumes.some((each) => each.includes(" sides with ")))
              .map(
                ({ rule, blocs, text }) =>
                  `If ${rule.charAt(0).toLowerCase()}${rule.slice(1)}: ${blocs.map(({ name, banzhaf, shapleyShubik }) => `${name} ${banzhaf === shapleyShubik ? banzhaf : `${banzhaf} or ${shapleyShubik}`}`).join(", ")}. ${text}`,
              ),
          },
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
      ...(weighed.length === 0
        ? []
        : [
            item(
              "Shares are Banzhaf and Shapley-Shubik, equal unless two are given; full attendance and blocs that vote as one are assumed",
            ),
          ]),
    ],
    table: null,
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
    table: { head: ["", `As ${made?.reading.reader ?? "read"} reads it`], rows },
  };
}
