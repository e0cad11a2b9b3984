/** What a word does in a number: "twenty" takes a unit after it, "hundred" multiplies what stands before. */
export type Role = "unit" | "teen" | "ten" | "hundreds" | "hundred" | "scale";

export interface NumberWord {
  readonly value: number;
  readonly role: Role;
  readonly ordinal: boolean;
  /** A word that is a number only beside another: "ویشت" after a unit. */
  readonly bound: boolean;
  /** The same letters are another word as well, so that alone it is not taken for a number. */
  readonly homograph: boolean;
}

/** The words of one language, in folded letters, and how they are put together. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, NumberWord>;
  /** Words written as one that are two: "یکهزار". */
  readonly joined: ReadonlyMap<string, readonly string[]>;
  readonly joiner: string;
  /** "twenty one" has none, "بیست و یک" needs one. */
  readonly joinsTens: boolean;
  /** "thousand two hundred" may do without; "هزار و دوصد" may not. */
  readonly joinsGroups: "optional" | "required";
  /** Pashto says the unit before the ten: "یو دېرش" is 31. */
  readonly unitBeforeTen: boolean;
  /** Whether "thousand" by itself is one thousand. */
  readonly bareMultipliers: boolean;
  /** Nouns of shares with what they are of one: "half", "ثلث". */
  readonly shares: ReadonlyMap<string, number>;
  /** Denominators that only a share has: "thirds". */
  readonly parts: ReadonlyMap<string, number>;
  /** Two of two, said without a number: "both". */
  readonly pairs: ReadonlySet<string>;
  /** Nouns whose two or three goes without saying: "two sides". */
  readonly sides: RegExp;
  readonly units: readonly (readonly [Unit, RegExp])[];
  readonly percent: RegExp;
  /** Words that may stand between a number and its unit. */
  readonly between: RegExp;
  /** Nouns that show that a doubtful word before them is a number. */
  readonly counted: RegExp;
  /** Before a number these make it vague: "several thousand". */
  readonly vague: ReadonlySet<string>;
  readonly ordinalEnding: RegExp;
}

/** What a number counts, where it is a length of time or a share of a hundred. */
export type Unit = "minute" | "hour" | "day" | "week" | "month" | "year" | "percent";

/** Makes words of a line such as "1 یک|یکی; 2 دو": values, each with its spellings. */
export function wordsOf(
  role: Role,
  line: string,
  about: { readonly ordinal?: boolean; readonly bound?: boolean; readonly homograph?: boolean } = {},
): [string, NumberWord][] {
  return line.split(";").flatMap((entry) => {
    const [, value = "0", spellings = ""] = /^\s*(\d+)\s+(.*?)\s*$/u.exec(entry) ?? [];
    const word: NumberWord = {
      value: Number(value),
      role,
      ordinal: about.ordinal ?? false,
      bound: about.bound ?? false,
      homograph: about.homograph ?? false,
    };
    return spellings.split("|").map((spelling): [string, NumberWord] => [spelling, word]);
  });
}

/** The ordinals made from cardinals by an ending: each keeps its role and value. */
export function ordinalsOf(
  cardinals: readonly (readonly [string, NumberWord])[],
  endings: readonly string[],
): [string, NumberWord][] {
  return cardinals.flatMap(([word, about]) =>
    endings.map((ending): [string, NumberWord] => [
      `${word}${ending}`,
      { ...about, ordinal: true, bound: false, homograph: false },
    ]),
  );
}
