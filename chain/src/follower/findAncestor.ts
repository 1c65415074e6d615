/** The highest block that the node and this database share, by the hashes that the database keeps. */
import type { Sql } from "../database/sql.ts";
import type { BlockRef } from "./block.ts";
import { knownHash, oldestKnown } from "./cursor.ts";
import type { Rpc } from "./jsonRpc.ts";
import { readHeader, refOf } from "./readBlocks.ts";

/** Undefined if they share none of the kept blocks. `top`: no higher than the heads of both. */
export async function findAncestor(sql: Sql, rpc: Rpc, top: bigint): Promise<BlockRef | undefined> {
  let low = await oldestKnown(sql);
  let high = top;
  let shared: BlockRef | undefined;
  while (low <= high) {
    const middle = (low + high) / 2n;
    const header = await readHeader(rpc, middle);
    if (header !== undefined && header.hash === (await knownHash(sql, middle))) {
      shared = refOf(header);
      low = middle + 1n;
    } else {
      high = middle - 1n;
    }
  }
  return shared;
}
