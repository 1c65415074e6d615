// Reward balances of a buyer and a merchant's programme with its liability. Balances come from the token's transfers;
// the liability is what RewardsProgram.liabilityOf says at the same block: issued + held + pledged, valued at the rate.
import { mulDivDown } from "@cybermiles/contracts/units";
import type { Liability, ProgramDetail, RewardBalance } from "../api/schema/rewards.ts";
import type { Program } from "../api/schema/sellers.ts";
import type { Store } from "../database/store.ts";
import { accountNames } from "../sellers/accountNames.ts";
import type { ProgramSymbols } from "../sellers/readSeller.ts";
import { readPrograms } from "./readPrograms.ts";

const TOKEN = 10n ** 18n;
const NOTICE_SEC = 30 * 24 * 3600;
const MAX_EARN_BPS = 5000;

type Options = { address: string; nowSec: number; symbols: ProgramSymbols };

export async function readRewardBalances(store: Store, options: Options): Promise<RewardBalance[]> {
  const { address } = options;
  const rows = await store.database.query<{
    merchant: string;
    balance: bigint;
    pending: bigint;
    claimable: string[] | null;
  }>(
    `select p.merchant, coalesce(b.balance_atto, 0) as balance, coalesce(mine.pending, 0) as pending, mine.claimable
     from program p left join token_balance b on b.token = p.token and b.holder = $1
     left join (select seller, sum(pledged_atto) filter (where closed_at_sec is null) as pending,
         array_agg(id::text order by id) filter (where is_reward_deferred) as claimable
       from shop_order where buyer = $1 group by seller) mine on mine.seller = p.merchant
     where coalesce(b.balance_atto, 0) > 0 or mine.pending > 0 or mine.claimable is not null
     order by coalesce(b.balance_atto, 0) desc, p.merchant`,
    [address],
  );
  const merchants = rows.map((row) => row.merchant);
  const programs = await readPrograms(store, { ...options, merchants });
  const names = await accountNames(store, merchants);
  return rows.flatMap((row) => {
    const program = programs.find((one) => one.merchant === row.merchant);
    if (!program) return [];
    return [
      {
        program,
        merchant: { address: program.merchant, name: names(row.merchant) },
        balanceAtto: String(row.balance),
        valueAtto: String(mulDivDown(row.balance, BigInt(program.rateAtto), TOKEN)),
        pendingAtto: String(row.pending),
        claimableOrderIds: row.claimable ?? [],
      },
    ];
  });
}

export async function readProgram(store: Store, options: Options): Promise<ProgramDetail> {
  const [program] = await readPrograms(store, { ...options, merchants: [options.address] });
  const history = await store.database.query<{
    event: ProgramDetail["history"][number]["event"];
    at_sec: bigint;
    transaction_hash: `0x${string}`;
    earn_bps: number | null;
    rate_atto: bigint | null;
  }>("select * from program_event where merchant = $1 order by block_number desc, log_index desc limit 100", [
    options.address,
  ]);
  const figures = program ? await readFigures(store, program) : null;
  return {
    program: program ?? null,
    liability: figures?.liability ?? null,
    holders: figures?.holders ?? 0,
    redeemedAtto: String(figures?.redeemed ?? 0n),
    earnedAtto: String(figures?.earned ?? 0n),
    noticeSec: NOTICE_SEC,
    maxEarnBps: MAX_EARN_BPS,
    history: history.map((row) => ({
      event: row.event,
      atSec: Number(row.at_sec),
      transactionHash: row.transaction_hash,
      earnBps: row.earn_bps,
      rateAtto: row.rate_atto === null ? null : String(row.rate_atto),
    })),
  };
}

type Figures = { liability: Liability; holders: number; redeemed: bigint; earned: bigint };

/** Rewards of an order are open until it is settled: at closing, or later where that was deferred. */
const UNSETTLED = "(closed_at_sec is null or is_reward_deferred)";

async function readFigures(store: Store, program: Program): Promise<Figures> {
  const [orders] = await store.database.query<Record<"held" | "pledged" | "redeemed" | "earned", bigint>>(
    `select coalesce(sum(reward_amount_atto) filter (where ${UNSETTLED}), 0) as held,
       coalesce(sum(pledged_atto) filter (where ${UNSETTLED}), 0) as pledged,
       coalesce(sum(reward_amount_atto - coalesce(returned_atto, 0)) filter (where not ${UNSETTLED}), 0) as redeemed,
       coalesce(sum(vested_atto), 0) as earned from shop_order where seller = $1`,
    [program.merchant],
  );
  const [token] = await store.database.query<{ supply: bigint; holders: number }>(
    `select t.supply_atto as supply, (select count(*)::int from token_balance b
       where b.token = t.address and b.balance_atto > 0 ) as holders
     from token t where t.address = $1`,
    [program.token],
  );
  const held = orders?.held ?? 0n;
  const pledged = orders?.pledged ?? 0n;
  const supply = token?.supply ?? 0n;
  return {
    liability: {
      issuedAtto: String(supply - held),
      heldAtto: String(held),
      pledgedAtto: String(pledged),
      valueAtto: String(mulDivDown(supply + pledged, BigInt(program.rateAtto), TOKEN)),
    },
    holders: token?.holders ?? 0,
    redeemed: orders?.redeemed ?? 0n,
    earned: orders?.earned ?? 0n,
  };
}
