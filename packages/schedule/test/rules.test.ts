import { describe, expect, it } from "vitest";
import {
  calendarStart,
  checkNetwork,
  contradictionOf,
  days,
  type Link,
  minutes,
  Network,
  type NetworkInput,
  solve,
  verifyConflict,
  verifyWindow,
} from "../src/index.ts";
import { inDays, link, linkIds } from "./worlds.ts";

const from = (id: string, to: string, least: number | null, most: number | null, start = calendarStart) =>
  link({ id, from: start, to, least, most });

describe("numbers", () => {
  it("SCH-01: minutes are whole numbers, and a day has 1,440", () => {
    expect(days(90)).toBe(129_600);
    expect(days(-1)).toBe(-1440);
    expect(Object.is(minutes(-0), 0)).toBe(true);
    for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => minutes(wrong)).toThrow(RangeError);
    expect(() => days(2 ** 52)).toThrow(RangeError);
    expect(() => days(0.5 / 1440)).toThrow(RangeError);
  });

  it("SCH-02: a link bounds the time from one event to the other, and null bounds nothing", () => {
    const told = solve({ events: ["a", "b"], links: [from("a", "a", 5, null), from("b", "b", 2, 3, "a")] });
    expect(told.windows.map(({ earliest, latest }) => [earliest, latest])).toEqual([
      [5, null],
      [7, null],
    ]);
  });

  it("SCH-02: calendarStart may be listed or not", () => {
    const links = [from("a", "a", 5, 9)];
    expect(solve({ events: [calendarStart, "a"], links })).toEqual(solve({ events: ["a"], links }));
  });
});

describe("paths", () => {
  // The search comes to v by three links before it comes by two, with the same sum.
  const links = [
    from("1", "b", null, 5),
    from("2", "a", null, 9),
    from("3", "c", null, 5),
    from("4", "a", null, 0, "b"),
    from("5", "v", null, 0, "a"),
    from("6", "v", null, 0, "c"),
  ];
  const path = (network: Network<string>) =>
    network
      .solve()
      .windows.at(-1)
      ?.latestPath.map((step) => step.link.id);

  it("SCH-08: of several paths with one sum, one with the fewest links is given", () => {
    expect(path(Network.of({ events: ["a", "b", "c", "v"], links }))).toEqual(["3", "6"]);
  });

  it("SCH-08 SCH-21: a link added later shortens the path though it moves nothing", () => {
    const network = Network.of({ events: ["a", "b", "c", "v"], links: links.slice(0, 5) });
    expect(path(network)).toEqual(["1", "4", "5"]);
    expect(path(network.with(from("6", "v", null, 5)))).toEqual(["6"]);
  });
});

