import { refuse } from "../../refusal.ts";

const askForCopy = "Do not unpack this file by hand. Ask the sender for a copy saved by Word or LibreOffice.";

/**
 * The name of a part, from its bytes: UTF-8, or else one character a byte. Refuses every name that could lead out of a
 * folder when somebody unpacks the file: "..", a root, a drive, a backslash, a control character, plain or percent-encoded.
 */
export function partName(bytes: Uint8Array): string {
  const name = decodeName(bytes);
  for (const form of [name, percentDecoded(name)]) {
    const why = pathFault(form);
    if (why !== null) {
      refuse("path-escapes", `The file holds a part named ${quoted(name)}, which ${why}.`, askForCopy, name);
    }
  }
  return name;
}

function pathFault(name: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for.
  if (/[\u0000-\u001f\u007f]/.test(name)) return "holds a control character";
  if (name === "") return "is empty";
  if (name.includes("\\")) return "holds a backslash";
  if (name.startsWith("/")) return "begins at the root of the disk";
  if (/^[A-Za-z]:/.test(name)) return "names a drive";
  const segments = name.replace(/\/$/, "").split("/");
  if (segments.some((segment) => segment === "")) return "holds an empty folder name";
  if (segments.some((segment) => /^\.+\s*$/.test(segment))) return "leads to another folder";
  return null;
}

/** Refuses names that are the same, or the same to a disk that does not tell capitals apart. */
export function checkDistinct(names: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = name.normalize("NFC").toLowerCase();
    const other = seen.get(key);
    if (other !== undefined) {
      const message =
        other === name
          ? `The file holds two parts named ${quoted(name)}; one program would read the one, and another the other.`
          : `The file holds parts named ${quoted(other)} and ${quoted(name)}, which many programs take for one.`;
      refuse("container-broken", message, askForCopy, name);
    }
    seen.set(key, name);
  }
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}

/** Dots, slashes, backslashes and control characters decoded; nothing else can make a path. */
function percentDecoded(name: string): string {
  return name.replace(/%(2e|2f|5c|3a|[01][0-9a-f]|7f)/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

export function quoted(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name);
}
