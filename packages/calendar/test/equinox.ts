/**
 * The first day of a Solar Hijri year by the heavens, as an oracle: the March equinox after J. Meeus, Astronomical Algorithms (2nd ed.), chapter 27,
 * less the slowing of the earth, in mean time of 52.5° east; the year begins on that day when it is before noon, else on the next.
 */
export function equinoxNewYear(year: number): number {
  const gregorian = year + 621;
  const day = equinox(gregorian) - slowing(gregorian) / 86_400 + 52.5 / 360;
  return Math.ceil(day) - 2_440_588;
}

/** Amplitude, phase and rate of the 24 periodic terms. */
const terms: readonly (readonly [number, number, number])[] = [
  [485, 324.96, 1934.136],
  [203, 337.23, 32_964.467],
  [199, 342.08, 20.186],
  [182, 27.85, 445_267.112],
  [156, 73.14, 45_036.886],
  [136, 171.52, 22_518.443],
  [77, 222.54, 65_928.934],
  [74, 296.72, 3034.906],
  [70, 243.58, 9037.513],
  [58, 119.81, 33_718.147],
  [52, 297.17, 150.678],
  [50, 21.02, 2281.226],
  [45, 247.54, 29_929.562],
  [44, 325.15, 31_555.956],
  [29, 60.93, 4443.417],
  [18, 155.12, 67_555.328],
  [17, 288.79, 4562.452],
  [16, 198.04, 62_894.029],
  [14, 199.76, 31_436.921],
  [12, 95.39, 14_577.848],
  [12, 287.11, 31_931.756],
  [12, 320.81, 34_777.259],
  [9, 227.73, 1222.114],
  [8, 15.45, 16_859.074],
];

function equinox(year: number): number {
  const y = (year - 2000) / 1000;
  const mean = 2_451_623.80984 + 365_242.37404 * y + 0.05169 * y ** 2 - 0.00411 * y ** 3 - 0.00057 * y ** 4;
  const centuries = (mean - 2_451_545) / 36_525;
  const w = radians(35_999.373 * centuries - 2.47);
  const scale = 1 + 0.0334 * Math.cos(w) + 0.0007 * Math.cos(2 * w);
  const sum = terms.reduce((total, [a, b, c]) => total + a * Math.cos(radians(b + c * centuries)), 0);
  return mean + (0.00001 * sum) / scale;
}

/** Seconds by which dynamical time leads, to a few seconds (after the polynomials of F. Espenak and J. Meeus). */
function slowing(year: number): number {
  const t = year - 2000;
  if (year < 1800) return 13.5;
  if (year < 1900) return 13.72 - 0.14 * (year - 1800) > 5 ? 13.72 - 0.14 * (year - 1800) : 5;
  if (year < 1920)
    return (
      -2.79 + 1.494119 * (t + 100) - 0.0598939 * (t + 100) ** 2 + 0.0061966 * (t + 100) ** 3 - 0.000197 * (t + 100) ** 4
    );
  if (year < 1941) return 21.2 + 0.84493 * (t + 80) - 0.0761 * (t + 80) ** 2 + 0.0020936 * (t + 80) ** 3;
  if (year < 1986) return 29.07 + 0.407 * (t + 50) - (t + 50) ** 2 / 233 + (t + 50) ** 3 / 2547;
  return year < 2050 ? 62.92 + 0.32217 * t + 0.005589 * t ** 2 : 93 + 1.2 * (year - 2050);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
