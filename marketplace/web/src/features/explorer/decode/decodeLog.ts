/**
 * Reads one event log by the ABI of the contract that emitted it. Pure; an unknown log gives `undefined`.
 */
import type { AbiEvent, Address, Hex } from "viem";
import { decodeEventLog, toEventSignature } from "viem";
import { type ArgumentRow, flattenArguments } from "./flattenArguments.ts";
import { type ContractBook, isToken } from "./knownContracts.ts";
import { type Sentence, sentenceValues } from "./sentence.ts";

export interface RawLog {
  address: Address;
  topics: readonly Hex[];
  data: Hex;
}

export interface DecodedLog {
  contractName: string;
  eventName: string;
  signature: string;
  rows: ArgumentRow[];
  sentence: Sentence;
}

export function decodeLog(log: RawLog, contractOf: ContractBook): DecodedLog | undefined {
  if (log.topics.length === 0) return undefined;
  const contract = contractOf(log.address);
  try {
    const { eventName, args } = decodeEventLog({
      abi: contract.abi,
      topics: log.topics as [Hex, ...Hex[]],
      data: log.data,
    });
    const abiItem = contract.abi.find(
      (item): item is AbiEvent => item.type === "event" && item.name === eventName,
    );
    if (!abiItem) return undefined;
    const byName = (args ?? {}) as Record<string, unknown>;
    const values = abiItem.inputs.map((input) => byName[input.name ?? ""]);
    return {
      contractName: contract.name,
      eventName: abiItem.name,
      signature: toEventSignature(abiItem),
      rows: flattenArguments(abiItem.inputs, values),
      sentence: {
        key: `event.${contract.name}.${abiItem.name}`,
        values: sentenceValues(abiItem.inputs, values, isToken(contract) ? log.address : null),
      },
    };
  } catch {
    return undefined;
  }
}
