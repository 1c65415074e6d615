// What Escrow owes a seller and has paid out: to the seller's own account and to its payout address.

import type { PageQuery } from "../api/schema/paging.ts";
import type { PayoutEntry, Payouts } from "../api/schema/seller.ts";
import type { Store } from "../database/store.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../http/cursor.ts";

type Address = `0x${string}`;

export async function readPayouts(store: Store, seller: string, query: PageQuery): Promise<Payouts> {
  const { database } = store;
  const [merchant] = await database.query<{ payout: string }>(
    "select payout from merchant where address = $1",
    [seller],
  );
  const accounts = [...new Set([seller, merchant?.payout ?? seller])];
  const after = decodeCursor("payouts", 2, query.cursor) ?? [null, null];
  const rows = await database.query<{
    block_number: bigint;
    log_index: number;
    kind: PayoutEntry["kind"];
    account: Address;
    currency: Address;
    amount_atto: bigint;
    order_id: bigint | null;
    to_address: Address | null;
    at_sec: bigint;
    transaction_hash: Address;
  }>(
    `select * from ledger_entry where account = any($1)
       and ($2::bigint is null or (block_number, log_index) < ($2::bigint, $3::int))
     order by block_number desc, log_index desc limit ${query.limit + 1}`,
    [accounts, ...after],
  );
  const withdrawable = await database.query<{ account: Address; currency: Address; amount: bigint }>(
    `select account, currency, amount_atto as amount from credit where account = any($1) and amount_atto > 0
     order by account, currency`,
    [accounts],
  );
  const inEscrow = await database.query<{ currency: Address; amount: bigint }>(
    `select currency, sum(amount_atto) as amount from shop_order where seller = $1 and closed_at_sec is null
     group by currency order by currency`,
    [seller],
  );
  const page = pageFrom(rows, query.limit, {
    item: (row): PayoutEntry => ({
      kind: row.kind,
      account: row.account,
      currency: row.currency,
      amountAtto: String(row.amount_atto),
      orderId: row.order_id === null ? null : String(row.order_id),
      to: row.to_address,
      atSec: Number(row.at_sec),
      transactionHash: row.transaction_hash,
    }),
    cursor: (row) => encodeCursor("payouts", [row.block_number, row.log_index]),
  });
  return {
    ...page,
    withdrawable: withdrawable.map(({ account, currency, amount }) => ({
      account,
      currency,
      amountAtto: String(amount),
    })),
    inEscrow: inEscrow.map(({ currency, amount }) => ({ currency, amountAtto: String(amount) })),
  };
}
