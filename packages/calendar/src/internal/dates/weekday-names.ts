/** Sunday first, as day 0; spellings parted by bars, in folded letters. */
const list =
  "sunday|یک شنبه|یکشنبه|اتوار|یونی;monday|دو شنبه|دوشنبه|گل|پیر|دونی;tuesday|سه شنبه|سهشنبه|دری شنبه|درینی;wednesday|چهار شنبه|چهارشنبه|چار شنبه|څلرنی;thursday|پنج شنبه|پنجشنبه|پنځنی|پینځنی;friday|جمعه;saturday|شنبه|اونی";

const names: ReadonlyMap<string, number> = new Map(
  list.split(";").flatMap((spellings, day) => spellings.split("|").map((name) => [keyOf(name), day] as const)),
);

/** All names for a pattern, the longer first. */
export const weekdayPattern: string = list
  .split(/[;|]/u)
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(" ", "[\\s\\u200c]{0,3}"))
  .join("|");

/** 0 for Sunday to 6 for Saturday; null for another word. */
export function weekdayNamed(found: string): number | null {
  return names.get(keyOf(found)) ?? null;
}

function keyOf(name: string): string {
  return name.replace(/[\s\u200c]+/gu, "");
}
