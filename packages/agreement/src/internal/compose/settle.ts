import type { DraftParagraph, DraftText } from "../../draft-text.ts";
import type { Provision, ProvisionKind } from "../../model.ts";
import { parse } from "../../parse.ts";
import { allProvisions } from "../../walk.ts";
import type { Stated } from "./chunk.ts";
import { frontMatterSource } from "./front-matter.ts";
import { layOut, type PlacedParagraph } from "./layout.ts";
import { reachable, withOwnStatus, writable } from "./writable.ts";

const nothing: Stated = { apart: false, kind: null, depth: null };

/** How often a source is read back and mended; in practice it settles after one. */
const roundsMax = 4;

/**
 * The source of a draft. What is written is read back, and where the rules would read another kind or place than the
 * draft has, the paragraph says it in its attributes.
 */
export function settledSource(draft: DraftText): string {
  const head = frontMatterSource(draft.front);
  const paragraphs = withOwnStatus(told(reachable(draft.paragraphs.flatMap(writable))));
  const apart = misreadAsHeadings(paragraphs, () => nothing);
  const plain = layOut(paragraphs, (index) => ({ ...nothing, apart: apart.has(index) }));
  const depths = depthsToState(provisionsOf(plain), paragraphs);
  const kinds = new Map<number, ProvisionKind | null>();
  for (let round = 0; ; round += 1) {
    const body = layOut(paragraphs, (index) => ({
      apart: apart.has(index),
      kind: kinds.get(index) ?? null,
      depth: depths.has(index) ? (paragraphs[index]?.depth ?? null) : null,
    }));
    const wrong = otherKinds(body, paragraphs).filter((index) => !kinds.has(index));
    if (wrong.length === 0 || round >= roundsMax) return head === "" || body === "" ? head + body : `${head}\n${body}`;
    for (const index of wrong) kinds.set(index, paragraphs[index]?.kind ?? null);
  }
}

function provisionsOf(body: string): readonly Provision[] {
  return allProvisions(parse({ file: "", source: body }));
}

/** The numbered paragraphs that a heading before them makes headings of. */
function misreadAsHeadings(
  paragraphs: readonly PlacedParagraph[],
  stated: (index: number) => Stated,
): ReadonlySet<number> {
  const apart = new Set<number>();
  for (let round = 0; round < roundsMax; round += 1) {
    const read = provisionsOf(layOut(paragraphs, (index) => ({ ...stated(index), apart: apart.has(index) })));
    const before = apart.size;
    paragraphs.forEach(({ headingLevel, label }, index) => {
      if (headingLevel === null && label !== null && read[index]?.heading != null) apart.add(index);
    });
    if (apart.size === before) break;
  }
  return apart;
}

function otherKinds(body: string, paragraphs: readonly DraftParagraph[]): number[] {
  const read = provisionsOf(body);
  return [...paragraphs.keys()].filter((index) => {
    const wanted = paragraphs[index]?.kind ?? null;
    return wanted !== null && read[index] !== undefined && read[index].kind !== wanted;
  });
}

/** Lets the rules tell the kinds and the depths that the draft does not. */
function told(paragraphs: readonly DraftParagraph[]): PlacedParagraph[] {
  const flat = paragraphs.map((paragraph): PlacedParagraph => ({ ...paragraph, depth: 0 }));
  const isTold = ({ kind, depth }: DraftParagraph): boolean => kind !== null && depth !== null;
  if (paragraphs.every(isTold))
    return flat.map((paragraph, index) => ({ ...paragraph, depth: paragraphs[index]?.depth ?? 0 }));
  const stated = (index: number): Stated => ({ ...nothing, depth: paragraphs[index]?.depth ?? null });
  const apart = misreadAsHeadings(flat, stated);
  const source = layOut(flat, (index) => ({ ...stated(index), apart: apart.has(index) }));
  const { provisions } = parse({ file: "", source });
  const depths = depthsOf(provisions);
  const kinds = allProvisions({ provisions }).map(({ kind }) => kind);
  return paragraphs.map((paragraph, index) => ({
    ...paragraph,
    kind: paragraph.kind ?? kinds[index] ?? null,
    depth: depths[index] ?? 0,
  }));
}

function depthsOf(provisions: readonly Provision[]): number[] {
  const depths: number[] = [];
  const visit = (siblings: readonly Provision[], depth: number): void => {
    for (const { children } of siblings) {
      depths.push(depth);
      visit(children, depth + 1);
    }
  };
  visit(provisions, 0);
  return depths;
}

/** The paragraphs that the rules would place elsewhere, with what stands before each where the draft has it. */
function depthsToState(read: readonly Provision[], paragraphs: readonly PlacedParagraph[]): ReadonlySet<number> {
  const indices = new Map(read.map((provision, index) => [provision, index]));
  const parents = new Map(read.flatMap((above, index) => above.children.map((below) => [indices.get(below), index])));
  const path: number[] = [];
  const stated = new Set<number>();
  paragraphs.forEach(({ depth }, index) => {
    let parent = parents.get(index);
    while (parent !== undefined && path[paragraphs[parent]?.depth ?? -1] !== parent) parent = parents.get(parent);
    const natural = parent === undefined ? 0 : (paragraphs[parent]?.depth ?? 0) + 1;
    if (natural !== depth) stated.add(index);
    path.length = Math.min(depth, path.length);
    path.push(index);
  });
  return stated;
}
