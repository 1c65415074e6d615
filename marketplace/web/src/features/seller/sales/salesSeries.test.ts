import assert from "node:assert/strict";
import { test } from "node:test";
import { salesSeries } from "./salesSeries.ts";

const CMT = "0x0000000000000000000000000000000000000000";
const DAY_SEC = 86_400;
const nowSec = 20_000 * DAY_SEC + 5_000;

test("days without sales are zero, other currencies stay out, sums are exact", () => {
  const series = salesSeries(
    [
      { daySec: 19_999 * DAY_SEC, currency: CMT, orders: 2, amountAtto: "1500000000000000001" },
      { daySec: 20_000 * DAY_SEC, currency: CMT, orders: 1, amountAtto: (10n ** 21n).toString() },
      { daySec: 20_000 * DAY_SEC, currency: `0x${"11".repeat(20)}`, orders: 9, amountAtto: "7" },
    ],
    { currency: CMT, days: 3, nowSec, decimals: 18 },
  );
  assert.deepEqual(series.daysSec, [19_998 * DAY_SEC, 19_999 * DAY_SEC, 20_000 * DAY_SEC]);
  assert.deepEqual(series.heights, [0, 1.5, 1000]);
  assert.equal(series.totalAtto, 10n ** 21n + 1_500_000_000_000_000_001n);
  assert.equal(series.totalOrders, 3);
});
