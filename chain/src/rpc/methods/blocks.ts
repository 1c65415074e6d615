/** Blocks, transactions and receipts by number, hash and index. */
import type { Block } from "../../block/block.ts";
import { bytesToHex, quantity } from "../../encoding/hex.ts";
import { nextEnvironment } from "../../sequencer/sealBlock.ts";
import { blockTag } from "../blockTag.ts";
import type { Methods, RpcContext } from "../context.ts";
import { formatBlock, formatHeader, formatReceipt, formatTransaction } from "../formats.ts";
import { hash, safeInteger } from "../params.ts";

export function blockMethods(context: RpcContext): Methods {
  const { reader, mempool } = context;
  const byTag = (value: unknown): Block | undefined => reader.block(blockTag(reader, value).number);
  const byHash = (value: unknown): Block | undefined => {
    const number = reader.numberOf(hash(value, "block hash"));
    return number === undefined ? undefined : reader.block(number);
  };
  const transactionAt = (block: Block | undefined, value: unknown): unknown => {
    const index = safeInteger(value, "index");
    const tx = block?.transactions[index];
    return tx === undefined ? null : formatTransaction(tx, block, index);
  };
  const count = (block: Block | undefined): unknown => (block ? quantity(block.transactions.length) : null);
  const zeroIfThere = (block: Block | undefined): unknown => (block ? "0x0" : null);

  return {
    eth_blockNumber: () => quantity(reader.head().header.number),
    eth_getBlockByNumber: ([tag, full]) => {
      if (tag === "pending") return pendingBlock(context, full === true);
      const block = byTag(tag);
      return block ? formatBlock(block, full === true) : null;
    },
    eth_getBlockByHash: ([value, full]) => {
      const block = byHash(value);
      return block ? formatBlock(block, full === true) : null;
    },
    eth_getHeaderByNumber: ([tag]) => {
      const header = reader.header(blockTag(reader, tag).number);
      return header ? formatHeader(header) : null;
    },
    eth_getBlockTransactionCountByNumber: ([tag]) => count(byTag(tag)),
    eth_getBlockTransactionCountByHash: ([value]) => count(byHash(value)),
    eth_getUncleCountByBlockNumber: ([tag]) => zeroIfThere(byTag(tag)),
    eth_getUncleCountByBlockHash: ([value]) => zeroIfThere(byHash(value)),
    eth_getUncleByBlockNumberAndIndex: () => null,
    eth_getUncleByBlockHashAndIndex: () => null,
    eth_getTransactionByBlockNumberAndIndex: ([tag, index]) => transactionAt(byTag(tag), index),
    eth_getTransactionByBlockHashAndIndex: ([value, index]) => transactionAt(byHash(value), index),
    eth_getTransactionByHash: ([value]) => {
      const wanted = hash(value, "transaction hash");
      const position = reader.transactionPosition(wanted);
      if (position !== undefined) return transactionAt(reader.block(position.blockNumber), position.index);
      const waiting = mempool.get(wanted);
      return waiting ? formatTransaction(waiting) : null;
    },
    eth_getRawTransactionByHash: ([value]) => {
      const wanted = hash(value, "transaction hash");
      const position = reader.transactionPosition(wanted);
      const mined = position && reader.block(position.blockNumber)?.transactions[position.index];
      const tx = mined ?? mempool.get(wanted);
      return tx ? bytesToHex(tx.raw) : null;
    },
    eth_getTransactionReceipt: ([value]) => {
      const position = reader.transactionPosition(hash(value, "transaction hash"));
      const block = position && reader.block(position.blockNumber);
      const receipts = position && reader.receipts(position.blockNumber);
      return block && receipts ? formatReceipt(block, receipts, position.index) : null;
    },
    eth_getBlockReceipts: ([tag]) => {
      const block = byTag(tag);
      const receipts = block && reader.receipts(block.header.number);
      return block && receipts ? receipts.map((_, i) => formatReceipt(block, receipts, i)) : null;
    },
  };
}

/** What the next block would be now: not executed, so it has no roots, bloom or hash. */
function pendingBlock({ reader, preset, mempool, nextTimestampSec }: RpcContext, full: boolean): unknown {
  const parent = reader.head();
  const environment = nextEnvironment(preset, parent, nextTimestampSec());
  const header = {
    ...parent.header,
    ...environment,
    gasUsed: 0n,
    logsBloom: new Uint8Array(256),
    extraData: new Uint8Array(0),
  };
  const { pending } = mempool.content();
  const block = formatBlock({ hash: parent.hash, header, transactions: pending }, false);
  const transactions = full ? pending.map((tx) => formatTransaction(tx)) : block.transactions;
  return { ...block, transactions, hash: null, nonce: null, logsBloom: null };
}
