import { plainScript } from "@parley/calendar";
import type { Provision } from "../../model.ts";
import type { VersionFinding } from "../../versions.ts";
import { found, type Pair } from "./finding.ts";
import { wordsLanguage } from "./languages.ts";
import { readNumbers } from "./numbers/read-numbers.ts";

/** A number at the head of a provision: its label, and every place that it may mean. */
interface Numbering {
  readonly label: string | null;
  readonly places: ReadonlySet<string>;
}

const labels: readonly (readonly [RegExp, string])[] = [
  [/^(?:part|title|book|بخش|برخه|برخی)$/u, "part"],
  [/^(?:annex|annexure|appendix|schedule|protocol|attachment|ضمیمه|ضمیمی|پیوست)$/u, "annex"],
  [/^(?:chapter|فصل|څپرکی)$/u, "chapter"],
  [/^(?:section|phase|stage|قسمت|مرحله)$/u, "section"],
  [/^(?:article|clause|rule|step|art|ماده|مادی|مادو|§)$/u, "article"],
];

/** Letters number paragraphs in the order of the abjad or of an alphabet: Persian, Pashto, Arabic. */
const letterOrders: readonly (readonly string[])[] = [
  "ا ب ج د ه و ز ح ط ی ک ل م ن",
  "ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش",
  "ا ب پ ت ټ ث ج ځ چ څ ح خ د ډ ذ ر",
  "ا ب ت ث ج ح خ د ذ ر ز س ش",
].map((order) => order.split(" "));

/** LNG-05: the same number in each script: ماده ۳ for Article 3, (ب) for (b). */
export function numberingFindings({ a, b, prevails }: Pair, one: Provision, other: Provision): VersionFinding[] {
  const [first, second] = [numberingOf(one, a.language), numberingOf(other, b.language)];
  if (first === null && second === null) return [];
  if (first !== null && second !== null && agrees(first, second)) return [];
  const said = (provision: Provision, numbering: Numbering | null): string =>
    numbering === null ? "has no number" : `has the number “${printed(provision)}”`;
  return [
    found(prevails, {
      code: "version-numbering-differs",
      kind: "numbering",
      severity: "warning",
      provision: one,
      sides: [
        { view: a, span: one.ownSpan, words: first === null ? "" : printed(one) },
        { view: b, span: other.ownSpan, words: second === null ? "" : printed(other) },
      ],
      message: `“${one.id}” ${said(one, first)} in the ${a.name} text and ${said(other, second)} in the ${b.name} text. A reference by number would lead to other words.`,
      help: "Number the provision alike in both.",
    }),
  ];
}

function agrees(a: Numbering, b: Numbering): boolean {
  const labelled = a.label === null || b.label === null || a.label === b.label;
  return labelled && [...a.places].some((place) => b.places.has(place));
}

function numberingOf(provision: Provision, language: string): Numbering | null {
  return numberingIn(printed(provision), language);
}

/** Null for a bullet and for what is no number. */
function numberingIn(said: string, language: string): Numbering | null {
  const text = plainScript(said)
    .text.replace(/[().:،,\s–—-]+$/u, "")
    .replace(/^[(\s]+/u, "");
  const words = text.split(/[\s()\u200c]+/u).filter((word) => word !== "" && !/^[-–—•*+]$/u.test(word));
  if (words.length === 0) return null;
  const label = words.map(labelOf).find((name) => name !== null) ?? null;
  const inserted = words.filter((word) => /^(?:bis|ter|quater|quinquies|مکرر)$/u.test(word));
  const rest = words.filter((word) => labelOf(word) === null && !inserted.includes(word)).join(" ");
  const suffix = inserted.join(" ").replace("مکرر", "bis");
  const places = rest === "" ? ["1"] : placesOf(rest, language);
  return { label, places: new Set(places.map((place) => `${place} ${suffix}`.trim())) };
}

/** The number as printed; where none was split off, one that the first words hold. */
function printed(provision: Provision): string {
  return (provision.number ?? numberInWords(provision)).replace(/\s+/gu, " ").trim();
}

const labelWords = "ماده|مادهٔ|مادۀ|بخش|برخه|فصل|څپرکی|ضمیمه|ضمیمهٔ|ضمیمۀ|ضميمه";
const numberFirst = new RegExp(`^\\s*(\\S+(?:\\s\\S+)?\\s(?:${labelWords}))(?=[\\s.:،)–—-]|$)`, "u");
const labelFirst = new RegExp(
  `^\\s*((?:${labelWords})\\s[^\\s.:،)]+(?:\\sو?\\s?[^\\s.:،)]+){0,2})(?=[.:،)–—-]|$)`,
  "u",
);

const digitsFirst = /^\s*([\d۰-۹٠-٩]{1,3}(?:[.-][\d۰-۹٠-٩]{1,3}){1,6})(?=[.)]?\s)/u;
const letterFirst = /^\s*(\([اآأبپتټثجځچڅحخدډذرړزژږسښش]\)|[اآأبپتټثجځچڅحخدډذرړزژږسښش]\))(?=\s)/u;

/** “درېیمه ماده. …”, “ضمیمه الف. …”, “۱.۲ …”, “(پ) …”: a number that stands among the words, as printed; else nothing. */
export function numberInWords(provision: Provision): string {
  if (provision.number !== null) return "";
  const first = provision.words[0];
  const text = first?.kind === "words" ? first.text : "";
  for (const pattern of [labelFirst, numberFirst, digitsFirst, letterFirst]) {
    const head = pattern.exec(text)?.[1];
    const numbering = head === undefined ? null : numberingIn(head, pattern === numberFirst ? "ps" : "fa");
    if (head !== undefined && numbering !== null && [...numbering.places].every((place) => /^\d/u.test(place)))
      return head;
  }
  return "";
}

function placesOf(text: string, language: string): readonly string[] {
  if (/^\d/u.test(text)) return [text.replace(/[^\d]+/gu, ".").replace(/\.$/u, "")];
  const letter = text === "الف" ? "ا" : text;
  const inOrders = letterOrders.map((order) => order.indexOf(letter) + 1).filter((place) => place > 0);
  const latin = /^([a-z])\1?$/u.test(text) ? [text.charCodeAt(0) - 96 + (text.length - 1) * 26] : [];
  const words = readNumbers(text, wordsLanguage(language) === null ? "en" : language).numbers.flatMap(
    ({ values }) => values,
  );
  const all = [...inOrders.map(String), ...latin.map(String), ...romanOf(text), ...words];
  return all.length === 0 ? [text] : all;
}

function romanOf(text: string): readonly string[] {
  if (!/^(?=.)(?:x{0,4}|xl|lx{0,3}|xc)(?:ix|iv|v?i{0,3})$/u.test(text)) return [];
  const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const values = [...text].map((digit) => worth[digit] ?? 0);
  return [String(values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0))];
}

function labelOf(word: string): string | null {
  return labels.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
