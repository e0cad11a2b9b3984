import { callable, headOf } from "./preamble.ts";

/**
 * Whether a source is one of ours: a setting, the preamble, and after it calls of its functions with words as string literals and
 * nothing else. A second wall behind `literal`: a source that could read a file or fetch a package never reaches the
 * compiler. Cost: linear.
 */
export function isClosedSource(source: string): boolean {
  const head = headOf(source);
  if (head === null) return false;
  const calls = source.slice(head.length).replace(/"[^"\\]*(?:\\["\\][^"\\]*)*"/g, "0");
  if (!/^#paper\([a-z0-9(),\s]*\)\n$/.test(calls)) return false;
  return (calls.match(/[a-z][a-z0-9]*/g) ?? []).every((name) => callable.has(name));
}
