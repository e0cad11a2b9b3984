import { expect } from "vitest";
import { textOf } from "../../src/internal/xml/find.ts";
import type { XmlElement } from "../../src/internal/xml/parse.ts";

/**
 * What our profile may put into each element: its children as a pattern over their names, each followed by a space,
 * and whether words may stand there. Written by hand from the standard and stricter than it.
 */
interface Model {
  readonly children: RegExp;
  readonly words?: true;
  readonly attributes?: readonly string[];
  /** Attributes that must be there. */
  readonly needs?: readonly string[];
}

const inline =
  "(?:(?:b|i|span|inline|ref|noteRef|authorialNote|br|fillIn|omissis|docTitle|docStage|docDate|signature) )*";
const hierarchyNames = "(?:part|title|book|chapter|section|article|clause|paragraph|point|indent|level|hcontainer)";
const anything = ["eId", "wId", "refersTo", "xml:lang", "xml:space"];
const words: Model = { children: new RegExp(`^${inline}$`, "u"), words: true, attributes: anything };
const block = "(?:p|table)";
const hierarchy: Model = {
  children: new RegExp(
    `^(?:num )?(?:heading (?:${hierarchyNames} )*|content |(?:intro )?(?:${hierarchyNames} )*)$`,
    "u",
  ),
  attributes: anything,
  needs: ["eId"],
};
const blocks: Model = { children: new RegExp(`^(?:${block} )+$`, "u"), attributes: anything, needs: ["eId"] };
const empty: Model = { children: /^$/u };
const frbrStart = "^FRBRthis FRBRuri FRBRdate FRBRauthor ";
const value: Model = { ...empty, attributes: ["value"], needs: ["value"] };
const meta = "(?:analysis )?references proprietary ";

const models: Readonly<Record<string, Model>> = {
  akomaNtoso: { children: /^doc $/u },
  doc: {
    children: /^meta (?:preface )?(?:preamble )?mainBody (?:conclusions )?(?:attachments )?$/u,
    attributes: ["name"],
    needs: ["name"],
  },
  meta: { children: new RegExp(`^identification (?:${meta})?$`, "u") },
  identification: {
    children: /^FRBRWork FRBRExpression FRBRManifestation $/u,
    attributes: ["source"],
    needs: ["source"],
  },
  FRBRWork: { children: new RegExp(`${frbrStart}FRBRcountry FRBRsubtype (?:FRBRname )?$`, "u") },
  FRBRExpression: { children: new RegExp(`${frbrStart}FRBRlanguage $`, "u") },
  FRBRManifestation: { children: new RegExp(`${frbrStart}FRBRformat $`, "u") },
  FRBRthis: value,
  FRBRuri: value,
  FRBRcountry: value,
  FRBRsubtype: value,
  FRBRname: value,
  FRBRformat: value,
  FRBRdate: { ...empty, attributes: ["date", "name"], needs: ["date", "name"] },
  FRBRauthor: { ...empty, attributes: ["href"], needs: ["href"] },
  FRBRlanguage: { ...empty, attributes: ["language"], needs: ["language"] },
  analysis: { children: /^mappings $/u, attributes: ["source"], needs: ["source"] },
  mappings: { children: /^(?:mapping )+$/u, attributes: ["source"], needs: ["source"] },
  mapping: { ...empty, attributes: ["original", "current"], needs: ["original", "current"] },
  references: { children: /^(?:TLCOrganization )+$/u, attributes: ["source"], needs: ["source"] },
  TLCOrganization: { ...empty, attributes: ["eId", "href", "showAs"], needs: ["eId", "href", "showAs"] },
  proprietary: { children: /^parley:front (?:parley:provision )*$/u, attributes: ["source"], needs: ["source"] },
  preface: { children: /^(?:(?:p|longTitle|container) )+$/u, attributes: anything },
  longTitle: { ...blocks, children: /^p $/u },
  preamble: { children: /^(?:(?:recitals|container) )+$/u, attributes: anything },
  recitals: { children: /^(?:num )?(?:heading )?(?:recital )+$/u, attributes: anything, needs: ["eId"] },
  recital: { children: /^(?:num )?p $/u, attributes: anything, needs: ["eId"] },
  mainBody: { children: new RegExp(`^(?:p |(?:${hierarchyNames} )+)$`, "u"), attributes: anything },
  conclusions: { children: /^(?:container )+$/u, attributes: anything },
  attachments: { children: /^(?:attachment )+$/u },
  attachment: { children: /^(?:num )?heading doc $/u, attributes: anything, needs: ["eId"] },
  container: { children: /^p $/u, attributes: [...anything, "name"], needs: ["eId", "name"] },
  ...Object.fromEntries(
    "part title book chapter section article clause paragraph point indent level"
      .split(" ")
      .map((name) => [name, hierarchy]),
  ),
  hcontainer: { ...hierarchy, attributes: [...anything, "name"], needs: ["eId", "name"] },
  content: blocks,
  intro: blocks,
  num: words,
  heading: { ...words, needs: ["eId"] },
  p: words,
  b: { ...empty, words: true },
  i: { ...empty, words: true },
  span: words,
  inline: { ...words, attributes: [...anything, "name"], needs: ["name"] },
  ref: { ...empty, words: true, attributes: ["eId", "href"], needs: ["eId", "href"] },
  noteRef: { ...empty, attributes: ["href", "marker"], needs: ["href", "marker"] },
  authorialNote: {
    children: new RegExp(`^(?:heading|${block}) (?:${hierarchyNames} )*$`, "u"),
    attributes: [...anything, "marker", "placement"],
    needs: ["eId", "marker"],
  },
  br: empty,
  fillIn: { ...empty, words: true },
  omissis: { ...empty, words: true },
  docTitle: words,
  docStage: words,
  docDate: { ...words, attributes: [...anything, "date"], needs: ["date"] },
  signature: words,
  table: { children: /^(?:tr )+$/u, attributes: anything, needs: ["eId"] },
  tr: { children: /^(?:(?:th )+|(?:td )+)$/u },
  th: { children: /^p $/u },
  td: { children: /^p $/u },
};

