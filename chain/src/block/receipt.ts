/**
 * Receipts: the consensus form (EIP-2718, hashed into the header's receiptsRoot) and the stored form,
 * which leaves out the bloom (derived from the logs) and adds what the chain could only find by executing again.
 */
import { RLP } from "@ethereumjs/rlp";
import { bytesToHex, type Hex, hexToBytes } from "../encoding/hex.ts";
import { bytesToBigint, minimalBytes } from "../encoding/integer.ts";
import { bloomOf } from "./bloom.ts";

export type Log = { address: Hex; topics: readonly Hex[]; data: Uint8Array };

export type Receipt = {
  type: number;
  succeeded: boolean;
  cumulativeGasUsed: bigint;
  gasUsed: bigint;
  effectiveGasPrice: bigint;
  contractAddress: Hex | undefined;
  logs: readonly Log[];
};

type LogItem = [Uint8Array, Uint8Array[], Uint8Array];

export function encodeConsensusReceipt(receipt: Receipt): Uint8Array {
  const payload = RLP.encode([
    minimalBytes(receipt.succeeded ? 1 : 0),
    minimalBytes(receipt.cumulativeGasUsed),
    bloomOf(receipt.logs),
    logItems(receipt),
  ]);
  if (receipt.type === 0) return payload;
  const typed = new Uint8Array(payload.length + 1);
  typed[0] = receipt.type;
  typed.set(payload, 1);
  return typed;
}

export function encodeStoredReceipts(receipts: readonly Receipt[]): Uint8Array {
  return RLP.encode(
    receipts.map((receipt) => [
      minimalBytes(receipt.type),
      minimalBytes(receipt.succeeded ? 1 : 0),
      minimalBytes(receipt.cumulativeGasUsed),
      minimalBytes(receipt.gasUsed),
      minimalBytes(receipt.effectiveGasPrice),
      receipt.contractAddress === undefined ? new Uint8Array(0) : hexToBytes(receipt.contractAddress),
      logItems(receipt),
    ]),
  );
}

export function decodeStoredReceipts(rlp: Uint8Array): Receipt[] {
  const items = RLP.decode(rlp) as unknown as [...Uint8Array[], LogItem[]][];
  return items.map((item) => {
    const field = (i: number): Uint8Array => item[i] as Uint8Array;
    return {
      type: Number(bytesToBigint(field(0))),
      succeeded: field(1).length > 0,
      cumulativeGasUsed: bytesToBigint(field(2)),
      gasUsed: bytesToBigint(field(3)),
      effectiveGasPrice: bytesToBigint(field(4)),
      contractAddress: field(5).length === 0 ? undefined : bytesToHex(field(5)),
      logs: (item[6] as unknown as LogItem[]).map(([address, topics, data]) => ({
        address: bytesToHex(address),
        topics: topics.map(bytesToHex),
        data,
      })),
    };
  });
}

function logItems(receipt: Receipt): LogItem[] {
  return receipt.logs.map((log) => [hexToBytes(log.address), log.topics.map(hexToBytes), log.data]);
}