describe("bad input", () => {
  const codes = (input: NetworkInput<unknown>) => checkNetwork(input).map((problem) => [problem.code, problem.about]);
  const raw = (atLeast: number): Link<string> => ({ ...from("x", "a", 0, null), atLeast: atLeast as never });

  it("SCH-04: each fault is named with the link or event it is about", () => {
    const twice = {
      ...from("x", "a", 0, 1),
      variants: [0, 1].map(() => ({ id: "v", atLeast: null, atMost: null, ref: "" })),
    };
    expect(codes({ events: ["a", "a"], links: [] })).toEqual([["duplicate-event", "a"]]);
    expect(codes({ events: ["a"], links: [from("x", "a", 0, 1), from("x", "a", 0, 2)] })).toEqual([
      ["duplicate-link", "x"],
    ]);
    expect(codes({ events: ["a"], links: [from("x", "b", 0, 1, "c")] })).toEqual([
      ["unknown-event", "x"],
      ["unknown-event", "x"],
    ]);
    expect(codes({ events: ["a"], links: [twice] })).toEqual([["duplicate-variant", "x"]]);
    expect(codes({ events: ["a"], links: [raw(0.5)] })).toEqual([["unsafe-bound", "x"]]);
    for (const conflictsMax of [0, 1.5, 1001]) {
      expect(codes({ events: [], links: [], limits: { conflictsMax } })).toEqual([["unusable-limit", null]]);
    }
    expect(codes({ events: ["a"], links: [from("x", "a", 5, 3)] })).toEqual([]);
  });

  it("SCH-04: solving it all the same throws the first problem", () => {
    expect(() => solve({ events: [], links: [from("x", "a", 0, 1)] })).toThrow(RangeError);
    expect(() => solve({ events: [], links: [from("x", "a", 0, 1)] })).toThrow(/x: It names the event “a”/u);
    expect(() => contradictionOf([raw(0.5)])).toThrow(RangeError);
    const network = Network.of({ events: ["a"], links: [from("x", "a", 0, 1)] });
    expect(() => network.with(from("x", "a", 0, 1))).toThrow(RangeError);
    expect(() => network.without("y")).toThrow(RangeError);
  });

  it("SCH-05: the largest bound allowed adds up exactly, one more is refused", () => {
    const events = ["a", "b", "c"];
    const most = Math.floor(2 ** 51 / 5);
    const chain = (bound: number) => [
      from("1", "a", bound, bound),
      from("2", "b", bound, bound, "a"),
      from("3", "c", bound, bound, "b"),
      from("4", "c", null, 3 * bound - 1),
    ];
    const good = chain(most).slice(0, 3);
    expect(solve({ events, links: good }).windows.at(-1)?.earliest).toBe(3 * most);
    expect(codes({ events, links: chain(most) })).toEqual([["bound-too-large", "4"]]);
    expect(codes({ events, links: [from("1", "a", null, most + 1)] })).toEqual([["bound-too-large", "1"]]);
    expect(codes({ events, links: [from("1", "a", -most - 1, null)] })).toEqual([["bound-too-large", "1"]]);
  });
});

describe("conflicts of one link", () => {
  it("SCH-11: bounds that cross", () => {
    const told = solve({ events: ["a"], links: [from("x", "a", 5, 3)] });
    expect(told.conflicts).toMatchObject([{ kind: "contradiction", certain: true, shortBy: 2 }]);
    expect(told.conflicts[0]?.steps.map((step) => [step.direction, step.bound])).toEqual([
      ["atMost", 3],
      ["atLeast", -5],
    ]);
    expect(told.conflicts[0]?.repairs.map(({ direction, newBound, mends }) => [direction, newBound, mends])).toEqual([
      ["atMost", 5, true],
      ["atLeast", 3, true],
    ]);
  });

  it("SCH-11: an event that is to be after itself", () => {
    const told = solve({ events: ["a"], links: [from("x", "a", 4, null, "a")] });
    expect(told.conflicts).toMatchObject([
      { shortBy: 4, repairs: [{ direction: "atLeast", newBound: 0, mends: true }] },
    ]);
    expect(told.conflicts[0]?.steps).toMatchObject([{ from: "a", to: "a", bound: -4 }]);
    expect(solve({ events: ["a"], links: [from("x", "a", -4, 0, "a")] }).feasible).toBe(true);
  });

  it("SCH-15: a link that is dropped is told once, though both its bounds are in the circle", () => {
    const told = solve({ events: ["a"], links: [{ ...from("x", "a", 5, 3), origin: "assumption" }] });
    expect(told.conflicts[0]?.repairs).toMatchObject([{ newBound: null, mends: true }]);
  });

  it("SCH-11: such a link is in no longer conflict", () => {
    const told = solve({ events: ["a"], links: [from("x", "a", 5, 3), from("y", "a", 9, null)] });
    expect(told.conflicts.map(linkIds)).toEqual(["x"]);
  });
});

