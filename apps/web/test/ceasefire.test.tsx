import { askCeasefire, type CeasefireAnswer } from "@parley/process";
import { describe, expect, it } from "vitest";
import type { Asked } from "../src/view.ts";
import { answerOf, drawn, wordsIn } from "./drawn.tsx";
import { exampleProcess } from "./real-view.ts";

const afghanistan = await exampleProcess("afghanistan");
const truce = await exampleProcess("practice-ceasefire");
const practice = await exampleProcess("practice");

function page(answer: CeasefireAnswer, asked: Asked = {}, process = afghanistan): string {
  return drawn({ page: "ceasefire", answer }, { process, asked });
}

const week = answerOf(askCeasefire(afghanistan));
const after = answerOf(askCeasefire(afghanistan, { window: "after-signing" }));
const invented = answerOf(askCeasefire(truce));

/** The row of the table that has an id. */
function rowOf(html: string, id: string): string {
  return wordsIn(new RegExp(`<tr id="${id}".*?</tr>`, "u").exec(html)?.[0] ?? "");
}

describe("the page of the ceasefire", () => {
  it("CSF-03: begins with the indication, and calls it one", () => {
    expect(wordsIn(page(week))).toContain("Did violence fall? Indication: ");
  });

  it("CSF-21: shades and names the window and its baseline, with their means and the interval as figures a day", () => {
    const html = page(week);
    const words = wordsIn(html);
    expect(words).toContain("Baseline, 1 to 21 Feb 2020 57.03 deaths a day");
    expect(words).toContain("Window, 22 to 28 Feb 2020 6.29 deaths a day");
    expect(html.match(/class="shade-(window|baseline)"/gu)).toHaveLength(2);
    const [low, high] = week.violence?.interval ?? [0, 0];
    const base = week.violence?.baseline.deathsPerDay ?? 0;
    expect(words).toContain(`95% interval ${(base * (1 - high)).toFixed(2)} to ${(base * (1 - low)).toFixed(2)}`);
  });

  it("CSF-21: shows the days near the window, or all weeks, and the same in a table", () => {
    const days = page(week).split("The same by day, as a table")[1] ?? "";
    const drawnDays = days.slice(0, days.indexOf("</table>")).match(/<th scope="row">/gu)?.length ?? 0;
    // 28 days of window and baseline, and 30 on either side, of which January has as many.
    expect(drawnDays).toBe(28 + 30 + 30);
    const weeks = page(week, { per: ["week"] }).split("The same by week, as a table")[1] ?? "";
    expect(weeks.slice(0, weeks.indexOf("</table>")).match(/<th scope="row">/gu)).toHaveLength(week.weeks.length);
  });

  it("CSF-21: hatches days without a record, and calls them that", () => {
    const html = page(invented, {}, truce);
    expect(html).toContain('class="no-record"');
    expect(wordsIn(html)).toContain("That is no data, and not a day without violence.");
    expect(page({ ...invented, gaps: [] }, {}, truce)).not.toContain('class="no-record"');
  });

  it("CSF-21: draws what was asked for as figures a day, and a baseline that was agreed as one line", () => {
    expect(wordsIn(page(invented, {}, truce))).toMatch(/asked for: at most \d+\.\d\d/u);
    const agreed = answerOf(askCeasefire(afghanistan, { baseline: "12 a day" }));
    const words = wordsIn(page(agreed, { baseline: ["12 a day"] }));
    expect(words).toContain("Agreed baseline 12.00 deaths a day");
  });

  it("CSF-22: every outlined province leads to its row, which has its figures", () => {
    const html = page(week);
    const outlined = week.provinces.filter(({ outline }) => outline !== null);
    expect(outlined).toHaveLength(34);
    for (const { name, window } of outlined) {
      const id = `province-${name.toLowerCase().replaceAll(" ", "-")}`;
      expect(html).toContain(`<a href="#${id}"`);
      expect(rowOf(html, id)).toContain(`${window.deathsPerDay.toFixed(2)} `);
    }
    expect(wordsIn(html)).toContain("2 deaths on 1 record of the window have no province.");
  });

  it("CSF-23: the record of 1,562 deaths stands in words, and is in no figure", () => {
    expect(wordsIn(page(week))).toContain("1,562 deaths from 29 Feb 2020 to 28 Jul 2020, 151 days");
    expect(wordsIn(page(after))).toMatch(/1,562 deaths[^.]*overlaps the window\./u);
  });

  it("says what is counted, every caveat and both intervals", () => {
    const words = wordsIn(page(week));
    for (const text of week.violence?.definition.sentences ?? []) expect(words).toContain(text);
    for (const { text } of week.violence?.caveats ?? []) expect(words).toContain(text);
    expect(words).toContain("by block bootstrap");
    expect(words).toContain("by negative binomial");
    expect(words).toContain("none: no body has adopted or rejected this indication");
  });

  it("CSF-05: a finding stands beside the indication, with its body", () => {
    const words = wordsIn(page(invented, {}, truce));
    for (const { says } of invented.violence?.findings ?? []) expect(words).toContain(says);
    expect(words).toContain("Who may find it The truce commission");
  });

  it("CSF-24: an incident shows each step as taken, not taken or answered with no", () => {
    const html = page(invented, {}, truce);
    const marks = (id: string) =>
      [
        ...(new RegExp(`id="incident-${id}".*?</svg>`, "u").exec(html)?.[0] ?? "").matchAll(/track-(on|off|refused)/gu),
      ].map(([, mark]) => mark);
    expect(marks("mill")).toEqual(["on", "on", "on", "on"]);
    expect(marks("ferry")).toEqual(["on", "refused", "off", "off"]);
    const [incident] = invented.incidents;
    if (incident === undefined) throw new Error("The truce has incidents.");
    const withheld = { ...incident, step: "attributed" as const, attributedTo: [], attributionWithheld: true };
    expect(wordsIn(page({ ...invented, incidents: [withheld] }, {}, truce))).toContain("Attribution withheld.");
  });

  it("CSF-08: denials of access and reports of nothing are counted beside findings", () => {
    const words = wordsIn(page(invented, {}, truce));
    expect(words).toContain("denials of access 2");
    expect(words).toContain("weeks with nothing to report 3");
    for (const { says } of invented.denials) expect(words).toContain(says);
  });

  it("asks of other days by a form that keeps the day, and marks the province asked", () => {
    const kabul = answerOf(askCeasefire(afghanistan, { province: "Kabul" }));
    const html = page(kabul, { "as-of": ["2021-04-12"], province: ["Kabul"] });
    const form = /<form class="controls ask-window".*?<\/form>/u.exec(html)?.[0] ?? "";
    for (const name of ["as-of", "window", "baseline", "province"]) expect(form).toContain(`name="${name}"`);
    expect(html).toMatch(/<tr id="province-kabul" class="chosen">/u);
  });

  it("CSF-10: teaches where there are no figures, and still shows the record", () => {
    const words = wordsIn(page(answerOf(askCeasefire(practice)), {}, practice));
    expect(words).toContain("No figures can be given.");
    expect(words).toContain("What monitors recorded");
    expect(words).not.toContain("Over time");
  });
});
