import type { InstrumentFront } from "../../instrument.ts";
import { attribute, child, descend, descendants } from "../xml/find.ts";
import type { XmlElement } from "../xml/parse.ts";
import { tagOfCode } from "./language-codes.ts";
import { noDate } from "./profile.ts";
import { foldedText } from "./reading.ts";

/** What another file's metadata and preface say of the document. Its organisations are not taken for parties. */
export function foreignFront(document: XmlElement): InstrumentFront {
  const meta = child(document, "meta");
  const work = meta === null ? null : descend(meta, "identification", "FRBRWork");
  const expression = meta === null ? null : descend(meta, "identification", "FRBRExpression");
  const preface = child(document, "preface") ?? child(document, "coverPage");
  const printed = (name: string): string | null => {
    const [found] = preface === null ? [] : descendants(preface, name);
    return found === undefined || foldedText(found) === "" ? null : foldedText(found);
  };
  const named = [
    attribute(work === null ? null : child(work, "FRBRname"), "value"),
    attribute(work === null ? null : child(work, "FRBRalias"), "value"),
  ].find((value) => value !== null && value.trim() !== "");
  return {
    title: printed("docTitle") ?? printed("shortTitle") ?? named ?? null,
    notice: null,
    reconstruction: false,
    drafter: null,
    stage: printed("docStage"),
    date: dateOf(expression) ?? dateOf(work),
    parties: [],
    basisAcceptedBy: [],
    language: tagOfCode(attribute(expression === null ? null : child(expression, "FRBRlanguage"), "language")),
    authenticLanguages: [],
    prevailingLanguage: null,
    revises: null,
    other: {},
  };
}

function dateOf(level: XmlElement | null): string | null {
  const date = attribute(level === null ? null : child(level, "FRBRdate"), "date");
  const day = /^\d{4}-\d\d-\d\d/u.exec(date ?? "")?.[0] ?? null;
  return day === noDate ? null : day;
}
