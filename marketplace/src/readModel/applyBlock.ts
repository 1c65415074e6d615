// Applies one block to the read model, in the follower's transaction: a pure function of the block and the tables.
// No clock, no network: it runs again after a reorg and in a rebuild, and must give the same rows.
import type { Deployment } from "@cybermiles/contracts/deployments";
import { applyArbiterEvent } from "./arbiterEvents.ts";
import { applyCommerceEvent } from "./commerceEvents.ts";
import type { BlockContext, FollowedBlock, ReadModelSql } from "./context.ts";
import { type DecodedEvent, suiteEventDecoder, tokenTransfers } from "./decodeLogs.ts";
import { applyEscrowEvent } from "./escrowEvents.ts";
import { applyExplorer } from "./explorerRows.ts";
import { applyRewardEvent } from "./rewardEvents.ts";

export type Touched = { orders: Set<string>; listings: Set<string> };

export function blockApplier(deployment: Deployment) {
  const decodeEvents = suiteEventDecoder(deployment);
  return async (sql: ReadModelSql, block: FollowedBlock): Promise<Touched> => {
    const events = decodeEvents(block.logs);
    const context: BlockContext = {
      sql,
      blockNumber: block.number,
      atSec: block.timestampSec,
      senderOf: (hash) => block.transactions.find((transaction) => transaction.hash === hash)?.from ?? null,
    };
    for (const event of events) await applyEvent(context, event);
    await applyExplorer(context, block, events, tokenTransfers(block.logs), deployment);
    return touchedBy(events);
  };
}

async function applyEvent(context: BlockContext, event: DecodedEvent): Promise<void> {
  switch (event.contract) {
    case "escrow":
      return applyEscrowEvent(context, event);
    case "arbiterRegistry":
      return applyArbiterEvent(context, event);
    case "rewardsProgram":
      return applyRewardEvent(context, event);
    default:
      return applyCommerceEvent(context, event);
  }
}

function touchedBy(events: readonly DecodedEvent[]): Touched {
  const touched: Touched = { orders: new Set(), listings: new Set() };
  for (const { args } of events) {
    if ("orderId" in args && args.orderId !== 0n) touched.orders.add(String(args.orderId));
    if ("listingId" in args) touched.listings.add(String(args.listingId));
  }
  return touched;
}
