import { diagnostic } from "@parley/diagnostics";
import { type Finding, isOperative, placeIn, type View } from "./view.ts";

interface Vague {
  readonly pattern: RegExp;
  readonly kind: "time" | "degree";
}

/** The look-arounds spare uses that are anchored or terms of art: "immediately after signature", "reasonable doubt". */
const vague: readonly Vague[] = [
  {
    kind: "time",
    pattern: /\bimmediately\b(?!\s+(?:after|upon|on|before|following|preceding|prior|adjacent|below|above))/giu,
  },
  { kind: "time", pattern: /\bas\s+soon\s+as\s+(?:possible|practicable|feasible)\b/giu },
  { kind: "time", pattern: /\bwithout\s+(?:undue\s+)?delay\b/giu },
  { kind: "time", pattern: /\bin\s+due\s+(?:course|time)\b/giu },
  { kind: "time", pattern: /\bin\s+a\s+timely\s+manner\b/giu },
  { kind: "time", pattern: /\bpromptly\b/giu },
  { kind: "degree", pattern: /(?<!\bto\s)\bappropriate(?:ly)?\b(?!\s+(?:funds|money|moneys|property)\b)/giu },
  { kind: "degree", pattern: /\breasonabl[ey]\b(?!\s+(?:doubt|grounds?|suspicion)\b)/giu },
  {
    kind: "degree",
    pattern: /\bto\s+the\s+(?:(?:fullest|maximum|greatest)\s+)?extent\s+(?:possible|practicable|feasible)\b/giu,
  },
  { kind: "degree", pattern: /\bas\s+far\s+as\s+(?:possible|practicable|feasible)\b/giu },
];

/** CHK-05: words that each side may fill as it likes, unless they are marked as intended or defined. */
export function vagueFindings(view: View): Finding[] {
  if (!view.english) return [];
  const defined = view.readings.flatMap(({ reading }) => reading.definitions.map(({ term }) => term.toLowerCase()));
  return view.clauses.filter(isOperative).flatMap((clause) => {
    const { text, pieces } = clause.own;
    const intended = (at: number): boolean =>
      pieces.some(({ kind, start, end }) => kind === "ambiguity" && at >= start && at < end);
    return vague.flatMap(({ pattern, kind }) =>
      [...text.matchAll(pattern)].flatMap((match): Finding[] => {
        const said = match[0].replace(/\s+/gu, " ");
        if (intended(match.index) || defined.includes(said.toLowerCase())) return [];
        return [
          diagnostic({
            code: "vague-words",
            severity: view.reconstruction ? "note" : "warning",
            message: `“${said}” ${why[kind]}${view.reconstruction ? " These are reported words, and the text itself may say more." : ""}`,
            help: `${help[kind]} If the vagueness is meant, mark the words as intended ambiguity.`,
            place: placeIn(view, clause, match.index),
          }),
        ];
      }),
    );
  });
}

const why = {
  time: "sets no time. Each side will count from its own clock, and neither can be shown to be late.",
  degree: "leaves the measure to whoever is bound. What one side finds enough the other can call a breach.",
};

const help = {
  time: "Write a number of hours or days after an event, or a day.",
  degree: "Say what is enough: a number, a list, or who decides it.",
};
