/** Running messages without a transaction. Gas is capped at what one transaction may use, so no call runs long. */
import { bytesToHex, quantity } from "../../encoding/hex.ts";
import type { BlockEnvironment } from "../../execution/execution.ts";
import { rulesAt } from "../../execution/rules.ts";
import { nextEnvironment } from "../../sequencer/sealBlock.ts";
import type { StateReader } from "../../state/stateReader.ts";
import { blockTag, stateBlock } from "../blockTag.ts";
import {
  type CallRequest,
  environmentOf,
  fundedMessage,
  parseCall,
  withBlockOverrides,
  withStateOverrides,
} from "../callRequest.ts";
import { resultOrThrow } from "../callResult.ts";
import type { CallDeps, Methods } from "../context.ts";
import { estimateGas } from "../estimateGas.ts";

export type CallContext = { environment: BlockEnvironment; state: StateReader };

/** `pending` runs in the block that would be made now, on the state of the latest. */
export function callContext(context: CallDeps, tag: unknown, fallback: "latest" | "pending"): CallContext {
  const { reader, preset } = context;
  const { isPending } = blockTag(reader, tag, fallback);
  const block = stateBlock(reader, isPending ? "latest" : tag);
  return {
    environment: isPending
      ? nextEnvironment(preset, block, context.nextTimestampSec())
      : environmentOf(block),
    state: reader.stateAt(block.header.number),
  };
}

export function callMethods(context: CallDeps): Methods {
  const { engine, preset } = context;
  const prepare = (params: unknown[], fallback: "latest" | "pending") => {
    const [call, tag, stateOverride, blockOverride] = params;
    const base = callContext(context, tag, fallback);
    const environment = withBlockOverrides(base.environment, blockOverride);
    const state = withStateOverrides(base.state, stateOverride);
    return { environment, state, message: fund(parseCall(call), environment, state) };
  };
  const fund = (call: CallRequest, environment: BlockEnvironment, state: StateReader) =>
    fundedMessage(call, preset.transactionGasCap, environment, state);

  return {
    eth_call: async (params) => {
      const { message, environment, state } = prepare(params, "latest");
      return resultOrThrow(await engine.simulate(message, environment, state));
    },
    eth_estimateGas: async (params) => {
      const { message, environment, state } = prepare(params, "pending");
      return quantity(
        await estimateGas(engine, message, environment, state, rulesAt(preset.forks, environment.number)),
      );
    },
    eth_createAccessList: async (params) => {
      const { message, environment, state } = prepare(params, "latest");
      const first = await engine.simulate(message, environment, state);
      const accessList = first.accessList.filter(
        ({ address, storageKeys }) =>
          storageKeys.length > 0 || (address !== message.from && address !== message.to),
      );
      const second = await engine.simulate({ ...message, accessList }, environment, state);
      return {
        accessList,
        gasUsed: quantity(second.gasUsed),
        ...(second.outcome !== "success" && {
          error: second.haltReason ?? "execution reverted",
          data: bytesToHex(second.returnData),
        }),
      };
    },
  };
}
