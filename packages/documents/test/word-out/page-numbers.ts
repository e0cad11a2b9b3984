import { strFromU8, unzipSync } from "fflate";

/**
 * The numbers that Word prints, counted from the file as plainly as can be: every paragraph with a list counts, whether
 * inserted or deleted; a level starts again when one above it is used.
 */
export function numbersOnPage(file: Uint8Array): readonly (string | null)[] {
  const part = (name: string) => strFromU8(unzipSync(file)[name] ?? new Uint8Array());
  const levels = new Map<string, { format: string; pattern: string; start: number }>();
  for (const [, list, inside] of part("word/numbering.xml").matchAll(
    /<w:abstractNum w:abstractNumId="(\d+)">(.*?)<\/w:abstractNum>/gs,
  ))
    for (const [, level, start, format, pattern] of (inside ?? "").matchAll(
      /<w:lvl w:ilvl="(\d)"><w:start w:val="(\d+)"\/><w:numFmt w:val="(\w+)"\/><w:suff w:val="\w+"\/><w:lvlText w:val="([^"]*)"\/>/g,
    ))
      levels.set(`${list} ${level}`, { format: format ?? "", pattern: plain(pattern ?? ""), start: Number(start) });
  const counts = new Map<string, number>();
  return [...part("word/document.xml").matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].flatMap(([paragraph]) => {
    if (paragraph.includes('"ParleyGap"')) return [];
    const live = /<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/.exec(paragraph);
    const typed = [...paragraph.matchAll(/<w:rStyle w:val="ParleyNumber"\/>.*?<\/w:r>/gs)].flatMap(([run]) =>
      words(run),
    );
    if (live === null) return [typed.length > 0 ? typed.join("") : null];
    const [level, list] = [Number(live[1]), live[2]];
    const key = `${list} ${level}`;
    counts.set(key, (counts.get(key) ?? (levels.get(key)?.start ?? 1) - 1) + 1);
    for (let deeper = level + 1; deeper < 9; deeper += 1) counts.delete(`${list} ${deeper}`);
    const print = (_: string, digit: string) => {
      const at = `${list} ${Number(digit) - 1}`;
      return printed(counts.get(at) ?? Number.NaN, levels.get(at)?.format ?? "");
    };
    return [(levels.get(key)?.pattern ?? "").replace(/%([1-9])/g, print)];
  });
}

function words(run: string): readonly string[] {
  return [...run.matchAll(/<w:(?:t|delText) xml:space="preserve">([^<]*)</g)].map((match) => plain(match[1] ?? ""));
}

function plain(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

function printed(count: number, format: string): string {
  const letter = () => String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
  switch (format) {
    case "decimal":
      return String(count);
    case "lowerLetter":
      return letter();
    case "upperLetter":
      return letter().toUpperCase();
    case "lowerRoman":
      return roman(count);
    case "upperRoman":
      return roman(count).toUpperCase();
    case "ordinal":
      return `${count}${count === 1 ? "st" : count === 2 ? "nd" : count === 3 ? "rd" : "th"}`;
    case "cardinalText":
      return ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"][count - 1] ?? "?";
    case "arabicAbjad":
      return "أبجدهوزحطيكلمنسعفص"[count - 1] ?? "?";
    default:
      return "?";
  }
}

/** By adding one at a time, in the simplest way there is. */
function roman(count: number): string {
  return "i".repeat(count).replace(/iiiii/g, "v").replace(/vv/g, "x").replace(/iiii/g, "iv").replace(/viv/g, "ix");
}
