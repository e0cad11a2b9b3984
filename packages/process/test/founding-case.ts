import { fileURLToPath } from "node:url";
import { readFolder } from "../src/disk.ts";
import { type Answer, type Process, readProcess } from "../src/index.ts";

const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));

/** One of the examples, read from disk; fails the test when it has an error. */
export async function example(name: "afghanistan" | "practice" | "practice-ceasefire"): Promise<Process> {
  const { files, diagnostics } = await readFolder(`${examples}${name}`);
  const read = readProcess(files);
  const errors = [...diagnostics, ...read.diagnostics].filter(({ severity }) => severity === "error");
  if (read.process === null || errors.length > 0) throw new Error(JSON.stringify(errors, null, 1));
  return read.process;
}

/** The files of an example as texts, for a test that changes one of them. */
export async function textsOf(name: "practice-ceasefire"): Promise<Readonly<Record<string, string>>> {
  const { files } = await readFolder(`${examples}${name}`);
  return Object.fromEntries([...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

/** The answer itself; fails the test on a refusal. */
export function answered<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.answer;
}

/** A folder of files from their texts. */
export function filesOf(texts: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

/** The least process that can be asked anything, to which a test adds what it is about. */
export const leastProcess = `process: least
title: A least process
zone: UTC
as-of: 2021-06-01
room: team
basis: draft
rooms: [{ id: team, name: Team only }, { id: public, name: Public }]
parties:
  - { id: north, name: North, role: party, signatory: true }
  - { id: south, name: South, role: party, signatory: true }
speakers:
  - { id: head-north, name: Head of North, for: north, mandate: principal }
  - { id: head-south, name: Head of South, for: south, mandate: principal }
texts:
  - { id: draft, file: texts/draft.md, kind: draft, name: The draft, by: north, tabled: 2021-01-01 }
sources:
  - { id: gazette, outlet: Gazette, published: 2021-02-01, grade: press }
`;
