/** The few words that the page adds to the document's own, in the document's language where we have it. */
export interface PageWords {
  readonly untitled: string;
  readonly changes: string;
  readonly howShown: string;
  readonly layout: string;
  readonly comments: string;
  readonly resolved: string;
  readonly unplacedNotes: string;
  readonly near: string;
  /** The digits of page and note numbers, as a pattern of the typesetter. */
  readonly digits: string;
}

const english: PageWords = {
  untitled: "Untitled document",
  changes: "Tracked changes",
  howShown:
    "Underlined: inserted. Struck through: deleted. Dashes through: inserted by one hand and deleted by another. " +
    "Dots under: moved here. Dots through: moved away. " +
    "¶: the end of a paragraph or line. →: a tab. †: a footnote. The small letter names the hand.",
  layout: "Changes of layout, not shown in the text",
  comments: "Comments",
  resolved: "resolved",
  unplacedNotes: "Footnotes without a place in the text",
  near: "near",
  digits: "1",
};

const dari: PageWords = {
  untitled: "سند بی‌عنوان",
  changes: "تغییرات ثبت‌شده",
  howShown:
    "زیرخط: افزوده شده. خط‌خورده: حذف شده. خط‌خورده با خط بریده: یکی افزوده و دیگری حذف کرده است. " +
    "نقطه‌چین در زیر: به اینجا آورده شده. نقطه‌چین بر روی واژه: از اینجا برده شده. " +
    "¶: پایان پاراگراف یا سطر. →: فاصلهٔ جدولی. †: پاورقی. حرف کوچک نشان می‌دهد که تغییر از کیست.",
  layout: "تغییرات شکل که در متن نشان داده نشده است",
  comments: "نظرها",
  resolved: "حل‌شده",
  unplacedNotes: "پاورقی‌های بدون جای در متن",
  near: "نزدیک",
  digits: "۱",
};

const pashto: PageWords = {
  untitled: "بې سرلیکه سند",
  changes: "ثبت شوي بدلونونه",
  howShown:
    "لاندې کرښه: ور زیات شوي. کرښه پرې تېره شوې: ړنګ شوي. ماته کرښه پرې تېره شوې: یوه ور زیات کړي او بل ړنګ کړي دي. " +
    "ټکي لاندې: دلته راوړل شوي. ټکي پرې تېر شوي: له دې ځایه وړل شوي. " +
    "¶: د پراګراف یا کرښې پای. →: ټب. †: لمنلیک. کوچنی توری ښيي چې بدلون د چا دی.",
  layout: "د بڼې بدلونونه چې په متن کې نه دي ښودل شوي",
  comments: "تبصرې",
  resolved: "حل شوې",
  unplacedNotes: "هغه لمنلیکونه چې په متن کې ځای نه لري",
  near: "نږدې",
  digits: "۱",
};

/** English where the language is another one. */
export function pageWords(language: string): PageWords {
  if (language === "ps") return pashto;
  return language === "fa" || language === "prs" ? dari : english;
}
