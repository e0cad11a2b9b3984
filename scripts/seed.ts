import fc from "fast-check";

/**
 * The seed from which every law's random worlds are made: the same in each run, so that a change is judged by what it
 * changed and a failure comes again. `npm run fuzz -- laws` runs the laws with seeds of their own.
 */
const seed = Number(process.env.PARLEY_SEED ?? 20_210_412);
if (!Number.isSafeInteger(seed)) throw new Error("PARLEY_SEED is the seed of the laws: a whole number.");
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
