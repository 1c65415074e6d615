/**
 * Which tables the follower owns, and the questions that the rest of the service asks them. Rows come from the chain
 * alone; a rebuild empties these tables and makes them again.
 */
import type { Sql } from "@cybermiles/chain/database";
import type { Address } from "viem";

export const READ_MODEL = {
  chain_payment: "rows",
  chain_deposit: "rows",
  chain_order: "rows",
  chain_merchant: "rows",
  chain_signer: "rows",
  chain_arbiter: "rows",
} as const;

export type SignerStatus = {
  status: "not_registered" | "not_added" | "current" | "expired" | "revoked";
  expiresAtSec: number | null;
};

export async function signerStatusOf(
  sql: Sql,
  merchant: string,
  signer: string,
  nowSec: number,
): Promise<SignerStatus> {
  const [row] = await sql.query<{
    registered: boolean;
    expiresAtSec: bigint | null;
    revoked: boolean | null;
  }>(
    `select exists(select 1 from chain_merchant where address = $1) as registered, s."expiresAtSec", s.revoked
     from (select 1) one left join chain_signer s on s.merchant = $1 and s.signer = $2`,
    [merchant, signer],
  );
  if (row === undefined || !row.registered) return { status: "not_registered", expiresAtSec: null };
  if (row.expiresAtSec === null) return { status: "not_added", expiresAtSec: null };
  const expiresAtSec = Number(row.expiresAtSec);
  if (row.revoked) return { status: "revoked", expiresAtSec };
  return { status: nowSec < expiresAtSec ? "current" : "expired", expiresAtSec };
}

/** An arbiter that works now, for shops that name none: ordinary ones before the fallback pool. */
export async function anyArbiter(sql: Sql, except: readonly string[]): Promise<Address | undefined> {
  const [row] = await sql.query<{ address: Address }>(
    `select address from chain_arbiter where active and address <> all($1) order by "isFallback", address limit 1`,
    [except],
  );
  return row?.address;
}

export async function isActiveArbiter(sql: Sql, address: string): Promise<boolean> {
  const rows = await sql.query("select 1 from chain_arbiter where address = $1 and active", [address]);
  return rows.length > 0;
}

/** The last block whose events are written. Blocks up to it are applied again only by a rebuild, silently. */
export async function derivedThrough(sql: Sql): Promise<bigint> {
  const [row] = await sql.query<{ value: string }>(
    "select value from setting where name = 'derived_through'",
  );
  return BigInt(row?.value ?? "-1");
}

export async function setDerivedThrough(sql: Sql, blockNumber: bigint): Promise<void> {
  await sql.query(
    `insert into setting (name, value) values ('derived_through', $1)
     on conflict (name) do update set value = excluded.value`,
    [blockNumber.toString()],
  );
}
