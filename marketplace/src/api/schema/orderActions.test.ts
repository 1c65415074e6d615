import assert from "node:assert/strict";
import { test } from "node:test";
import { type ActionableOrder, legalActions, type OrderActionName } from "./orderActions.ts";

const buyer = "0x00000000000000000000000000000000000000b1";
const seller = "0x00000000000000000000000000000000000000b2";
const arbiter = "0x00000000000000000000000000000000000000b3";
const fallback = "0x00000000000000000000000000000000000000b4";

const funded: ActionableOrder = {
  state: "Funded",
  buyer: { address: buyer },
  seller: { address: seller },
  arbiter: { address: arbiter },
  fallbackArbiter: null,
  opener: null,
  shipDeadlineSec: 1000,
  releaseAtSec: null,
  deadlineSec: null,
  depositAtto: "70",
  offers: [],
  isRewardSettlementDue: false,
  review: null,
};
const shipped: ActionableOrder = { ...funded, state: "Shipped", releaseAtSec: 2000 };
const disputed: ActionableOrder = { ...shipped, state: "Disputed", opener: buyer, deadlineSec: 3000 };
const ruling: ActionableOrder = { ...disputed, state: "Ruling", deadlineSec: 4000 };
const fallbackCase: ActionableOrder = {
  ...ruling,
  state: "Fallback",
  deadlineSec: 5000,
  fallbackArbiter: { address: fallback },
};

function openNow(order: ActionableOrder, viewer: string | null, nowSec: number): OrderActionName[] {
  return legalActions(order, viewer, nowSec)
    .filter((action) => action.isOpen)
    .map((action) => action.action);
}

test("a funded order: the seller ships in time, the buyer may confirm, anyone refunds after the deadline", () => {
  assert.deepEqual(openNow(funded, seller, 1000), ["ship", "cancel", "offer"]);
  assert.deepEqual(openNow(funded, buyer, 1000), ["confirm", "offer"]);
  assert.deepEqual(openNow(funded, null, 1000), []);
  assert.deepEqual(openNow(funded, null, 1001), ["refundUnshipped"]);
  assert.deepEqual(openNow(funded, seller, 1001), ["refundUnshipped", "cancel", "offer"]);
});

test("a shipped order: disputed by the buyer until it releases, then released by anyone", () => {
  assert.deepEqual(openNow(shipped, buyer, 1999), ["confirm", "dispute", "offer"]);
  assert.deepEqual(openNow(shipped, buyer, 2000), ["confirm", "release", "offer"]);
  assert.equal(legalActions(shipped, buyer, 1500)[1]?.depositAtto, "70");
  assert.deepEqual(openNow(shipped, arbiter, 2001), ["release"]);
});

test("a disputed order: only the other side answers, with the deposit", () => {
  assert.deepEqual(openNow(disputed, seller, 3000), ["answer", "addEvidence", "shareWithArbiter", "offer"]);
  assert.deepEqual(openNow(disputed, buyer, 3000), ["addEvidence", "shareWithArbiter", "offer"]);
  assert.deepEqual(openNow(disputed, null, 3001), ["closeSilent"]);
});

test("a ruling belongs to the arbiter, after a missed deadline to the fallback", () => {
  assert.deepEqual(openNow(ruling, arbiter, 4000), ["rule"]);
  assert.deepEqual(openNow(ruling, arbiter, 4001), ["escalate"]);
  assert.deepEqual(openNow(fallbackCase, arbiter, 4500), []);
  assert.deepEqual(openNow(fallbackCase, fallback, 5000), ["rule"]);
  assert.deepEqual(openNow(fallbackCase, fallback, 5001), ["closeUnruled"]);
});

test("offers: one's own can be withdrawn, the other's accepted with its share", () => {
  const order = { ...shipped, offers: [{ by: seller, buyerBps: 2500 }] };
  assert.ok(openNow(order, seller, 1500).includes("withdrawOffer"));
  const accept = legalActions(order, buyer.toUpperCase().replace("0X", "0x"), 1500).find(
    (action) => action.action === "acceptOffer",
  );
  assert.equal(accept?.buyerBps, 2500);
});

test("a closed order offers nothing but the review and the rewards", () => {
  const released: ActionableOrder = { ...shipped, state: "Released" };
  assert.deepEqual(openNow(released, buyer, 9999), ["review"]);
  assert.deepEqual(openNow({ ...released, review: {} }, buyer, 9999), []);
  assert.deepEqual(openNow({ ...released, isRewardSettlementDue: true }, null, 9999), ["settleRewards"]);
  assert.deepEqual(openNow({ ...released, state: "Refunded" }, buyer, 9999), []);
});
