import { refuse } from "../../refusal.ts";

/** How files of other kinds begin, as characters of one byte. */
const beginnings: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF"],
  ["{\\rtf", "a Rich Text file"],
  ["\x1f\x8b", "a gzip archive"],
  ["Rar!", "a RAR archive"],
  ["7z\xbc\xaf\x27\x1c", "a 7-Zip archive"],
  ["BZh", "a bzip2 archive"],
  ["\xfd7zXZ", "an xz archive"],
  ["\x28\xb5\x2f\xfd", "a Zstandard archive"],
  ["MSCF", "a cabinet archive"],
  ["MZ", "a Windows program"],
  ["\x7fELF", "a program"],
  ["<?xml", "a plain XML file"],
  ["\xef\xbb\xbf<?xml", "a plain XML file"],
  ["<", "a web page or XML file"],
];
const oldOffice = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const saveAs =
  "Open it in Word or LibreOffice, save it as a Word document (.docx) or OpenDocument text (.odt), and use that copy.";

/** Refuses a file that is no zip container, and says what it is where that can be seen. Throws Refused. */
export function checkBeginning(bytes: Uint8Array): void {
  if (bytes.length === 0) refuse("not-a-container", "The file is empty.", "Ask for it again: it was lost on the way.");
  const head = latin1(bytes.subarray(0, 16));
  if (head.startsWith("PK\x03\x04")) return;
  if (head.startsWith("PK\x05\x06"))
    refuse("not-a-container", "The file is an archive with nothing in it.", "Ask for it again.");
  if (head.startsWith(oldOffice)) refuseOldOffice(bytes);
  const kind = beginnings.find(([start]) => head.startsWith(start))?.[1];
  refuse(
    "not-a-container",
    kind === undefined
      ? "The file is neither a Word document nor an OpenDocument text."
      : `The file is ${kind}, whatever its name says.`,
    saveAs,
  );
}

/** The old container of Microsoft Office: a .doc, or a .docx behind a password, which is kept in the same container. */
function refuseOldOffice(bytes: Uint8Array): never {
  if (holds(bytes, "EncryptedPackage")) {
    return refuse(
      "container-encrypted",
      "The file is protected by a password.",
      "Open it in Word with the password, remove it under File, Info, Protect Document, save, and use that copy.",
    );
  }
  return refuse("not-a-container", "The file is in the old Word format (.doc), whatever its name says.", saveAs);
}

/** Whether the words stand in the bytes as UTF-16, as the old container writes the names in it. Linear. */
function holds(bytes: Uint8Array, words: string): boolean {
  const wanted = [...words].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

const archives = [
  "PK\x03\x04",
  "PK\x05\x06",
  "\x1f\x8b\x08",
  "Rar!\x1a\x07",
  "7z\xbc\xaf\x27\x1c",
  "BZh",
  "\xfd7zXZ\x00",
  "\x28\xb5\x2f\xfd",
  "MSCF\x00",
];

/** Whether bytes begin as an archive does. Eight of them are enough. */
export function beginsAsArchive(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 8));
  return archives.some((start) => head.startsWith(start));
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
