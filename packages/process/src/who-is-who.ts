import type { Process } from "./events.ts";
import type { WhoIsWho } from "./returned.ts";

/**
 * Whose hand each name is: as `authors` in process.yaml says, then the names and ids of parties, then those of speakers
 * who speak for one party. `told` comes before all of them.
 */
export function whoIsWho(
  process: Process | null,
  {
    told = new Map(),
    returnedBy = null,
  }: { readonly told?: ReadonlyMap<string, string>; readonly returnedBy?: string | null } = {},
): WhoIsWho {
  const authors = new Map<string, string>();
  const definition = process?.definition;
  for (const { id, name, for: spokenFor } of definition?.speakers ?? []) {
    const [party, ...others] = spokenFor;
    if (party === undefined || others.length > 0) continue;
    authors.set(name, party).set(id, party);
  }
  for (const { id, name } of definition?.parties ?? []) authors.set(name, id).set(id, id);
  for (const [name, party] of Object.entries(definition?.authors ?? {})) authors.set(name, party);
  for (const [name, party] of told) authors.set(name, party);
  const names = new Map((definition?.parties ?? []).map(({ id, name }) => [id, name]));
  return { authors, returnedBy, nameOf: (party) => names.get(party) ?? party };
}
