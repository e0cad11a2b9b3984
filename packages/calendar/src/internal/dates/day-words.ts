/** The language in which the words of a text are read. */
export type WordLanguage = "english" | "dari" | "pashto";

/** The reading of a BCP 47 tag; null for a language whose words are not read. */
export function wordLanguage(tag: string): WordLanguage | null {
  const [primary = ""] = tag.toLowerCase().split("-");
  if (primary === "en") return "english";
  if (["fa", "prs", "pes", "per", "fas"].includes(primary)) return "dari";
  return ["ps", "pus", "pbu", "pst", "pbt"].includes(primary) ? "pashto" : null;
}

/** Days of the month in words, the first to the thirty-first, in folded spelling; bars part variants. */
const written: Readonly<Record<WordLanguage, string>> = {
  english:
    "first;second;third;fourth;fifth;sixth;seventh;eighth;ninth;tenth;eleventh;twelfth;thirteenth;fourteenth;fifteenth;sixteenth;seventeenth;eighteenth;nineteenth;twentieth;twenty first;twenty second;twenty third;twenty fourth;twenty fifth;twenty sixth;twenty seventh;twenty eighth;twenty ninth;thirtieth;thirty first",
  dari: "اول|یکم;دوم;سوم;چهارم;پنجم;ششم;هفتم;هشتم;نهم;دهم;یازدهم;دوازدهم;سیزدهم;چهاردهم;پانزدهم;شانزدهم;هفدهم;هژدهم|هجدهم|هیجدهم;نزدهم|نوزدهم;بیستم;بیست و یکم;بیست و دوم;بیست و سوم;بیست و چهارم;بیست و پنجم;بیست و ششم;بیست و هفتم;بیست و هشتم;بیست و نهم;سی ام;سی و یکم",
  pashto:
    "لومړی;دویم|دوهم;درییم|دریم;څلورم;پنځم;شپږم;اووم|اوم;اتم;نهم;لسم;یوولسم;دولسم|دوولسم;دیارلسم;څوارلسم;پنځلسم;شپاړسم;اوولسم;اتلسم;نولسم|نونسم;شلم;یوویشتم|یو ویشتم|یویشتم;دوویشتم|دوه ویشتم;درویشتم|دری ویشتم;څلورویشتم|څلور ویشتم;پنځه ویشتم|پنځویشتم;شپږویشتم|شپږ ویشتم;اوویشتم|اووه ویشتم;اته ویشتم|اتویشتم;نهه ویشتم|نه ویشتم;دیرشم;یو دیرشم|یودیرشم",
};

const byWord: Readonly<Record<WordLanguage, ReadonlyMap<string, number>>> = {
  english: daysOf("english"),
  dari: daysOf("dari"),
  pashto: daysOf("pashto"),
};

/** The pattern of the days in words of a language, the longer first. */
export function dayWordsPattern(language: WordLanguage): string {
  return written[language]
    .split(/[;|]/u)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(" ", "[\\s\\u200c-]{0,3}"))
    .join("|");
}

/** The day of the month that digits or words say; null when they say none. */
export function dayNamed(found: string, language: WordLanguage): number | null {
  const digits = /^\d+/u.exec(found)?.[0];
  if (digits !== undefined) return Number(digits);
  const key = keyOf(found);
  return byWord[language].get(key) ?? byWord[language].get(key.replace(/ه$/u, "")) ?? null;
}

function daysOf(language: WordLanguage): ReadonlyMap<string, number> {
  return new Map(
    written[language]
      .split(";")
      .flatMap((words, index) => words.split("|").map((word) => [keyOf(word), index + 1] as const)),
  );
}

function keyOf(word: string): string {
  return word.replace(/[\s\u200c-]+/gu, "");
}
