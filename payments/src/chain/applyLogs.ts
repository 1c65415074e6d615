/**
 * What the contracts' events mean for the read model. Runs inside the follower's transaction: SQL only, nothing that
 * differs when a block is applied again. Returns what changed, for the invoices and the webhooks of orders.
 */

import type { Sql } from "@cybermiles/chain/database";
import type { FollowedBlock } from "@cybermiles/chain/follower";
import { arbiterRegistryAbi } from "@cybermiles/contracts/abi/arbiterRegistry";
import { checkoutAbi } from "@cybermiles/contracts/abi/checkout";
import { depositFactoryAbi } from "@cybermiles/contracts/abi/depositFactory";
import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import type { DeployedContracts } from "@cybermiles/contracts/deployments";
import { type Address, getAddress, type Hex, type Log, parseEventLogs } from "viem";

/** What left a deposit address in a block, by its own events. */
export type DepositOutflow = {
  deposit: Address;
  currency: Address | "payment";
  swept: bigint;
  refunded: bigint;
};

export type OrderChange = {
  orderId: bigint;
  type:
    | "order.funded"
    | "order.shipped"
    | "order.disputed"
    | "order.released"
    | "order.refunded"
    | "order.split";
  transactionHash: Hex;
};

export type LogEffects = {
  paymentKeys: Hex[];
  outflows: DepositOutflow[];
  orders: OrderChange[];
};

const CLOSED_STATE: Record<number, { state: string; type: OrderChange["type"] }> = {
  6: { state: "Released", type: "order.released" },
  7: { state: "Refunded", type: "order.refunded" },
  8: { state: "Split", type: "order.split" },
};

type At = { sql: Sql; block: FollowedBlock; effects: LogEffects };

export async function applyLogs(
  sql: Sql,
  block: FollowedBlock,
  contracts: DeployedContracts,
): Promise<LogEffects> {
  const at: At = { sql, block, effects: { paymentKeys: [], outflows: [], orders: [] } };
  const logsOf = (address: Address) =>
    block.logs.filter((log) => getAddress(log.address) === getAddress(address)) as unknown as Log[];
  await applyMerchants(at, logsOf(contracts.merchantRegistry));
  await applyArbiters(at, logsOf(contracts.arbiterRegistry));
  await applyOrders(at, logsOf(contracts.escrow));
  await applyPayments(at, logsOf(contracts.checkout), logsOf(contracts.depositFactory));
  return at.effects;
}

async function applyMerchants({ sql, block }: At, logs: Log[]): Promise<void> {
  for (const { eventName, args } of parseEventLogs({ abi: merchantRegistryAbi, logs })) {
    if (eventName === "MerchantRegistered") {
      await sql.query(
        `insert into chain_merchant (address, payout, "registeredAtSec") values ($1, $2, $3)
         on conflict (address) do update set payout = excluded.payout`,
        [args.merchant, args.payout, block.timestampSec],
      );
    } else if (eventName === "PayoutChanged") {
      await sql.query("update chain_merchant set payout = $2 where address = $1", [
        args.merchant,
        args.payout,
      ]);
    } else if (eventName === "SignerAdded") {
      await sql.query(
        `insert into chain_signer (merchant, signer, "expiresAtSec", revoked) values ($1, $2, $3, false)
         on conflict (merchant, signer) do update set "expiresAtSec" = excluded."expiresAtSec", revoked = false`,
        [args.merchant, args.signer, args.expiresAtSec],
      );
    } else if (eventName === "SignerRevoked") {
      await sql.query("update chain_signer set revoked = true where merchant = $1 and signer = $2", [
        args.merchant,
        args.signer,
      ]);
    }
  }
}

