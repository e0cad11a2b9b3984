import type { Manuscript } from "../../manuscript.ts";
import { element, writeXml } from "../xml/write.ts";
import { carriedNamespace } from "./namespaces.ts";

/** The part docProps/core.xml: title and language. No author and no dates, which would say more than the text does. */
export function corePart({ title, language }: Manuscript): string {
  const properties = [
    ...(title === null ? [] : [element("dc:title", {}, [title])]),
    ...(language === null ? [] : [element("dc:language", {}, [language])]),
  ];
  return writeXml(element("cp:coreProperties", {}, properties), {
    cp: "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    dc: "http://purl.org/dc/elements/1.1/",
    dcterms: "http://purl.org/dc/terms/",
    xsi: "http://www.w3.org/2001/XMLSchema-instance",
  });
}

/** The part customXml/item1.xml: what travels unseen and comes back. */
export function carriedPart(carried: string): string {
  return writeXml(element("parley", {}, [carried]), { "": carriedNamespace });
}

/** The part customXml/itemProps1.xml, without which Word drops the other. The id is fixed: it need differ only within a file. */
export function carriedPropertiesPart(): string {
  const schema = element("ds:schemaRef", { "ds:uri": carriedNamespace });
  const item = { "ds:itemID": "{6B1F2D5C-9A43-4E0B-8C57-3D2A7E91F604}" };
  return writeXml(element("ds:datastoreItem", item, [element("ds:schemaRefs", {}, [schema])]), {
    ds: "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
  });
}
