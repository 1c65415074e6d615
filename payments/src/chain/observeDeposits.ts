/**
 * Native transfers leave no log, so the gateway compares balances: before a block is applied, the balance of every
 * watched deposit address at that block is read through Multicall3 and compared with what is known. Blocks without a
 * transaction cannot move money and never come here. What was read is recorded in `deposit_observation`: a pruned node
 * cannot tell old balances again, so a rebuild takes them from there.
 */
import type { Sql } from "@cybermiles/chain/database";
import type { FollowedBlock, Rpc } from "@cybermiles/chain/follower";
import {
  type Address,
  decodeFunctionResult,
  encodeFunctionData,
  erc20Abi,
  getAddress,
  type Hex,
  hexToBigInt,
  type Log,
  multicall3Abi,
  parseAbi,
  parseEventLogs,
  size,
  zeroAddress,
} from "viem";
import type { DepositOutflow } from "./applyLogs.ts";

export type Observation = { depositAddress: Address; balance: bigint };

/** Late money is looked for this long after the deadline; later it is still there, but only a sweep finds it. */
const WATCH_AFTER_DEADLINE_SEC = 30 * 86_400;
const CALLS_AT_ONCE = 500;
const MULTICALL = "0xcA11bde05977b3631167028862bE2a173976CA11";
const ethBalanceAbi = parseAbi(["function getEthBalance(address account) view returns (uint256)"]);

type Watched = { depositAddress: Address; currency: Address; balance: bigint };

/** @returns The watched addresses whose balance at `block` differs from what the read model knows. */
export async function observeDeposits(sql: Sql, rpc: Rpc, block: FollowedBlock): Promise<Observation[]> {
  const watched = await watchedAddresses(sql, Number(block.timestampSec));
  const changed: Observation[] = [];
  for (let start = 0; start < watched.length; start += CALLS_AT_ONCE) {
    const some = watched.slice(start, start + CALLS_AT_ONCE);
    const balances = await balancesAt(rpc, some, block.hash);
    some.forEach((one, index) => {
      const balance = balances[index];
      if (balance !== undefined && balance !== one.balance) {
        changed.push({ depositAddress: one.depositAddress, balance });
      }
    });
  }
  return changed;
}

/** What was read when the block was first applied. */
export async function recordedDeposits(sql: Sql, blockHash: string): Promise<Observation[]> {
  return sql.query(`select "depositAddress", balance from deposit_observation where "blockHash" = $1`, [
    blockHash,
  ]);
}

/**
 * For a block whose state the node has pruned: what its transactions and Transfer logs brought. Money that a contract
 * sent without a log is noticed at the next block whose state can be read.
 */
export async function depositsByTransfer(sql: Sql, block: FollowedBlock): Promise<Observation[]> {
  const watched = await watchedAddresses(sql, Number(block.timestampSec));
  return watched.flatMap(({ depositAddress, currency, balance }) => {
    const moves = currency === zeroAddress ? nativeMoves(block) : tokenMoves(block, currency);
    const came = moves.filter(({ to }) => to === depositAddress).reduce((sum, { value }) => sum + value, 0n);
    return came === 0n ? [] : [{ depositAddress, balance: balance + came }];
  });
}

function nativeMoves(block: FollowedBlock): { to: Address; value: bigint }[] {
  return block.transactions.flatMap(({ to, value, status }) =>
    to !== null && status === "success" ? [{ to: getAddress(to), value }] : [],
  );
}

function tokenMoves(block: FollowedBlock, token: Address): { to: Address; value: bigint }[] {
  const logs = block.logs.filter(({ address }) => getAddress(address) === token) as unknown as Log[];
  return parseEventLogs({ abi: erc20Abi, eventName: "Transfer", logs }).map(({ args }) => args);
}

async function watchedAddresses(sql: Sql, nowSec: number): Promise<Watched[]> {
  return sql.query(
    `select n."depositAddress", i."paymentCurrency" as currency, coalesce(d.balance, 0) as balance
     from invoice_intent n join invoice i on i.id = n."invoiceId"
       left join chain_deposit d on d."depositAddress" = n."depositAddress"
     where n.payer = $1 and (i."deadlineSec" >= $2 or d.balance > 0)`,
    [zeroAddress, nowSec - WATCH_AFTER_DEADLINE_SEC],
  );
}