/** What breaks the content models, in words; empty for a good document. */
export function breaches(root: XmlElement): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (at: XmlElement): void => {
    const model = models[at.name];
    if (model === undefined) {
      found.push(`${at.name} is not in the profile`);
      return;
    }
    const inner = at.children.filter((node) => typeof node !== "string");
    const names = inner.map(({ name }) => `${name} `).join("");
    if (!model.children.test(names)) found.push(`${at.name} holds ${names}`);
    const bare = at.children.filter((node) => typeof node === "string").join("");
    if (model.words === undefined && bare.trim() !== "") found.push(`${at.name} holds words`);
    for (const key of Object.keys(at.attributes)) {
      if (!key.startsWith("parley:") && !(model.attributes ?? []).includes(key)) found.push(`${at.name} has ${key}`);
    }
    for (const key of model.needs ?? []) if (at.attributes[key] === undefined) found.push(`${at.name} lacks ${key}`);
    checkValues(at, seen, found);
    for (const child of inner) if (!child.name.startsWith("parley:")) visit(child);
  };
  visit(root);
  return found;
}

function checkValues(at: XmlElement, seen: Set<string>, found: string[]): void {
  const { eId, wId, date, href, language } = at.attributes;
  if (eId !== undefined && (seen.has(eId) || !/^[^\s]+$/u.test(eId))) found.push(`eId ${eId} again or with space`);
  if (eId !== undefined) seen.add(eId);
  if (wId !== undefined && !/^[^ \t\r\n]+$/u.test(wId)) found.push(`wId ${wId} with space`);
  if (date !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(date))
    found.push(`date ${date}`);
  if (href !== undefined && /[\s<>"{}|\\^`]/u.test(href)) found.push(`href ${href}`);
  if (language !== undefined && !/^[a-z]{3}$/u.test(language)) found.push(`language ${language}`);
  if (at.attributes["xml:space"] === undefined && at.name === "mainBody") found.push("mainBody does not keep space");
}

export function expectInProfile(root: XmlElement): void {
  expect(breaches(root), textOf(root).slice(0, 200)).toEqual([]);
}
