import { compareFractions, fraction } from "./fraction.ts";
import { parseShare } from "./internal/share-words.ts";
import type { DecisionRule } from "./rule.ts";

const majority =
  /^(?:(?:a |by )?(?:simple|absolute) majority|(?:a )?majority of (?:all )?(?:the )?members)(?: of (?:all )?(?:the )?members)?$/u;
const consensus = /^(?:by )?(?:consensus|unanimity)$|^every bloc with a seat$/u;
const votes = /^(at least |more than )?(\d{1,9}) votes?$/u;
const share = /^(at least |more than )?(.{1,40}?)(?: majority)?(?: of (?:all )?(?:the )?(?:members|seats))?$/u;

/**
 * Reads a rule from a few words: "simple majority", "two thirds", "more than two thirds", "at least 3/5", "60%",
 * "consensus", "9 votes", and the sentences of `describeRule` that name no bloc. A share with neither "at least" nor
 * "more than" means at least; half with neither is refused, since either reading is used. Gives null for whatever
 * it does not know, and for a rule over those present, which needs to be told who they are.
 */
export function parseRule(text: string): DecisionRule | null {
  const said = text
    .toLowerCase()
    .replaceAll("-", " ")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .replace(/\.$/u, "")
    .replace(/ (?:must agree|are needed|is needed)$/u, "");
  if (majority.test(said)) return { kind: "simple-majority" };
  if (consensus.test(said)) return { kind: "consensus" };
  const counted = votes.exec(said);
  if (counted !== null) return quota({ number: Number(counted[2]), more: counted[1] === "more than " });
  const shared = share.exec(said);
  return shared === null ? null : shareRule({ bound: shared[1], text: shared[2] ?? "" });
}

function quota({ number, more }: { readonly number: number; readonly more: boolean }): DecisionRule | null {
  const needed = more ? number + 1 : number;
  return needed < 1 ? null : { kind: "quota", votes: needed };
}

function shareRule({
  bound,
  text,
}: {
  readonly bound: string | undefined;
  readonly text: string;
}): DecisionRule | null {
  const parsed = parseShare(text) ?? parseShare(text.replace(/^an? /u, ""));
  if (parsed === null) return null;
  const strict = bound === "more than ";
  const isHalf = compareFractions(parsed, fraction(1, 2)) === 0;
  if (isHalf && strict) return { kind: "simple-majority" };
  if (isHalf && bound === undefined) return null;
  const toWhole = compareFractions(parsed, fraction(1));
  if (parsed.numerator < 0n || (parsed.numerator === 0n && !strict) || toWhole > 0 || (toWhole === 0 && strict))
    return null;
  // A bare "1" is a whole number and not a share: one vote, or all of them, nobody can tell.
  if (/^(?:an? )?\d+$/u.test(text)) return null;
  return { kind: "share", share: parsed, strict };
}