describe("readings", () => {
  const withdrawal = link({
    id: "w",
    from: calendarStart,
    to: "w",
    least: null,
    most: 10,
    variants: [
      { id: "late", least: null, most: 14 },
      { id: "open", least: null, most: null },
    ],
  });

  it("SCH-13: a conflict that a permissive reading escapes is possible, and names the reading it needs", () => {
    const told = solve({ events: ["w"], links: [withdrawal, from("x", "w", 12, null)] });
    expect(told.feasible).toBe(true);
    expect(told.setAside).toEqual([]);
    expect(told.conflicts).toMatchObject([
      { certain: false, shortBy: 2, steps: [{ reading: null, bound: 10 }, { reading: null }] },
    ]);
  });

  it("SCH-14: a reading with room makes it vanish, and one with no bound too", () => {
    const told = solve({ events: ["w"], links: [withdrawal, from("x", "w", 12, null)] });
    expect(told.conflicts[0]?.variants).toEqual([
      { linkId: "w", variantId: "late", shortBy: -2 },
      { linkId: "w", variantId: "open", shortBy: null },
    ]);
  });

  it("SCH-14: where the certain conflict stands on a rival reading, the main reading is told as a variant", () => {
    const two = { ...withdrawal, variants: withdrawal.variants.slice(0, 1) };
    const told = solve({ events: ["w"], links: [two, from("x", "w", 20, null)] });
    expect(told.conflicts).toMatchObject([
      { certain: true, shortBy: 6, steps: [{ reading: "late" }, { reading: null }] },
    ]);
    expect(told.conflicts[0]?.variants).toEqual([{ linkId: "w", variantId: null, shortBy: 10 }]);
  });

  it("SCH-13: two exact readings can clash with one length on either side", () => {
    const exact = link({
      id: "x",
      from: "a",
      to: "b",
      least: 5,
      most: 5,
      variants: [{ id: "ten", least: 10, most: 10 }],
    });
    const told = solve({ events: ["a", "b"], links: [exact, from("y", "b", 7, 7, "a")] });
    const clashes = told.conflicts.map(({ certain, shortBy, steps }) => [
      certain,
      shortBy,
      steps.find((step) => step.link === exact)?.reading,
    ]);
    expect(clashes).toEqual([
      [false, 3, "ten"],
      [false, 2, null],
    ]);
    expect(told.conflictsComplete).toBe(true);
  });

  it("SCH-13: a reading that fails alone is a possible conflict of one link and lends nothing to others", () => {
    const odd = link({ id: "x", from: "a", to: "b", least: 0, most: 9, variants: [{ id: "odd", least: 8, most: 2 }] });
    const told = solve({ events: ["a", "b"], links: [odd, from("y", "b", null, 5, "a")] });
    expect(told.conflicts.map((conflict) => [linkIds(conflict), conflict.certain, conflict.shortBy])).toEqual([
      ["x", false, 6],
    ]);
  });
});

describe("what a conflict tells", () => {
  const first = inDays({
    id: "b",
    from: "p",
    to: "q",
    least: 1,
    most: null,
    kind: "order",
    choices: ["transition=A", "seats=2"],
  });
  const second = inDays({
    id: "a",
    from: "q",
    to: "p",
    least: 1,
    most: null,
    kind: "order",
    origin: "assumption",
    choices: ["transition=A"],
  });

  it("SCH-12 SCH-17: an assumption makes it a tension even when all is order; choices are told once, sorted", () => {
    const told = solve({ events: ["p", "q"], links: [first, second] });
    expect(told.conflicts).toMatchObject([{ kind: "tension", restsOn: ["a"], choices: ["seats=2", "transition=A"] }]);
  });

  it("SCH-15: a record has no repair", () => {
    const told = solve({
      events: ["a"],
      links: [{ ...from("r", "a", 9, 9), origin: "record" }, from("x", "a", null, 5)],
    });
    expect(told.conflicts[0]?.repairs.map((repair) => repair.link.id)).toEqual(["x"]);
    expect(told.setAside.map((of) => of.id)).toEqual(["x"]);
  });

  it("SCH-16: a repair of one of two conflicts does not mend all", () => {
    const links = [from("x", "a", 9, null), from("y", "a", null, 5), from("z", "a", null, 7)];
    const told = solve({ events: ["a"], links });
    expect(
      told.conflicts.map((c) => c.repairs.map(({ link: of, newBound, mends }) => [of.id, newBound, mends])),
    ).toEqual([
      [
        ["y", 9, false],
        ["x", 5, true],
      ],
      [
        ["z", 9, false],
        ["x", 7, false],
      ],
    ]);
  });

  it("SCH-20: when records contradict each other there are no windows and nothing is set aside", () => {
    const links: Link<string>[] = [5, 6].map((at) => ({ ...from(`r${at}`, "a", at, at), origin: "record" }));
    const told = solve({ events: ["a"], links: [...links, { ...from("x", "a", null, 1), origin: "assumption" }] });
    expect(told).toMatchObject({ feasible: false, windows: [], setAside: [] });
    expect(told.conflicts.map(linkIds)).toContain("r5 r6");
  });
});

