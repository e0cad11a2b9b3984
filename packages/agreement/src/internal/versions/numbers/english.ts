import { type Lexicon, wordsOf } from "./lexicon.ts";

export const english: Lexicon = {
  words: new Map([
    ...wordsOf("unit", "1 one;2 two;3 three;4 four;5 five;6 six;7 seven;8 eight;9 nine"),
    ...wordsOf("unit", "1 first;2 second;3 third;4 fourth;5 fifth;6 sixth;7 seventh;8 eighth;9 ninth", {
      ordinal: true,
    }),
    ...wordsOf(
      "teen",
      "10 ten;11 eleven;12 twelve;13 thirteen;14 fourteen;15 fifteen;16 sixteen;17 seventeen;18 eighteen;19 nineteen",
    ),
    ...wordsOf(
      "teen",
      "10 tenth;11 eleventh;12 twelfth;13 thirteenth;14 fourteenth;15 fifteenth;16 sixteenth;17 seventeenth;18 eighteenth;19 nineteenth",
      { ordinal: true },
    ),
    ...wordsOf("ten", "20 twenty;30 thirty;40 forty|fourty;50 fifty;60 sixty;70 seventy;80 eighty;90 ninety"),
    ...wordsOf(
      "ten",
      "20 twentieth;30 thirtieth;40 fortieth;50 fiftieth;60 sixtieth;70 seventieth;80 eightieth;90 ninetieth",
      {
        ordinal: true,
      },
    ),
    ...wordsOf("hundred", "100 hundred"),
    ...wordsOf("hundred", "100 hundredth", { ordinal: true }),
    ...wordsOf("scale", "1000 thousand;1000000 million;1000000000 billion"),
    ...wordsOf("scale", "1000 thousandth;1000000 millionth", { ordinal: true }),
  ]),
  joined: new Map(),
  joiner: "and",
  joinsTens: false,
  joinsGroups: "optional",
  unitBeforeTen: false,
  bareMultipliers: false,
  shares: new Map([
    ["half", 2],
    ["quarter", 4],
  ]),
  parts: new Map([
    ["halves", 2],
    ["thirds", 3],
    ["quarters", 4],
    ["fourths", 4],
    ["fifths", 5],
    ["sixths", 6],
    ["sevenths", 7],
    ["eighths", 8],
    ["ninths", 9],
    ["tenths", 10],
    ["twelfths", 12],
  ]),
  pairs: new Set(["both", "either", "twice"]),
  sides: /^(?:sides?|part(?:y|ies)|governments?|delegations?|countr(?:y|ies)|states?|nations?|other|of|another)$/u,
  units: [
    ["minute", /^minutes?$/u],
    ["hour", /^hours?$/u],
    ["day", /^days?$/u],
    ["week", /^weeks?$/u],
    ["month", /^months?$/u],
    ["year", /^years?$/u],
  ],
  percent: /^percent$/u,
  between: /^(?:calendar|working|business|full|consecutive|successive|more|further|clear|whole)$/u,
  counted: /^(?!)/u,
  vague: new Set(["several", "few", "many"]),
  ordinalEnding: /^(?:st|nd|rd|th)$/u,
};
