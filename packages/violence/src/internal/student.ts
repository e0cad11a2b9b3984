/** P(|T| <= t) for Student's t with a whole number of degrees of freedom (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4). */
export function studentWithin(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const cosine = Math.cos(angle);
  const odd = freedom % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= freedom - 2; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

/** The t within which the share `confidence` lies, by halving; good to 1e-9. Beyond 1,000 degrees of freedom, 1,000 are taken. */
export function studentBound(confidence: number, freedom: number): number {
  const degrees = Math.max(1, Math.min(1000, Math.floor(freedom)));
  let [low, high] = [0, 1];
  while (studentWithin(high, degrees) < confidence) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-10 * Math.max(1, high); step += 1) {
    const middle = (low + high) / 2;
    if (studentWithin(middle, degrees) < confidence) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
