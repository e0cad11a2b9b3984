import { type Agreement, allBrackets, allProvisions } from "@parley/agreement";
import type { Diagnostic } from "@parley/diagnostics";
import { type Comment, writeAkomaNtoso } from "@parley/documents";
import type { PositionAnswer } from "./answers/positions.ts";
import { askPositions } from "./ask/positions.ts";
import type { Process } from "./events.ts";
import { instrumentOf } from "./internal/drafts/instrument-of.ts";
import { basisOf } from "./internal/join/issues.ts";
import { type Asking, refuse, viewOf } from "./internal/join/view.ts";

/** A draft in Akoma Ntoso 3.0, in the profile of docs/spec/akoma-ntoso.md. */
export function akomaNtosoFile(draft: Agreement): string {
  return writeAkomaNtoso(instrumentOf(draft));
}

/**
 * What has been said of the provisions of a draft as comments on them, as far as it may be read in a room: the party as
 * author, the day it was said as date. What was superseded is left out.
 */
export function positionComments(
  process: Process,
  draft: Agreement,
  question: Asking,
):
  | { readonly ok: true; readonly comments: ReadonlyMap<string, readonly Comment[]> }
  | { readonly ok: false; readonly refusal: Diagnostic } {
  const asked = askPositions(process, question);
  if (!asked.ok) return asked;
  const nameOf = (id: string) => process.definition.parties.find((party) => party.id === id)?.name ?? id;
  const provisionOf = provisionsByTarget(draft);
  const comments = new Map<string, Comment[]>();
  let count = 0;
  for (const { positions } of asked.answer.parties) {
    for (const position of positions) {
      const provision = provisionOf.get(position.about.id.split("=")[0] ?? "");
      const isOfText = position.about.kind === "provision" || position.about.kind === "option";
      if (provision === undefined || !isOfText || position.standing === "superseded") continue;
      const said = comments.get(provision) ?? [];
      comments.set(provision, [...said, commentOf(position, String(count++), nameOf)]);
    }
  }
  return { ok: true, comments };
}

function commentOf(position: PositionAnswer, id: string, nameOf: (party: string) => string): Comment {
  const { party, speaker, stance, words, standing, sources, said } = position;
  const source = sources.map(({ outlet, published }) => `${outlet}${published === null ? "" : `, ${published}`}`);
  return {
    id,
    author: nameOf(party),
    date: `${said}T00:00:00Z`,
    paragraphs: [
      `${speaker}: ${stance}. ${words}`.trim(),
      `${standing}${source.length === 0 ? "" : `; ${source.join("; ")}`}`,
    ],
    replyTo: null,
    resolved: false,
  };
}

/** The provision that a position on it, or on a bracket in it, is about. */
function provisionsByTarget(draft: Agreement): Map<string, string> {
  const found = new Map(allProvisions(draft).map(({ id }) => [id as string, id as string]));
  for (const { bracket, provision } of allBrackets(draft)) found.set(bracket.id, provision.id);
  return found;
}

/** A text of a process by its id; the basis of talks unless told. Refuses an id that is not known on the day. */
export function textOf(
  process: Process,
  { text, asOf }: { readonly text?: string | undefined; readonly asOf?: string | undefined },
):
  | { readonly ok: true; readonly draft: Agreement; readonly partial: boolean }
  | { readonly ok: false; readonly refusal: Diagnostic } {
  const viewed = viewOf(process, { asOf });
  if (!viewed.ok) return viewed;
  const { state } = viewed;
  const found =
    text === undefined ? (basisOf(state) ?? state.texts[0]) : state.texts.find(({ entry }) => entry.id === text);
  if (found !== undefined) return { ok: true, draft: found.agreement, partial: found.entry.partial };
  const known = state.texts.map(({ entry }) => entry.id).join(", ");
  return refuse(
    "unknown-text",
    `No text “${text ?? ""}” is known on ${state.asOf}.`,
    known === "" ? "No text is known on that day; choose a later one." : `The texts are: ${known}.`,
  );
}

/** Whether the file at a path, which may be absolute, is a text of the process that holds only some provisions. */
export function isPartialText(process: Process, path: string): boolean {
  return process.definition.texts.some(
    ({ file, partial }) => partial && (path === file || path.replaceAll("\\", "/").endsWith(`/${file}`)),
  );
}
