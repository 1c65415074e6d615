/** The read model of the follower's tests: what a block's transfers mean, in raw SQL. */
import type { FollowedBlock, FollowerOptions, ReadModelTables } from "@cybermiles/chain/follower";

export const tables: ReadModelTables = {
  transfers: "rows",
  balances: "rows",
  owners: "rows",
  invoices: ["paid_atto", "paid_in"],
};

type Apply = FollowerOptions<undefined, undefined>["applyBlock"];

export const applyTransfers: Apply = async (tx, block) => {
  for (const { hash, from, to, value } of block.transactions) {
    await tx.execute(
      `INSERT INTO transfers (hash, from_address, to_address, amount_atto, block_number, at, tags, raw, extra)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        hash,
        from,
        to,
        value,
        block.number,
        atOf(block),
        [from, "a,b"],
        Buffer.from(hash.slice(2), "hex"),
        '{"a": [1]}',
      ],
    );
    await change(tx, from, -value, hash);
    await change(tx, to as string, value, hash);
    await tx.execute("UPDATE invoices SET paid_atto = paid_atto + $1, paid_in = $2 WHERE pay_to = $3", [
      value,
      hash,
      to,
    ]);
    await tx.execute("INSERT INTO outbox (key) VALUES ($1) ON CONFLICT (key) DO NOTHING", [
      `${from}-${to}-${value}`,
    ]);
  }
};

const atOf = (block: FollowedBlock) => new Date(Number(block.timestampSec) * 1000);

/** A balance of zero has no row, so that inserts, updates and cascading deletes all happen. */
async function change(
  tx: Parameters<Apply>[0],
  address: string,
  byAtto: bigint,
  hash: string,
): Promise<void> {
  await tx.execute(
    `INSERT INTO balances AS b (address, currency, balance_atto, changes) VALUES ($1, 'CMT', $2, 1)
     ON CONFLICT (address, currency) DO UPDATE SET balance_atto = b.balance_atto + $2, changes = b.changes + 1`,
    [address, byAtto],
  );
  await tx.execute("INSERT INTO owners VALUES ($1, 'CMT', $2) ON CONFLICT DO NOTHING", [address, hash]);
  await tx.execute("DELETE FROM balances WHERE address = $1 AND balance_atto = 0", [address]);
}
