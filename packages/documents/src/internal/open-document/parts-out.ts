import type { Manuscript } from "../../manuscript.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element, writeXml } from "../xml/write.ts";
import { writeBlocks } from "./blocks-out.ts";
import { joinLists, listStyles } from "./lists-out.ts";
import { carriedProperty, mediaType, namespaces } from "./names.ts";
import { faces, namedStyles, tableLooks } from "./styles-out.ts";
import { plainInline } from "./words-out.ts";
import type { Writing } from "./writing.ts";

const version = { "office:version": "1.3" };

/** The part content.xml. */
export function contentPart(writing: Writing): string {
  const blocks = writeBlocks(writing);
  joinLists(writing);
  const regions = writing.regions.elements();
  const changes = regions.length === 0 ? [] : [element("text:tracked-changes", {}, regions)];
  return writeXml(
    element("office:document-content", version, [
      fonts,
      element("office:automatic-styles", {}, [...tableLooks, ...writing.styles.elements()]),
      element("office:body", {}, [element("office:text", {}, [...changes, ...blocks])]),
    ]),
    namespaces,
  );
}

const fonts = element("office:font-face-decls", {}, [
  fontFace(faces.latin, "Cambria, Caladea, 'Liberation Serif', 'Times New Roman'"),
  fontFace(faces.arabic, "'Noto Naskh Arabic', 'Scheherazade New', 'Sakkal Majalla', 'Times New Roman'"),
]);

/**
 * A machine that lacks the first takes the next. Only faces that LibreOffice knows by name are listed: for any other it
 * takes one without serifs.
 */
function fontFace(name: string, families: string): XmlElement {
  return element("style:font-face", {
    "style:name": name,
    "svg:font-family": families,
    "style:font-family-generic": "roman",
    "style:font-pitch": "variable",
  });
}

/** The part styles.xml: named styles, the numbering of lists, the page with its head and foot. */
export function stylesPart(writing: Writing): string {
  const { manuscript } = writing;
  const page = element("style:page-layout", { "style:name": "Page" }, [
    element("style:page-layout-properties", pageProperties(manuscript)),
    element("style:header-style", {}, [headerProperties("fo:margin-bottom")]),
    element("style:footer-style", {}, [headerProperties("fo:margin-top")]),
  ]);
  const master = { "style:name": "Standard", "style:page-layout-name": "Page" };
  return writeXml(
    element("office:document-styles", version, [
      fonts,
      element("office:styles", {}, [...namedStyles(manuscript), ...listStyles(writing), notes]),
      element("office:automatic-styles", {}, [page]),
      element("office:master-styles", {}, [element("style:master-page", master, headAndFoot(manuscript))]),
    ]),
    namespaces,
  );
}

const notes = element("text:notes-configuration", {
  "text:note-class": "footnote",
  "text:citation-style-name": "Footnote_20_Symbol",
  "text:citation-body-style-name": "Footnote_20_anchor",
  "style:num-suffix": " ",
  "style:num-format": "1",
  "text:start-value": "0",
  "text:footnotes-position": "page",
  "text:start-numbering-at": "document",
});

function pageProperties({ landscape, direction }: Manuscript): Readonly<Record<string, string>> {
  const [width, height] = landscape ? ["29.7cm", "21cm"] : ["21cm", "29.7cm"];
  return {
    "fo:page-width": width,
    "fo:page-height": height,
    "style:print-orientation": landscape ? "landscape" : "portrait",
    "style:writing-mode": direction === "rtl" ? "rl-tb" : "lr-tb",
    "fo:margin-top": "1.25cm",
    "fo:margin-bottom": "1.25cm",
    "fo:margin-left": "2.5cm",
    "fo:margin-right": "2.5cm",
  };
}

function headerProperties(gap: "fo:margin-bottom" | "fo:margin-top"): XmlElement {
  return element("style:header-footer-properties", {
    "fo:min-height": "1.25cm",
    [gap]: "0.6cm",
    "style:dynamic-spacing": "false",
  });
}

function headAndFoot({ header }: Manuscript): readonly XmlElement[] {
  const head = element("text:p", { "text:style-name": "Header" }, header === null ? [] : plainInline(header));
  const count = [
    element("text:page-number", { "text:select-page": "current" }, ["1"]),
    " / ",
    element("text:page-count", {}, ["1"]),
  ];
  const foot = element("text:p", { "text:style-name": "Footer" }, count);
  return [element("style:header", {}, [head]), element("style:footer", {}, [foot])];
}

/** The part meta.xml: title, language and what is carried. No date and no author. */
export function metaPart({ title, language, carried }: Manuscript): string {
  const own = { "meta:name": carriedProperty, "meta:value-type": "string" };
  return writeXml(
    element("office:document-meta", version, [
      element("office:meta", {}, [
        element("meta:generator", {}, ["Parley"]),
        ...(title === null ? [] : [element("dc:title", {}, [title])]),
        ...(language === null ? [] : [element("dc:language", {}, [language])]),
        ...(carried === null ? [] : [element("meta:user-defined", own, [carried])]),
      ]),
    ]),
    namespaces,
  );
}

/** The part META-INF/manifest.xml. */
export function manifestPart(): string {
  const entry = (path: string, type: string) =>
    element("manifest:file-entry", { "manifest:full-path": path, "manifest:media-type": type });
  return writeXml(
    element("manifest:manifest", { "manifest:version": "1.3" }, [
      element("manifest:file-entry", {
        "manifest:full-path": "/",
        "manifest:version": "1.3",
        "manifest:media-type": mediaType,
      }),
      ...["content.xml", "styles.xml", "meta.xml"].map((name) => entry(name, "text/xml")),
    ]),
    { manifest: namespaces.manifest },
  );
}
