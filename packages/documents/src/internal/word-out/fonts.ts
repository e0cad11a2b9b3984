import { element, writeXml } from "../xml/write.ts";
import { wordNamespaces } from "./namespaces.ts";

/** The faces of the text; the machine that opens the file may lack them, and is told what comes nearest. */
export const faces = { latin: "Times New Roman", arabic: "Noto Naskh Arabic" } as const;

/** The part word/fontTable.xml. */
export function fontTablePart(): string {
  const fonts = [
    { name: faces.latin, instead: "Liberation Serif,Tinos,Cambria", charset: "00" },
    {
      name: faces.arabic,
      instead: "Scheherazade New,Sakkal Majalla,Traditional Arabic,Times New Roman",
      charset: "B2",
    },
  ];
  const elements = fonts.map(({ name, instead, charset }) =>
    element("w:font", { "w:name": name }, [
      element("w:altName", { "w:val": instead }),
      element("w:charset", { "w:val": charset }),
      element("w:family", { "w:val": "roman" }),
      element("w:pitch", { "w:val": "variable" }),
    ]),
  );
  return writeXml(element("w:fonts", {}, elements), wordNamespaces);
}
