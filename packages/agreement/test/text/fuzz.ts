import { parse } from "../../src/index.ts";
import { checkLaws, droppedWords } from "./laws.ts";

/** Pieces that mean something to the reader of texts, and noise between them. */
const plain = [
  "\n",
  "\n\n",
  "\r\n",
  "\r\n\r\n",
  "\r",
  " ",
  "    ",
  "\t",
  "word",
  "the Council",
  "The Sides agree.",
  "peace;",
  "and",
  ":",
  "\n1. ",
  "\n2) ",
  "\n(a) ",
  "\n(i) ",
  "\n(iv) ",
  "\n3 bis ",
  "\n1.2 ",
  "\n1.2.3 ",
  "\nA. ",
  "\nII. ",
  "\n- ",
  "\n• ",
  "\n  - ",
  "\nPART TWO\n",
  "\nPart III: Peace\n",
  "\nArticle 3\n",
  "\nArticle 4. ",
  "\nANNEX A\n",
  "\nAnnex\n",
  "\n§ 4 ",
  "\nPREAMBLE\n",
  "\nماده ۳\n",
  "\n۱- ",
  "\nالف) ",
  "آتش‌بس",
  "می‌شود",
  "\n# ",
  "\n## ",
  "\n### ",
  " ##\n",
  "\n---\n",
  "\n===\n",
  "\n***\n",
  "\n| a | b |\n",
  "\n|---|---|\n",
  "|",
  "*",
  "**",
  "_",
  "____",
  "[",
  "]",
  "[ ]",
  "[a | b]",
  "[x: y]",
  "\\[",
  "\\]",
  "\\|",
  "\\",
  "  \n",
  "\\\n",
  "\n> ",
  "<br>",
  "<b",
  "&amp;",
  "`",
  "“Ferry” means ",
  "\nIN WITNESS WHEREOF\n",
  "\nDone at ",
  "\nFor the North: ____\n",
  "1",
  "2021.",
  "(b)",
  "\u200c",
  "\u200f",
  "\u00a0",
  "\ufeff",
  "é",
  "?",
  "0",
];
const marks = [
  "{#a}",
  "{#b .definition}",
  " {#c status=agreed}",
  '{status="pending taliban"}',
  "{.ambiguity}",
  "{#",
  "{",
  "}",
  "{#a status=odd}",
  "{#x y=}",
  '{#q k="v w"}',
  "\n::: {#d}\n",
  "\n:::\n",
  "\n::::\n",
  "\n::: note\n",
  "\n:::: {.alternatives #e}\n",
  "\n::: {.option #f party=us}\n",
  "\n::: {.option .unworded}\n",
  "\n::: {.map file=a}\n",
  "[{#a party=us} w | {#b .unworded}]{#g}",
  "](#a)",
  "](http://a.b)",
  "[^1]",
  "\n[^1]: ",
  "(",
  ")",
  "---\n",
  "---\ntitle: x\n---\n",
  "---\ndate: [\n---\n",
  "---\n- a\n---\n",
  "::: ",
  "{.signature capacity=head witness}",
  "👍",
  "\ud83d",
  "<!-- x -->",
];

/** A small generator with a seed, so that a failing input can be made again. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The text that a seed stands for. Every second one has no marks of ours, as a text found on the web. */
export function textOfSeed(seed: number): string {
  const random = generator(seed);
  const pieces = seed % 2 === 0 ? plain : [...plain, ...marks, ...marks];
  const length = 1 + Math.floor(random() * 24);
  return Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)] ?? "").join("");
}

/** Parses the text of one seed and checks every law; throws with the seed and the text when one fails. */
export function fuzzOnce(seed: number): void {
  const source = textOfSeed(seed);
  try {
    const agreement = parse({ file: "fuzz.md", source });
    checkLaws(agreement);
    const dropped = seed % 2 === 0 ? droppedWords(agreement) : "";
    if (dropped !== "") throw new Error(`dropped “${dropped}”`);
  } catch (fault) {
    throw new Error(
      `seed ${seed}, text ${JSON.stringify(source)}: ${fault instanceof Error ? fault.message : String(fault)}`,
    );
  }
}
