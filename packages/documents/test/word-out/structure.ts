import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { allowedChildren, childOrder } from "./schema-order.ts";

/**
 * Reads a Word file with code of its own and lists what Word would call damage: wrong order, ids used twice, ranges
 * without an end, references that lead nowhere. The tables are from ECMA-376, part 1, annex A, and part 4.
 */
export function damageIn(file: Uint8Array): readonly string[] {
  const parts = new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const damage: string[] = [];
  const trees = new Map<string, Node>();
  for (const [name, text] of parts) {
    try {
      trees.set(name, parse(text));
    } catch (error) {
      damage.push(`${name}: not well formed (${String(error)})`);
    }
  }
  const tell = (part: string) => (what: string) => damage.push(`${part}: ${what}`);
  checkTypes(trees, tell("[Content_Types].xml"));
  checkRelationships(trees, tell("relationships"));
  for (const [name, tree] of trees)
    if (name.startsWith("word/") && !name.includes("_rels")) checkOrder(tree, tell(name));
  for (const name of ["word/document.xml", "word/footnotes.xml"]) {
    const tree = trees.get(name);
    if (tree !== undefined) checkRuns(tree, tell(name));
  }
  checkIds(trees, tell("ids"));
  checkReferences(trees, tell("references"));
  checkTables(trees, tell("tables"));
  return damage;
}

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
  readonly parent: Node | null;
}

type Tell = (what: string) => void;

