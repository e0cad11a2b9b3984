/**
 * A map from small whole numbers that never changes: setting a value gives another map, which shares all but a few nodes
 * with the first. So a register of a million entries and the same with one more stand side by side.
 */
export interface Trie<T> {
  readonly height: number;
  readonly root: Node<T> | undefined;
}
type Node<T> = readonly (Node<T> | T | undefined)[];

const bits = 5;
const width = 1 << bits;
export const emptyTrie: Trie<never> = { height: 0, root: undefined };

/** Cost: one step for each factor of 32 of the key. */
export function valueAt<T>({ height, root }: Trie<T>, key: number): T | undefined {
  if (root === undefined || key >>> (bits * (height + 1)) !== 0) return undefined;
  let node: Node<T> | undefined = root;
  for (let level = height; level > 0; level -= 1) {
    node = node[(key >>> (bits * level)) % width] as Node<T> | undefined;
    if (node === undefined) return undefined;
  }
  return node[key % width] as T | undefined;
}

/** The map with another value at a key from 0 to 2^30; undefined takes it away. Cost: as `valueAt`, times 32. */
export function withValue<T>(trie: Trie<T>, key: number, value: T | undefined): Trie<T> {
  let { height, root } = trie;
  while (key >>> (bits * (height + 1)) !== 0) {
    if (root !== undefined) root = [root];
    height += 1;
  }
  return { height, root: placed(root, height, key, value) };
}

function placed<T>(node: Node<T> | undefined, level: number, key: number, value: T | undefined): Node<T> {
  const copy = node === undefined ? [] : node.slice();
  const at = (key >>> (bits * level)) % width;
  while (copy.length < at) copy.push(undefined);
  copy[at] = level === 0 ? value : placed(copy[at] as Node<T> | undefined, level - 1, key, value);
  return copy;
}
