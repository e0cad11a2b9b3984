/** Set for reading at length: letters of 11 pt, air between paragraphs, a generous margin. */
export const readingSetting = `#let (letters, air, edges, lines) = (1, 1, (x: 38mm, top: 30mm, bottom: 30mm), 0.68em)
`;

/** Set closely, so that a brief stays on few pages. */
export const closeSetting = `#let (letters, air, edges, lines) = (0.8, 0.42, (x: 19mm, top: 20mm, bottom: 16mm), 0.5em)
`;

/**
 * The page: the only code the typesetter ever runs. What follows it are calls of these functions with words as string
 * literals. The two typefaces come from outside, so that only what the caller hands over is used; nothing else on the
 * machine steps in where a character is missing (`fallback: false`).
 */
export const preamble = `#let latin = sys.inputs.at("latin")
#let arabic = sys.inputs.at("arabic")
#let faces(dir) = if dir == "rtl" { ((name: arabic, covers: regex("[^\\\\p{Latin}0-9]")), latin, arabic) } else { (latin, arabic) }
#let way(dir) = if dir == "rtl" { rtl } else { ltr }
#let turn(dir, body) = { set text(dir: way(dir), font: faces(dir)); set par(leading: if dir == "rtl" { lines + 0.14em } else { lines }); body }
#let hang = 2.5em
#let ink = luma(12%)
#let side(dir, by) = if dir == "rtl" { (right: by) } else { (left: by) }
#let j(..parts) = parts.pos().join()
#let paras(..parts) = parts.pos().join(parbreak())
#let b(body) = text(weight: 700, body)
#let e(body) = text(style: "italic", body)
#let u(body) = underline(stroke: 0.4pt, offset: 0.14em, evade: false, body)
#let ins(body) = underline(stroke: 0.9pt, offset: 0.2em, evade: false, body)
#let del(body) = strike(stroke: 0.7pt, text(fill: luma(30%), body))
#let here(body) = underline(stroke: (paint: ink, thickness: 1.1pt, dash: "densely-dotted"), offset: 0.22em, evade: false, body)
#let away(body) = strike(stroke: (paint: ink, thickness: 1.1pt, dash: "densely-dotted"), text(fill: luma(30%), body))
#let both(body) = strike(stroke: (paint: ink, thickness: 0.7pt, dash: "dashed"), text(fill: luma(30%), body))
#let hl(body) = highlight(fill: luma(90%), top-edge: 0.95em, bottom-edge: -0.3em, body)
#let m(letters) = super(size: 0.68em, text(weight: 400, style: "normal", letters))
#let cm(number, name) = link(label(name), super(size: 0.68em, text(weight: 700, style: "normal", "[" + number + "]")))
#let br() = linebreak()
#let tab() = { " "; h(1.4em) }
#let at(name) = [#metadata(none)#label(name)]
#let to(name, body) = link(label(name), body)
#let out(address, body) = link(address, body)
#let led(body) = underline(stroke: (paint: ink, thickness: 0.4pt, dash: "dotted"), offset: 0.2em, evade: false, body)
#let fnote(name, body) = [#footnote(body)#label(name)]
#let fref(name) = footnote(label(name))
#let lead(long, mark) = if mark == none { none } else if long { mark + " "; h(0.3em) } else { box(width: hang, mark + " ") }
#let setoff(level, hangs, dir, body) = pad(..side(dir, level * 1.9em - if hangs { hang } else { 0em }), par(hanging-indent: if hangs { hang } else { 0em }, body))
#let p(level, long, mark, dir, body) = turn(dir, block(above: lines + air * 0.27em, below: lines + air * 0.27em, setoff(level, mark != none and not long, dir, { lead(long, mark); body })))
#let same(mark, body) = { if mark != none { mark + " "; h(0.3em) }; body }
#let inner(mark, dir, body) = turn(dir, same(mark, body))
#let looks = ((15pt, 700, 1.9em), (12.5pt, 700, 1.6em), (11pt, 700, 1.4em), (11pt, 400, 1.3em)).map(((size, weight, above)) => (letters * size, weight, lines + air * (above - 0.68em)))
#let hd(look, level, long, mark, dir, body) = {
  let (size, weight, above) = looks.at(calc.min(look, looks.len()) - 1)
  show heading: it => turn(dir, block(above: above, below: lines + air * 0.12em, sticky: true, setoff(0, mark != none and not long, dir, text(size: size, weight: weight, style: if weight == 400 and dir != "rtl" { "italic" } else { "normal" }, it.body))))
  heading(level: level, { lead(long, mark); body })
}
#let top(dir, body) = { show title: it => turn(dir, block(below: lines + air * 0.42em, par(text(size: letters * 20pt, weight: 700, it.body)))); title(body) }
#let big(dir, body) = turn(dir, block(below: lines + air * 0.42em, par(text(size: letters * 20pt, weight: 700, body))))
#let sub(dir, body) = turn(dir, block(above: 0.6em, below: lines + air * 0.82em, par(text(size: letters * 12.5pt, fill: luma(25%), body))))
#let note(dir, mark, body) = turn(dir, block(width: 100%, above: lines + air * 0.32em, below: lines + air * 0.32em, inset: (x: 0.9em, y: 0.75em * air), stroke: 0.4pt + luma(45%), text(size: 0.86em, par({ if mark != none { mark + " " }; body }))))
#let sig(dir, mark, body) = turn(dir, block(above: 1.6em, below: 1.2em, breakable: false, par({ if mark != none { mark + " " }; body })))
#let qt(level, dir, mark, body) = turn(dir, pad(..side(dir, level * 1.9em), quote(block: true, { if mark != none { mark + " " }; body })))
#let gap() = v(0.7em, weak: true)
#let c(columns, body) = table.cell(colspan: columns, body)
#let tbl(shares, again, head, rest) = {
  set text(size: 0.86em)
  set par(leading: 0.6em)
  show table.cell: it => align(start, it)
  block(above: lines + air * 0.52em, below: lines + air * 0.52em, table(
    columns: shares.map(share => share * 1fr), inset: (x: 0.5em, y: 0.25em + air * 0.3em),
    stroke: (x, y) => (top: if y == 0 { 0.8pt + ink } else { 0.3pt + luma(55%) }, bottom: 0.3pt + luma(55%)),
    ..if head.len() > 0 { (table.header(repeat: again, ..head),) }, ..rest,
  ))
}
#let chapter(dir, words) = {
  show heading: it => turn(dir, block(above: 2.4em, below: 0.8em, sticky: true, text(size: 11pt, weight: 700, it.body)))
  heading(level: 1, words)
}
#let small(dir, body) = turn(dir, block(above: 0.7em, below: 0.7em, text(size: 0.86em, par(body))))
#let entry(depth, name, number, head, body, dir) = turn(dir, block(above: 0.8em, below: 0.8em, text(size: 0.9em, pad(..side(dir, depth * 1.9em - if depth == 0 { hang } else { 0em }), par(hanging-indent: hang, [#box(width: hang, number + " ")#text(weight: 700, head)#label(name): #body])))))
#let paper(name, about, lang, region, dir, digits, landscape, body) = {
  set document(title: name, description: about, date: none)
  set text(lang: lang, region: region, size: letters * if dir == "rtl" { 12pt } else { 11pt }, fill: ink, fallback: false, hyphenate: false, number-type: "lining")
  set par(justify: false, spacing: lines + air * 0.27em)
  set footnote(numbering: digits)
  set page(
    paper: "a4", flipped: landscape,
    margin: if landscape { (x: 22mm, top: 24mm, bottom: 22mm) } else { edges },
    header: if about != none { turn(dir, block(width: 100%, inset: (bottom: 0.5em), stroke: (bottom: 0.3pt + luma(55%)), text(size: 8.5pt, about))) },
    footer: turn(dir, align(center, text(size: 8.5pt, context counter(page).display(digits + " / " + digits, both: true)))),
  )
  turn(dir, body)
}
`;

/** Every name that may stand in what follows the preamble. */
export const callable: ReadonlySet<string> = new Set([
  ...[
    "j",
    "paras",
    "b",
    "e",
    "u",
    "ins",
    "del",
    "both",
    "here",
    "away",
    "hl",
    "m",
    "cm",
    "br",
    "tab",
    "at",
    "to",
    "out",
    "led",
  ],
  ...[
    "fnote",
    "fref",
    "p",
    "same",
    "inner",
    "hd",
    "top",
    "big",
    "sub",
    "note",
    "sig",
    "qt",
    "gap",
    "c",
    "tbl",
    "chapter",
  ],
  ...["small", "entry", "paper", "none", "true", "false"],
]);

/** What stands before the calls in a source of ours; null for a source that was not made here. */
export function headOf(source: string): string | null {
  return (
    [readingSetting, closeSetting].map((setting) => setting + preamble).find((head) => source.startsWith(head)) ?? null
  );
}
