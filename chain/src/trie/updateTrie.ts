/**
 * Applies a batch of changes to a path-keyed Merkle-Patricia trie and returns the new root with the nodes to write.
 * Path-keyed: a node of 32 bytes or more stands in the store under the nibbles that lead to it, the root always does.
 * A node can only move when it is merged into its parent, and then it has been loaded: so the loaded paths that are not
 * written again are exactly the ones to delete. Pure: reads come from `read`, nothing is written here.
 */
import { RLP } from "@ethereumjs/rlp";
import { bytesToHex, type Hex } from "../encoding/hex.ts";
import {
  type BranchNode,
  CorruptedTrieError,
  commonPrefixLength,
  decodeNode,
  EMPTY_TRIE_ROOT,
  hashNode,
  type Nibbles,
  nodeItem,
  type RlpItem,
  type StoredNode,
  type TrieNode,
} from "./node.ts";

/** A value of null deletes. Keys are nibbles, all of one length or at least none a prefix of another. */
export type TrieChange = { key: Nibbles; value: Uint8Array | null };
export type ReadNode = (path: Nibbles) => Uint8Array | undefined;
export type NodeWrite = { path: Nibbles; rlp: Uint8Array | null };
export type TrieUpdate = { root: Hex; writes: NodeWrite[] };

type LoadedNode = Exclude<TrieNode, StoredNode>;
type Session = { read: ReadNode; loaded: Map<string, Nibbles> };

export function updateTrie(read: ReadNode, changes: readonly TrieChange[]): TrieUpdate {
  const session: Session = { read, loaded: new Map() };
  const rootRlp = read([]);
  let root: TrieNode | null = null;
  if (rootRlp !== undefined) {
    root = decodeNode(rootRlp);
    session.loaded.set(pathId([]), []);
  }
  const sorted = [...changes].sort((a, b) => compareNibbles(a.key, b.key));
  return write(session, updateNode(session, root, [], 0, sorted));
}

/** All changes share the nibbles of `at`; `depth` of their key nibbles are used up. */
function updateNode(
  session: Session,
  node: TrieNode | null,
  at: Nibbles,
  depth: number,
  changes: readonly TrieChange[],
): TrieNode | null {
  if (changes.length === 0) return node;
  if (node === null) return build(changes.filter(hasValue), depth);
  const loaded = load(session, node, at);
  if (loaded.kind === "branch") return updateBranch(session, loaded, at, depth, changes);
  const first = (changes[0] as TrieChange).key;
  const last = (changes[changes.length - 1] as TrieChange).key;
  const shared = Math.min(
    commonPrefixLength(loaded.path, first.slice(depth)),
    commonPrefixLength(loaded.path, last.slice(depth)),
  );
  if (shared === loaded.path.length) {
    if (loaded.kind === "leaf") {
      const value = (changes[0] as TrieChange).value;
      return value === null ? null : { kind: "leaf", path: loaded.path, value };
    }
    const childAt = [...at, ...loaded.path];
    const child = updateNode(session, loaded.child, childAt, depth + shared, changes);
    return joinPath(session, loaded.path, child, childAt);
  }
  return splitPath(session, loaded, at, depth, shared, changes);
}

/** The path of a leaf or extension diverges from some change after `shared` nibbles: a branch goes in there. */
function splitPath(
  session: Session,
  node: Exclude<LoadedNode, BranchNode>,
  at: Nibbles,
  depth: number,
  shared: number,
  changes: readonly TrieChange[],
): TrieNode | null {
  const branch: BranchNode = { kind: "branch", children: new Array<TrieNode | null>(16).fill(null) };
  const rest = node.path.slice(shared + 1);
  const slot = node.path[shared] as number;
  if (node.kind === "leaf") branch.children[slot] = { kind: "leaf", path: rest, value: node.value };
  else
    branch.children[slot] =
      rest.length === 0 ? node.child : { kind: "extension", path: rest, child: node.child };
  const branchAt = [...at, ...node.path.slice(0, shared)];
  const updated = updateBranch(session, branch, branchAt, depth + shared, changes);
  return joinPath(session, node.path.slice(0, shared), updated, branchAt);
}

