/**
 * What an invoice's two fields are, as a pure function of what is known: the marks people set, the payment in the
 * Checkout contract, the money that came to its deposit addresses, and the head of the chain. Nothing is remembered
 * but the facts, so a reorg that takes a fact back takes the state back. BTCPay's names and meanings:
 *
 * New         nothing, or too little (paidPartial), has come and the deadline has not passed
 * Processing  enough has come: it waits on a deposit address to be swept, or its block lacks confirmations
 * Settled     Checkout took the payment and its block has `confirmations` confirmations (the block itself is one)
 * Expired     the deadline passed without enough money (none, paidPartial, or paidLate when money came afterwards)
 * Invalid     enough came in time, but it could not be collected before the deadline; it goes to the refund address
 *
 * Amounts are the payment currency's smallest unit, times are chain time in seconds. No clock, no database.
 */
import type { ADDITIONAL_STATUSES, INVOICE_STATUSES } from "../http/schema/invoice.ts";

export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];
export type AdditionalStatus = (typeof ADDITIONAL_STATUSES)[number];
export type Mark = "settled" | "invalid";

export type InvoiceFacts = {
  amount: bigint;
  /** Payable in blocks whose timestamp is at most this. */
  deadlineSec: number;
  mark: Mark | null;
  payment: { blockNumber: bigint; rail: "wallet" | "deposit" } | null;
  /** One entry for each deposit address; `received` counts money that was swept or refunded since. */
  deposits: readonly { received: bigint; receivedInTime: bigint }[];
};

export type ChainHead = { number: bigint; timestampSec: number };
export type InvoiceState = { status: InvoiceStatus; additionalStatus: AdditionalStatus };

export function deriveState(facts: InvoiceFacts, head: ChainHead, confirmations: number): InvoiceState {
  if (facts.mark !== null) {
    return { status: facts.mark === "settled" ? "Settled" : "Invalid", additionalStatus: "marked" };
  }
  if (facts.payment !== null) return paidState(facts, facts.payment, head, confirmations);
  return unpaidState(facts, head);
}

function paidState(
  facts: InvoiceFacts,
  payment: NonNullable<InvoiceFacts["payment"]>,
  head: ChainHead,
  confirmations: number,
): InvoiceState {
  const received = sum(facts.deposits.map((deposit) => deposit.received));
  const spent = payment.rail === "deposit" ? facts.amount : 0n;
  return {
    status: confirmationsOf(payment.blockNumber, head) >= confirmations ? "Settled" : "Processing",
    additionalStatus: received > spent ? "paidOver" : "none",
  };
}

function unpaidState(facts: InvoiceFacts, head: ChainHead): InvoiceState {
  const full = facts.deposits.find((deposit) => deposit.receivedInTime >= facts.amount);
  const inTime = sum(facts.deposits.map((deposit) => deposit.receivedInTime));
  const late = sum(facts.deposits.map((deposit) => deposit.received)) - inTime;
  const ended = head.timestampSec > facts.deadlineSec;
  if (full !== undefined) {
    return {
      status: ended ? "Invalid" : "Processing",
      additionalStatus: inTime > facts.amount ? "paidOver" : "none",
    };
  }
  if (late > 0n) return { status: "Expired", additionalStatus: "paidLate" };
  return { status: ended ? "Expired" : "New", additionalStatus: inTime > 0n ? "paidPartial" : "none" };
}

/** 1 for a payment in the head block itself. */
export function confirmationsOf(blockNumber: bigint, head: ChainHead): number {
  return Number(head.number - blockNumber) + 1;
}

/** Why a status changed. `chain` is the passage of blocks, `reorg` takes facts back, `mark` is a person. */
export type TransitionCause = "chain" | "reorg" | "mark";

const ALL = ["New", "Processing", "Expired", "Invalid", "Settled"] as const;

/** Every legal change of `status`. Money that comes late never revives an invoice; only people and reorgs do. */
export const TRANSITIONS: Record<TransitionCause, Record<InvoiceStatus, readonly InvoiceStatus[]>> = {
  chain: {
    New: ["Processing", "Settled", "Expired"],
    Processing: ["Settled", "Invalid"],
    Expired: [],
    Invalid: [],
    Settled: [],
  },
  reorg: { New: ALL, Processing: ALL, Expired: ALL, Invalid: ALL, Settled: ALL },
  mark: {
    New: ["Settled", "Invalid"],
    Processing: ["Settled", "Invalid"],
    Expired: ["Settled", "Invalid"],
    Invalid: ["Settled"],
    Settled: ["Invalid"],
  },
};

export function isLegal(cause: TransitionCause, from: InvoiceStatus, to: InvoiceStatus): boolean {
  return TRANSITIONS[cause][from].includes(to);
}

/** The statuses a merchant's shop hears of on the way; a payment settled in one block is still seen Processing. */
export function announced(
  from: InvoiceStatus,
  to: InvoiceStatus,
  cause: TransitionCause,
): readonly InvoiceStatus[] {
  if (from === to) return [];
  return from === "New" && to === "Settled" && cause !== "mark" ? ["Processing", "Settled"] : [to];
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
