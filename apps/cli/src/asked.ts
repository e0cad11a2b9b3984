import { type Answer, tellDiagnostic } from "@parley/process";
import { Stopped } from "./stopped.ts";

/** Refusals that are about the material and not about how the question was put. */
const ofTheMaterial: ReadonlySet<string> = new Set(["packages-too-many"]);

/** The answer, or a stop that tells why the question could not be put. */
export function answerOf<T>(asked: Answer<T>): T {
  if (asked.ok) return asked.answer;
  const told = tellDiagnostic(asked.refusal);
  const exitCode = ofTheMaterial.has(told.code) ? 1 : 2;
  throw new Stopped(
    told.file === null
      ? { exitCode, message: told.message, help: told.help }
      : { exitCode, message: "", found: [told] },
  );
}
