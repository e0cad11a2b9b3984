/** A typeface file as far as we need it: what its family is called and which characters it has. */
export interface FontFile {
  readonly family: string;
  readonly covers: (codePoint: number) => boolean;
}

/** Reads the name and the character map of a TrueType or OpenType file; null when it is none. */
export function readFontFile(bytes: Uint8Array): FontFile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const tables = tablesOf(view);
    const names = tables?.get("name");
    const map = tables?.get("cmap");
    if (names === undefined || map === undefined) return null;
    const family = familyIn(view, names);
    const ranges = rangesIn(view, map);
    if (family === null || ranges === null) return null;
    return { family, covers: (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last) };
  } catch {
    // Reading past the end of a broken file is the only thing that fails here.
    return null;
  }
}

function tablesOf(view: DataView): ReadonlyMap<string, number> | null {
  const kind = view.getUint32(0);
  if (kind !== 0x00010000 && kind !== 0x4f54544f && kind !== 0x74727565) return null;
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16;
    const tag = [0, 1, 2, 3].map((offset) => String.fromCharCode(view.getUint8(at + offset))).join("");
    if (view.getUint32(at + 8) + view.getUint32(at + 12) > view.byteLength) return null;
    tables.set(tag, view.getUint32(at + 8));
  }
  return tables;
}

/** The typographic family where it is stated, else the plain one, in its Unicode form. */
function familyIn(view: DataView, table: number): string | null {
  const strings = table + view.getUint16(table + 4);
  const found = new Map<number, string>();
  for (let index = 0; index < view.getUint16(table + 2); index++) {
    const at = table + 6 + index * 12;
    const platform = view.getUint16(at);
    const id = view.getUint16(at + 6);
    if ((platform !== 0 && platform !== 3) || found.has(id)) continue;
    const start = strings + view.getUint16(at + 10);
    const units = Array.from({ length: view.getUint16(at + 8) / 2 }, (_, unit) => view.getUint16(start + unit * 2));
    found.set(id, String.fromCharCode(...units));
  }
  return found.get(16) ?? found.get(1) ?? null;
}

/** The stretches of characters in the fullest map: format 12 where there is one, else format 4. */
function rangesIn(view: DataView, table: number): readonly (readonly [number, number])[] | null {
  const maps = Array.from(
    { length: view.getUint16(table + 2) },
    (_, index) => table + view.getUint32(table + 8 + index * 8),
  );
  const full = maps.find((at) => view.getUint16(at) === 12);
  if (full !== undefined)
    return Array.from({ length: view.getUint32(full + 12) }, (_, group) => {
      const at = full + 16 + group * 12;
      return [view.getUint32(at), view.getUint32(at + 4)] as const;
    });
  const basic = maps.find((at) => view.getUint16(at) === 4);
  if (basic === undefined) return null;
  const segments = view.getUint16(basic + 6);
  return Array.from({ length: segments / 2 }, (_, segment) => {
    const last = view.getUint16(basic + 14 + segment * 2);
    return [view.getUint16(basic + 16 + segments + segment * 2), Math.min(last, 0xfffe)] as const;
  });
}
