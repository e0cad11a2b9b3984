/** The three calendars in which dates are read. */
export type Calendar = "gregorian" | "solar-hijri" | "lunar-hijri";

export interface MonthName {
  readonly calendar: Calendar;
  readonly month: number;
}

/**
 * Names of months as people write them, twelve lines a list, spellings parted by bars. They are compared after folding, so one
 * spelling stands for all that differ only in forms of a letter. A space stands for a space, a hyphen, a joiner or nothing, and
 * an apostrophe may be left out.
 */
const lists: readonly (readonly [Calendar, string])[] = [
  [
    "gregorian",
    "january|jan;february|feb;march|mar;april|apr;may;june|jun;july|jul;august|aug;september|sept|sep;october|oct;november|nov;december|dec",
  ],
  // Dari and Pashto as written in Afghanistan.
  [
    "gregorian",
    "جنوری;فبروری|فیبروری;مارچ;اپریل;می;جون;جولای;اگست;سپتمبر|سیپتمبر|سپتامبر;اکتوبر|اکتبر;نومبر|نوامبر;دسمبر|ډسمبر|دسامبر",
  ],
  // Persian as written in Iran, and Arabic.
  ["gregorian", "ژانویه;فوریه;مارس;اوریل;مه;ژوین|ژوئن;ژوییه|جولای;اوت;سپتامبر;اکتبر;نوامبر;دسامبر"],
  ["gregorian", "ینایر;فبرایر;مارس;ابریل;مایو;یونیو;یولیو;اغسطس;سبتمبر;اکتوبر;نوفمبر;دیسمبر"],
  // Solar Hijri: Afghan names in Dari, in Pashto and in Latin letters; then the Iranian names.
  ["solar-hijri", "حمل;ثور;جوزا;سرطان;اسد;سنبله;میزان;عقرب;قوس;جدی;دلو;حوت"],
  ["solar-hijri", "وری;غویی|غوایی|غویی;غبرگولی|غبرگلی;چنگاښ|چنگاش;زمری;وږی|وگی;تله;لړم;لیندی;مرغومی;سلواغه;کب"],
  [
    "solar-hijri",
    "hamal;sawr|saur|thawr|sowr;jawza|jauza;saratan;asad;sunbula|sonbola|sunbola|sumbula;mizan;aqrab;qaws|qaus|qows;jadi|jaddi|jady;dalw|dalwa|dalwe|dalv;hut|hoot",
  ],
  ["solar-hijri", "فروردین;اردیبهشت;خرداد;تیر;مرداد|امرداد;شهریور;مهر;ابان;اذر;دی;بهمن;اسفند"],
  ["solar-hijri", "farvardin;ordibehesht;khordad;tir;mordad|amordad;shahrivar;mehr;aban;azar;dey;bahman;esfand"],
  [
    "lunar-hijri",
    "محرم|محرم الحرام;صفر|صفر المظفر;ربیع الاول|ربیع اول;ربیع الثانی|ربیع ثانی|ربیع الاخر|ربیع دوم;جمادی الاول|جمادی الاولی|جمادی اول;جمادی الثانی|جمادی الثانیه|جمادی الاخر|جمادی الاخره|جمادی الاخری|جمادی ثانی;رجب|رجب المرجب;شعبان|شعبان المعظم;رمضان|رمضان المبارک;شوال|شوال المکرم;ذو القعده|ذی القعده|ذیقعده|ذو القعد;ذو الحجه|ذی الحجه|ذیحجه|ذی الحج|ذو الحج",
  ],
  [
    "lunar-hijri",
    "muharram|moharram;safar;rabi' al awwal|rabi' ul awwal|rabi' al awal|rabi' i;rabi' al thani|rabi' ul thani|rabi' ath thani|rabi' al akhir|rabi' ii;jumada al awwal|jumada al ula|jumada ul awwal|jumada i;jumada al thani|jumada al thaniya|jumada al akhira|jumada al akhirah|jumada ath thani|jumada ii;rajab;sha'ban|shaaban;ramadan|ramadhan|ramazan;shawwal|shawal;dhu al qa'dah|dhu'l qa'dah|dhu'l qi'dah|dhu al qa'da|dhu'l qa'da|zul qa'dah|dhu'l qida;dhu al hijjah|dhu'l hijjah|dhu al hijja|dhu'l hijja|zul hijja|zul hijjah",
  ],
];

/** Without a year beside them these are other words too, so that a day and such a name are not taken for a date. */
export const alsoOtherWords: ReadonlySet<string> = new Set([
  "may",
  "می",
  "مه",
  "تیر",
  "مهر",
  "دی",
  "تله",
  "mar",
  "وگی",
]);

const names: ReadonlyMap<string, MonthName> = new Map(
  lists.flatMap(([calendar, list]) =>
    list
      .split(";")
      .flatMap((spellings, index) =>
        spellings.split("|").map((spelling): [string, MonthName] => [keyOf(spelling), { calendar, month: index + 1 }]),
      ),
  ),
);

/** The month of a name found in folded text. */
export function monthNamed(found: string): MonthName | null {
  return names.get(keyOf(found)) ?? null;
}

/** All names for a pattern, the longer first. */
export const monthPattern: string = lists
  .flatMap(([, list]) => list.split(/[;|]/u))
  .sort((a, b) => b.length - a.length)
  .map((spelling) => spelling.replaceAll(" ", "[\\s\\u200c-]{0,3}").replaceAll("'", "'?"))
  .join("|");

function keyOf(name: string): string {
  return name.replace(/[\s\u200c'-]+/gu, "");
}
