import { fileURLToPath } from "node:url";
import { askFrame, askText, type Process, readProcess } from "@parley/process";
import { readFolder } from "@parley/process/disk";
import type { Asked, View } from "../src/view.ts";

type Example = "afghanistan" | "practice" | "practice-ceasefire";

/** The folder of an example of this repository. */
export function exampleFolder(name: Example): string {
  return fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));
}

/** The process of an example; an example that cannot be read fails the test that wants it. */
export async function exampleProcess(name: Example): Promise<Process> {
  const { files } = await readFolder(exampleFolder(name));
  return usable(readProcess(files));
}

/** A process made of files written out in a test. */
export function processOf(files: Readonly<Record<string, string>>): Process {
  const encoder = new TextEncoder();
  return usable(readProcess(new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)]))));
}

function usable({ process, diagnostics }: ReturnType<typeof readProcess>): Process {
  if (process === null)
    throw new Error(`The process cannot be read: ${diagnostics.map(({ message }) => message).join(" ")}`);
  return process;
}

/** The view of the text page, as the server makes it. */
export function textView(process: Process, asked: Asked = {}): View {
  const frame = askFrame(process);
  const text = askText(process, { text: asked.text?.[0], compare: asked.compare?.[0] });
  if (!frame.ok || !text.ok) throw new Error("The question was refused.");
  return {
    page: "text",
    asked,
    version: 1,
    frame: { ...frame.answer, broken: [] },
    content: { page: "text", answer: text.answer },
    refusal: null,
    broken: [],
    held: false,
  };
}
