import type { ParagraphRole } from "../../manuscript.ts";

interface Meaning {
  readonly role: ParagraphRole;
  readonly headingLevel: number;
}

/** The word for "heading" as word processors in other languages put it into a style's id or name. */
const headingWords = new Set(
  (
    "heading berschrift überschrift ueberschrift titre ttulo título titulo titolo kop rubrik overskrift otsikko " +
    "nagłówek nagwek naglowek nadpis címsor cmsor cimsor başlık balk baslik titlu заголовок zaglavlje naslov " +
    "επικεφαλίδα antraštė virsraksts pealkiri عنوان سرفصل سرلیک 标题 標題 見出し 제목"
  ).split(" "),
);

const roles: Readonly<Record<string, ParagraphRole>> = {
  title: "title",
  titel: "title",
  titre: "title",
  ttulo: "title",
  título: "title",
  titolo: "title",
  название: "title",
  subtitle: "subtitle",
  untertitel: "subtitle",
  soustitre: "subtitle",
  "sous-titre": "subtitle",
  subttulo: "subtitle",
  subtítulo: "subtitle",
  sottotitolo: "subtitle",
  подзаголовок: "subtitle",
  quote: "quote",
  quotations: "quote",
  intensequote: "quote",
  blockquotation: "quote",
  blocktext: "quote",
  zitat: "quote",
  citation: "quote",
  signature: "signature",
  unterschrift: "signature",
  parleynote: "note",
  parleysignature: "signature",
};

/** What a paragraph style is for, when its name or id tells; null when it does not. */
export function styleMeaning(name: string): Meaning | null {
  const plain = name.toLowerCase().replace(/[\s_]/g, "");
  const heading = /^(\D+)([1-9])$/.exec(plain);
  if (heading !== null && headingWords.has(heading[1] ?? "")) {
    return { role: "heading", headingLevel: Number(heading[2]) };
  }
  const role = Object.hasOwn(roles, plain) ? roles[plain] : undefined;
  return role === undefined ? null : { role, headingLevel: 0 };
}
