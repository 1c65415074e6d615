/**
 * Reads a transaction's input by the ABI of the contract it calls: function, arguments, one sentence in human words.
 * Pure. An unknown contract or an unknown selector gives `undefined`; the screen then shows the raw input.
 */
import type { Abi, AbiFunction, Address, Hex } from "viem";
import { decodeFunctionData, toFunctionSignature, zeroAddress } from "viem";
import { type ArgumentRow, flattenArguments } from "./flattenArguments.ts";
import { type ContractBook, isToken } from "./knownContracts.ts";
import { type Sentence, sentenceValues } from "./sentence.ts";

export interface DecodedCall {
  contractName: string;
  functionName: string;
  signature: string;
  rows: ArgumentRow[];
  sentence: Sentence;
}

export function decodeCall(
  call: { to: Address | null; input: Hex; valueAtto: bigint },
  contractOf: ContractBook,
): DecodedCall | undefined {
  if (!call.to || call.input.length < 10) return undefined;
  const contract = contractOf(call.to);
  const decoded = tryDecode(contract.abi, call.input);
  if (!decoded) return undefined;
  const values = sentenceValues(decoded.abiItem.inputs, decoded.args, isToken(contract) ? call.to : null);
  values.sent = { kind: "amount", amountAtto: call.valueAtto, currency: zeroAddress };
  return {
    contractName: contract.name,
    functionName: decoded.abiItem.name,
    signature: toFunctionSignature(decoded.abiItem),
    rows: flattenArguments(decoded.abiItem.inputs, decoded.args),
    sentence: { key: `call.${contract.name}.${decoded.abiItem.name}`, values },
  };
}

function tryDecode(abi: Abi, data: Hex): { abiItem: AbiFunction; args: readonly unknown[] } | undefined {
  try {
    const { functionName, args } = decodeFunctionData({ abi, data });
    const abiItem = abi.find(
      (item): item is AbiFunction =>
        item.type === "function" && item.name === functionName && item.inputs.length === (args ?? []).length,
    );
    return abiItem && { abiItem, args: args ?? [] };
  } catch {
    return undefined;
  }
}
