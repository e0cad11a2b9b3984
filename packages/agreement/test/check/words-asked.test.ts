import { describe, expect, it } from "vitest";
import { check, checkCodes } from "../../src/check.ts";
import { parse } from "../../src/parse.ts";
import { parseReading } from "../../src/readings.ts";
import { checked, count } from "./checked.ts";

describe("words of the text", () => {
  it("CHK-04: an undertaking that no reading covers", () => {
    const reading = "commitments: [{id: c, provision: p, words: release, by: taliban, shall: release them}]\n";
    const uncovered = (paragraph: string): number =>
      count("undertaking-not-read", `Both sides release prisoners. {#p}\n\n${paragraph} {#q}\n\nLast.`, [reading]);
    for (const fires of [
      "The sides shall meet.",
      "The republic undertakes to free them.",
      "The Taliban will publish the list.",
      "Each side agrees not to attack.",
    ])
      expect([fires, uncovered(fires)]).toEqual([fires, 1]);
    for (const silent of [
      "This part shall enter into force at once.",
      "“Sides” shall mean both.",
      "A peace that will last.",
      "The sides meet.",
    ])
      expect([silent, uncovered(silent)]).toEqual([silent, 0]);
    expect(count("undertaking-not-read", "Both sides shall release prisoners.", [reading])).toBe(0);
  });

  it("CHK-04: with no reading at all one note counts them", () => {
    const found = checked({ text: "The sides shall meet.\n\nThey shall talk." }).of("undertaking-not-read");
    expect(found.map(({ severity, message }) => [severity, message.slice(0, 20)])).toEqual([
      ["note", "2 provisions bind so"],
    ]);
  });

  it("CHK-05: vague words, with the place of the word", () => {
    for (const fires of [
      "They stop immediately.",
      "They meet as soon as possible.",
      "They take appropriate measures.",
      "They answer without delay.",
      "A list follows in due course.",
      "They make reasonable efforts.",
      "To the extent possible they share it.",
    ])
      expect([fires, count("vague-words", fires)]).toEqual([fires, 1]);
    const { of, lineOf } = checked({ text: "First.\n\nThey stop\nimmediately." });
    expect(of("vague-words")[0]?.place).toMatchObject({ line: lineOf("immediately"), column: 1 });
  });

  it("CHK-05: not when anchored, a term of art, in a preamble, defined, or marked as intended", () => {
    for (const silent of [
      "They stop immediately after signature.",
      "Proof is beyond reasonable doubt.",
      "Parliament is to appropriate funds.",
      "They take [appropriate]{.ambiguity} measures.",
      "The immediate aim is peace.",
    ])
      expect([silent, count("vague-words", silent)]).toEqual([silent, 0]);
    expect(
      count("vague-words", "They stop immediately.", [
        "definitions: [{term: immediately, provision: p, words: immediately, means: within 24 hours}]\n",
      ]),
    ).toBe(0);
  });

  it("CHK-06: a capitalised term that nothing explains or creates", () => {
    for (const fires of [
      "The Joint Commission meets weekly.",
      "They leave before the Transition Period ends.",
      "Guards protect the Interim Government.",
    ])
      expect([fires, count("undefined-term", fires)]).toEqual([fires, 1]);
    for (const silent of [
      "A joint commission is set up. The Joint Commission meets weekly.",
      "The Joint Commission is hereby established.",
      "“the Joint Commission” means both chiefs of staff. The Joint Commission meets.",
      "The joint commission meets weekly.",
      "The United Nations Security Council meets.",
      "The Government and the Parties meet.",
      "The National Assembly meets.",
      "The Taliban and the Islamic Republic meet.",
    ])
      expect([silent, count("undefined-term", silent)]).toEqual([silent, 0]);
    const body = "bodies: [{id: jc, provision: p, words: meets, name: Joint Commission}]\n";
    expect(count("undefined-term", "The Joint Commission meets weekly. The Commission votes.", [body])).toBe(0);
    expect(
      checked({ text: "# The Joint Commission {#jc}\n\nThe Joint Commission meets." }).of("undefined-term"),
    ).toEqual([]);
    expect(
      count("undefined-term", "The Joint Commission meets. The Commission votes. The Joint Commission goes."),
    ).toBe(1);
  });

  it("CHK-07: a territory drawn nowhere", () => {
    for (const fires of [
      "Each side holds the areas under its control.",
      "Forces withdraw from the line of contact.",
      "They remain in their current positions.",
      "Aid reaches territory controlled by the Taliban.",
    ])
      expect([fires, count("undefined-territory", fires)]).toEqual([fires, 1]);
    for (const silent of [
      "Each side holds the areas under its control as shown on map 1.",
      "Forces withdraw from the line of contact set out in Annex A.",
      "Forces leave the district of Kunduz.",
      "Finance stays under the control of parliament.",
    ])
      expect([silent, count("undefined-territory", silent)]).toEqual([silent, 0]);
    expect(
      count("undefined-territory", "They leave the line of contact.", [
        "definitions: [{term: line of contact, provision: p, words: line of contact, means: the line of map 1}]\n",
      ]),
    ).toBe(0);
  });

  it("CHK-08: what a ceasefire must say, by its reading", () => {
    const said =
      "starts: 18:00 on 1 May, area: the whole country, prohibited: attacks, permitted: police work, monitored-by: un, disputes: joint commission";
    const codes = (lines: string): string[] =>
      checked({ text: "# Ceasefire {#p}\n\nThey stop.", readings: [`ceasefire: {provision: p, ${lines}}\n`] })
        .found.map(({ code }) => code)
        .filter((code) => code.startsWith("ceasefire"));
    expect(codes(said)).toEqual([]);
    for (const [point, code] of [
      ["starts: 18:00 on 1 May, ", "ceasefire-without-start-hour"],
      ["area: the whole country, ", "ceasefire-without-area"],
      ["prohibited: attacks, ", "ceasefire-without-prohibited-acts"],
      ["permitted: police work, ", "ceasefire-without-permitted-acts"],
      ["monitored-by: un, ", "ceasefire-without-monitoring"],
      [", disputes: joint commission", "ceasefire-without-dispute-mechanism"],
    ] as const)
      expect(codes(said.replace(point, ""))).toEqual([code]);
    expect(codes(said.replace("18:00 on 1 May", "within hours of signature"))).toEqual([
      "ceasefire-without-start-hour",
    ]);
    expect(codes(said.replace("18:00 on 1 May", "24 hours after signature"))).toEqual([]);
  });

  it("CHK-08: without a reading, by signs in the words under its heading; no ceasefire, no findings", () => {
    const codes = (text: string): string[] =>
      checked({ text })
        .found.map(({ code }) => code)
        .filter((code) => code.startsWith("ceasefire"));
    expect(codes("# Ceasefire {#c}\n\nBoth sides stop fighting.")).toHaveLength(6);
    expect(
      codes(
        "# Ceasefire {#c}\n\nFrom 06:00 on 1 May 2021, throughout the country, the sides shall not attack. Humanitarian access is permitted. The UN monitors. Complaints go to a joint commission.",
      ),
    ).toEqual([]);
    expect(
      codes(
        "# Draft\n\n## Ceasefire {#c}\n\nBoth sides stop fighting.\n\n## Monitoring {#m}\n\nThe UN monitors elections.",
      ),
    ).toContain("ceasefire-without-monitoring");
    expect(codes("# Elections {#c}\n\nElections follow.")).toEqual([]);
  });

  it("CHK-12: a reference to what is not there", () => {
    const text =
      "# Article 1 Scope {#scope}\n\n1. It binds both sides.\n\n2. It is read with [Article 2](#talks).\n\n# Article 2 Talks {#talks}\n\n1. They follow ";
    const dangling = (words: string): string[] =>
      checked({ text: `${text}${words}.` })
        .of("reference-dangling")
        .map(({ message }) => /“(.*?)”/u.exec(message)?.[1] ?? "");
    for (const [words, said] of [
      ["Article 9", "Article 9"],
      ["Articles 1 and 3", "Article 3"],
      ["[the rule](#nowhere)", "#nowhere"],
      ["Annex B", "Annex B"],
      ["paragraph 4 above", "paragraph 4 above"],
      ["Article 9 of this Agreement", "Article 9"],
    ] as const)
      expect([words, dangling(words)]).toEqual([words, [said]]);
    for (const words of [
      "Article 1",
      "Articles 1 and 2",
      "Article One",
      "Article I",
      "paragraph 2 above",
      "paragraph 2 of Article 1",
      "Article 51 of the Charter of the United Nations",
      "Common Article 3",
      "[the scope](#scope)",
      "part of the plan",
      "Article 1(2)",
    ])
      expect([words, dangling(words)]).toEqual([words, []]);
  });

  it("CHK-13: definitions that explain each other, with both places", () => {
    const circle = checked({
      text: "“Zone” means the land inside the Line. {#z}\n\n“Line” means the edge of the Zone. {#l}",
    });
    const [finding] = circle.of("reference-circular");
    expect(finding?.message).toContain("“Zone”, “Line” are explained by each other");
    expect([finding?.place?.line, finding?.related[0]?.place.line]).toEqual([
      circle.lineOf("“Zone”"),
      circle.lineOf("“Line” means"),
    ]);
    expect(count("reference-circular", "“Zone” means the Zone of both sides.")).toBe(1);
    expect(count("reference-circular", "“Party” means a party to this agreement.")).toBe(0);
    expect(
      count("reference-circular", "“Zone” means the land inside the Line.\n\n“Line” means the road of map 1."),
    ).toBe(0);
  });

  it("CHK-13: provisions that refer to each other in a circle", () => {
    const of = (a: string, b: string, c: string): number =>
      checked({ text: `First ${a}. {#a}\n\nThen ${b}. {#b}\n\nLast ${c}. {#c}` }).of("reference-circular").length;
    expect(of("as in [b](#b)", "as in [c](#c)", "as in [a](#a)")).toBe(1);
    expect(of("as in [b](#b)", "as in [a](#a)", "alone")).toBe(1);
    expect(of("as in [a](#a)", "alone", "alone")).toBe(1);
    expect(of("as in [b](#b)", "as in [c](#c)", "alone")).toBe(0);
    expect(of("as in [b](#b)", "without prejudice to [a](#a)", "alone")).toBe(0);
  });

  it("CHK-14: “within thirty days” of nothing", () => {
    for (const fires of [
      "They meet within thirty days.",
      "Prisoners go home within 90 days.",
      "It ends within [12 | 18] months.",
    ])
      expect([fires, count("deadline-without-anchor", fires)]).toEqual([fires, 1]);
    for (const silent of [
      "They meet within thirty days of signature.",
      "After signature they meet within thirty days.",
      "Within [24 hours | 72 hours] after signature they stop.",
      "It rests within the law.",
      "They meet within thirty days from the day of signature.",
    ])
      expect([silent, count("deadline-without-anchor", silent)]).toEqual([silent, 0]);
  });
});

