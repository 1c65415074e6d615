import assert from "node:assert/strict";
import { test } from "node:test";
import { rulingAmounts } from "./rulingAmounts.ts";

const input = { amountAtto: 1001n, feeBps: 250, bondAtto: 51n, arbiterFeeAtto: 7n };
const total = input.amountAtto + 2n * (input.bondAtto + input.arbiterFeeAtto);

test("every share pays out exactly what was deposited", () => {
  for (const buyerBps of [0, 1, 3333, 4999, 5000, 5001, 9999, 10_000]) {
    const paid = rulingAmounts({ ...input, buyerBps });
    const sum =
      paid.buyerAtto +
      paid.sellerAtto +
      paid.platformAtto +
      paid.arbiterAtto +
      paid.buyerDepositAtto +
      paid.sellerDepositAtto;
    assert.equal(sum, total, `at ${buyerBps}`);
  }
});

test("the winner takes both bonds and his fee back; a tie returns bonds and halves the fee", () => {
  const buyerWins = rulingAmounts({ ...input, buyerBps: 7000 });
  assert.deepEqual(
    [buyerWins.winner, buyerWins.buyerDepositAtto, buyerWins.sellerDepositAtto],
    ["buyer", 109n, 0n],
  );
  const tie = rulingAmounts({ ...input, buyerBps: 5000 });
  assert.deepEqual([tie.winner, tie.buyerDepositAtto, tie.sellerDepositAtto], ["nobody", 55n, 54n]);
});

test("dust stays with the seller, the platform rounds down", () => {
  const paid = rulingAmounts({ ...input, buyerBps: 3333 });
  assert.deepEqual([paid.buyerAtto, paid.platformAtto, paid.sellerAtto], [333n, 16n, 652n]);
});
