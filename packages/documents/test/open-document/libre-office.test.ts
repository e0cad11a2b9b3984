import { expect, it } from "vitest";
import { automaticStyles, listStyles, text } from "./libre-office-text.ts";
import { labelsOf, paragraphsOf, read, tell } from "./open-document-file.ts";

const found = read(text, { automatic: automaticStyles, styles: listStyles });

it("ODT-07 a file of LibreOffice: every paragraph with its changes", () => {
  expect(tell(found)).toMatchInlineSnapshot(`
    [
      "The plan{}¶{}",
      "Ceasefire{}¶{}",
      "First item{}¶{}",
      "Sub item{}¶{}",
      "Sub two{}¶{}",
      "Inserted item{+Republic}¶{+Republic}",
      "Second item{}¶{}",
      "plain para{}¶{}",
      "Third item after{}¶{}",
      "Kept {}inserted by A {+Republic}then deleted by B {+Republic-Taliban}deleted by B {-Taliban}end.{}¶{}",
      "Split here{}¶{+Republic}",
      " second half{}¶{}",
      "Join this{}¶{-Taliban}",
      " with this{}¶{}",
      "Before {}deleted to end{-Taliban}¶{-Taliban}",
      "a whole paragraph deleted{-Taliban}¶{-Taliban}",
      "start of last{-Taliban} after{}¶{}",
      "A wholly inserted para.{+Republic}¶{+Republic}",
      "<anchor-start __RefMoveFrom__move1 Copy 1>moved words{-Republic}<anchor-end __RefMoveFrom__move1 Copy 1> rest{}¶{}",
      "dest {}<anchor-start __RefMoveTo__move1>moved words{+Republic}<anchor-end __RefMoveTo__move1>¶{}",
      "formatted para{}¶{}",
      "<anchor-start _Parley1>bookmarked {}<comment-start __Annotation__43>commented{}<comment-end __Annotation__43><anchor-end _Parley1><comment-start __Annotation__48><comment-end __Annotation__48> note{}<footnote>{}<footnote>{}¶{}",
      "link{} and {}inner{}¶{}",
      "صلح می‌شود{} پایان{+Republic}¶{}",
      "a{}<tab>{}b{}<break>{}c   d  ‑­e{}¶{}",
      "f{}¶{}",
      "H1{}¶{}",
      "H2{}¶{}",
      "r1{+Republic}¶{}",
      "r2{+Republic}¶{}",
      "d1{-Taliban}¶{}",
      "d2{-Taliban}¶{}",
      "wide{}¶{}",
      "After table 0{}¶{}",
      "ins A whole+del B, para mark both{}¶{-Taliban}",
      "last{}¶{}",
    ]
  `);
});

it("ODT-07 a file of LibreOffice: numbers, roles, rows and comments", () => {
  expect(labelsOf(found).slice(0, 10)).toMatchInlineSnapshot(`
    [
      "",
      "Part III",
      "1.",
      "(a)",
      "(b)",
      "1 bis.",
      "2.",
      "",
      "3.",
      "",
    ]
  `);
  expect(
    found.manuscript.comments.map(({ author, date, paragraphs, resolved }) => [author, date, paragraphs, resolved]),
  ).toMatchInlineSnapshot(`
    [
      [
        "Republic",
        "2021-03-02T10:00:00",
        [
          "Why?",
          "Second par.",
        ],
        true,
      ],
      [
        "Taliban",
        "2021-03-03T11:00:00",
        [
          "Because.",
        ],
        false,
      ],
    ]
  `);
  const table = found.manuscript.blocks.find((block) => block.kind === "table");
  expect(
    table?.rows.map(({ isHeader, revisions, cells }) => [
      isHeader,
      revisions.map(({ kind }) => kind),
      cells.map(({ columns }) => columns),
    ]),
  ).toMatchInlineSnapshot(`
    [
      [
        true,
        [],
        [
          1,
          1,
        ],
      ],
      [
        false,
        [
          "inserted",
        ],
        [
          1,
          1,
        ],
      ],
      [
        false,
        [
          "deleted",
        ],
        [
          1,
          1,
        ],
      ],
      [
        false,
        [],
        [
          2,
        ],
      ],
    ]
  `);
  expect(found.losses.map(({ code }) => code)).toMatchInlineSnapshot(`
    [
      "endnote",
      "field",
    ]
  `);
});

it("ODT-06 every word of the file stands in the pieces once, by a few lines that know no format", () => {
  const bare = (xml: string) =>
    xml
      .replace(/<(office:annotation|office:change-info|text:note-citation)[ >].*?<\/\1>/gs, "")
      .replace(/<[^>]*>/g, "")
      .replace(/\s/g, "");
  const words = [...paragraphsOf(found), ...found.manuscript.footnotes.flatMap((note) => note.paragraphs)]
    .flatMap(({ pieces }) => pieces.map((piece) => (piece.kind === "text" ? piece.text : "")))
    .join("")
    .replace(/\s/g, "");
  expect([...words].sort().join("")).toBe([...bare(text)].sort().join(""));
});
