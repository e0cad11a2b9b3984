import type { Findings } from "./findings.ts";
import { nestingMax } from "./outline.ts";
import type { Token } from "./tokens.ts";

/**
 * Finds the pairs of brackets in one pass. A bracket without its other half, or nested deeper than we read, stays a
 * character of the words.
 */
export function pairBrackets(tokens: readonly Token[], findings: Findings): void {
  const open: number[] = [];
  tokens.forEach((token, index) => {
    if (token.kind === "open") open.push(index);
    if (token.kind !== "close") return;
    const partner = open.pop();
    const opening = tokens[partner ?? -1];
    if (partner === undefined || opening === undefined) {
      strayClose(token, findings);
      return;
    }
    opening.pair = index;
    token.pair = partner;
  });
  for (const index of open) notClosed(tokens[index], findings);
  dropDeepPairs(tokens, findings);
}

function dropDeepPairs(tokens: readonly Token[], findings: Findings): void {
  let depth = 0;
  for (const token of tokens) {
    if (token.pair < 0) continue;
    if (token.kind === "close") depth -= 1;
    if (token.kind === "open") depth += 1;
    const deep = token.kind === "open" ? depth > nestingMax : depth >= nestingMax;
    if (!deep) continue;
    if (token.kind === "open" && depth === nestingMax + 1) tooDeep(token, findings);
    token.pair = -1;
  }
}

function strayClose(token: Token, findings: Findings): void {
  findings.add({
    code: "bracket-not-opened",
    severity: "error",
    at: token.start,
    message: "This bracket closes nothing that is open in its paragraph, so it was kept as a character.",
    help: "Put the opening bracket in, or write \\] for a bracket that is part of the words.",
  });
}

function notClosed(token: Token | undefined, findings: Findings): void {
  if (token === undefined) return;
  findings.add({
    code: "bracket-not-closed",
    severity: "error",
    at: token.start,
    message: "This bracket is not closed in its paragraph, so nobody can tell which words are not agreed.",
    help: "Close it in the same paragraph; put whole paragraphs in ::: {.alternatives}; write \\[ for a literal one.",
  });
}

function tooDeep(token: Token, findings: Findings): void {
  findings.add({
    code: "nesting-too-deep",
    severity: "error",
    at: token.start,
    message: `Brackets stand more than ${nestingMax} deep here; the inner ones were kept as characters.`,
    help: "Give the inner alternatives a paragraph of their own.",
  });
}
