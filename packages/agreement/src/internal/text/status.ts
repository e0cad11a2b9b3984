import type { Status } from "../../model.ts";
import type { Attributes } from "./attributes.ts";
import type { Findings } from "./findings.ts";

/** Reads a status as negotiators say it: "agreed", "ad-referendum", "pending taliban", "reserved by us, taliban". */
function parseStatus(text: string): Status | null {
  const [word = "", ...rest] = text
    .trim()
    .toLowerCase()
    .split(/[\s,]+/u);
  const whom = rest.filter((name) => name !== "by" && name !== "and" && name !== "");
  if (word === "pending" || word === "reserved") return { kind: word, whom };
  if (word === "ad-referendum" || word === "agreed-ad-referendum") return whom.length === 0 ? adReferendum : null;
  if (word === "agreed" && rest.join(" ") === "ad referendum") return adReferendum;
  if ((word === "proposed" || word === "agreed" || word === "placeholder") && whom.length === 0) return { kind: word };
  return null;
}

const adReferendum: Status = { kind: "agreed-ad-referendum" };

/** The status stated in attributes; null, with a finding where it is unknown, when none is. */
export function statusOf(attributes: Attributes | null, findings: Findings): Status | null {
  const stated = attributes?.pairs.status;
  if (attributes === null || stated === undefined) return null;
  const status = parseStatus(stated);
  if (status === null) {
    findings.add({
      code: "status-unknown",
      severity: "warning",
      at: attributes.start,
      message: `“${stated}” is not a status we know, so these words count as proposed.`,
      help: "Write proposed, agreed, ad-referendum, pending with whom, reserved with by whom, or placeholder.",
    });
  }
  return status;
}
