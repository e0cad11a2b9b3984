import { type Agreement, allBrackets, allProvisions, cleanText, type Provision, parse } from "../../src/index.ts";

/** A text that is read under the name the tests use. */
export function read(source: string): Agreement {
  return parse({ file: "draft.md", source });
}

/** The tree as lines: id, kind, number, and the words, indented by depth. */
export function tree(agreement: Agreement): string[] {
  const lines: string[] = [];
  const visit = (provisions: readonly Provision[], depth: number): void => {
    for (const provision of provisions) {
      lines.push(`${"  ".repeat(depth)}${provision.id}: ${cleanText(provision)}`);
      visit(provision.children, depth + 1);
    }
  };
  visit(agreement.provisions, 0);
  return lines;
}

export function ids(agreement: Agreement): string[] {
  return allProvisions(agreement).map(({ id }) => id);
}

export function numbers(agreement: Agreement): (string | null)[] {
  return allProvisions(agreement).map(({ number }) => number);
}

export function kinds(agreement: Agreement): string[] {
  return allProvisions(agreement).map(({ kind }) => kind);
}

export function words(agreement: Agreement): string[] {
  return allProvisions(agreement).map(cleanText);
}

/** The findings as "severity code line:column". */
export function findings(agreement: Agreement): string[] {
  return agreement.diagnostics.map(
    ({ severity, code, place }) => `${severity} ${code} ${place?.line ?? "-"}:${place?.column ?? "-"}`,
  );
}

/** The only bracket of a text, or the one with this id; fails the test when there is none. */
export function bracketOf(source: string, id?: string) {
  const found = allBrackets(read(source)).find(({ bracket }) => id === undefined || bracket.id === id);
  if (found === undefined) throw new Error(`no bracket in ${source}`);
  return found.bracket;
}

/** The alternatives of a bracket as [id, party, words]. */
export function alternatives(source: string, id?: string): (string | null)[][] {
  return bracketOf(source, id).alternatives.map((one) => [one.id, one.party, cleanText(one.words)]);
}
