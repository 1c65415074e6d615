// Events of RewardsProgram: programmes with their history, and what each order redeems, pledges and earns.
import { type BlockContext, type EventOf, lower } from "./context.ts";
import { record } from "./escrowEvents.ts";

type RewardEvent = EventOf<"rewardsProgram">;

export async function applyRewardEvent(context: BlockContext, event: RewardEvent): Promise<void> {
  const { sql, atSec } = context;
  switch (event.eventName) {
    case "ProgramCreated": {
      const { merchant, token, currency, earnBps, rate } = event.args;
      await sql.execute(
        "insert into program (merchant, token, currency, earn_bps, rate_atto) values ($1, $2, $3, $4, $5)",
        [lower(merchant), lower(token), lower(currency), earnBps, rate],
      );
      return remember(context, event, earnBps, rate);
    }
    case "EarnRateChanged": {
      const { merchant, earnBps } = event.args;
      await sql.execute("update program set earn_bps = $2 where merchant = $1", [lower(merchant), earnBps]);
      return remember(context, event, earnBps, null);
    }
    case "RateImproved":
      await sql.execute(
        "update program set rate_atto = $2, next_rate_atto = null, next_rate_at_sec = null where merchant = $1",
        [lower(event.args.merchant), event.args.rate],
      );
      return remember(context, event, null, event.args.rate);
    case "RateCutAnnounced":
      // A cut that came into force before becomes the rate that the new one cuts.
      await sql.execute(
        `update program set rate_atto = case when next_rate_at_sec <= $4 then next_rate_atto else rate_atto end,
           next_rate_atto = $2, next_rate_at_sec = $3 where merchant = $1`,
        [lower(event.args.merchant), event.args.nextRate, event.args.atSec, atSec],
      );
      return remember(context, event, null, event.args.nextRate);
    case "RateCutCancelled":
      await sql.execute(
        "update program set next_rate_atto = null, next_rate_at_sec = null where merchant = $1",
        [lower(event.args.merchant)],
      );
      return remember(context, event, null, null);
    case "RewardsRedeemed":
      await sql.execute("update shop_order set reward_amount_atto = $2 where id = $1", [
        event.args.orderId,
        event.args.tokens,
      ]);
      return;
    case "RewardsPledged":
      await sql.execute("update shop_order set pledged_atto = $2 where id = $1", [
        event.args.orderId,
        event.args.tokens,
      ]);
      return;
    case "RewardsVested":
    case "RewardsReturned": {
      const { orderId, buyer, tokens } = event.args;
      const column = event.eventName === "RewardsVested" ? "vested_atto" : "returned_atto";
      await sql.execute(`update shop_order set ${column} = $2, is_reward_deferred = false where id = $1`, [
        orderId,
        tokens,
      ]);
      return record(context, event, { orderId, by: lower(buyer) });
    }
  }
}

type HistoryEvent = Extract<
  RewardEvent,
  {
    eventName:
      | "ProgramCreated"
      | "EarnRateChanged"
      | "RateImproved"
      | "RateCutAnnounced"
      | "RateCutCancelled";
  }
>;

async function remember(
  context: BlockContext,
  event: HistoryEvent,
  earnBps: number | null,
  rateAtto: bigint | null,
): Promise<void> {
  await context.sql.execute(
    `insert into program_event (block_number, log_index, merchant, event, at_sec, transaction_hash, earn_bps, rate_atto)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      context.blockNumber,
      event.place.logIndex,
      lower(event.args.merchant),
      event.eventName,
      context.atSec,
      event.place.transactionHash,
      earnBps,
      rateAtto,
    ],
  );
}
