/**
 * The escrow call behind each action, as steps of a transaction plan. Documents (tracking, reasons, evidence) are
 * encrypted to the parties, and to the arbiter once there is a dispute, stored, and named by their hash on the chain.
 */
import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import { rewardsProgramAbi } from "@cybermiles/contracts/abi/rewardsProgram";
import type { MessageBody, Tracking } from "../../../../src/api/schema/envelopes.ts";
import type { Order } from "../../../../src/api/schema/orders.ts";
import { loadConfig, NATIVE_CURRENCY } from "../../api/config.ts";
import { storeDocument } from "../../api/contents.ts";
import { type Reader, sealEnvelope } from "../../crypto/envelope.ts";
import { createMessageKey, fetchMessageKeys } from "../../crypto/messageKey.ts";
import { approveCall } from "../../tx/approveCall.ts";
import type { TxCall, TxStep } from "../../tx/transactions.ts";
import type { Address } from "../../wallet/connection.ts";

export type SimpleAction =
  | "confirm"
  | "cancel"
  | "release"
  | "refundUnshipped"
  | "closeSilent"
  | "withdrawOffer"
  | "escalate"
  | "closeUnruled";

export async function simpleCall(action: SimpleAction, orderId: string): Promise<TxCall> {
  return escrowCall(action, [BigInt(orderId)]);
}

export function offerCall(
  action: "offer" | "acceptOffer",
  orderId: string,
  buyerBps: number,
): Promise<TxCall> {
  return escrowCall(action, [BigInt(orderId), buyerBps]);
}

export async function settleRewardsCall(orderId: string): Promise<TxCall> {
  const config = await loadConfig();
  return {
    address: config.contracts.rewardsProgram,
    abi: rewardsProgramAbi,
    functionName: "settle",
    args: [BigInt(orderId)],
  };
}

export async function shipCall(account: Address, order: Order, tracking: Tracking): Promise<TxCall> {
  const readers = await readersOf(account, order, [order.buyer.address]);
  const hash = await storeDocument({
    kind: "tracking",
    orderId: order.id,
    envelope: sealEnvelope(tracking, readers),
  });
  return escrowCall("ship", [BigInt(order.id), hash]);
}

/** Disputing and answering cost a deposit: in CMT it is sent along, a token is allowed to Escrow first. */
export async function disputeSteps(
  action: "dispute" | "answer",
  account: Address,
  order: Order,
  reason: MessageBody,
  labels: { approve: string; step: string },
): Promise<TxStep[]> {
  const config = await loadConfig();
  const hash = await storeDocument({
    kind: "reason",
    orderId: order.id,
    envelope: sealEnvelope(reason, await readersOf(account, order, everyone(order))),
  });
  const depositAtto = BigInt(order.depositAtto);
  const isNative = order.currency === NATIVE_CURRENCY;
  const call = await escrowCall(action, [BigInt(order.id), hash], isNative ? depositAtto : 0n);
  const steps: TxStep[] = [{ label: labels.step, call }];
  if (isNative) return steps;
  const approve = await approveCall(account, order.currency, config.contracts.escrow, depositAtto);
  return approve ? [{ label: labels.approve, call: approve }, ...steps] : steps;
}

export async function evidenceCall(account: Address, order: Order, body: MessageBody): Promise<TxCall> {
  const hash = await storeDocument({
    kind: "evidence",
    orderId: order.id,
    envelope: sealEnvelope(body, await readersOf(account, order, everyone(order))),
  });
  return escrowCall("addEvidence", [BigInt(order.id), hash]);
}

/** Everybody who may read what is written about the order: the other party, and in a dispute the arbiters. */
export function messageReaders(account: Address, order: Order): Promise<Reader[]> {
  const isDisputed = ["Disputed", "Ruling", "Fallback"].includes(order.state);
  return readersOf(account, order, isDisputed ? everyone(order) : []);
}

/** The account itself and those of `others` who published a message key. */
async function readersOf(account: Address, order: Order, others: readonly string[]): Promise<Reader[]> {
  const own = await createMessageKey(account);
  const parties = [order.buyer.address, order.seller.address, ...others];
  const addresses = [...new Set(parties)].filter((address) => address !== account);
  const keys = await fetchMessageKeys(addresses);
  return [
    { address: account, messageKey: own.publicKey },
    ...addresses.flatMap((address) => {
      const messageKey = keys.get(address);
      return messageKey ? [{ address, messageKey }] : [];
    }),
  ];
}

/** Parties and arbiters of an order. */
function everyone(order: Order): string[] {
  const fallback = order.fallbackArbiter ? [order.fallbackArbiter.address] : [];
  return [order.buyer.address, order.seller.address, order.arbiter.address, ...fallback];
}

type EscrowFunction = SimpleAction | "offer" | "acceptOffer" | "ship" | "dispute" | "answer" | "addEvidence";

async function escrowCall(
  functionName: EscrowFunction,
  args: readonly unknown[],
  value = 0n,
): Promise<TxCall> {
  const config = await loadConfig();
  return { address: config.contracts.escrow, abi: escrowAbi, functionName, args, value };
}