async function applyArbiters({ sql }: At, logs: Log[]): Promise<void> {
  for (const { eventName, args } of parseEventLogs({ abi: arbiterRegistryAbi, logs })) {
    if (eventName === "ArbiterRegistered") {
      await sql.query(
        `insert into chain_arbiter (address, active, "isFallback") values ($1, true, false)
         on conflict (address) do update set active = true`,
        [args.arbiter],
      );
    } else if (eventName === "ArbiterRetired") {
      await sql.query(`update chain_arbiter set active = false where address = $1`, [args.arbiter]);
    } else if (eventName === "FallbackChanged") {
      await sql.query(
        `insert into chain_arbiter (address, active, "isFallback") values ($1, true, $2)
         on conflict (address) do update set "isFallback" = excluded."isFallback"`,
        [args.arbiter, args.isFallback],
      );
    }
  }
}

async function applyOrders(at: At, logs: Log[]): Promise<void> {
  const { sql, block, effects } = at;
  for (const { eventName, args, transactionHash } of parseEventLogs({ abi: escrowAbi, logs })) {
    if (eventName === "OrderFunded") {
      await sql.query(
        `insert into chain_order ("orderId", buyer, seller, currency, amount, state, "fundedAtSec", "shipDeadlineSec")
         values ($1, $2, $3, $4, $5, 'Funded', $6, $7) on conflict do nothing`,
        [
          args.orderId,
          args.buyer,
          args.seller,
          args.currency,
          args.amount,
          block.timestampSec,
          args.shipDeadlineSec,
        ],
      );
      effects.orders.push({ orderId: args.orderId, type: "order.funded", transactionHash });
    } else if (eventName === "OrderShipped") {
      await sql.query(`update chain_order set state = 'Shipped', "releaseAtSec" = $2 where "orderId" = $1`, [
        args.orderId,
        args.releaseAtSec,
      ]);
      effects.orders.push({ orderId: args.orderId, type: "order.shipped", transactionHash });
    } else if (eventName === "OrderDisputed") {
      await sql.query(`update chain_order set state = 'Disputed' where "orderId" = $1`, [args.orderId]);
      effects.orders.push({ orderId: args.orderId, type: "order.disputed", transactionHash });
    } else if (eventName === "OrderClosed") {
      const closed = CLOSED_STATE[args.state];
      if (closed === undefined) throw new Error(`OrderClosed ${args.orderId}: unknown state ${args.state}`);
      await sql.query(
        `update chain_order set state = $2, "buyerAmount" = $3, "sellerAmount" = $4, fee = $5, "closedAtSec" = $6
         where "orderId" = $1`,
        [args.orderId, closed.state, args.buyerAmount, args.sellerAmount, args.fee, block.timestampSec],
      );
      effects.orders.push({ orderId: args.orderId, type: closed.type, transactionHash });
    }
  }
}

async function applyPayments(at: At, checkoutLogs: Log[], factoryLogs: Log[]): Promise<void> {
  const { sql, block, effects } = at;
  const deposits = parseEventLogs({ abi: depositFactoryAbi, logs: factoryLogs });
  const sweptKeys = new Set<string>();
  for (const { eventName, args } of deposits) {
    if (eventName === "DepositSwept") {
      sweptKeys.add(args.paymentKey);
      effects.outflows.push({ deposit: args.deposit, currency: "payment", swept: args.paid, refunded: 0n });
    } else if (eventName === "DepositRefunded") {
      effects.outflows.push({
        deposit: args.deposit,
        currency: args.currency,
        swept: 0n,
        refunded: args.amount,
      });
    }
  }
  for (const log of parseEventLogs({ abi: checkoutAbi, logs: checkoutLogs, eventName: "IntentPaid" })) {
    const { paymentKey, merchant, orderId, payer, amount, discount } = log.args;
    await sql.query(
      `insert into chain_payment ("paymentKey", merchant, "orderId", rail, payer, amount, discount,
         "transactionHash", "blockNumber", "blockHash", "atSec")
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [
        paymentKey,
        merchant,
        orderId,
        sweptKeys.has(paymentKey) ? "deposit" : "wallet",
        payer,
        amount,
        discount,
        log.transactionHash,
        block.number,
        block.hash,
        block.timestampSec,
      ],
    );
    effects.paymentKeys.push(paymentKey);
  }
}