function parse(text: string): Node {
  const root: Node = { name: "", attributes: {}, children: [], text: "", parent: null };
  let at = root;
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => {
    const node: Node = { name: tag.name, attributes: tag.attributes, children: [], text: "", parent: at };
    at.children.push(node);
    at = node;
  });
  parser.on("closetag", () => {
    at = at.parent ?? root;
  });
  parser.on("text", (words) => {
    at.text += words;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
  return root.children[0] ?? root;
}

function all(node: Node | undefined, name?: string): readonly Node[] {
  if (node === undefined) return [];
  const here = name === undefined || node.name === name ? [node] : [];
  return [...here, ...node.children.flatMap((child) => all(child, name))];
}

const values = (nodes: readonly Node[], attribute: string) => nodes.map((node) => node.attributes[attribute] ?? "");

function twice(list: readonly string[]): readonly string[] {
  return [...new Set(list.filter((one, index) => list.indexOf(one) !== index))];
}

/** Every part has one type, and every type named has its part. */
function checkTypes(trees: ReadonlyMap<string, Node>, tell: Tell): void {
  const types = trees.get("[Content_Types].xml");
  if ([...trees.keys()][0] !== "[Content_Types].xml") tell("is not the first part");
  const overrides = values(all(types, "Override"), "PartName");
  const defaults = values(all(types, "Default"), "Extension");
  for (const name of twice(overrides)) tell(`${name} twice`);
  for (const name of overrides) if (!trees.has(name.slice(1))) tell(`${name} is not there`);
  for (const name of trees.keys()) {
    const extension = name.slice(name.lastIndexOf(".") + 1);
    if (!overrides.includes(`/${name}`) && !defaults.includes(extension)) tell(`${name} has no type`);
    if (name.startsWith("word/") && extension === "xml" && !overrides.includes(`/${name}`))
      tell(`${name} has no type of its own`);
  }
}

/** Every target is there, every part is reached, every r:id is known. */
function checkRelationships(trees: ReadonlyMap<string, Node>, tell: Tell): void {
  const reached = new Set<string>(["[Content_Types].xml"]);
  for (const [name, tree] of trees) {
    if (!name.endsWith(".rels")) continue;
    reached.add(name);
    const source = name.replace(/_rels\/([^/]*)\.rels$/, "$1");
    if (source !== "" && !trees.has(source)) tell(`${name} belongs to no part`);
    const folder = source.slice(0, source.lastIndexOf("/") + 1);
    const relations = all(tree, "Relationship");
    for (const id of twice(values(relations, "Id"))) tell(`${name}: ${id} twice`);
    for (const { attributes } of relations) {
      if (attributes.TargetMode === "External") continue;
      const target = new URL(attributes.Target ?? "", `file:///${folder}`).pathname.slice(1);
      reached.add(target);
      if (!trees.has(target)) tell(`${name}: ${target} is not there`);
    }
    const known = new Set(values(relations, "Id"));
    for (const node of all(trees.get(source))) {
      const id = node.attributes["r:id"];
      if (id !== undefined && !known.has(id)) tell(`${source}: ${id} is no relationship`);
    }
  }
  for (const name of trees.keys()) if (!reached.has(name)) tell(`nothing leads to ${name}`);
}

/** Children in the order of the schema, only those it knows, and each once where it says so. */
function checkOrder(root: Node, tell: Tell): void {
  for (const node of all(root)) {
    const key = node.name === "w:rPr" && node.parent?.name === "w:pPr" ? "w:pPr/w:rPr" : node.name;
    const order = childOrder[key];
    if (order !== undefined) {
      const places = node.children.map((child) => order.indexOf(child.name));
      node.children.forEach((child, index) => {
        if (places[index] === -1) tell(`${key} may not hold ${child.name}`);
        if ((places[index] ?? 0) <= (places[index - 1] ?? -1)) tell(`${key}: ${child.name} stands too late or twice`);
      });
    }
    const allowed = allowedChildren[key];
    for (const child of node.children)
      if (allowed && !allowed.has(child.name)) tell(`${key} may not hold ${child.name}`);
    const first = { "w:p": "w:pPr", "w:r": "w:rPr", "w:tc": "w:tcPr", "w:tr": "w:trPr" }[node.name];
    node.children.forEach((child, index) => {
      if (child.name === first && index > 0) tell(`${node.name}: ${first} is not first`);
    });
    if (
      node.name === "w:tc" &&
      node.children.findLast(({ name }) => name === "w:p" || name === "w:tbl")?.name !== "w:p"
    )
      tell("a cell does not end in a paragraph");
    if (node.name === "w:body" && node.children.at(-1)?.name !== "w:sectPr") tell("the body does not end in a section");
    if (node.name === "w:tr" && !node.children.some(({ name }) => name === "w:tc")) tell("a row without cells");
  }
}

/** Deleted words are written as such, and nowhere else; spaces are kept. */
function checkRuns(root: Node, tell: Tell): void {
  const visit = (node: Node, deleted: boolean): void => {
    const inside = deleted || node.name === "w:del";
    if (node.name === "w:t" && deleted) tell("words in a deletion that are not deleted words");
    if (node.name === "w:delText" && !deleted) tell("deleted words outside a deletion");
    if ((node.name === "w:t" || node.name === "w:delText") && node.attributes["xml:space"] !== "preserve")
      if (node.text !== node.text.trim()) tell("spaces at the edge of words are lost");
    if (node.name === "w:rPr" || node.name === "w:pPr" || node.name === "w:trPr") return;
    for (const child of node.children) visit(child, inside);
  };
  visit(root, false);
}

const changeNames = ["w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange"];
const rangeNames = ["w:bookmark", "w:moveFromRange", "w:moveToRange"];
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/** One id, one change; every range has one start and one end after it. */
function checkIds(trees: ReadonlyMap<string, Node>, tell: Tell): void {
  const text = [trees.get("word/document.xml"), trees.get("word/footnotes.xml")];
  const nodes = text.flatMap((tree) => all(tree));
  const marks = nodes.filter(
    ({ name }) => changeNames.includes(name) || rangeNames.some((range) => name === `${range}Start`),
  );
  for (const id of twice(values(marks, "w:id"))) tell(`${id} twice`);
  for (const { name, attributes } of marks) {
    if (!/^\d{1,9}$/.test(attributes["w:id"] ?? "")) tell(`${name} has no id`);
    const named = name === "w:bookmarkStart" || attributes["w:author"] !== undefined;
    if (!named) tell(`${name} has no author`);
    if (name.endsWith("RangeStart") && attributes["w:date"] === undefined) tell(`${name} has no date`);
    const date = attributes["w:date"];
    if (date !== undefined && (!dateTime.test(date) || Number.isNaN(Date.parse(date)))) tell(`${date} is no date`);
  }
  for (const range of rangeNames) checkRanges(nodes, range, tell);
  const bookmarks = values(
    nodes.filter(({ name }) => name === "w:bookmarkStart"),
    "w:name",
  );
  for (const name of twice(bookmarks.map((one) => one.toLowerCase()))) tell(`bookmark ${name} twice`);
  for (const name of bookmarks)
    if (name.length === 0 || name.length > 40 || /\s/.test(name)) tell(`bookmark name ${name}`);
}

function checkRanges(nodes: readonly Node[], range: string, tell: Tell): void {
  const open = new Set<string>();
  const done = new Set<string>();
  for (const { name, attributes } of nodes) {
    const id = attributes["w:id"] ?? "";
    if (name === `${range}Start`) open.add(id);
    if (name !== `${range}End`) continue;
    if (!open.delete(id)) tell(`${range} ${id} ends before it begins`);
    if (done.has(id)) tell(`${range} ${id} ends twice`);
    done.add(id);
  }
  for (const id of open) tell(`${range} ${id} has no end`);
}

/** Styles, lists, footnotes and comments that the text speaks of are there. */
function checkReferences(trees: ReadonlyMap<string, Node>, tell: Tell): void {
  const named = (tree: string, element: string, attribute: string) =>
    values(all(trees.get(`word/${tree}.xml`), element), attribute);
  const styles = new Map(
    all(trees.get("word/styles.xml"), "w:style").map(({ attributes }) => [
      attributes["w:styleId"],
      attributes["w:type"],
    ]),
  );
  for (const id of twice(named("styles", "w:style", "w:styleId"))) tell(`style ${id} twice`);
  const uses = {
    "w:pStyle": "paragraph",
    "w:rStyle": "character",
    "w:tblStyle": "table",
    "w:basedOn": null,
    "w:next": null,
  };
  for (const tree of trees.values())
    for (const [name, type] of Object.entries(uses))
      for (const id of values(all(tree, name), "w:val"))
        if (!styles.has(id) || (type !== null && styles.get(id) !== type)) tell(`${name} ${id}`);
  const abstract = named("numbering", "w:abstractNum", "w:abstractNumId");
  const numbers = named("numbering", "w:num", "w:numId");
  for (const id of [...twice(abstract), ...twice(numbers)]) tell(`list ${id} twice`);
  for (const id of named("document", "w:numId", "w:val")) if (!numbers.includes(id)) tell(`list ${id} is not there`);
  for (const id of named("numbering", "w:abstractNumId", "w:val"))
    if (!abstract.includes(id)) tell(`count ${id} is not there`);
  const notes = named("footnotes", "w:footnote", "w:id");
  for (const id of twice(notes)) tell(`footnote ${id} twice`);
  const noted = named("document", "w:footnoteReference", "w:id");
  for (const id of twice(noted)) tell(`footnote ${id} is referred to twice`);
  for (const id of noted) if (!notes.includes(id)) tell(`footnote ${id} is not there`);
  checkComments(trees, tell);
}

/** Every comment has one range and one reference after its end. */
function checkComments(trees: ReadonlyMap<string, Node>, tell: Tell): void {
  const nodes = [trees.get("word/document.xml"), trees.get("word/footnotes.xml")].flatMap((tree) => all(tree));
  const comments = all(trees.get("word/comments.xml"), "w:comment");
  for (const id of twice(values(comments, "w:id"))) tell(`comment ${id} twice`);
  const known = new Set(values(comments, "w:id"));
  const trail = new Map<string, string[]>();
  for (const { name, attributes } of nodes) {
    const mark = /^w:comment(RangeStart|RangeEnd|Reference)$/.exec(name)?.[1];
    const id = attributes["w:id"] ?? "";
    if (mark === undefined) continue;
    if (!known.has(id)) tell(`comment ${id} is not there`);
    trail.set(id, [...(trail.get(id) ?? []), mark]);
  }
  for (const [id, marks] of trail)
    if (marks.join() !== "RangeStart,RangeEnd,Reference") tell(`comment ${id}: ${marks.join()}`);
  const paragraphs = comments.map((comment) => all(comment, "w:p").at(-1)?.attributes["w14:paraId"] ?? "");
  const extended = all(trees.get("word/commentsExtended.xml"), "w15:commentEx");
  if (values(extended, "w15:paraId").join() !== paragraphs.join()) tell("comments and their answers do not agree");
  for (const id of twice(paragraphs)) tell(`comment paragraph ${id} twice`);
  for (const { attributes } of extended) {
    const parent = attributes["w15:paraIdParent"];
    if (parent !== undefined && !paragraphs.includes(parent)) tell(`an answer to nothing (${parent})`);
  }
}

/** Every row fills the columns of its table, and no two tables touch. */
function checkTables(trees: ReadonlyMap<string, Node>, tell: Tell): void {
  const document = trees.get("word/document.xml");
  for (const table of all(document, "w:tbl")) {
    const columns = table.children.find(({ name }) => name === "w:tblGrid")?.children.length ?? 0;
    for (const row of table.children.filter(({ name }) => name === "w:tr")) {
      const cells = row.children.filter(({ name }) => name === "w:tc");
      const spans = cells.map((cell) => Number(all(cell, "w:gridSpan")[0]?.attributes["w:val"] ?? 1));
      const rest = Number(all(row, "w:gridAfter")[0]?.attributes["w:val"] ?? 0);
      if (spans.reduce((sum, span) => sum + span, rest) !== columns) tell("a row is not as wide as its table");
    }
    const siblings = table.parent?.children ?? [];
    if (siblings[siblings.indexOf(table) + 1]?.name === "w:tbl") tell("two tables touch");
  }
}
