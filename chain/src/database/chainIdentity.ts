/** The chain a database belongs to: one row, written at the first start, compared at every other. */
import { DatabaseError } from "./databaseError.ts";
import type { Sql } from "./sql.ts";

export interface ChainIdentity {
  chainId: number;
  genesisHash: string;
}

/** Throws DatabaseError OtherChain if the database is known to belong to another chain; does not write. */
export async function checkChainIdentity(sql: Sql, chain: ChainIdentity, where: string): Promise<void> {
  const [{ exists } = { exists: false }] = await sql.query<{ exists: boolean }>(
    "SELECT to_regclass('chain_identity') IS NOT NULL AS exists",
  );
  if (!exists) return;
  const [row] = await sql.query<{ chain_id: bigint; genesis_hash: string }>(
    "SELECT chain_id, genesis_hash FROM chain_identity",
  );
  if (row === undefined) return;
  if (row.chain_id === BigInt(chain.chainId) && row.genesis_hash === chain.genesisHash.toLowerCase()) return;
  throw new DatabaseError(
    "OtherChain",
    `The database ${where} belongs to chain ${row.chain_id} with genesis ${row.genesis_hash}, but the node runs chain ` +
      `${chain.chainId} with genesis ${chain.genesisHash.toLowerCase()}: connect to the other node, or use another (or an emptied) database.`,
  );
}

/** Makes the database the chain's, for good. */
export async function writeChainIdentity(sql: Sql, chain: ChainIdentity): Promise<void> {
  await sql.script(
    `CREATE TABLE IF NOT EXISTS chain_identity (
       one boolean PRIMARY KEY DEFAULT true CHECK (one),
       chain_id bigint NOT NULL,
       genesis_hash text NOT NULL
     )`,
  );
  await sql.execute(
    "INSERT INTO chain_identity (chain_id, genesis_hash) VALUES ($1, $2) ON CONFLICT (one) DO NOTHING",
    [chain.chainId, chain.genesisHash.toLowerCase()],
  );
}
