/**
 * Block timestamps in whole seconds: never before the parent, never ahead of the clock. With `--dev` strictly increasing,
 * as other people's test suites expect, which can run ahead of the clock when blocks come faster than seconds.
 */
export type BlockTimeInput = {
  parentSec: number;
  nowMs: number;
  strictlyIncreasing: boolean;
  /** What `evm_increaseTime` has added so far. */
  offsetSec: number;
  /** What `evm_setNextBlockTimestamp` asked for. */
  fixedSec: number | undefined;
};

export function nextTimestampSec(input: BlockTimeInput): number {
  if (input.fixedSec !== undefined) return input.fixedSec;
  const earliest = input.parentSec + (input.strictlyIncreasing ? 1 : 0);
  return Math.max(earliest, Math.floor(input.nowMs / 1_000) + input.offsetSec);
}
