import { type Attributes, readAttributes } from "./attributes.ts";
import type { Findings } from "./findings.ts";
import type { Line } from "./lines.ts";
import { notRead } from "./tokens.ts";

/** A line of three or more colons: it opens a division, or closes one. */
export interface Fence {
  readonly opens: boolean;
  readonly colons: number;
  readonly attributes: Attributes | null;
}

// A line separator is a character of its line, so that any is taken.
const fence = /^(:{3,})[ \t]*([\s\S]*)$/u;

/** Reads a line as a fence; null for any other line. */
export function readFence(source: string, line: Line, findings: Findings): Fence | null {
  if (!line.text.startsWith(":::")) return null;
  const [, colons = "", said = ""] = fence.exec(line.text) ?? [];
  const tail = withoutClosingColons(said);
  if (tail === "") return { opens: false, colons: colons.length, attributes: null };
  const at = line.start + line.text.indexOf(said, colons.length);
  if (tail.startsWith("{")) {
    const attributes = readAttributes(source, at);
    const whole = attributes !== null && attributes.end >= at + tail.length;
    if (!whole) notRead(source, at, findings);
    return { opens: true, colons: colons.length, attributes: whole ? attributes : null };
  }
  if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(tail)) return null;
  return {
    opens: true,
    colons: colons.length,
    attributes: { id: null, classes: [tail], pairs: {}, start: at, end: at + tail.length },
  };
}

/** Pandoc allows colons after the attributes, for looks. */
function withoutClosingColons(said: string): string {
  let end = said.length;
  while (said[end - 1] === ":") end -= 1;
  return said.slice(0, end).trimEnd();
}

export function divNotClosed(at: number, findings: Findings): void {
  findings.add({
    code: "div-not-closed",
    severity: "error",
    at,
    message: "This division is not closed, so it was taken to reach to the end of what surrounds it.",
    help: "Put a line with ::: after its last line.",
  });
}
