import type { ProposalAnswer } from "../../answers/returned.ts";
import { listed } from "../join/view.ts";
import type { PlacedProposals, Proposal, ProposedProvision } from "./proposals.ts";
import { isWide, type Token, textOfTokens, wasThere } from "./tokens.ts";

const aroundLength = 40;
const quotedLengthMax = 160;

/** The name of a party, or of whatever else goes by that id. */
export type NameOf = (party: string) => string;

/** Proposals as an answer has them, in the order of the draft. */
export function tellProposals(proposed: readonly ProposedProvision[], nameOf: NameOf): ProposalAnswer[] {
  return proposed.flatMap((each) => [
    ...each.proposals.flatMap((placed) =>
      placed.proposals.map((proposal) =>
        tell(proposal, each, {
          nameOf,
          around: aroundOf(each, placed),
          rivals: placed.proposals.filter(({ id }) => id !== proposal.id).map(({ id }) => id),
        }),
      ),
    ),
    ...each.joins.map((proposal) => tell(proposal, each, { nameOf, around: { before: "", after: "" }, rivals: [] })),
  ]);
}

function tell(
  proposal: Proposal,
  each: ProposedProvision,
  parts: Pick<ProposalAnswer, "around" | "rivals"> & { readonly nameOf: NameOf },
): ProposalAnswer {
  const { id, kind, provision, hand, date, before, after } = proposal;
  const number = each.marked.sent?.provision.number ?? null;
  return {
    id,
    kind,
    provision,
    number,
    by: hand.party,
    names: [...hand.names],
    date,
    tracked: hand.tracked,
    before,
    after,
    around: parts.around,
    rivals: parts.rivals,
    text: `${whoOf(proposal, parts.nameOf)} ${whatOf(proposal)} ${whereOf(proposal, number)}.`.replace(/ {2,}/gu, " "),
  };
}

function whoOf({ hand }: Proposal, nameOf: NameOf): string {
  const names = listed(hand.names);
  if (!hand.tracked) return "Without tracking, somebody";
  return hand.party === null ? names : nameOf(hand.party);
}

function whatOf({ kind, before, after }: Proposal): string {
  switch (kind) {
    case "inserted":
      return `puts in ${quoted(after)}`;
    case "deleted":
      return `takes out ${quoted(before)}`;
    case "replaced":
      return `puts ${quoted(after)} in the place of ${quoted(before)}`;
    case "moved":
      return after.trim() === "" ? `moves away ${quoted(before)}` : `moves here ${quoted(after)}`;
    case "split":
      return `parts ${quoted(before)} into two paragraphs`;
    case "joined":
      return "joins the next provision";
    case "provision-added":
      return `adds the paragraph ${quoted(after)}`;
    case "provision-deleted":
      return `takes out the whole provision ${quoted(before)}`;
    case "kept":
      return before === "" ? "takes out again what another puts in" : `keeps ${quoted(before)} as it was`;
  }
}

function whereOf({ kind, provision }: Proposal, number: string | null): string {
  if (provision === null) return "before the first provision";
  const where = number === null ? provision : `${provision} (${number.replace(/[.]$/u, "")})`;
  if (kind === "joined") return `to ${where}`;
  return kind === "provision-added" ? `after ${where}` : `in ${where}`;
}

function quoted(text: string): string {
  const plain = text.replace(/\s+/gu, " ").trim();
  return `“${plain.length > quotedLengthMax ? `${plain.slice(0, quotedLengthMax).trimEnd()} …` : plain}”`;
}

function aroundOf({ placed }: ProposedProvision, { place }: PlacedProposals): ProposalAnswer["around"] {
  const earlier = (tokens: readonly Token[]) =>
    textOfTokens(tokens.filter((token) => !isWide(token) || wasThere(token.revisions))).replace(/\s+/gu, " ");
  const [before, after] = [earlier(placed.stream.slice(0, place.start)), earlier(placed.stream.slice(place.end))];
  return {
    before: before.length > aroundLength ? `… ${before.slice(-aroundLength).replace(/^\S*\s/u, "")}` : before,
    after: after.length > aroundLength ? `${after.slice(0, aroundLength).replace(/\s\S*$/u, "")} …` : after,
  };
}
