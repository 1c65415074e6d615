/**
 * Looks over an LMDB file before it is opened. LMDB trusts its pages: a damaged or cut one kills the process in native code,
 * so damage has to be found by reading. The newest meta page is followed down its trees, and the header of every page on the
 * way is checked, up to a number of pages that takes well under a second. It is no checksum: changed values go unnoticed here.
 * Layout: 64-bit builds of the LMDB inside lmdb-js 3 (page header of 24 bytes; offsets inside a page count from its end).
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

const MAGIC = 0xbeefc0de;
const META = { magic: 24, pageSize: 48, mainTree: 96, lastPage: 144, transaction: 152, bytes: 160 } as const;
const HEADER_BYTES = 24;
const FLAGS = { branch: 0x01, leaf: 0x02, overflow: 0x04 } as const;
const NODE = { overflow: 0x01, tree: 0x02 } as const;
const NODE_HEADER_BYTES = 8;
const TREE_ROOT_AT = 40;
const TREE_BYTES = 48;
const NO_PAGE = 0xffff_ffff_ffff_ffffn;
const MAX_PAGES = 20_000;

type Reader = { page: (number: bigint) => Buffer; pageSize: number; lastPage: bigint };

/** @returns what is wrong, or undefined. */
export function faultOfDataFile(path: string): string | undefined {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    if (size === 0) return undefined; // never written: LMDB begins it
    const metas = readMetas(file, size);
    if (metas === undefined) return "it is no chain data file";
    const [newest] = metas.sort((a, b) =>
      a.readBigUInt64LE(META.transaction) < b.readBigUInt64LE(META.transaction) ? 1 : -1,
    );
    const meta = newest as Buffer;
    const pageSize = meta.readUInt32LE(META.pageSize);
    const lastPage = meta.readBigUInt64LE(META.lastPage);
    if (BigInt(size) < (lastPage + 1n) * BigInt(pageSize)) return "the file is cut short";
    const page = (number: bigint): Buffer => {
      const bytes = Buffer.alloc(pageSize);
      readSync(file, bytes, 0, pageSize, Number(number) * pageSize);
      return bytes;
    };
    return faultOfTrees({ page, pageSize, lastPage }, meta.readBigUInt64LE(META.mainTree + TREE_ROOT_AT));
  } finally {
    closeSync(file);
  }
}

function readMetas(file: number, size: number): Buffer[] | undefined {
  const first = Buffer.alloc(META.bytes);
  readSync(file, first, 0, META.bytes, 0);
  const pageSize = first.readUInt32LE(META.pageSize);
  if (first.readUInt32LE(META.magic) !== MAGIC || pageSize < 256 || pageSize > 65_536 || size < 2 * pageSize)
    return undefined;
  const second = Buffer.alloc(META.bytes);
  readSync(file, second, 0, META.bytes, pageSize);
  return second.readUInt32LE(META.magic) === MAGIC ? [first, second] : undefined;
}

/** Breadth first, so that a large file has at least its upper levels checked. */
function faultOfTrees(reader: Reader, mainRoot: bigint): string | undefined {
  let level = mainRoot === NO_PAGE ? [] : [mainRoot];
  let seen = 0;
  while (level.length > 0 && seen < MAX_PAGES) {
    const next: bigint[] = [];
    for (const number of level) {
      if (number > reader.lastPage) return `page ${number} is beyond its end`;
      const children = childrenOf(reader, number);
      if (children === undefined) return `page ${number} is not what it should be`;
      next.push(...children);
      seen++;
    }
    level = next;
  }
  return undefined;
}

/** Pages below this one, or undefined where it is damaged. */
function childrenOf({ page, pageSize }: Reader, number: bigint): bigint[] | undefined {
  const bytes = page(number);
  const [flags, lower, upper] = [bytes.readUInt16LE(18), bytes.readUInt16LE(20), bytes.readUInt16LE(22)];
  if (bytes.readBigUInt64LE(0) !== number) return undefined;
  if (flags & FLAGS.overflow) return [];
  const isBranch = (flags & FLAGS.branch) !== 0;
  if (isBranch === ((flags & FLAGS.leaf) !== 0)) return undefined;
  if (lower > upper || upper > pageSize - HEADER_BYTES) return undefined;
  const children: bigint[] = [];
  for (let i = 0; i < lower / 2; i++) {
    const at = bytes.readUInt16LE(HEADER_BYTES + 2 * i) + HEADER_BYTES;
    if (at < upper + HEADER_BYTES || at + NODE_HEADER_BYTES > pageSize) return undefined;
    const child = isBranch ? branchChild(bytes, at) : leafChild(bytes, at);
    if (child === null) return undefined;
    if (child !== undefined) children.push(child);
  }
  return children;
}

function branchChild(bytes: Buffer, at: number): bigint {
  return BigInt(bytes.readUInt32LE(at)) | (BigInt(bytes.readUInt16LE(at + 4)) << 32n);
}

/** The root of a named table, the first page of a long value, or undefined; null where the node does not fit its page. */
function leafChild(bytes: Buffer, at: number): bigint | undefined | null {
  const flags = bytes.readUInt16LE(at + 4);
  const data = at + NODE_HEADER_BYTES + bytes.readUInt16LE(at + 6);
  const size = flags & NODE.overflow ? 8 : bytes.readUInt32LE(at);
  if (data + size > bytes.length) return null;
  if (flags & NODE.overflow) return bytes.readBigUInt64LE(data);
  if (!(flags & NODE.tree)) return undefined;
  if (size !== TREE_BYTES) return null;
  const root = bytes.readBigUInt64LE(data + TREE_ROOT_AT);
  return root === NO_PAGE ? undefined : root;
}
