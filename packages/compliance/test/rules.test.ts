import { expect, it } from "vitest";
import { duty, entry, on, told } from "./worlds.ts";

it("once: binding, due, overdue, kept late", () => {
  const c = duty("c", { due: on(10) });
  const entries = [entry("report", "r", 20, { kept: true })];
  expect(told({ commitments: [c], entries }, [-1, 0, 10, 11, 20])).toEqual([
    "not yet binding: waits for its day",
    "binding: in force",
    "due: in force",
    "overdue: not done by its day",
    "kept: done in full",
  ]);
  expect(told({ commitments: [c] }, [11])).toEqual(["no data: nothing recorded"]);
});
