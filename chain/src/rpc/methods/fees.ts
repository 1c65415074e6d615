/** What gas costs, and what it cost in recent blocks. */
import { nextBaseFee } from "../../block/baseFee.ts";
import { quantity } from "../../encoding/hex.ts";
import { effectiveTip } from "../../transaction/transaction.ts";
import { blockTag } from "../blockTag.ts";
import type { Methods, RpcContext } from "../context.ts";
import { array, safeInteger } from "../params.ts";
import { invalidParams } from "../rpcError.ts";

const MAX_HISTORY_BLOCKS = 1_024;
const SUGGESTION_BLOCKS = 20;
const SUGGESTION_PERCENTILE = 60;
/** 0.001 gwei: enough where nobody competes. */
const MIN_SUGGESTED_TIP = 1_000_000n;

type Priced = { tip: bigint; gasUsed: bigint };

export function feeMethods(context: RpcContext): Methods {
  const { reader, preset } = context;
  const upcomingBaseFee = () => nextBaseFee(reader.head().header, preset.baseFeeFloorPerGas);
  return {
    eth_gasPrice: () => quantity(upcomingBaseFee() + suggestedTip(context)),
    eth_maxPriorityFeePerGas: () => quantity(suggestedTip(context)),
    eth_blobBaseFee: () => "0x1",
    eth_feeHistory: ([count, newest, percentiles]) => feeHistory(context, count, newest, percentiles),
  };
}

function suggestedTip(context: RpcContext): bigint {
  const head = context.reader.head().header.number;
  const tips: Priced[] = [];
  for (let n = head; n > Math.max(0, head - SUGGESTION_BLOCKS); n--)
    if ((context.reader.header(n)?.header.gasUsed ?? 0n) > 0n) tips.push(...tipsOf(context, n));
  const [tip = 0n] = rewardsAt(tips, [SUGGESTION_PERCENTILE]);
  return tip > MIN_SUGGESTED_TIP ? tip : MIN_SUGGESTED_TIP;
}

function feeHistory(context: RpcContext, count: unknown, newest: unknown, percentiles: unknown): unknown {
  const { reader, preset } = context;
  const wanted = Math.min(safeInteger(count, "blockCount"), MAX_HISTORY_BLOCKS);
  const wantedPercentiles =
    percentiles === undefined || percentiles === null ? [] : parsePercentiles(percentiles);
  const last = Math.min(blockTag(reader, newest).number, reader.head().header.number);
  const first = Math.max(0, last - wanted + 1);
  const baseFeePerGas: string[] = [];
  const gasUsedRatio: number[] = [];
  const reward: string[][] = [];
  for (let n = first; n <= last && wanted > 0; n++) {
    const found = reader.header(n);
    if (found === undefined) break;
    const { header } = found;
    baseFeePerGas.push(quantity(header.baseFeePerGas));
    gasUsedRatio.push(Number(header.gasUsed) / Number(header.gasLimit));
    if (wantedPercentiles.length > 0) {
      const tips = header.gasUsed > 0n ? tipsOf(context, n) : [];
      reward.push(rewardsAt(tips, wantedPercentiles).map(quantity));
    }
    if (n === last) baseFeePerGas.push(quantity(nextBaseFee(header, preset.baseFeeFloorPerGas)));
  }
  return {
    oldestBlock: quantity(first),
    baseFeePerGas,
    gasUsedRatio,
    baseFeePerBlobGas: baseFeePerGas.map(() => "0x1"),
    blobGasUsedRatio: gasUsedRatio.map(() => 0),
    ...(wantedPercentiles.length > 0 && { reward }),
  };
}

function parsePercentiles(value: unknown): number[] {
  const list = array(value, "rewardPercentiles", 100);
  let previous = 0;
  return list.map((item) => {
    if (typeof item !== "number" || item < previous || item > 100)
      throw invalidParams("invalid reward percentile: expected rising numbers from 0 to 100");
    previous = item;
    return item;
  });
}

function tipsOf({ reader }: RpcContext, number: number): Priced[] {
  const block = reader.block(number);
  const receipts = reader.receipts(number) ?? [];
  return (block?.transactions ?? []).map((tx, i) => ({
    tip: effectiveTip(tx, block?.header.baseFeePerGas ?? 0n),
    gasUsed: receipts[i]?.gasUsed ?? 0n,
  }));
}

/** Weighted by gas, as EIP-1559's fee history defines it. */
function rewardsAt(tips: Priced[], percentiles: readonly number[]): bigint[] {
  const sorted = [...tips].sort((a, b) => (a.tip < b.tip ? -1 : 1));
  const total = sorted.reduce((sum, { gasUsed }) => sum + gasUsed, 0n);
  return percentiles.map((percentile) => {
    const threshold = (total * BigInt(Math.round(percentile * 100))) / 10_000n;
    let sum = 0n;
    for (const { tip, gasUsed } of sorted) {
      sum += gasUsed;
      if (sum >= threshold) return tip;
    }
    return 0n;
  });
}
