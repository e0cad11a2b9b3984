import { describe, expect, it } from "vitest";
import { hrefOf, hrefTo, pageOf, readAsked, sameAnswer } from "../src/view.ts";

const asked = (query: string) => readAsked(new URLSearchParams(query));

describe("the URL is the state", () => {
  it("keeps what is asked and drops what nobody knows, what is empty and what is said twice", () => {
    expect(asked("as-of=2021-03-07&without=A1&without=A2&without=A1&rule=&evil=1")).toEqual({
      "as-of": ["2021-03-07"],
      without: ["A1", "A2"],
    });
  });

  it("cuts a value and a list that are too long to be meant", () => {
    const long = asked(`rule=${"x".repeat(5000)}&${Array.from({ length: 500 }, (_, at) => `choose=i${at}`).join("&")}`);
    expect(long.rule?.[0]?.length).toBe(300);
    expect(long.choose?.length).toBe(60);
  });

  it("cannot be made to speak of an object's own names", () => {
    expect(asked("__proto__=x&constructor=y&toString=z")).toEqual({});
  });

  it("changes one question and keeps the others", () => {
    const now = asked("as-of=2021-03-07&without=A1&choose=a%3Db");
    expect(hrefOf("timetable", now, { without: null })).toBe("/timetable?as-of=2021-03-07&choose=a%3Db");
    expect(hrefOf("timetable", now, { without: ["A1", "A2"] })).toBe(
      "/timetable?as-of=2021-03-07&choose=a%3Db&without=A1&without=A2",
    );
    expect(readAsked(new URL(hrefOf("timetable", now), "http://x").searchParams)).toEqual(now);
  });

  it("takes only the day along to another page", () => {
    expect(hrefTo("packages", asked("as-of=2021-03-07&without=A1&find=x"))).toBe("/packages?as-of=2021-03-07");
    expect(hrefTo("front", asked("find=x"))).toBe("/");
  });

  it("tells what needs a new answer from what only shows the same one differently", () => {
    expect(sameAnswer(asked("as-of=2021-03-07&find=x&show=open"), asked("as-of=2021-03-07"))).toBe(true);
    expect(sameAnswer(asked("as-of=2021-03-07"), asked("as-of=2021-03-08"))).toBe(false);
    expect(sameAnswer(asked("without=A1"), asked(""))).toBe(false);
    expect(sameAnswer(asked("on=2020-07-01&group=part&per=week"), asked("on=2020-07-01"))).toBe(true);
    for (const answering of ["on", "window", "baseline", "province", "figures"])
      expect(sameAnswer(asked(`${answering}=x`), asked(""))).toBe(false);
  });

  it("knows its pages and no other path", () => {
    expect([pageOf("/"), pageOf("/text"), pageOf("/text/"), pageOf("/front"), pageOf("//evil")]).toEqual([
      "front",
      "text",
      null,
      null,
      null,
    ]);
  });
});
