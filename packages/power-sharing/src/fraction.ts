/**
 * An exact rational number: lowest terms, denominator above 0, immutable. Two fractions are equal exactly when both
 * parts are. Big integers do not pass through JSON: write a fraction with `formatFraction`.
 */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The fraction numerator / denominator in lowest terms. Numbers must be whole and safe. Throws a RangeError for a
 * denominator of 0 or a number that is not whole: both are mistakes of the caller and never of a text.
 */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const [n, d] = [whole(numerator), whole(denominator)];
  if (d === 0n) throw new RangeError("A fraction cannot have the denominator 0.");
  const divisor = greatestCommonDivisor(n, d);
  const sign = d < 0n ? -1n : 1n;
  return Object.freeze({ numerator: (sign * n) / divisor, denominator: (sign * d) / divisor });
}

/** The exact sum. */
export function addFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** The exact product. */
export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Below 0 when `a` is less than `b`, 0 when equal, above 0 when more: the order for sorting upwards. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** "1/3", "0", "1", "-3/2": lowest terms, with no denominator for a whole number. */
export function formatFraction({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}

const fractionPattern = /^(-?\d{1,40})(?:\s*\/\s*(\d{1,40}))?$/u;
const percentPattern = /^(-?)(\d{1,12})(?:\.(\d{1,12}))?\s*(?:%|per ?cent)$/u;

/** Reads "2/3", "4/6", "1", "25%", "12.5%". Gives null for anything else and for a denominator of 0. */
export function parseFraction(text: string): Fraction | null {
  const trimmed = text.trim();
  const match = fractionPattern.exec(trimmed);
  if (match !== null) {
    const denominator = BigInt(match[2] ?? "1");
    return denominator === 0n ? null : fraction(BigInt(match[1] ?? "0"), denominator);
  }
  const percent = percentPattern.exec(trimmed);
  if (percent === null) return null;
  const [, sign = "", units = "", tenths = ""] = percent;
  return fraction(BigInt(`${sign}${units}${tenths}`), 100n * 10n ** BigInt(tenths.length));
}

function whole(value: bigint | number): bigint {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError("The parts of a fraction must be whole numbers.");
  }
  return BigInt(value);
}

function greatestCommonDivisor(n: bigint, d: bigint): bigint {
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
