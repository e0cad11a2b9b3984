import type { Instrument, InstrumentFront, InstrumentProvision } from "../../instrument.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { writeFront } from "./front.ts";
import { dayOf, identification, references, sourceId } from "./identification.ts";
import { isLanguageTag } from "./language-codes.ts";
import { ownAttributes, writeNote, writeNumber, writeOwnWords, writeProvision } from "./write-provisions.ts";
import { beginWriting, partyId, resolveLinks, toFragment, type Writing } from "./writing.ts";
import { type Zones, zonesOf } from "./zones.ts";

/** The whole document as a tree. */
export function writeDocument(instrument: Instrument): XmlElement {
  const { front } = instrument;
  const writing = beginWriting(instrument, writeNote);
  for (const party of [...front.parties, ...front.basisAcceptedBy]) partyId(writing, party);
  const name = identification(writing, front, "main");
  const space = spaceAttributes(front);
  const zones = zonesOf(instrument.provisions);
  const parts = [
    ...writePreface(writing, front, zones, space),
    ...writePreamble(writing, zones, space),
    writeMainBody(writing, zones.body, "", space),
    ...writeConclusions(writing, zones, space),
    ...writeAttachments(writing, zones, front, space),
  ];
  resolveLinks(writing);
  const meta = element("meta", {}, [
    name,
    ...writeMappings(writing),
    references(writing, front),
    element("proprietary", { source: `#${sourceId}` }, [writeFront(front), ...writing.marks]),
  ]);
  return element("akomaNtoso", {}, [element("doc", { name: "agreement" }, [meta, ...parts])]);
}

type SpaceAttributes = Readonly<Record<string, string>>;

/** White space inside words is the draft's own. */
function spaceAttributes({ language }: InstrumentFront): SpaceAttributes {
  return isLanguageTag(language) ? { "xml:lang": language, "xml:space": "preserve" } : { "xml:space": "preserve" };
}

/** Every lasting id beside the eId it has here, as the Naming Convention asks where the two differ. */
function writeMappings(writing: Writing): readonly XmlElement[] {
  if (writing.lasting.length === 0) return [];
  const mappings = writing.lasting.map(({ eId, wId }) =>
    element("mapping", { original: toFragment(wId), current: toFragment(eId) }),
  );
  const source = `#${sourceId}`;
  return [element("analysis", { source }, [element("mappings", { source }, mappings)])];
}

/** The title, stage, day and notice as printed, then the headings and notes that open the text. */
function writePreface(
  writing: Writing,
  front: InstrumentFront,
  zones: Zones,
  space: SpaceAttributes,
): readonly XmlElement[] {
  const printed = (entry: string, name: string, text: string | null, attributes = {}): readonly XmlElement[] =>
    text === null ? [] : [element("p", { "parley:front": entry }, [element(name, attributes, [text])])];
  const day = dayOf(front);
  const opening = [
    ...(zones.preface.some(({ heading }) => heading) ? [] : printed("title", "docTitle", front.title)),
    ...printed("stage", "docStage", front.stage),
    ...(day === null ? [] : printed("date", "docDate", front.date, { date: day })),
    ...printed("notice", "span", front.notice),
    ...zones.preface.map((provision) =>
      provision.heading ? writeLongTitle(writing, provision) : writeContainer(writing, provision),
    ),
  ];
  return opening.length === 0 ? [] : [element("preface", space, opening)];
}

function writeLongTitle(writing: Writing, provision: InstrumentProvision): XmlElement {
  const { eId, attributes } = ownAttributes(writing, provision, "", { element: "longTitle", name: undefined });
  const own = writeOwnWords(writing, { ...provision, heading: false }, eId, false);
  return element("longTitle", attributes, [element("p", {}, [element("docTitle", {}, own.children)])]);
}

/** A note or a signature block: one paragraph that is no part of the hierarchy. */
function writeContainer(writing: Writing, provision: InstrumentProvision): XmlElement {
  const { eId, attributes } = ownAttributes(writing, provision, "", { element: "container", name: provision.kind });
  const own = writeOwnWords(writing, provision, eId, false);
  if (provision.kind !== "signature") return element("container", attributes, [own]);
  return element("container", attributes, [element("p", {}, [element("signature", {}, own.children)])]);
}

function writePreamble(writing: Writing, zones: Zones, space: SpaceAttributes): readonly XmlElement[] {
  const children: XmlElement[] = [];
  let open: XmlElement[] | null = null;
  for (const provision of zones.preamble) {
    if (provision.kind === "preamble") {
      if (open === null) {
        open = [];
        children.push(element("recitals", { eId: writing.ids.take("", "recitals") }, open));
      }
      open.push(writeRecital(writing, provision, ""));
      continue;
    }
    open = null;
    children.push(provision.heading ? writeHeadedRecitals(writing, provision) : writeContainer(writing, provision));
  }
  return children.length === 0 ? [] : [element("preamble", space, children)];
}

function writeHeadedRecitals(writing: Writing, provision: InstrumentProvision): XmlElement {
  const { eId, attributes } = ownAttributes(writing, provision, "", { element: "recitals", name: undefined });
  const own = writeOwnWords(writing, provision, eId, false);
  const recitals = provision.children.map((child) => writeRecital(writing, child, eId));
  return element("recitals", attributes, [...writeNumber(provision), own, ...recitals]);
}

function writeRecital(writing: Writing, provision: InstrumentProvision, within: string): XmlElement {
  const { eId, attributes } = ownAttributes(writing, provision, within, { element: "recital", name: undefined });
  const own = writeOwnWords(writing, provision, eId, false);
  return element("recital", attributes, [...writeNumber(provision), own]);
}

/** The schema wants something in a body; an empty paragraph of ours stands for nothing. */
function writeMainBody(
  writing: Writing,
  provisions: readonly InstrumentProvision[],
  within: string,
  space: SpaceAttributes,
): XmlElement {
  const children = provisions.map((provision) => writeProvision(writing, provision, within));
  return element("mainBody", space, children.length > 0 ? children : [element("p", { "parley:piece": "nothing" })]);
}

function writeConclusions(writing: Writing, zones: Zones, space: SpaceAttributes): readonly XmlElement[] {
  if (zones.conclusions.length === 0) return [];
  return [
    element(
      "conclusions",
      space,
      zones.conclusions.map((provision) => writeContainer(writing, provision)),
    ),
  ];
}

/** Annexes at the end are documents of their own inside this one. */
function writeAttachments(
  writing: Writing,
  zones: Zones,
  front: InstrumentFront,
  space: SpaceAttributes,
): readonly XmlElement[] {
  if (zones.attachments.length === 0) return [];
  const attachments = zones.attachments.map((annex, i) => {
    const { eId, attributes } = ownAttributes(writing, annex, "", { element: "attachment", name: undefined });
    const own = writeOwnWords(writing, annex, eId, false);
    const meta = element("meta", {}, [identification(writing, front, `annex_${i + 1}`)]);
    const body = writeMainBody(writing, annex.children, eId, space);
    const doc = element("doc", { name: "annex" }, [meta, body]);
    return element("attachment", { ...attributes, ...space }, [...writeNumber(annex), own, doc]);
  });
  return [element("attachments", {}, attachments)];
}
