// Merchants' reward programmes at the rate in force: an announced cut counts from its second on.
import type { Program } from "../api/schema/sellers.ts";
import type { Store } from "../database/store.ts";
import type { ProgramSymbols } from "../sellers/readSeller.ts";

export type ProgramRow = {
  merchant: string;
  token: string;
  currency: string;
  earn_bps: number;
  rate_atto: bigint;
  next_rate_atto: bigint | null;
  next_rate_at_sec: bigint | null;
};

export async function readPrograms(
  store: Store,
  options: { merchants: readonly string[]; nowSec: number; symbols: ProgramSymbols },
): Promise<Program[]> {
  const rows = await store.database.query<ProgramRow>("select * from program where merchant = any($1)", [
    [...options.merchants],
  ]);
  return Promise.all(rows.map((row) => toProgram(row, options.nowSec, options.symbols)));
}

async function toProgram(row: ProgramRow, nowSec: number, symbols: ProgramSymbols): Promise<Program> {
  const isCutInForce = row.next_rate_at_sec !== null && nowSec >= Number(row.next_rate_at_sec);
  const hasCutAhead = row.next_rate_atto !== null && !isCutInForce;
  return {
    merchant: row.merchant as `0x${string}`,
    token: row.token as `0x${string}`,
    ...(await symbols(row.token)),
    currency: row.currency as `0x${string}`,
    earnBps: row.earn_bps,
    rateAtto: String(isCutInForce ? (row.next_rate_atto ?? row.rate_atto) : row.rate_atto),
    nextRateAtto: hasCutAhead ? String(row.next_rate_atto) : null,
    nextRateAtSec: hasCutAhead ? Number(row.next_rate_at_sec) : null,
  };
}