describe("all rules", () => {
  const text =
    "# Ceasefire {#c}\n\nThe Joint Commission watches the line of contact, see Article 12. They stop immediately within 30 days. {#w}";
  const reading =
    "commitments: [{id: stop, provision: w, words: stop, by: not stated, shall: stop, due: not stated, verified-by: not stated}]\n" +
    "bodies: [{id: b, provision: w, words: watches, name: Panel, rule: not stated}]\nceasefire: {provision: c}\n";

  it("CHK-21: on a reconstruction everything absent is “not reported” and a note, and no draft is blamed", () => {
    const draft = checked({ text, readings: [reading] }).found;
    const rebuilt = checked({ text, readings: [reading], front: "reconstruction: true\n" }).found;
    expect(rebuilt.map(({ code }) => code)).toEqual(draft.map(({ code }) => code));
    expect(new Set(rebuilt.map(({ severity }) => severity))).toEqual(new Set(["note"]));
    expect(draft.some(({ severity }) => severity === "warning")).toBe(true);
    for (const { code, message } of rebuilt.filter(({ code: each }) => each !== "vague-words")) {
      expect([code, message.startsWith("Not reported: ")]).toEqual([code, true]);
      expect(message).not.toMatch(/missing|as drafted|text nowhere|No reading/u);
    }
  });

  it("CHK-22: every finding says what and why in two sentences or more, how to mend it, and has a place", () => {
    for (const { message, help, place } of checked({ text, readings: [reading] }).found) {
      expect(message).toMatch(/[.”)] \S.*\.$/su);
      expect(help.length).toBeGreaterThan(20);
      expect(place?.line).toBeGreaterThan(0);
      expect(`${message}${help}`).not.toContain("!");
    }
  });

  it("CHK-23: a text in another language is spared the rules about words", () => {
    expect(checked({ text, front: "language: fa-AF\n" }).found).toEqual([]);
  });

  it("CHK-18: a reading whose text is not given is an error at “of”", () => {
    const { reading: read, placeOf } = parseReading({
      file: "r.yaml",
      source: "reader: m\nof: texts/b.md\non: 2021-01-01\n",
    });
    if (read === null) throw new Error("the reading is well formed");
    const [finding] = check({
      texts: [parse({ file: "texts/a.md", source: "A.\n" })],
      readings: [{ reading: read, placeOf }],
    });
    expect(finding).toMatchObject({
      code: "reading-of-unknown-text",
      severity: "error",
      place: { line: 2, column: 5 },
    });
    expect(
      check({
        texts: [parse({ file: "/elsewhere/texts/b.md", source: "A.\n" })],
        readings: [{ reading: read, placeOf }],
      }),
    ).toEqual([]);
  });

  it("CHK-22: the codes are distinct", () => expect(new Set(checkCodes).size).toBe(checkCodes.length));
});
