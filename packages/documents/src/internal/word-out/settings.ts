import type { Manuscript } from "../../manuscript.ts";
import { hasRevisions } from "../manuscript/walk.ts";
import { element, writeXml } from "../xml/write.ts";
import { separatorIds } from "./footnotes.ts";
import { indentStep } from "./measures.ts";
import { wordNamespaces } from "./namespaces.ts";

/** The part word/settings.xml, in the order that Word wants. Who opens a redline goes on with changes tracked. */
export function settingsPart(manuscript: Manuscript, given: { readonly hasFootnotes: boolean }): string {
  const separators = separatorIds.map((id) => element("w:footnote", { "w:id": id }));
  return writeXml(
    element("w:settings", {}, [
      element("w:zoom", { "w:percent": "100" }),
      ...(hasRevisions(manuscript) ? [element("w:trackRevisions")] : []),
      element("w:defaultTabStop", { "w:val": String(indentStep) }),
      element("w:characterSpacingControl", { "w:val": "doNotCompress" }),
      ...(given.hasFootnotes ? [element("w:footnotePr", {}, separators)] : []),
      element("w:compat", {}, [
        compatibility("compatibilityMode", "15"),
        compatibility("overrideTableStyleFontSizeAndJustification", "1"),
        compatibility("enableOpenTypeFeatures", "1"),
        compatibility("doNotFlipMirrorIndents", "1"),
        compatibility("differentiateMultirowTableHeaders", "1"),
      ]),
    ]),
    wordNamespaces,
  );
}

function compatibility(name: string, value: string) {
  return element("w:compatSetting", {
    "w:name": name,
    "w:uri": "http://schemas.microsoft.com/office/word",
    "w:val": value,
  });
}
