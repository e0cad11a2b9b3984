import type { Manuscript } from "../../manuscript.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element, writeXml } from "../xml/write.ts";
import { page } from "./measures.ts";
import { wordNamespaces } from "./namespaces.ts";
import { run, runContent } from "./runs.ts";
import { scriptStretches } from "./scripts.ts";

/** The page: A4, lying when the manuscript is, from the right when it reads so. In the order that Word wants. */
export function sectionElement(
  manuscript: Manuscript,
  dense: boolean,
  relations: { readonly header: string | null; readonly footer: string },
): XmlElement {
  const { landscape } = manuscript;
  const [width, height] = landscape ? [page.long, page.short] : [page.short, page.long];
  const margin = String(dense ? page.marginDense : page.margin);
  const edge = String(page.headerMargin);
  const reference = (of: string, id: string) => element(`w:${of}Reference`, { "w:type": "default", "r:id": id });
  return element("w:sectPr", {}, [
    ...(relations.header === null ? [] : [reference("header", relations.header)]),
    reference("footer", relations.footer),
    element("w:pgSz", { "w:w": String(width), "w:h": String(height), "w:orient": landscape ? "landscape" : undefined }),
    element("w:pgMar", {
      "w:top": margin,
      "w:right": margin,
      "w:bottom": margin,
      "w:left": margin,
      "w:header": edge,
      "w:footer": edge,
      "w:gutter": "0",
    }),
    element("w:cols", { "w:space": "708" }),
    element("w:bidi", manuscript.direction === "rtl" ? {} : { "w:val": "0" }),
  ]);
}

/** The line at the head of every page; null when there is none. */
export function headerPart(manuscript: Manuscript): string | null {
  if (manuscript.header === null || manuscript.header === "") return null;
  const runs = scriptStretches(manuscript.header, manuscript.direction).map((stretch) =>
    run(stretch.direction === "rtl" ? [element("w:rtl"), element("w:cs")] : [], runContent(stretch.text, false)),
  );
  return writeXml(element("w:hdr", {}, [pageLine("Header", manuscript, runs)]), wordNamespaces);
}

/** The page and how many there are: "3 / 12". */
export function footerPart(manuscript: Manuscript): string {
  const looks = manuscript.direction === "rtl" ? [element("w:rtl"), element("w:cs")] : [];
  const field = (name: string) =>
    element("w:fldSimple", { "w:instr": ` ${name} ` }, [run(looks, runContent("1", false))]);
  const words = [field("PAGE"), run(looks, runContent(" / ", false)), field("NUMPAGES")];
  return writeXml(element("w:ftr", {}, [pageLine("Footer", manuscript, words)]), wordNamespaces);
}

function pageLine(style: string, manuscript: Manuscript, words: readonly XmlElement[]): XmlElement {
  const bidi = manuscript.direction === "rtl" ? [element("w:bidi")] : [];
  return element("w:p", {}, [element("w:pPr", {}, [element("w:pStyle", { "w:val": style }), ...bidi]), ...words]);
}
