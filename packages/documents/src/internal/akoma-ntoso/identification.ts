import type { InstrumentFront } from "../../instrument.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";
import { hyphenated } from "./element-ids.ts";
import { threeLetterCode } from "./language-codes.ts";
import { noDate } from "./profile.ts";
import { partyId, toFragment, type Writing } from "./writing.ts";

/** Who made this file, as the standard wants to know of every annotation. */
export const sourceId = "parley";
/** Stands for the author of a draft that names none. */
const titleLengthMax = 120;
const authorUnknownId = "author-not-stated";

/**
 * The names of the work, of this version in its language, and of this file. There is no country that an agreement
 * belongs to: "zz" is the code for an unspecified one.
 */
export function identification(writing: Writing, front: InstrumentFront, component: string): XmlElement {
  const date = dayOf(front);
  const language = threeLetterCode(front.language);
  const work = `/akn/zz/doc/agreement/${date ?? "undated"}/${hyphenated((front.title ?? "").toLowerCase(), titleLengthMax) || "untitled"}`;
  const expression = `${work}/${language}@${date ?? ""}`;
  const author = front.drafter === null ? authorUnknownId : partyId(writing, front.drafter);
  const shared = (uri: string): readonly XmlElement[] => [
    element("FRBRthis", { value: `${uri}/!${component}` }),
    element("FRBRuri", { value: uri }),
    element("FRBRdate", { date: date ?? noDate, name: date === null ? "not-stated" : "draft" }),
    element("FRBRauthor", { href: toFragment(author) }),
  ];
  return element("identification", { source: `#${sourceId}` }, [
    element("FRBRWork", {}, [
      ...shared(work),
      element("FRBRcountry", { value: "zz" }),
      element("FRBRsubtype", { value: "agreement" }),
      ...(front.title === null ? [] : [element("FRBRname", { value: front.title })]),
    ]),
    element("FRBRExpression", {}, [...shared(expression), element("FRBRlanguage", { language })]),
    element("FRBRManifestation", {}, [
      ...shared(`${expression}.akn`),
      element("FRBRformat", { value: "application/akn+xml" }),
    ]),
  ]);
}

/** The organisations that the file refers to: its maker, and every party named in it. */
export function references(writing: Writing, front: InstrumentFront): XmlElement {
  const organisations = [
    organisation(sourceId, "Parley"),
    ...(front.drafter === null ? [organisation(authorUnknownId, "not stated")] : []),
    ...[...writing.parties].map(([party, id]) => organisation(id, party)),
  ];
  return element("references", { source: `#${sourceId}` }, organisations);
}

function organisation(eId: string, showAs: string): XmlElement {
  return element("TLCOrganization", {
    eId,
    href: `/akn/ontology/organization/${toFragment(eId).slice(1)}`,
    showAs,
  });
}

/** The day of the draft where it is a day of the calendar; null otherwise. */
export function dayOf({ date }: Pick<InstrumentFront, "date">): string | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(date ?? "");
  if (found === null || date === null) return null;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year > 0 && day > 0 && day <= (lengths[month - 1] ?? 0) && date !== noDate ? date : null;
}