describe("limits", () => {
  // Ten disjoint pairs that clash, and one circle of three.
  const clashes = Array.from({ length: 10 }, (_, index) => [
    from(`early${index}`, `e${index}`, 9, null),
    from(`late${index}`, `e${index}`, null, 5),
  ]).flat();
  const three = [from("t1", "p", 4, null), from("t2", "q", 4, null, "p"), from("t3", "q", null, 6)];
  const events = [...Array.from({ length: 10 }, (_, index) => `e${index}`), "p", "q"];

  it("SCH-18: certain first, then fewest links, then ids; a list cut short says so", () => {
    const all = solve({ events, links: [...three, ...clashes] });
    expect(all.conflicts.map(linkIds)).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `early${index} late${index}`),
      "t1 t2 t3",
    ]);
    expect(all.conflictsComplete).toBe(true);
    const exactly = solve({ events, links: [...three, ...clashes], limits: { conflictsMax: 11 } });
    expect([exactly.conflicts.length, exactly.conflictsComplete]).toEqual([11, true]);
    const cut = solve({ events, links: [...three, ...clashes], limits: { conflictsMax: 3 } });
    expect([cut.conflicts.length, cut.conflictsComplete]).toEqual([3, false]);
    expect(cut.conflicts.every((conflict) => conflict.steps.length === 2)).toBe(true);
    expect(cut.setAside.length).toBe(11);
    expect(cut.setAsideLeast).toBe(true);
  });

  it("SCH-18: a certain conflict of three links comes before a possible one of two", () => {
    const variant = link({
      id: "a",
      from: calendarStart,
      to: "e0",
      least: 0,
      most: 9,
      variants: [{ id: "s", least: 0, most: 3 }],
    });
    const told = solve({ events, links: [...three, variant, from("b", "e0", 5, null)] });
    expect(told.conflicts.map((conflict) => [linkIds(conflict), conflict.certain])).toEqual([
      ["t1 t2 t3", true],
      ["a b", false],
    ]);
  });

  it("SCH-18: possible conflicts fill what certain ones leave", () => {
    const variant = link({
      id: "v",
      from: calendarStart,
      to: "p",
      least: 0,
      most: 9,
      variants: [{ id: "s", least: 0, most: 3 }],
    });
    const links = [...clashes, variant, from("w", "p", 5, null)];
    const count = (conflictsMax: number) => {
      const told = solve({ events, links, limits: { conflictsMax } });
      return [told.conflicts.length, told.conflicts.at(-1)?.certain, told.conflictsComplete];
    };
    expect(count(11)).toEqual([11, false, true]);
    expect(count(10)).toEqual([10, true, false]);
  });

  it("SCH-18: a network with countless ways round still answers, and says that the search was cut short", () => {
    const many = Array.from({ length: 30 }, (_, index) => `n${String(index).padStart(2, "0")}`);
    const loose = many.flatMap((a) => many.filter((b) => a !== b).map((b) => from(`${a}${b}`, b, null, 70, a)));
    const circle = ["n27", "n28", "n29"].map((a, index, all) => from(`x${a}`, all[(index + 1) % 3] ?? "", 30, null, a));
    const told = solve({ events: many, links: [...loose, ...circle] });
    expect(told.conflictsComplete).toBe(false);
    expect(told.conflicts.map(linkIds)).toEqual(["xn27 xn28 xn29"]);
    expect(contradictionOf([...loose, ...circle].filter((of) => !told.setAside.includes(of)))).toBeNull();
  });

  it("SCH-19: when the search for the least gives up, what is set aside is enough and has nothing superfluous", () => {
    const many = Array.from({ length: 12 }, (_, index) => `n${String(index).padStart(2, "0")}`);
    const links = many.flatMap((a, i) =>
      many.flatMap((b, j) => (a === b ? [] : [from(`${a}${b}`, b, ((i * 7 + j * 5) % 4) - 1, null, a)])),
    );
    const clauses = links.filter((of) => of.from === "n00");
    expect(contradictionOf(clauses)).toBeNull();
    const all = links.map((of) => (clauses.includes(of) ? of : { ...of, origin: "assumption" as const }));
    const told = solve({ events: many, links: all });
    const kept = all.filter((of) => !told.setAside.includes(of));
    expect(told.setAsideLeast).toBe(false);
    expect(told.setAside.filter((of) => of.origin !== "assumption")).toEqual([]);
    expect(contradictionOf(kept)).toBeNull();
    for (const of of told.setAside) expect(contradictionOf([...kept, of])).not.toBeNull();
  });
});

