/**
 * Words enter the typesetter only as string literals: nothing a delegation writes is ever read as markup or code.
 * Characters that no page can carry (controls, halves of pairs) become the replacement character, which is told later.
 */
export function literal(words: string): string {
  return `"${printable(words).replace(/[\\"]/g, "\\$&")}"`;
}

/** The words as a page can carry them: line ends and tabs as spaces, well-formed, without controls. */
function printable(words: string): string {
  return (
    words
      .toWellFormed()
      .replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, " ")
      .replace(/\uFEFF/g, "\u2060")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
      .replace(/[\u0000-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/g, "\uFFFD")
      .replace(/[\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}\u{EFFFE}-\u{10FFFF}]/gu, (found) =>
        (found.codePointAt(0) ?? 0) % 0x10000 >= 0xfffe ? "\uFFFD" : found,
      )
  );
}

/** A call of one of the functions of the page: the only shape in which anything is handed over. */
export function call(name: string, ...given: readonly string[]): string {
  return `${name}(${given.join(", ")})`;
}

/** A list as the typesetter writes it; the comma keeps a list of one a list. */
export function list(items: readonly string[]): string {
  return items.length === 0 ? "()" : `(${items.join(", ")},)`;
}

/** Pieces set one after another; a run of one stands alone. */
export function joined(items: readonly string[]): string {
  const [only] = items;
  if (only === undefined) return '""';
  return items.length === 1 ? only : call("j", ...items);
}
