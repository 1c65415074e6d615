/**
 * Sales per UTC day for the chart: the API lists only days with sales, a chart needs every day.
 * Amounts stay exact (bigint, smallest unit); `heights` are rounded to a millionth of a whole unit for drawing only.
 */
import type { SalesPoint } from "../../../../../src/api/schema/seller.ts";

const DAY_SEC = 86_400;

export interface SalesSeries {
  daysSec: number[];
  amountsAtto: bigint[];
  orders: number[];
  heights: number[];
  totalAtto: bigint;
  totalOrders: number;
}

export interface SalesRange {
  currency: string;
  days: number;
  nowSec: number;
  decimals: number;
}

export function salesSeries(points: readonly SalesPoint[], range: SalesRange): SalesSeries {
  const today = Math.floor(range.nowSec / DAY_SEC) * DAY_SEC;
  const ofDay = new Map(
    points.filter((point) => point.currency === range.currency).map((point) => [point.daySec, point]),
  );
  const daysSec = Array.from(
    { length: range.days },
    (_, index) => today - (range.days - 1 - index) * DAY_SEC,
  );
  const amountsAtto = daysSec.map((day) => BigInt(ofDay.get(day)?.amountAtto ?? "0"));
  const orders = daysSec.map((day) => ofDay.get(day)?.orders ?? 0);
  return {
    daysSec,
    amountsAtto,
    orders,
    heights: amountsAtto.map((amount) => heightOf(amount, range.decimals)),
    totalAtto: amountsAtto.reduce((sum, amount) => sum + amount, 0n),
    totalOrders: orders.reduce((sum, count) => sum + count, 0),
  };
}

function heightOf(amountAtto: bigint, decimals: number): number {
  const unit = 10n ** BigInt(decimals);
  return Number((amountAtto * 1_000_000n) / unit) / 1_000_000;
}
