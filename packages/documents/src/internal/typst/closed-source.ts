import { callable, preamble } from "./preamble.ts";

/**
 * Whether a source is one of ours: the preamble, and after it calls of its functions with words as string literals and
 * nothing else. A second wall behind `literal`: a source that could read a file or fetch a package never reaches the
 * compiler. Cost: linear.
 */
export function isClosedSource(source: string): boolean {
  if (!source.startsWith(preamble)) return false;
  const calls = source.slice(preamble.length).replace(/"[^"\\]*(?:\\["\\][^"\\]*)*"/g, "0");
  if (!/^#paper\([a-z0-9(),\s]*\)\n$/.test(calls)) return false;
  return (calls.match(/[a-z][a-z0-9]*/g) ?? []).every((name) => callable.has(name));
}
