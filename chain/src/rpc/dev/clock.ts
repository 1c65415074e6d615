/** evm_ and anvil_ helpers that mine and move time. `--dev` only. */
import { quantity } from "../../encoding/hex.ts";
import type { Sequencer } from "../../sequencer/sequencer.ts";
import type { Method, Methods, RpcContext } from "../context.ts";
import { object, optional, safeInteger } from "../params.ts";
import { invalidParams } from "../rpcError.ts";

const MAX_MINED_BLOCKS = 100_000;

export type DevelopmentClock = { sequencer: Sequencer; saveOffset: () => void };

export function clockMethods(
  { reader, nextTimestampSec }: RpcContext,
  { sequencer, saveOffset }: DevelopmentClock,
): Methods {
  const increaseTime: Method = ([seconds]) => {
    // Strictly increasing timestamps may have run ahead of the clock: the leap starts at the head, as tests expect.
    const clockSec = Math.floor(Date.now() / 1_000) + sequencer.offsetSec;
    const leadSec = Math.max(0, reader.head().header.timestampSec - clockSec);
    sequencer.offsetSec += leadSec + safeInteger(seconds, "seconds");
    saveOffset();
    return quantity(sequencer.offsetSec);
  };
  const setNextTimestamp: Method = ([value]) => {
    const timestampSec = safeInteger(value, "timestamp");
    const parentSec = reader.head().header.timestampSec;
    if (timestampSec <= parentSec)
      throw invalidParams(
        `Timestamp ${timestampSec} is lower than or equal to previous block's timestamp ${parentSec}`,
      );
    sequencer.fixedTimestampSec = timestampSec;
    return null;
  };
  const setTime: Method = ([value]) => {
    sequencer.offsetSec = safeInteger(value, "timestamp") - Math.floor(Date.now() / 1_000);
    saveOffset();
    return quantity(sequencer.offsetSec);
  };
  const mineMany: Method = async ([count, intervalSec]) => {
    const blocks = optional(count, "blocks", safeInteger) ?? 1;
    const interval = optional(intervalSec, "interval", safeInteger);
    if (blocks > MAX_MINED_BLOCKS) throw invalidParams(`more than ${MAX_MINED_BLOCKS} blocks`);
    for (let i = 0; i < blocks; i++) {
      const parentSec = reader.head().header.timestampSec;
      await sequencer.mine(i > 0 && interval !== undefined ? parentSec + interval : undefined);
    }
    saveOffset();
    return null;
  };
  const setAutomine: Method = ([enabled]) => {
    sequencer.automine = enabled === true;
    sequencer.kick();
    return true;
  };
  const setIntervalMining: Method = ([value]) => {
    sequencer.setIntervalMining(safeInteger(value, "interval"));
    return true;
  };

  return {
    evm_increaseTime: increaseTime,
    anvil_increaseTime: increaseTime,
    evm_setNextBlockTimestamp: setNextTimestamp,
    anvil_setNextBlockTimestamp: setNextTimestamp,
    evm_setTime: setTime,
    anvil_setTime: setTime,
    /** Takes a timestamp or anvil's `{blocks, timestamp}`. */
    evm_mine: async ([options]) => {
      const request =
        typeof options === "object" && options !== null ? object(options, "options") : { timestamp: options };
      const timestampSec = optional(request.timestamp, "timestamp", safeInteger);
      if (timestampSec !== undefined) setNextTimestamp([timestampSec], undefined);
      const blocks = optional((request as Record<string, unknown>).blocks, "blocks", safeInteger) ?? 1;
      for (let i = 0; i < blocks; i++) await sequencer.mine();
      saveOffset();
      return "0x0";
    },
    anvil_mine: mineMany,
    hardhat_mine: mineMany,
    evm_setAutomine: setAutomine,
    anvil_setAutomine: setAutomine,
    anvil_getAutomine: () => sequencer.automine,
    hardhat_getAutomine: () => sequencer.automine,
    evm_setIntervalMining: setIntervalMining,
    anvil_setIntervalMining: setIntervalMining,
    anvil_nodeInfo: () => ({
      currentBlockTimestamp: nextTimestampSec(),
      currentBlockNumber: quantity(reader.head().header.number),
    }),
  };
}
