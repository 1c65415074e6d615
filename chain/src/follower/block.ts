/** A block as handlers see it: header, transactions with their receipts, logs. Hex strings are lower case, amounts in atto. */
export type Hex = `0x${string}`;

export interface FollowedTransaction {
  hash: Hex;
  from: Hex;
  /** null for a contract creation. */
  to: Hex | null;
  value: bigint;
  input: Hex;
  nonce: number;
  status: "success" | "reverted";
  gasUsed: bigint;
  effectiveGasPrice: bigint;
  contractAddress: Hex | null;
  index: number;
}

export interface FollowedLog {
  address: Hex;
  topics: Hex[];
  data: Hex;
  /** Position in the block. */
  logIndex: number;
  transactionHash: Hex;
  transactionIndex: number;
}

export interface BlockRef {
  number: bigint;
  hash: Hex;
  timestampSec: bigint;
}

export interface FollowedBlock extends BlockRef {
  parentHash: Hex;
  transactions: FollowedTransaction[];
  logs: FollowedLog[];
}

/** Nothing for a handler in it: a heartbeat. */
export const isEmpty = (block: FollowedBlock) => block.transactions.length === 0 && block.logs.length === 0;
