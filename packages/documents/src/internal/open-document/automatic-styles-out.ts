import type { TextPiece } from "../../manuscript.ts";
import type { XmlElement } from "../xml/parse.ts";
import { element } from "../xml/write.ts";

type Attributes = Readonly<Record<string, string | undefined>>;

/** Styles made for single places of the text. The same looks are made once. */
export interface AutomaticStyles {
  /** The parent itself where nothing is to be added. */
  paragraph(parent: string, properties: Attributes): string;
  /** Null where the words look as those around them. */
  words(piece: Pick<TextPiece, "strong" | "emphasis" | "underline">): string | null;
  row(isChanged: boolean): string;
  column(widthCm: number): string;
  elements(): readonly XmlElement[];
}

export function automaticStyles(): AutomaticStyles {
  const made = new Map<string, { readonly name: string; readonly element: XmlElement }>();
  const counts = new Map<string, number>();
  const make = (letter: string, family: string, parent: string | undefined, kind: string, properties: Attributes) => {
    const key = JSON.stringify([letter, parent, properties]);
    const known = made.get(key);
    if (known !== undefined) return known.name;
    const nth = (counts.get(letter) ?? 0) + 1;
    counts.set(letter, nth);
    const name = `${letter}${nth}`;
    const attributes = { "style:name": name, "style:family": family, "style:parent-style-name": parent };
    made.set(key, { name, element: element("style:style", attributes, [element(kind, properties)]) });
    return name;
  };
  return {
    paragraph(parent, properties) {
      if (Object.values(properties).every((value) => value === undefined)) return parent;
      return make("P", "paragraph", parent, "style:paragraph-properties", properties);
    },
    words({ strong, emphasis, underline }) {
      if (!strong && !emphasis && !underline) return null;
      return make("T", "text", undefined, "style:text-properties", {
        ...(strong ? all("fo:font-weight", "style:font-weight", "bold") : {}),
        ...(emphasis ? all("fo:font-style", "style:font-style", "italic") : {}),
        ...(underline ? underlined : {}),
      });
    },
    row(isChanged) {
      return make("R", "table-row", undefined, "style:table-row-properties", {
        "fo:keep-together": "auto",
        "loext:text-changes-only": isChanged ? "false" : undefined,
      });
    },
    column(widthCm) {
      const width = `${widthCm.toFixed(2)}cm`;
      return make("C", "table-column", undefined, "style:table-column-properties", { "style:column-width": width });
    },
    elements: () => [...made.values()].map((style) => style.element),
  };
}

const underlined = {
  "style:text-underline-style": "solid",
  "style:text-underline-width": "auto",
  "style:text-underline-color": "font-color",
};

/** One setting for the three kinds of script that the format tells apart. */
export function all(western: string, other: string, value: string): Readonly<Record<string, string>> {
  return { [western]: value, [`${other}-asian`]: value, [`${other}-complex`]: value };
}
