import type { CeasefireAnswer } from "@parley/process";
import { perDay, rowOf } from "../ceasefire/in-words.ts";

type Province = CeasefireAnswer["provinces"][number];

/** Shades from little to the most. */
const shades = [1, 2, 3, 4, 5];

/** Deaths a day in the window by province: a shade and a number each, and each leads to its row of the table. */
export function ProvinceMap({
  provinces,
  map,
}: {
  readonly provinces: readonly Province[];
  readonly map: NonNullable<CeasefireAnswer["map"]>;
}) {
  const drawn = provinces.flatMap((province) =>
    province.outline === null || province.outline === "" ? [] : [{ ...province, outline: province.outline }],
  );
  const most = Math.max(0, ...drawn.map(({ window }) => window.deathsPerDay));
  return (
    <figure className="province-map" dir="ltr">
      <svg viewBox={`-4 -4 ${map.width + 8} ${map.height + 8}`}>
        <title>Map of provinces, deaths a day in the window</title>
        {drawn.map(({ name, outline, window }) => (
          <a key={name} href={`#${rowOf(name)}`} aria-label={`${name}: ${perDay(window.deathsPerDay)} deaths a day`}>
            <path className={`province shade-${shadeOf(window.deathsPerDay, most)}`} d={outline}>
              <title>{`${name}: ${perDay(window.deathsPerDay)} deaths a day`}</title>
            </path>
          </a>
        ))}
        <svg width={map.width} height={map.height} overflow="visible" aria-hidden="true">
          {numbersOf(drawn, most).map(({ name, x, y, words, onlyWide, onStrong }) => (
            <text
              key={name}
              className={`province-number${onlyWide ? " number-wide" : ""}${onStrong ? " number-on-strong" : ""}`}
              x={x}
              y={y}
            >
              {words}
            </text>
          ))}
        </svg>
      </svg>
      <figcaption>
        Deaths a day in the window.{" "}
        {most === 0 ? (
          "No death is recorded in any province."
        ) : (
          <>
            <svg className="shade-key" width="60" height="12" aria-hidden="true">
              {shades.map((shade) => (
                <rect
                  key={shade}
                  className={`province shade-${shade}`}
                  x={(shade - 1) * 12}
                  y="1"
                  width="12"
                  height="10"
                />
              ))}
            </svg>{" "}
            The strongest shade is {perDay(most)}; an outline alone is none recorded. The table has every number.
          </>
        )}
      </figcaption>
    </figure>
  );
}

interface PlacedNumber {
  readonly name: string;
  readonly words: string;
  readonly x: number;
  readonly y: number;
  /** True where it would run into another on a narrow screen, on which numbers are drawn larger. */
  readonly onlyWide: boolean;
  /** True on a strong shade, on which the number stands in the colour of the paper. */
  readonly onStrong: boolean;
}

const strongFrom = 4;

/** Sizes of the numbers in units of the map, as the style sheet has them. */
const sizes = { wide: 25, narrow: 34 } as const;

/** Numbers that have room, the highest placed first; the others are in the table. */
function numbersOf(drawn: readonly (Province & { readonly outline: string })[], most: number): PlacedNumber[] {
  const placed: PlacedNumber[] = [];
  const ranked = drawn
    .filter(({ window }) => window.deathsPerDay > 0)
    .sort((a, b) => b.window.deathsPerDay - a.window.deathsPerDay);
  for (const { name, outline, window } of ranked) {
    const [x, y] = middleOf(outline);
    const digits = window.deathsPerDay < 1 ? 2 : 1;
    const words = window.deathsPerDay.toLocaleString("en", { maximumFractionDigits: digits });
    const number = { name, words, x, y };
    if (placed.some((other) => runInto(number, other, sizes.wide))) continue;
    const onlyWide = placed.some((other) => !other.onlyWide && runInto(number, other, sizes.narrow));
    placed.push({ ...number, onlyWide, onStrong: shadeOf(window.deathsPerDay, most) >= strongFrom });
  }
  return placed;
}

type Placed = Pick<PlacedNumber, "words" | "x" | "y">;

/** A figure is about six tenths as wide as it is high. */
function runInto(a: Placed, b: Placed, size: number): boolean {
  const width = ((a.words.length + b.words.length) / 2) * size * 0.6;
  return Math.abs(a.x - b.x) < width && Math.abs(a.y - b.y) < size;
}

/** 0 for none, else in equal steps up to the most. */
function shadeOf(figure: number, most: number): number {
  return figure === 0 || most === 0 ? 0 : Math.max(1, Math.ceil((figure / most) * shades.length));
}

/**
 * Where a number stands in an outline: the centre of area of its largest ring. An outline is rings of one move and
 * relative steps, as answers give it.
 */
export function middleOf(outline: string): readonly [number, number] {
  const rings = outline.split("z").flatMap((ring) => ringOf(ring));
  const [largest] = rings.sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
  return largest === undefined ? [0, 0] : [Math.round(largest.x), Math.round(largest.y)];
}

function ringOf(ring: string): { readonly area: number; readonly x: number; readonly y: number }[] {
  const [startX, startY, ...steps] = (ring.match(/-?\d+(?:\.\d+)?/gu) ?? []).map(Number);
  if (startX === undefined || startY === undefined) return [];
  // The ring is walked from its first point, as if that were the origin; twice the area and its moments add up.
  let [x, y, area, momentX, momentY] = [0, 0, 0, 0, 0];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    const [nextX, nextY] = [x + (steps[at] ?? 0), y + (steps[at + 1] ?? 0)];
    const cross = x * nextY - nextX * y;
    area += cross;
    momentX += (x + nextX) * cross;
    momentY += (y + nextY) * cross;
    [x, y] = [nextX, nextY];
  }
  if (area === 0) return [{ area: 0, x: startX, y: startY }];
  return [{ area, x: startX + momentX / (3 * area), y: startY + momentY / (3 * area) }];
}
