import assert from "node:assert/strict";
import { test } from "node:test";
import {
  announced,
  type ChainHead,
  deriveState,
  type InvoiceFacts,
  type InvoiceStatus,
  isLegal,
  TRANSITIONS,
} from "./stateMachine.ts";

const DUE = 100n;
const base: InvoiceFacts = { amount: DUE, deadlineSec: 1000, mark: null, payment: null, deposits: [] };
const head = (number: bigint, timestampSec: number): ChainHead => ({ number, timestampSec });
const deposit = (receivedInTime: bigint, received = receivedInTime) => ({ received, receivedInTime });
const state = (facts: Partial<InvoiceFacts>, at = head(10n, 900), confirmations = 1) => {
  const { status, additionalStatus } = deriveState({ ...base, ...facts }, at, confirmations);
  return `${status} ${additionalStatus}`;
};
const LATER = head(20n, 1001);

test("nothing paid: New up to and including the deadline, then Expired", () => {
  assert.equal(state({}), "New none");
  assert.equal(state({}, head(10n, 1000)), "New none");
  assert.equal(state({}, LATER), "Expired none");
});

test("the wallet rail settles after N confirmations, the paying block being the first", () => {
  const payment = { blockNumber: 10n, rail: "wallet" } as const;
  assert.equal(state({ payment }), "Settled none");
  assert.equal(state({ payment }, head(10n, 900), 3), "Processing none");
  assert.equal(state({ payment }, head(11n, 901), 3), "Processing none");
  assert.equal(state({ payment }, head(12n, 2000), 3), "Settled none");
});

test("deposits: partial, full, over", () => {
  assert.equal(state({ deposits: [deposit(99n)] }), "New paidPartial");
  assert.equal(state({ deposits: [deposit(99n)] }, LATER), "Expired paidPartial");
  assert.equal(state({ deposits: [deposit(100n)] }), "Processing none");
  assert.equal(state({ deposits: [deposit(101n)] }), "Processing paidOver");
  const payment = { blockNumber: 9n, rail: "deposit" } as const;
  assert.equal(state({ payment, deposits: [deposit(100n)] }), "Settled none");
  assert.equal(state({ payment, deposits: [deposit(101n)] }), "Settled paidOver");
});

test("halves on two addresses are not a payment", () => {
  assert.equal(state({ deposits: [deposit(50n), deposit(50n)] }), "New paidPartial");
});

test("paid by wallet and by deposit is over", () => {
  const payment = { blockNumber: 9n, rail: "wallet" } as const;
  assert.equal(state({ payment, deposits: [deposit(100n)] }), "Settled paidOver");
});

test("late money is visible and never settles", () => {
  assert.equal(state({ deposits: [deposit(0n, 100n)] }, LATER), "Expired paidLate");
  assert.equal(state({ deposits: [deposit(40n, 100n)] }, LATER), "Expired paidLate");
});

test("enough in time but not collected is Invalid", () => {
  assert.equal(state({ deposits: [deposit(100n)] }, LATER), "Invalid none");
});

test("a mark wins over everything", () => {
  assert.equal(state({ mark: "settled" }, LATER), "Settled marked");
  assert.equal(state({ mark: "invalid", payment: { blockNumber: 1n, rail: "wallet" } }), "Invalid marked");
});

test("every status is reachable, and every reachable change is legal", () => {
  const walks: Partial<InvoiceFacts>[] = [
    {},
    { deposits: [deposit(1n)] },
    { deposits: [deposit(100n)] },
    { deposits: [deposit(100n)], payment: { blockNumber: 12n, rail: "deposit" } },
    { payment: { blockNumber: 12n, rail: "wallet" } },
  ];
  const seen = new Set<InvoiceStatus>();
  // Facts only grow along a chain, so each later entry that contains the earlier one is a possible next block.
  const grows = (a: Partial<InvoiceFacts>, b: Partial<InvoiceFacts>) =>
    (a.payment === undefined || b.payment === a.payment) &&
    (a.deposits?.[0]?.receivedInTime ?? 0n) <= (b.deposits?.[0]?.receivedInTime ?? 0n);
  for (const confirmations of [1, 3]) {
    for (const before of walks) {
      for (const after of walks.filter((next) => grows(before, next))) {
        const from = deriveState({ ...base, ...before }, head(12n, 1000), confirmations).status;
        for (const at of [head(13n, 1000), head(15n, 1002)]) {
          const paidLate =
            before.payment === undefined && after.payment !== undefined && at.timestampSec > 1000;
          const seenLate =
            at.timestampSec > 1000 &&
            (after.deposits?.[0]?.receivedInTime ?? 0n) > (before.deposits?.[0]?.receivedInTime ?? 0n);
          if (paidLate || seenLate) continue;
          const to = deriveState({ ...base, ...after }, at, confirmations).status;
          seen.add(from).add(to);
          assert.ok(from === to || isLegal("chain", from, to), `${from} -> ${to}`);
        }
      }
    }
  }
  assert.deepEqual([...seen].sort(), Object.keys(TRANSITIONS.chain).sort());
});

test("marks cannot repeat what is so", () => {
  assert.ok(!isLegal("mark", "Settled", "Settled"));
  assert.ok(!isLegal("mark", "Invalid", "Invalid"));
  assert.ok(isLegal("mark", "Expired", "Settled"));
});

test("a payment settled in one block is announced as Processing first", () => {
  assert.deepEqual(announced("New", "Settled", "chain"), ["Processing", "Settled"]);
  assert.deepEqual(announced("New", "Settled", "mark"), ["Settled"]);
  assert.deepEqual(announced("Processing", "Settled", "chain"), ["Settled"]);
  assert.deepEqual(announced("New", "New", "chain"), []);
});
