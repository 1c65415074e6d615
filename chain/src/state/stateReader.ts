/**
 * What execution may know of the world, and what it says has changed.
 * Reads are synchronous (LMDB's are). Storage values are big-endian bytes without leading zeros; empty is zero.
 */
import type { Hex } from "../encoding/hex.ts";

export type Account = { nonce: bigint; balance: bigint; codeHash: Hex; storageRoot: Hex };

export interface StateReader {
  account(address: Hex): Account | undefined;
  /** @param slot 32 bytes. */
  storage(address: Hex, slot: Hex): Uint8Array;
  code(codeHash: Hex): Uint8Array;
  /** Hash of an earlier block of this chain. */
  blockHash(number: number): Hex | undefined;
}

/** Everything a block changed. The storage root of an account is not execution's concern: the store derives it. */
export type StateDiff = {
  /** Null: the account is gone. */
  accounts: Map<Hex, Omit<Account, "storageRoot"> | null>;
  storage: Map<Hex, Map<Hex, Uint8Array>>;
  /** Accounts whose earlier storage is gone as a whole, before `storage` applies. */
  clearedStorage: Set<Hex>;
  code: Map<Hex, Uint8Array>;
};
