const joiner = "\u200D";
const arabicLetter = /[\u0620-\u064A\u066E-\u066F\u0671-\u06D3\u06D5\u06EE-\u06EF\u06FA-\u06FC\u06FF\u0750-\u077F]/u;
/** Letters that join only to the one before, and those that join to none. */
const endsHere =
  /[\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671-\u0677\u0688-\u0699\u06C0\u06C3-\u06CB\u06CD\u06CF\u06D2\u06D3\u06D5\u06EE\u06EF\u0759-\u075B\u076B\u076C\u0771\u0773\u0774\u0778\u0779]/u;
const joinsToNone = /[\u0621\u0674]/u;
const mark = /\p{M}/u;

/**
 * The typesetter shapes words of different looks apart, so that a word changed in its middle would fall into unjoined
 * letters. A zero width joiner on both sides of the seam keeps their forms; it is only put where both letters join.
 */
export function keepJoined(words: readonly string[]): readonly string[] {
  const out = [...words];
  let before = -1;
  for (const [at, word] of words.entries()) {
    if (word === "") continue;
    if (before >= 0 && joinsOnward(words[before] ?? "") && joinsBack(word)) {
      out[before] = `${out[before]}${joiner}`;
      out[at] = `${joiner}${out[at]}`;
    }
    before = at;
  }
  return out;
}

function joinsOnward(word: string): boolean {
  let end = word.length - 1;
  while (end >= 0 && mark.test(word[end] ?? "")) end--;
  const last = word[end] ?? "";
  return arabicLetter.test(last) && !endsHere.test(last);
}

function joinsBack(word: string): boolean {
  let start = 0;
  while (start < word.length && mark.test(word[start] ?? "")) start++;
  const first = word[start] ?? "";
  return arabicLetter.test(first) && !joinsToNone.test(first);
}
