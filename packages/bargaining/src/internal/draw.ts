/**
 * A stream of 32-bit numbers from a seed: a counter stepping by the golden ratio of 2^32, each step mixed by the finaliser
 * of MurmurHash3 (A. Appleby, public domain). Every operation is on 32-bit integers, so all machines agree.
 */
export function stream(seed: number): () => number {
  let counter = seed >>> 0;
  return () => {
    counter = (counter + 0x9e37_79b9) >>> 0;
    let mixed = counter;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

/** Draws whole numbers evenly from a range: values past the last full multiple of its width are drawn again. */
export function drawer(seed: number): (range: { readonly min: number; readonly max: number }) => number {
  const next = stream(seed);
  return ({ min, max }) => {
    const width = max - min + 1;
    const past = 2 ** 32 - (2 ** 32 % width);
    let drawn = next();
    while (drawn >= past) drawn = next();
    return min + (drawn % width);
  };
}
