import { askStatus, type StatusAnswer } from "@parley/process";
import { describe, expect, it } from "vitest";
import { statesInOrder } from "../src/keeping/states.tsx";
import type { Asked } from "../src/view.ts";
import { answerOf, drawn, wordsIn } from "./drawn.tsx";
import { exampleProcess } from "./real-view.ts";

const afghanistan = await exampleProcess("afghanistan");
const truce = await exampleProcess("practice-ceasefire");
const practice = await exampleProcess("practice");

/** The page of keeping of the practice truce, asked as a server asks it. */
function page(answer: StatusAnswer, asked: Asked = {}, process = truce): string {
  return drawn({ page: "keeping", answer }, { process, asked });
}

const today = answerOf(askStatus(truce));
const early = answerOf(askStatus(truce, { on: "2031-03-02", known: "2031-05-15" }));
const words = wordsIn(page(today));

describe("the page of keeping", () => {
  it("KPG-20: says both days, and leads back to one", () => {
    const html = page(early, { on: ["2031-03-02"] });
    expect(wordsIn(html)).toContain("The state on 2 March 2031 , by what was known on 15 May 2031 .");
    expect(html).toContain('<a href="/keeping">Ask both on the same day</a>');
    expect(html).toMatch(/<input type="date"[^>]* name="on" value="2031-03-02"/u);
    expect(wordsIn(page(today))).not.toContain("Ask both on the same day");
  });

  it("KPG-21: has every state with its number and its word, for the whole and for each party, and no percentage", () => {
    for (const { state, commitments } of today.counts.states) expect(words).toContain(` ${commitments} ${state} `);
    for (const { name, counts } of today.byParty)
      for (const { state, commitments } of counts.states)
        expect(words.slice(words.indexOf(name))).toContain(` ${commitments} ${state} `);
    expect(words).toContain(`of ${today.counts.total} commitments`);
    // What an agreement asks for may itself be a percentage: its own words are left out.
    const ours = today.commitments.reduce((left, { act }) => left.replaceAll(act, ""), words);
    expect(ours).not.toContain("%");
  });

  it("KPG-21: a state that is not known and one that is disputed are never left out", () => {
    const counts = {
      states: statesInOrder.map((state, at) => ({ state, commitments: at + 1 })),
      disputed: 7,
      late: 0,
      total: 78,
    };
    const told = wordsIn(page({ ...today, counts, byParty: [] }));
    for (const { state, commitments } of counts.states) expect(told).toContain(` ${commitments} ${state} `);
    expect(told).toContain("of 78 commitments , 7 of them disputed");
  });

  it("KPG-22: each commitment stands once, with who, what, state, why and when", () => {
    const html = page(today);
    for (const id of new Set(today.commitments.map((standing) => standing.id)))
      expect(html.split(`id="kept-${id.replaceAll("#", "-")}"`)).toHaveLength(2);
    for (const { act, because, byNames } of today.commitments) {
      expect(words).toContain(act);
      expect(words).toContain(because);
      for (const name of byNames) expect(words).toContain(name);
    }
  });

  it("KPG-22: rival readings stand together, and their difference is named", () => {
    const [difference] = today.differences;
    expect(words).toContain(`Readings differ: ${difference?.text}`);
    const html = page(today);
    const [, card = ""] = html.split('id="kept-truce-free-detainees"');
    const [own = ""] = card.split('id="kept-');
    expect(wordsIn(own)).toMatch(/as read by Lowland .* as read by mediator/u);
  });

  it("KPG-22: an entry opens with both days, both grades in words, and what became of it", () => {
    const html = page(early);
    expect(html).toMatch(/<details class="opens"><summary>[^<]*entries of the record/u);
    const told = wordsIn(html);
    expect(told).toContain("known only on");
    expect(told).toMatch(
      /[A-F] , (completely reliable|usually reliable|fairly reliable|reliability cannot be judged)/u,
    );
    expect(told).toMatch(/[1-6] , (confirmed by other sources|probably true|possibly true|truth cannot be judged)/u);
    expect(told).toContain("Verified by The observers");
    expect(told).toMatch(/Corrected by the entry/u);
    expect(told).toMatch(/Withdrawn by the entry/u);
  });

  it("KPG-22: an entry that is set aside says why", () => {
    const [standing] = today.commitments.filter(({ evidence }) => evidence.length > 0);
    const [entry] = standing?.evidence ?? [];
    if (standing === undefined || entry === undefined) throw new Error("The truce has entries.");
    const why = "Nobody may verify what they reported.";
    const words = (standingOf: typeof entry.standing) =>
      wordsIn(
        page({
          ...today,
          commitments: [{ ...standing, evidence: [{ ...entry, standing: standingOf, why }] }],
          differences: [],
        }),
      );
    expect(words("set aside")).toContain(`Set aside: ${why}`);
    // What counts as less than it claims says so too.
    expect(words("counts")).toContain(why);
    expect(words("counts")).not.toContain("Set aside");
  });

  it("groups by party, or by part of the text", () => {
    const groups = (asked: Asked) =>
      [...page(today, asked).matchAll(/<h2 id="group-\d+">(.*?)<\/h2>/gu)].map(([, name]) =>
        wordsIn(name ?? "").trim(),
      );
    expect(groups({}).slice(0, 2)).toEqual(["Upland", "Lowland"]);
    expect(groups({ group: ["part"] })).toEqual([...new Set(today.commitments.map(({ part }) => part))]);
  });

  it("finds commitments by their words, and leaves the distribution whole", () => {
    const told = wordsIn(page(today, { find: ["detainees"] }));
    expect(told).toContain(`1 of ${today.counts.total} commitments have these words.`);
    expect(told).toContain(`of ${today.counts.total} commitments`);
  });

  it("tells where later knowledge changed the past, what changed in the week, and what comes next", () => {
    const told = wordsIn(page(early));
    for (const { text } of [...early.revised, ...early.changes, ...early.next.slice(0, 5)])
      expect(told).toContain(text);
    expect(early.revised.length).toBeGreaterThan(0);
    expect(words).not.toContain("Later knowledge changed the past");
  });

  it("has a row in the table for every reading", () => {
    const html = page(today);
    const table = html.slice(html.indexOf('id="kept-table"'));
    expect(table.match(/<tr>/gu)).toHaveLength(today.commitments.length + 1);
  });

  it("KPG-23: teaches where nothing is in force", () => {
    const told = wordsIn(page(answerOf(askStatus(practice)), {}, practice));
    expect(told).toContain("There is nothing to keep yet.");
    expect(told).toContain("kind: agreement");
  });

  it("tells the agreement of Doha: what is without data is without data", () => {
    const told = wordsIn(page(answerOf(askStatus(afghanistan)), {}, afghanistan));
    expect(told).toContain("shall reduce to 8,600 troops");
    expect(told).toContain("no data");
    expect(told).toContain("Not stated: who verifies it, what follows if it is broken.");
  });
});
