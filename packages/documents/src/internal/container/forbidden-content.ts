import { refuse } from "../../refusal.ts";
import { descendants } from "../xml/find.ts";
import { parseXml } from "../xml/parse.ts";
import type { Entry } from "./directory.ts";
import { quoted } from "./names.ts";
import { beginsAsArchive } from "./other-formats.ts";

/** Where Word and LibreOffice keep embedded sheets and objects. They are never opened; a reader lists them as a loss. */
const embeddedObject = /^(?:word|xl|ppt)\/embeddings\/[^/]+\.(?:docx|xlsx|pptx|odt|ods|odp|bin|vsdx|sldx)$/i;
const archiveName =
  /\.(?:zip|docx|dotx|xlsx|xltx|pptx|potx|odt|ott|ods|odp|odg|epub|jar|war|apk|rar|7z|gz|tgz|bz2|xz|zst|tar|cab|iso|lzh|arj|ace)$/i;
const macroName =
  /(?:^|\/)vba(?:Project|Data)[^/]*\.(?:bin|xml)$|\.(?:docm|dotm|xlsm|xltm|xlam|pptm|potm|ppam|ppsm|sldm)$/i;
/** LibreOffice keeps empty lists of macro libraries in files without any macro. */
const emptyLibrary = /(?:^|\/)(?:script|dialog)-l[bc]\.xml$/i;
const openDocumentMacro = /^(?:Basic|Scripts|Dialogs)\/./i;
const macroType = /macroenabled|vba/i;

/** The bytes of a part; null when the file has no such part. */
type Reading = (name: string) => Uint8Array | null;

/** Refuses macros, archives inside and passwords, whether or not the part is ever read. Throws Refused. */
export function checkContent(parts: readonly Entry[], read: Reading): void {
  for (const part of parts) {
    if (macroName.test(part.name) || (openDocumentMacro.test(part.name) && !emptyLibrary.test(part.name))) {
      refuseMacros(part.name);
    }
    if (isArchive(part) && !embeddedObject.test(part.name)) {
      const help = "Ask for the inner file on its own.";
      refuse("nested-archive", `The file holds another archive: ${quoted(part.name)}.`, help, part.name);
    }
  }
  checkContentTypes(read);
  checkManifest(read);
}

function isArchive(part: Entry): boolean {
  return archiveName.test(part.name) || (part.method === 0 && beginsAsArchive(part.packed));
}

function checkContentTypes(read: Reading): void {
  const name = "[Content_Types].xml";
  const bytes = read(name);
  if (bytes === null) return;
  for (const type of descendants(parseXml(name, bytes, new Map()))) {
    if (macroType.test(type.attributes.ContentType ?? "")) refuseMacros(type.attributes.PartName ?? name);
  }
}

/** The manifest is searched and never parsed: old OpenOffice gives it a document type. */
function checkManifest(read: Reading): void {
  const name = "META-INF/manifest.xml";
  const bytes = read(name);
  if (bytes !== null && /[:<]encryption-data[\s/>]/.test(new TextDecoder("latin1").decode(bytes))) {
    refuse(
      "container-encrypted",
      "The file is protected by a password.",
      "Open it in LibreOffice with the password, save it without one, and use that copy.",
      name,
    );
  }
}

function refuseMacros(part: string): never {
  return refuse(
    "macros",
    `The file carries macros (${quoted(part)}), which are programs. A draft needs none.`,
    "Do not open it elsewhere. Ask the sender for a copy saved as a Word document without macros (.docx).",
    part,
  );
}
