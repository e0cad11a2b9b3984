import { type Lexicon, type NumberWord, ordinalsOf, wordsOf } from "./lexicon.ts";

const units = wordsOf(
  "unit",
  "1 یو|یوه|یوی|یوو;2 دوه|دوو;3 دری|دریو|دریوو;4 څلور|څلورو;5 پنځه|پنځو;6 شپږ|شپږو;7 اووه|اوو|اوه;8 اته|اتو;9 نهه|نهو",
);
const teens = wordsOf(
  "teen",
  "10 لس|لسو;11 یوولس|یولس|یوولسو;12 دولس|دوولس|دولسو;13 دیارلس|دیارلسو;14 څوارلس|څوارلسو;15 پنځلس|پنځلسو;16 شپاړس|شپاړسو;17 اوولس|اولس|اوولسو;18 اتلس|اتلسو;19 نولس|نونس|نولسو",
);
const tens = wordsOf(
  "ten",
  "20 شل|شلو;30 دیرش|دیرشو;40 څلویښت|څلویښتو|څلوېښت;50 پنځوس|پنځوسو;60 شپیته|شپیتو;70 اویا|اویاوو;80 اتیا|اتیاوو",
);
/** "نوي" is also "new", in the plural. */
const ninety = wordsOf("ten", "90 نوی|نویو", { homograph: true });
const bound = wordsOf("ten", "20 ویشت|ویشتو", { bound: true });
const multipliers = [
  ...wordsOf("hundred", "100 سل|سلو|سوه|سوو"),
  ...wordsOf("scale", "100000 لک|لکه;1000000 ملیون|میلیون|ملیونه|میلیونه;1000000000 ملیارد|میلیارد|ملیارده|میلیارده"),
  // "زر" is also "soon", and gold.
  ...wordsOf("scale", "1000 زر|زره|زرو", { homograph: true }),
];

/** How a unit is written when it is one word with its ten. */
const stems: readonly (readonly [number, readonly string[]])[] = [
  [1, ["یو", "ی"]],
  [2, ["دو", "دوه"]],
  [3, ["در", "دری"]],
  [4, ["څلور", "څلیر"]],
  [5, ["پنځ", "پنځه"]],
  [6, ["شپږ"]],
  [7, ["او", "اوو", "اووه"]],
  [8, ["ات", "اته"]],
  [9, ["نه", "نهه", "نو"]],
];
const tensInOne = [...tens.filter(([, { value }]) => value > 20), ...ninety, ...bound];
const inOne: [string, NumberWord][] = tensInOne.flatMap(([ten, { value }]) =>
  stems.flatMap(([unit, spellings]) =>
    spellings
      .filter((stem) => stem.length > 1)
      .map((stem): [string, NumberWord] => [
        `${stem}${ten}`,
        { value: value + unit, role: "teen", ordinal: false, bound: false, homograph: false },
      ]),
  ),
);
const cardinals = [...units, ...teens, ...tens, ...ninety, ...bound, ...inOne, ...multipliers];
const ordinalStems = [
  ...wordsOf("unit", "2 دوی|دوه;3 دریی|دری;4 څلور;5 پنځ;6 شپږ;7 اوو|او;8 ات;9 نه"),
  ...cardinals.filter(([word]) => !word.endsWith("و") && !units.some(([unit]) => unit === word)),
  ...wordsOf("ten", "60 شپیت;70 اویای;80 اتیای"),
];

export const pashto: Lexicon = {
  words: new Map([
    ...cardinals,
    ...ordinalsOf(ordinalStems, ["م", "مه", "می", "مو"]),
    ...wordsOf("unit", "1 لومړی|لومړنی|لومړیو", { ordinal: true }),
    ...wordsOf("ten", "20 ویشتم|ویشتمه|ویشتمی", { ordinal: true, bound: true }),
    ...wordsOf("unit", "9 نه", { bound: true }),
  ]),
  joined: new Map([["یوسلو", ["یو", "سلو"]]]),
  joiner: "او",
  joinsTens: false,
  joinsGroups: "optional",
  unitBeforeTen: true,
  bareMultipliers: true,
  shares: new Map([
    ["نیم", 2],
    ["نیمه", 2],
    ["نیمی", 2],
    ["نیمو", 2],
    ["نیمایی", 2],
    ["ثلث", 3],
    ["ثلثه", 3],
    ["ربع", 4],
  ]),
  parts: new Map(),
  pairs: new Set(["دواړه", "دواړو", "دواړی"]),
  sides:
    /^(?:خوا|خواوی|خواوو|اړخ|اړخونه|اړخونو|اړخیز|لوری|لوریو|هیواد|هیوادونه|هیوادونو|حکومتونه|حکومتونو|بل|پلاوی|پلاوو|ډلی|ډلو|تن)$/u,
  units: [
    ["minute", /^دقیق(?:ه|ی|و)$/u],
    ["hour", /^ساعت(?:ه|ونه|ونو|و|یز)?$/u],
    ["day", /^(?:ورځ|ورځی|ورځو|ورځنی|ورځنیو)$/u],
    ["week", /^(?:اونی|اونیو|هفته|هفتی|هفتو)$/u],
    ["month", /^(?:میاشت|میاشتی|میاشتو|میاشتنی)$/u],
    ["year", /^(?:کال|کاله|کلونه|کلونو|کلن|کلنه)$/u],
  ],
  percent: /^(?:سلنه|سلنی|فیصده|فیصد|فیصدو)$/u,
  between: /^(?:کاری|پرله|پسی)$/u,
  counted: /^(?!)/u,
  vague: new Set(["څو", "گڼ"]),
  ordinalEnding: /^(?:م|مه|می|مو)$/u,
};
