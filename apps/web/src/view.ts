import type {
  BodiesAnswer,
  BriefAnswer,
  CeasefireAnswer,
  CheckAnswer,
  DiagnosticAnswer,
  Frame,
  MatrixAnswer,
  PackagesAnswer,
  PositionsAnswer,
  ScheduleAnswer,
  StatusAnswer,
  TextAnswer,
  ViolenceAnswer,
} from "@parley/process";

/** The pages in the order of the navigation; the name of a page is its path. */
export const pageNames = [
  "text",
  "issues",
  "packages",
  "timetable",
  "bodies",
  "positions",
  "keeping",
  "ceasefire",
  "check",
  "brief",
] as const;
export type PageName = "front" | (typeof pageNames)[number];

/** The questions of the front page, each answered in one sentence: only what it shows of the whole answers. */
export interface FrontAnswer {
  readonly packages: Pick<PackagesAnswer, "text" | "packages" | "blocking">;
  readonly schedule: Pick<ScheduleAnswer, "text" | "feasible" | "assumptions"> & {
    /** How many days are past without a word in the record. */
    readonly passed: number;
    /** The nearest events to come. */
    readonly next: readonly Pick<ScheduleAnswer["events"][string], "name" | "earliest" | "latest" | "disputed">[];
  };
  readonly bodies: Pick<BodiesAnswer, "text">;
  /** Null while no agreement in force asks for anything. */
  readonly keeping: Pick<StatusAnswer, "text" | "counts" | "next"> | null;
  /** Null without figures of violence. */
  readonly ceasefire: Pick<ViolenceAnswer, "text" | "indication"> | null;
}

/** A page and the answer it shows. */
export type Content =
  | { readonly page: "front"; readonly answer: FrontAnswer }
  | { readonly page: "text"; readonly answer: TextAnswer }
  | { readonly page: "issues"; readonly answer: MatrixAnswer }
  | { readonly page: "packages"; readonly answer: PackagesAnswer }
  | { readonly page: "timetable"; readonly answer: ScheduleAnswer }
  | { readonly page: "bodies"; readonly answer: BodiesAnswer }
  | { readonly page: "positions"; readonly answer: PositionsAnswer }
  | { readonly page: "keeping"; readonly answer: StatusAnswer }
  | { readonly page: "ceasefire"; readonly answer: CeasefireAnswer }
  | { readonly page: "check"; readonly answer: CheckAnswer }
  | { readonly page: "brief"; readonly answer: BriefAnswer };

/** What the URL's query asks: each name with its values, in order. Only names in {@link askable} are kept. */
export type Asked = Readonly<Record<string, readonly string[]>>;

/** Everything a page is made of. The server sends it inside the page and, to a script that asks, as JSON. */
export interface View {
  readonly page: PageName;
  readonly asked: Asked;
  /** Counts the good states of the folder since the server started; a page with an older one asks again. */
  readonly version: number;
  /** Null when the folder could never be read; then `broken` says why. */
  readonly frame: Frame | null;
  readonly content: Content | null;
  /** Why the question was refused, when it was. */
  readonly refusal: DiagnosticAnswer | null;
  readonly broken: readonly DiagnosticAnswer[];
  /** True when the page shows an older state than the files; false when what is broken is left out of it. */
  readonly held: boolean;
}

/** Questions that change the answer. */
const answering = [
  "as-of",
  "text",
  "compare",
  "beside",
  "choose",
  "without",
  "rule",
  "assessed",
  "since",
  "shareable",
  "on",
  "window",
  "baseline",
  "province",
  "figures",
] as const;
/** Questions that only change what of the answer is shown, so that no new answer is fetched for them. */
const showing = ["show", "find", "hypothesis", "across", "up", "group", "per"] as const;
export type AskName = (typeof answering)[number] | (typeof showing)[number];
/** Every name that a query may have, in the order in which an address has them. */
export const askNames: readonly AskName[] = [...answering, ...showing];
const askable: readonly string[] = askNames;

/** At most this many values of one name, and characters of one value, are read from a URL. */
const valuesMax = 60;
const charactersMax = 300;

/** Reads the query of a URL. Names we do not know and empty values are left out. */
export function readAsked(query: URLSearchParams): Asked {
  const asked: Record<string, string[]> = {};
  for (const [name, raw] of query) {
    const value = raw.trim().slice(0, charactersMax);
    if (!askable.includes(name) || value === "") continue;
    const values = asked[name] ?? [];
    asked[name] = values;
    if (values.length < valuesMax && !values.includes(value)) values.push(value);
  }
  return asked;
}

/** The one value of a name, or undefined. */
export function one(asked: Asked, name: AskName): string | undefined {
  return asked[name]?.[0];
}

/** All values of a name. */
export function all(asked: Asked, name: AskName): readonly string[] {
  return asked[name] ?? [];
}

/** What the query becomes with some names changed; null takes a name away. */
export type Change = Partial<Record<AskName, string | readonly string[] | null>>;

/** The address of the same page asked a little differently. */
export function hrefOf(page: PageName, asked: Asked, change: Change = {}): string {
  const query = new URLSearchParams();
  for (const name of askNames) {
    const changed = change[name];
    const values =
      changed === undefined
        ? (asked[name] ?? [])
        : changed === null
          ? []
          : typeof changed === "string"
            ? [changed]
            : changed;
    for (const value of values) if (value !== "") query.append(name, value);
  }
  const text = query.toString();
  return `${pathOf(page)}${text === "" ? "" : `?${text}`}`;
}

/** The address of another page: only the day goes along, since the other questions belong to their page. */
export function hrefTo(page: PageName, asked: Asked, change: Change = {}): string {
  const day = one(asked, "as-of");
  return hrefOf(page, day === undefined ? {} : { "as-of": [day] }, change);
}

/** True when two queries need the same answer and differ only in what of it is shown. */
export function sameAnswer(a: Asked, b: Asked): boolean {
  return answering.every((name) => JSON.stringify(a[name] ?? []) === JSON.stringify(b[name] ?? []));
}

export function pathOf(page: PageName): string {
  return page === "front" ? "/" : `/${page}`;
}

/** The page of a path, or null. */
export function pageOf(path: string): PageName | null {
  if (path === "/") return "front";
  return pageNames.find((name) => `/${name}` === path) ?? null;
}
