// Blocks as the node has them: heartbeats are worth no row of ours.
import { BlockNotFoundError, type Block as MinedBlock, type PublicClient } from "viem";
import type { Block, BlockPage } from "../api/schema/explorer.ts";
import type { PageQuery } from "../api/schema/paging.ts";
import { ApiError } from "../http/apiError.ts";
import { decodeCursor, encodeCursor } from "../http/cursor.ts";
import type { KnownContracts } from "./knownContracts.ts";

type BlockParts = { client: PublicClient; known: KnownContracts };
type ChainBlock = MinedBlock<bigint, false, "latest">;

export async function listBlocks({ client, known }: BlockParts, query: PageQuery): Promise<BlockPage> {
  const after = decodeCursor("blocks", 1, query.cursor);
  const latest = await client.getBlockNumber({ cacheTime: 0 });
  const before = after ? BigInt(after[0] ?? "0") - 1n : latest;
  const from = before > latest ? latest : before;
  const count = from + 1n < BigInt(query.limit) ? Number(from + 1n) : query.limit;
  const blocks = await Promise.all(
    Array.from({ length: Math.max(count, 0) }, (_, index) =>
      client.getBlock({ blockNumber: from - BigInt(index) }),
    ),
  );
  const last = blocks.at(-1);
  const hasMore = last?.number !== undefined && last.number > 0n;
  return {
    data: blocks.map((block) => toBlock(block, known)),
    nextCursor: hasMore ? encodeCursor("blocks", [last.number]) : null,
  };
}

/** @param which a number or a block hash */
export async function readBlock({ client, known }: BlockParts, which: string): Promise<Block> {
  const missing = new ApiError("not_found", `There is no block ${which}.`);
  const isHash = /^0x[0-9a-f]{64}$/i.test(which);
  if (!isHash && !/^\d{1,15}$/.test(which)) throw missing;
  const key = isHash ? { blockHash: which as `0x${string}` } : { blockNumber: BigInt(which) };
  const block = await client.getBlock(key).catch((error: unknown) => {
    throw error instanceof BlockNotFoundError ? missing : error;
  });
  return toBlock(block, known);
}

function toBlock(block: ChainBlock, known: KnownContracts): Block {
  const miner = block.miner.toLowerCase() as `0x${string}`;
  return {
    number: Number(block.number),
    hash: block.hash,
    parentHash: block.parentHash,
    atSec: Number(block.timestamp),
    transactions: block.transactions.length,
    gasUsed: String(block.gasUsed),
    gasLimit: String(block.gasLimit),
    baseFeeAtto: String(block.baseFeePerGas ?? 0n),
    miner: { address: miner, label: known.labelOf(miner) },
    stateRoot: block.stateRoot,
    sizeBytes: Number(block.size),
  };
}