describe("contradictionOf", () => {
  it("SCH-22: takes its events from the links", () => {
    expect(contradictionOf([])).toBeNull();
    expect(contradictionOf([from("x", "a", 9, null)])).toBeNull();
    expect(contradictionOf([from("x", "a", 9, null), from("y", "a", null, 5)])).toMatchObject({
      shortBy: 4,
      certain: true,
    });
  });
});

describe("certificates", () => {
  const weak: Link<string> = { ...from("y", "a", null, 5), origin: "assumption" };
  const told = solve({ events: ["a", "b"], links: [from("x", "a", 9, null), weak, from("z", "b", 2, 4, "a")] });
  const [conflict] = told.conflicts;
  const window = told.windows[1];

  it("SCH-23: a conflict that was tampered with is refused", () => {
    if (conflict === undefined) throw new Error("no conflict");
    const [one, two] = conflict.steps;
    if (one === undefined || two === undefined) throw new Error("too few steps");
    expect(verifyConflict(conflict)).toBe(true);
    const other = link({
      id: "y",
      from: calendarStart,
      to: "a",
      least: null,
      most: 5,
      variants: [{ id: "v", least: null, most: 6 }],
    });
    const wrong = [
      { ...conflict, shortBy: minutes(5) },
      { ...conflict, steps: [] },
      { ...conflict, steps: [one] },
      { ...conflict, steps: [{ ...one, bound: minutes(one.bound - 1) }, two], shortBy: minutes(conflict.shortBy + 1) },
      { ...conflict, steps: [{ ...one, reading: "none" }, two] },
      { ...conflict, steps: [{ ...one, direction: two.direction }, two] },
      {
        ...conflict,
        steps: [
          { ...one, to: "b" },
          { ...two, from: "b" },
        ],
      },
      { ...conflict, steps: [{ ...one, link: other }, two] },
    ];
    expect(wrong.map(verifyConflict)).toEqual(wrong.map(() => false));
  });

  it("SCH-23: a window that was tampered with is refused", () => {
    if (window === undefined) throw new Error("no window");
    expect(verifyWindow(window)).toBe(true);
    const wrong = [
      { ...window, event: "a" },
      { ...window, earliest: minutes((window.earliest ?? 0) + 1) },
      { ...window, earliest: null },
      { ...window, earliestPath: [] },
      { ...window, earliestPath: window.earliestPath.slice(1) },
      { ...window, latest: minutes(4), latestPath: window.earliestPath },
    ];
    expect(window.earliestPath.length).toBe(2);
    expect(wrong.map(verifyWindow)).toEqual(wrong.map(() => false));
  });
});