function updateBranch(
  session: Session,
  branch: BranchNode,
  at: Nibbles,
  depth: number,
  changes: readonly TrieChange[],
): TrieNode | null {
  const children = [...branch.children];
  for (let from = 0; from < changes.length; ) {
    const nibble = (changes[from] as TrieChange).key[depth] as number;
    let to = from + 1;
    while (to < changes.length && (changes[to] as TrieChange).key[depth] === nibble) to++;
    children[nibble] = updateNode(
      session,
      children[nibble] ?? null,
      [...at, nibble],
      depth + 1,
      changes.slice(from, to),
    );
    from = to;
  }
  const used = children.flatMap((child, i) => (child === null ? [] : [i]));
  if (used.length === 0) return null;
  if (used.length > 1) return { kind: "branch", children };
  const only = used[0] as number;
  return joinPath(session, [only], children[only] as TrieNode, [...at, only]);
}

/** Puts `path` in front of a node that stands at `childAt`, merging it where the node has a path of its own. */
function joinPath(
  session: Session,
  path: Nibbles,
  child: TrieNode | null,
  childAt: Nibbles,
): TrieNode | null {
  if (child === null || path.length === 0) return child;
  const loaded = load(session, child, childAt);
  if (loaded.kind === "leaf") return { kind: "leaf", path: [...path, ...loaded.path], value: loaded.value };
  if (loaded.kind === "extension")
    return { kind: "extension", path: [...path, ...loaded.path], child: loaded.child };
  return { kind: "extension", path, child: loaded };
}

type ValueChange = { key: Nibbles; value: Uint8Array };

function hasValue(change: TrieChange): change is ValueChange {
  return change.value !== null;
}

function build(changes: readonly ValueChange[], depth: number): TrieNode | null {
  const first = changes[0];
  if (first === undefined) return null;
  if (changes.length === 1) return { kind: "leaf", path: first.key.slice(depth), value: first.value };
  const last = changes[changes.length - 1] as ValueChange;
  const shared = commonPrefixLength(first.key.slice(depth), last.key.slice(depth));
  const branchDepth = depth + shared;
  const children = new Array<TrieNode | null>(16).fill(null);
  for (let nibble = 0; nibble < 16; nibble++)
    children[nibble] = build(
      changes.filter((change) => change.key[branchDepth] === nibble),
      branchDepth + 1,
    );
  const branch: BranchNode = { kind: "branch", children };
  return shared === 0
    ? branch
    : { kind: "extension", path: first.key.slice(depth, branchDepth), child: branch };
}

function load(session: Session, node: TrieNode, at: Nibbles): LoadedNode {
  if (node.kind !== "stored") return node;
  const rlp = session.read(at);
  if (rlp === undefined) throw new CorruptedTrieError(`node missing at path ${pathId(at) || "(root)"}`);
  session.loaded.set(pathId(at), at);
  return decodeNode(rlp) as LoadedNode;
}

function write(session: Session, root: TrieNode | null): TrieUpdate {
  const writes: NodeWrite[] = [];
  const stale = new Map(session.loaded);
  const encode = (node: LoadedNode, at: Nibbles): { item: RlpItem[]; rlp: Uint8Array } => {
    const item = nodeItem(node, (child, step) => refer(child, [...at, ...step]));
    return { item, rlp: RLP.encode(item) };
  };
  const put = (path: Nibbles, rlp: Uint8Array): void => {
    writes.push({ path, rlp });
    stale.delete(pathId(path));
  };
  const refer = (child: TrieNode, at: Nibbles): RlpItem => {
    if (child.kind === "stored") return child.hash;
    const { item, rlp } = encode(child, at);
    if (rlp.length < 32) return item;
    put(at, rlp);
    return hashNode(rlp);
  };
  let rootHash: Hex = EMPTY_TRIE_ROOT;
  if (root !== null) {
    const { rlp } = encode(root as LoadedNode, []);
    put([], rlp);
    rootHash = bytesToHex(hashNode(rlp));
  }
  for (const path of stale.values()) writes.push({ path, rlp: null });
  return { root: rootHash, writes };
}

function pathId(path: Nibbles): string {
  let id = "";
  for (const nibble of path) id += nibble.toString(16);
  return id;
}

function compareNibbles(a: Nibbles, b: Nibbles): number {
  const shared = commonPrefixLength(a, b);
  return (a[shared] ?? -1) - (b[shared] ?? -1);
}
