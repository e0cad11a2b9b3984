/** A text with one spelling for letters and digits that are written in several ways, and where each came from. */
export interface PlainScript {
  readonly text: string;
  /** The stretch of the source that a stretch of `text` was written as. */
  readonly spanOf: (start: number, end: number) => { readonly start: number; readonly end: number };
}

/** Vowel signs, the stretching line and directional marks change no word. */
const dropped: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x061c, 0x061c],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x200d, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
];

const letters: Readonly<Record<string, string>> = {
  ي: "ی",
  ى: "ی",
  ې: "ی",
  ۍ: "ی",
  ئ: "ی",
  ے: "ی",
  ك: "ک",
  ڪ: "ک",
  ګ: "گ",
  ة: "ه",
  ۀ: "ه",
  ە: "ه",
  ھ: "ه",
  ہ: "ه",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ؤ: "و",
  "\u00a0": " ",
  "\u202f": " ",
  ʻ: "'",
  ʿ: "'",
  ʾ: "'",
  "’": "'",
  "‘": "'",
};

/**
 * Folds a text for reading numbers, dates and names: digits of the three scripts become 0 to 9, capitals small, the Arabic, Dari
 * and Pashto forms of one letter one letter (ې, ۍ, ي and ی; ګ and گ), and vowel signs and directional marks are left out. The zero-width
 * non-joiner stays. Words that differ only in such letters become alike, so this is for recognising and never for showing.
 * Linear.
 */
export function plainScript(source: string): PlainScript {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  let at = 0;
  for (const character of source) {
    const plain = plainCharacter(character);
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    text += plain;
    at += character.length;
  }
  const spanOf = (start: number, end: number) => ({
    start: starts[start] ?? source.length,
    end: end > start ? (ends[end - 1] ?? source.length) : (starts[start] ?? source.length),
  });
  return { text, spanOf };
}

function plainCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character.toLowerCase();
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  if (dropped.some(([first, last]) => code >= first && code <= last)) return "";
  const known = letters[character];
  if (known !== undefined) return known;
  // Printed forms of Arabic letters, as some programs store them.
  if (code >= 0xfb50 && code <= 0xfefc)
    return [...character.normalize("NFKC")].map((part) => letters[part] ?? part).join("");
  return character.toLowerCase();
}
