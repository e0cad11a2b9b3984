/** Whole numbers up to 9,999,999 written in words, as an oracle: tables and joining alone, sharing nothing with the reader. */
export type Spelling = (value: number) => string;

const englishSmall =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const englishTens = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

export function inEnglish(value: number): string {
  if (value < 20) return englishSmall[value] ?? "";
  if (value < 100)
    return `${englishTens[Math.floor(value / 10)]}${value % 10 === 0 ? "" : `-${englishSmall[value % 10]}`}`;
  if (value < 1000)
    return `${englishSmall[Math.floor(value / 100)]} hundred${value % 100 === 0 ? "" : ` and ${inEnglish(value % 100)}`}`;
  const [scale, word] = value < 1_000_000 ? [1000, "thousand"] : [1_000_000, "million"];
  const rest = value % scale;
  const joiner = rest < 100 ? " and " : " ";
  return `${inEnglish(Math.floor(value / scale))} ${word}${rest === 0 ? "" : `${joiner}${inEnglish(rest)}`}`;
}

const dariSmall = "صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هژده نزده".split(
  " ",
);
const dariTens = "- - بیست سی چهل پنجاه شصت هفتاد هشتاد نود".split(" ");
const dariHundreds = "- یکصد دوصد سه‌صد چهارصد پنجصد ششصد هفتصد هشتصد نهصد".split(" ");

export function inDari(value: number): string {
  const and = (head: string, rest: number): string => (rest === 0 ? head : `${head} و ${inDari(rest)}`);
  if (value < 20) return dariSmall[value] ?? "";
  if (value < 100) return and(dariTens[Math.floor(value / 10)] ?? "", value % 10);
  if (value < 1000) return and(dariHundreds[Math.floor(value / 100)] ?? "", value % 100);
  const [scale, word] = value < 1_000_000 ? [1000, "هزار"] : [1_000_000, "ملیون"];
  return and(`${inDari(Math.floor(value / scale))} ${word}`, value % scale);
}

const pashtoSmall =
  "صفر یو دوه درې څلور پنځه شپږ اووه اته نهه لس یوولس دولس دیارلس څوارلس پنځلس شپاړس اوولس اتلس نولس شل یوویشت دوه‌ویشت درویشت څلورویشت پنځه‌ویشت شپږویشت اوویشت اته‌ویشت نهه‌ویشت".split(
    " ",
  );
const pashtoTens = "- - شل دېرش څلوېښت پنځوس شپېته اویا اتیا نوي".split(" ");

export function inPashto(value: number): string {
  if (value < 30) return pashtoSmall[value] ?? "";
  if (value < 100)
    return value % 10 === 0
      ? (pashtoTens[value / 10] ?? "")
      : `${pashtoSmall[value % 10]} ${pashtoTens[Math.floor(value / 10)]}`;
  const and = (head: string, rest: number): string => (rest === 0 ? head : `${head} او ${inPashto(rest)}`);
  if (value < 200) return and("یو سل", value % 100);
  if (value < 1000) return and(`${pashtoSmall[Math.floor(value / 100)]} سوه`, value % 100);
  if (value < 1_000_000) return and(`${inPashto(Math.floor(value / 1000))} زره`, value % 1000);
  return and(`${inPashto(Math.floor(value / 1_000_000))} ملیونه`, value % 1_000_000);
}
