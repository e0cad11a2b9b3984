import type { RefusalCode } from "../../src/manuscript.ts";
import { contentTypes, openDocumentParts, packageRelationships, wordParts } from "./good-files.ts";
import { hostileContainers } from "./hostile-containers.ts";
import { hostileXml } from "./hostile-xml.ts";
import { rawZip } from "./raw-zip.ts";

/** A file made to harm its reader, or broken in a way that a reader must not guess over. */
export interface HostileFile {
  readonly name: string;
  /** What it must be refused with, by a reader of its own format. */
  readonly code: RefusalCode | readonly RefusalCode[];
  readonly bytes: Uint8Array;
  /** The format it pretends to be; a reader of the other format refuses it too, perhaps as "not-this-format". */
  readonly format: "word" | "open-document";
  /** Who can see the fault: whoever opens the container and unpacks the part, parses its XML, or knows the format. */
  readonly seenBy: "container" | "xml" | "reader";
}

/** The whole corpus, the same at every call: made in code, a second's work and about 70 MB. */
export function hostileFiles(): readonly HostileFile[] {
  return [...hostileContainers(), ...hostileXml(), ...hostileFormats()];
}

/** Sound containers of sound XML that are no document: only a reader of the format can tell. */
function hostileFormats(): readonly HostileFile[] {
  const word = (changes: Parameters<typeof wordParts>[0]) => rawZip(wordParts(changes));
  const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  const sheet = word({
    "[Content_Types].xml": contentTypes(sheetType).replace("/word/document.xml", "/xl/workbook.xml"),
    "_rels/.rels": packageRelationships("xl/workbook.xml"),
    "word/document.xml": null,
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
  });
  const broken = ["relationship-broken", "part-missing"] as const;
  const files: readonly Pick<HostileFile, "name" | "code" | "bytes" | "format">[] = [
    { name: "no main part", code: broken, bytes: word({ "word/document.xml": null }), format: "word" },
    {
      name: "no relationships",
      code: ["part-missing", "relationship-broken", "not-this-format"],
      bytes: word({ "_rels/.rels": null }),
      format: "word",
    },
    {
      name: "relationships to nothing",
      code: broken,
      bytes: word({ "_rels/.rels": packageRelationships("word/absent.xml") }),
      format: "word",
    },
    {
      name: "relationships that lead out of the file",
      code: broken,
      bytes: word({ "_rels/.rels": packageRelationships("../../etc/passwd") }),
      format: "word",
    },
    {
      name: "a main part on the web",
      code: broken,
      bytes: word({ "_rels/.rels": packageRelationships("http://192.0.2.1/d.xml", ' TargetMode="External"') }),
      format: "word",
    },
    {
      name: "relationships that are no XML",
      code: ["xml-broken", "relationship-broken"],
      bytes: word({ "_rels/.rels": "Id=rId1" }),
      format: "word",
    },
    { name: "a spreadsheet", code: "not-this-format", bytes: sheet, format: "word" },
    {
      name: "a container of something else",
      code: ["not-this-format", "part-missing", "relationship-broken"],
      bytes: rawZip([{ name: "notes.txt", content: "The parties agree." }]),
      format: "word",
    },
    {
      name: "OpenDocument: no content",
      code: ["part-missing", "not-this-format"],
      bytes: rawZip(openDocumentParts({ "content.xml": null })),
      format: "open-document",
    },
    {
      name: "OpenDocument: a spreadsheet",
      code: "not-this-format",
      bytes: rawZip(
        openDocumentParts({ mimetype: { content: "application/vnd.oasis.opendocument.spreadsheet", method: 0 } }),
      ),
      format: "open-document",
    },
  ];
  return files.map((file) => ({ ...file, seenBy: "reader" }));
}