/** undefined where a token breaks its own balanceOf: it must not stop everybody else's payments. */
async function balancesAt(
  rpc: Rpc,
  watched: readonly Watched[],
  blockHash: Hex,
): Promise<(bigint | undefined)[]> {
  const calls = watched.map(({ depositAddress, currency }) => ({
    target: currency === zeroAddress ? MULTICALL : currency,
    allowFailure: true,
    callData:
      currency === zeroAddress
        ? encodeFunctionData({ abi: ethBalanceAbi, args: [depositAddress] })
        : encodeFunctionData({ abi: erc20Abi, functionName: "balanceOf", args: [depositAddress] }),
  }));
  const data = encodeFunctionData({ abi: multicall3Abi, functionName: "aggregate3", args: [calls] });
  const answer = await rpc.call<Hex>("eth_call", { to: MULTICALL, data }, { blockHash });
  const results = decodeFunctionResult({ abi: multicall3Abi, functionName: "aggregate3", data: answer });
  return results.map(({ success, returnData }) =>
    success && size(returnData) === 32 ? hexToBigInt(returnData) : undefined,
  );
}

/** Writes what was observed and what flowed out. @returns the addresses to which money came. */
export async function applyDeposits(
  sql: Sql,
  block: FollowedBlock,
  observations: readonly Observation[],
  outflows: readonly DepositOutflow[],
): Promise<{ depositAddress: Address; received: bigint }[]> {
  const addresses = new Set([
    ...observations.map((one) => one.depositAddress),
    ...outflows.map((one) => one.deposit),
  ]);
  const came: { depositAddress: Address; received: bigint }[] = [];
  for (const depositAddress of addresses) {
    const known = await knownDeposit(sql, depositAddress);
    if (known === undefined) continue;
    const own = outflows.filter(
      (flow) =>
        flow.deposit === depositAddress && (flow.currency === "payment" || flow.currency === known.currency),
    );
    const swept = own.reduce((sum, flow) => sum + flow.swept, 0n);
    const refunded = own.reduce((sum, flow) => sum + flow.refunded, 0n);
    const observed = observations.find((one) => one.depositAddress === depositAddress)?.balance;
    // Where no state could be read (a rebuild over blocks without a change), only the outflow moved the balance.
    const balance = observed ?? (known.balance > swept + refunded ? known.balance - swept - refunded : 0n);
    const difference = balance - known.balance + swept + refunded;
    const received = difference > 0n ? difference : 0n;
    const inTime = Number(block.timestampSec) <= Number(known.deadlineSec) ? received : 0n;
    await sql.query(
      `insert into chain_deposit ("depositAddress", balance, received, "receivedInTime", swept, refunded, "blockNumber")
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict ("depositAddress") do update set balance = excluded.balance,
         received = chain_deposit.received + excluded.received,
         "receivedInTime" = chain_deposit."receivedInTime" + excluded."receivedInTime",
         swept = chain_deposit.swept + excluded.swept, refunded = chain_deposit.refunded + excluded.refunded,
         "blockNumber" = excluded."blockNumber"`,
      [depositAddress, balance, received, inTime, swept, refunded, block.number],
    );
    await sql.query(
      `insert into deposit_observation ("depositAddress", "blockHash", "blockNumber", balance)
       values ($1, $2, $3, $4) on conflict do nothing`,
      [depositAddress, block.hash, block.number, balance],
    );
    if (received > 0n) came.push({ depositAddress, received });
  }
  return came;
}

async function knownDeposit(
  sql: Sql,
  depositAddress: Address,
): Promise<{ currency: Address; deadlineSec: bigint; balance: bigint } | undefined> {
  const [row] = await sql.query<{ currency: Address; deadlineSec: bigint; balance: bigint }>(
    `select i."paymentCurrency" as currency, i."deadlineSec", coalesce(d.balance, 0) as balance
     from invoice_intent n join invoice i on i.id = n."invoiceId"
       left join chain_deposit d on d."depositAddress" = n."depositAddress"
     where n."depositAddress" = $1`,
    [depositAddress],
  );
  return row;
}
