/** What a figure may stand for: the first is the likelier. Values are written as reduced fractions, "5" or "2/3". */
export interface Figure {
  readonly values: readonly string[];
  /** False where the writing of figures has two uses, as "1.500" or "2/3" outside English. */
  readonly sure: boolean;
}

/** A whole number or fraction as one text, so that equal values are equal texts. */
export function fractionOf(numerator: number, denominator = 1): string {
  const divisor = greatestCommon(Math.abs(numerator), denominator);
  const [n, d] = [numerator / divisor, denominator / divisor];
  return d === 1 ? String(n) : `${n}/${d}`;
}

/** A decimal such as "12.50" as a value. */
function decimal(whole: string, after: string): string {
  return fractionOf(Number(`${whole}${after}`), 10 ** after.length);
}

/** Reads figures with their marks: thousands, decimals, fractions, hours and minutes; anything else keeps its writing. */
export function readFigure(text: string, { english }: { readonly english: boolean }): Figure {
  if (text.length > 15) return { values: [text], sure: true };
  if (/^\d+$/u.test(text)) return { values: [fractionOf(Number(text))], sure: true };
  const clock = /^(\d{1,2}):(\d{2})$/u.exec(text);
  if (clock !== null) return { values: [`${Number(clock[1])}:${clock[2]}`], sure: false };
  const thousands = /^(\d{1,3}(?:[,٬،]\d{3})+)(?:[.٫](\d+))?$/u.exec(text);
  if (thousands !== null) {
    const whole = (thousands[1] ?? "").replace(/[,٬،]/gu, "");
    return { values: [decimal(whole, thousands[2] ?? "")], sure: true };
  }
  const point = /^(\d+)([.٫])(\d+)$/u.exec(text);
  if (point !== null) {
    const [, whole = "", mark, after = ""] = point;
    const twoUses = !english && mark === "." && after.length === 3;
    return { values: [decimal(whole, after), ...(twoUses ? [fractionOf(Number(whole + after))] : [])], sure: !twoUses };
  }
  const parts = /^(\d+)([/,،])(\d+)$/u.exec(text);
  if (parts !== null) {
    const [, a = "", mark, b = ""] = parts;
    const asFraction = Number(b) > 0 && mark === "/" ? [fractionOf(Number(a), Number(b))] : [];
    if (english && mark === "/") return { values: asFraction.length > 0 ? asFraction : [text], sure: true };
    return { values: [...asFraction, decimal(a, b)], sure: false };
  }
  return { values: [text.replace(/[٫٬،]/gu, ".")], sure: false };
}

function greatestCommon(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x === 0 ? 1 : x;
}
