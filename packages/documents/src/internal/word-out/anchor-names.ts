/** Word takes no longer bookmark names. */
const nameLengthMax = 40;

/**
 * The bookmark name for each anchor name. A name that Word takes stays as it is; one that is too long, empty, has a
 * space or differs from an earlier one by case only is shortened and told apart by a sum over its characters.
 */
export function anchorNames(): (name: string) => string {
  const written = new Map<string, string>();
  const taken = new Set<string>();
  return (name) => {
    const known = written.get(name);
    if (known !== undefined) return known;
    let chosen = name;
    for (let attempt = 0; !isUsable(chosen) || taken.has(chosen.toLowerCase()); attempt += 1) {
      const stem = name.replace(/[^\p{L}\p{N}_.-]/gu, "_").slice(0, nameLengthMax - 9);
      chosen = `${stem}_${sum(`${attempt} ${name}`)}`;
    }
    written.set(name, chosen);
    taken.add(chosen.toLowerCase());
    return chosen;
  };
}

function isUsable(name: string): boolean {
  return name.length > 0 && name.length <= nameLengthMax && !/[\s\p{C}]/u.test(name);
}

/** FNV-1a over the UTF-16 units, as 8 hexadecimal digits. Not for secrets. */
function sum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
