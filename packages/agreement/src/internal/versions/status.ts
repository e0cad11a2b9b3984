import type { Provision, Status } from "../../model.ts";
import type { VersionFinding } from "../../versions.ts";
import { linksOf } from "../check/references.ts";
import { found, listed, named, type Pair } from "./finding.ts";

/** "pending: republic" as a sentence says it; the order of names does not matter. */
export function statusSaid(status: Status): string {
  const kind = status.kind.replaceAll("-", " ");
  return status.kind === "pending" || status.kind === "reserved"
    ? `${kind} by ${[...status.whom].sort().join(", ") || "somebody"}`
    : kind;
}

/** LNG-23: what is agreed in one is agreed in the other. */
export function statusFindings({ a, b, prevails }: Pair, one: Provision, other: Provision): VersionFinding[] {
  const [first, second] = [statusSaid(one.status), statusSaid(other.status)];
  if (first === second) return [];
  return [
    found(prevails, {
      code: "version-status-differs",
      kind: "status",
      severity: "warning",
      provision: one,
      sides: [
        { view: a, span: one.ownSpan, words: first },
        { view: b, span: other.ownSpan, words: second },
      ],
      message: `${named(one)} is ${first} in the ${a.name} text and ${second} in the ${b.name} text.`,
      help: "Give the provision one status in all versions.",
    }),
  ];
}

/** LNG-24: the same provisions are referred to. */
export function referenceFindings({ a, b, prevails }: Pair, one: Provision, other: Provision): VersionFinding[] {
  const targets = (provision: Provision): string[] =>
    linksOf(provision.words)
      .map(({ target }) => `#${target.replace(/^#/u, "")}`)
      .sort();
  const [first, second] = [targets(one), targets(other)];
  const onlyA = first.filter((target) => !second.includes(target));
  const onlyB = second.filter((target) => !first.includes(target));
  if (onlyA.length === 0 && onlyB.length === 0) return [];
  const said = [
    ...(onlyA.length > 0 ? [`the ${a.name} text refers to ${listed(onlyA)}`] : []),
    ...(onlyB.length > 0 ? [`the ${b.name} text refers to ${listed(onlyB)}`] : []),
  ];
  return [
    found(prevails, {
      code: "version-reference-differs",
      kind: "references",
      severity: "warning",
      provision: one,
      sides: [
        { view: a, span: one.ownSpan, words: onlyA.join(" ") },
        { view: b, span: other.ownSpan, words: onlyB.join(" ") },
      ],
      message: `In ${named(one)} ${said.join(", and ")}, which the other does not.`,
      help: "Let both refer to the same provisions.",
    }),
  ];
}
