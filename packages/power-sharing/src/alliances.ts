import { type Refusal, refuse } from "./refusal.ts";
import type { Bloc } from "./rule.ts";

/** Blocs that vote together. Its `ref` holds those of its members, in order; a bloc on its own has a list of one. */
export interface AlliedBloc<Ref = unknown> extends Bloc<readonly Ref[]> {
  readonly parts: readonly { readonly id: string; readonly seats: number }[];
}

/**
 * The body in which each alliance votes as one, in the place of its first member and named "a+b". Rules may go on
 * naming the members: `votingPower` counts their seats within the alliance. Refuses a name that the body does not
 * have and a bloc that is in two alliances. Neither list is changed.
 */
export function withAlliances<Ref = unknown>({
  blocs,
  alliances,
}: {
  readonly blocs: readonly Bloc<Ref>[];
  readonly alliances: readonly (readonly string[])[];
}): { readonly ok: true; readonly blocs: readonly AlliedBloc<Ref>[] } | Refusal {
  const allianceOf = new Map<string, readonly string[]>();
  for (const alliance of alliances) {
    for (const id of alliance) {
      if (!blocs.some((bloc) => bloc.id === id)) {
        return refuse(
          "unknown-bloc",
          `An alliance names ${id}, which is not a bloc of this body.`,
          `The blocs are: ${blocs.map((bloc) => bloc.id).join(", ")}.`,
        );
      }
      if (allianceOf.has(id))
        return refuse(
          "invalid-rule",
          `${id} is named twice in the alliances.`,
          "Let each bloc join one alliance, once.",
        );
      allianceOf.set(id, alliance);
    }
  }
  const done = new Set<readonly string[]>();
  const allied: AlliedBloc<Ref>[] = [];
  for (const bloc of blocs) {
    const alliance = allianceOf.get(bloc.id);
    if (alliance === undefined) allied.push(merge([bloc]));
    else if (!done.has(alliance)) {
      done.add(alliance);
      allied.push(merge(alliance.flatMap((id) => blocs.filter((member) => member.id === id))));
    }
  }
  return { ok: true, blocs: allied };
}

function merge<Ref>(members: readonly Bloc<Ref>[]): AlliedBloc<Ref> {
  const refs = members.flatMap(({ ref }) => (ref === undefined ? [] : [ref]));
  return {
    id: members.map(({ id }) => id).join("+"),
    seats: members.reduce((sum, { seats }) => sum + seats, 0),
    parts: members.flatMap(({ id, seats, parts }) => parts ?? [{ id, seats }]),
    ...(refs.length === 0 ? {} : { ref: refs }),
  };
}
