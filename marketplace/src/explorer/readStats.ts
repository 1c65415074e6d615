// The chain and the market in a few numbers, for the explorer's first page.
import type { PublicClient } from "viem";
import type { Stats } from "../api/schema/explorer.ts";
import { ZERO_ADDRESS } from "../api/schema/primitives.ts";
import type { Store } from "../database/store.ts";

const SAMPLE_BLOCKS = 50n;
const DAY_SEC = 24 * 3600;

export async function readStats(parts: {
  store: Store;
  client: PublicClient;
  chainId: number;
  indexedBlock: number;
}): Promise<Stats> {
  const { store, client } = parts;
  const latest = await client.getBlock();
  const sampleFrom = latest.number > SAMPLE_BLOCKS ? latest.number - SAMPLE_BLOCKS : 1n; // block 0 is older than the chain
  const older = latest.number < sampleFrom ? latest : await client.getBlock({ blockNumber: sampleFrom });
  const span = Number(latest.number - older.number);
  const nowSec = Number(latest.timestamp);
  const [counts] = await store.database.query<Record<string, bigint>>(
    `select (select count(*) from chain_transaction) as transactions,
       (select count(*) from chain_transaction where at_sec > $1::bigint - ${DAY_SEC}) as transactions_last_day,
       (select count(*) from listing where not is_paused) as listings,
       (select count(*) from merchant) as sellers,
       (select count(*) from shop_order) as orders,
       (select count(*) from shop_order where closed_at_sec is null) as orders_open,
       (select coalesce(sum(amount_atto), 0) from shop_order where closed_at_sec is null and currency = $2) as escrowed`,
    [nowSec, ZERO_ADDRESS],
  );
  const daily = await store.database.query<{ day: bigint; transactions: number; orders: number }>(
    `select day, sum(transactions)::int as transactions, sum(orders)::int as orders from (
       select at_sec / ${DAY_SEC} as day, count(*) as transactions, 0 as orders from chain_transaction
         where at_sec > $1::bigint - 30 * ${DAY_SEC} group by 1
       union all
       select funded_at_sec / ${DAY_SEC}, 0, count(*) from shop_order
         where funded_at_sec > $1::bigint - 30 * ${DAY_SEC} group by 1) days
     group by day order by day`,
    [nowSec],
  );
  return {
    chainId: parts.chainId,
    latestBlock: Number(latest.number),
    latestBlockSec: nowSec,
    indexedBlock: parts.indexedBlock,
    transactions: Number(counts?.transactions ?? 0n),
    transactionsLastDay: Number(counts?.transactions_last_day ?? 0n),
    blockTimeMs: span === 0 ? null : Math.round(((nowSec - Number(older.timestamp)) * 1000) / span),
    baseFeeAtto: String(latest.baseFeePerGas ?? 0n),
    listings: Number(counts?.listings ?? 0n),
    sellers: Number(counts?.sellers ?? 0n),
    orders: Number(counts?.orders ?? 0n),
    ordersOpen: Number(counts?.orders_open ?? 0n),
    escrowedAtto: String(counts?.escrowed ?? 0n),
    daily: daily.map((row) => ({
      daySec: Number(row.day) * DAY_SEC,
      transactions: row.transactions,
      orders: row.orders,
    })),
  };
}
