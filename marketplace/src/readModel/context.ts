// What a handler of one block works with. Times are Unix seconds of the block, addresses lower-case.

import type { Sql } from "@cybermiles/chain/database";
import type { FollowedBlock } from "@cybermiles/chain/follower";
import type { DecodedEvent, LogPlace } from "./decodeLogs.ts";

export type { FollowedBlock };
export type ReadModelSql = Pick<Sql, "query" | "execute">;

export type BlockContext = {
  sql: ReadModelSql;
  blockNumber: bigint;
  atSec: bigint;
  senderOf: (transactionHash: string) => string | null;
};

export type EventOf<C extends DecodedEvent["contract"]> = Extract<DecodedEvent, { contract: C }>;
export type { LogPlace };

export const lower = (address: string) => address.toLowerCase();

export function lowerOrNull(address: string): string | null {
  return /^0x0+$/.test(address) ? null : address.toLowerCase();
}
