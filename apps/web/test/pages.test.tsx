import { askBodies, askFrame, askPackages, askPositions, askSchedule } from "@parley/process";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Content } from "../src/view.ts";
import { Workbench } from "../src/workbench.tsx";
import { answerOf, drawn, wordsIn } from "./drawn.tsx";
import { exampleProcess, textView } from "./real-view.ts";

const process = await exampleProcess("afghanistan");
const practice = await exampleProcess("practice");

/** The words of a page of the founding case, or of another process. */
function wordsOf(content: Content, from = process, asOf?: string): string {
  return wordsIn(drawn(content, { process: from, asOf }));
}

describe("what every page says of itself", () => {
  it("names its room, its day and the notice", () => {
    const words = wordsOf({ page: "packages", answer: answerOf(askPackages(process)) });
    expect(words).toContain("Mediation team only");
    expect(words).toContain("12 April 2021");
    expect(words).toContain("A reconstruction from public reporting");
  });

  it("says on an invented process that it is invented", () => {
    expect(wordsOf({ page: "packages", answer: answerOf(askPackages(practice)) }, practice)).toContain(
      "An invented practice process",
    );
  });
});

describe("the timetable", () => {
  it("tells the tension of 75 days, on what it rests, and lets A1 be switched off", () => {
    const words = wordsOf({ page: "timetable", answer: answerOf(askSchedule(process)) });
    expect(words).toContain("75 days short");
    expect(words).toContain("rests on A1");
    expect(words).toContain("Circle of order");
  });

  it("ASK-07, ASK-27, ASK-28: sets apart what is too late, and marks what is past, kept or disputed", () => {
    const words = wordsOf({ page: "timetable", answer: answerOf(askSchedule(process)) });
    const [mends = "", late = ""] = words.split("Too late by now");
    expect(mends.slice(mends.lastIndexOf("Any one of these"))).not.toContain("already past");
    expect(late).toContain("already past on 12 Apr 2021");
    expect(words).toContain("reported kept 15 Jun 2020");
    expect(words).toContain("past, not recorded as happened");
    expect(words).toMatch(/the conference opens\s+.{0,3}disputed by Taliban, 12 Apr 2021/u);
    expect(words).toMatch(/77 days short\s?, as read by/u);
  });

  it("has no broken link left when the assumption is dropped", () => {
    const words = wordsOf({ page: "timetable", answer: answerOf(askSchedule(process, { without: ["A1"] })) });
    expect(words).not.toContain("75 days short");
  });

  it("draws the ring in the order in which the circle is told", () => {
    const answer = answerOf(askSchedule(process));
    const order = answer.conflicts.find(({ kind }) => kind === "order");
    if (order === undefined) throw new Error("The case has a circle of order.");
    const html = renderToStaticMarkup(
      <Workbench
        view={{
          page: "timetable",
          asked: {},
          version: 1,
          frame: { ...answerOf(askFrame(process)), broken: [] },
          content: { page: "timetable", answer },
          refusal: null,
          broken: [],
          held: false,
        }}
      />,
    );
    const drawn = /aria-label="A circle: ([^"]*)\."/u.exec(html)?.[1];
    const told = /A circle of order: (.*?)\. /u.exec(order.text)?.[1];
    expect(rotationsOf(drawn ?? "")).toContain(stepsOf(told ?? "").join());
  });
});

/** "a, then b, then a" as its steps without the last, which is the first again. */
function stepsOf(told: string): string[] {
  return told.split(/, then /u).slice(0, -1);
}

/** A circle has no beginning: each way to begin it. */
function rotationsOf(told: string): string[] {
  const steps = stepsOf(told);
  return steps.map((_, at) => [...steps.slice(at), ...steps.slice(0, at)].join());
}

describe("the bodies", () => {
  it("say what is not reported, and give power only under a hypothesis", () => {
    const words = wordsOf({ page: "bodies", answer: answerOf(askBodies(process)) });
    expect(words).toContain("not reported");
    expect(words).toContain("a hypothesis");
    expect(words).toContain("1/3");
  });

  it("keep the other hypotheses chosen when one body gets another", () => {
    const answer = answerOf(askBodies(process));
    const [first, second] = answer.bodies.filter(({ hypotheses }) => hypotheses.length > 1);
    const frame = { ...answerOf(askFrame(process)), broken: [] };
    const asked = { hypothesis: [`${first?.provision}:1`] };
    const html = renderToStaticMarkup(
      <Workbench
        view={{
          page: "bodies",
          asked,
          version: 1,
          frame,
          content: { page: "bodies", answer },
          refusal: null,
          broken: [],
          held: false,
        }}
      />,
    );
    const links = [...html.matchAll(/href="(\/bodies\?[^"]*hypothesis[^"]*)"/gu)].map(
      ([, href]) => new URL((href ?? "").replaceAll("&amp;", "&"), "http://x"),
    );
    const ofSecond = links.find((link) => link.searchParams.getAll("hypothesis").includes(`${second?.provision}:1`));
    expect(ofSecond?.searchParams.getAll("hypothesis")).toContain(`${first?.provision}:1`);
  });
});

describe("the packages", () => {
  it("show each blocking statement with its speaker and its day", () => {
    const answer = answerOf(askPackages(process, { asOf: "2021-03-07" }));
    const words = wordsOf({ page: "packages", answer }, process, "2021-03-07");
    expect(answer.blocking.length).toBeGreaterThan(0);
    for (const { statement } of answer.blocking.flat()) {
      expect(words).toContain(statement.words);
      expect(words).toContain(statement.speaker);
    }
  });

  it("draw the frontier only where there are values", () => {
    expect(wordsOf({ page: "packages", answer: answerOf(askPackages(process)) })).not.toContain("The frontier");
    expect(wordsOf({ page: "packages", answer: answerOf(askPackages(practice)) }, practice)).toContain(
      "Kalai-Smorodinsky",
    );
  });
});

describe("the positions", () => {
  it("grey what does not decide with a word, and strike what is superseded", () => {
    const answer = answerOf(askPositions(process));
    const words = wordsOf({ page: "positions", answer });
    expect(words).toContain("shown, does not decide");
    expect(words).toContain("superseded");
  });
});

describe("the text", () => {
  it("shows brackets in place, a blank as a box with a word, and the options between bars", () => {
    const html = renderToStaticMarkup(<Workbench view={textView(process)} />);
    expect(html).toMatch(/<span class="blank">open<\/span>/u);
    expect(html).toContain("open bracket: ");
    expect(html).toContain("an option without wording");
  });

  it("marks added and removed words for eye and ear", () => {
    const html = renderToStaticMarkup(
      <Workbench view={textView(process, { text: ["hcnr"], compare: ["us-draft"] })} />,
    );
    expect(html).toMatch(/<ins><span class="for-ear"> added: <\/span>[^<]*three years/u);
    expect(html).toMatch(/<del><span class="for-ear"> removed: <\/span>/u);
  });

  it("runs from right to left where its language does, and its notes do not", () => {
    const view = textView(process);
    if (view.content?.page !== "text") throw new Error("This is the text page.");
    const answer = {
      ...view.content.answer,
      draft: { ...view.content.answer.draft, language: "fa-AF", direction: "rtl" as const },
    };
    const html = renderToStaticMarkup(<Workbench view={{ ...view, content: { page: "text", answer } }} />);
    expect(html).toMatch(/<article class="document" lang="fa-AF" dir="rtl"/u);
    expect(html).toMatch(/<div class="margin" lang="en" dir="ltr">/u);
  });
});
