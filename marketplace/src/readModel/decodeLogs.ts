// Turns a block's raw logs into the suite's typed events. A log counts only when the contract that is deployed for its
// event emitted it: anybody may emit an event of the same shape elsewhere. ERC-20 transfers count from any address.
import { arbiterRegistryAbi } from "@cybermiles/contracts/abi/arbiterRegistry";
import { checkoutAbi } from "@cybermiles/contracts/abi/checkout";
import { currencyListAbi } from "@cybermiles/contracts/abi/currencyList";
import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import { listingsAbi } from "@cybermiles/contracts/abi/listings";
import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import { profilesAbi } from "@cybermiles/contracts/abi/profiles";
import { rewardsProgramAbi } from "@cybermiles/contracts/abi/rewardsProgram";
import type { Deployment } from "@cybermiles/contracts/deployments";
import { type Abi, decodeEventLog, erc20Abi, type Hex, type ParseEventLogsReturnType } from "viem";

const abis = {
  merchantRegistry: merchantRegistryAbi,
  profiles: profilesAbi,
  currencyList: currencyListAbi,
  listings: listingsAbi,
  checkout: checkoutAbi,
  escrow: escrowAbi,
  arbiterRegistry: arbiterRegistryAbi,
  rewardsProgram: rewardsProgramAbi,
} as const;

type EventOf<A extends Abi> = Extract<
  ParseEventLogsReturnType<A, undefined, true>[number],
  { eventName: string; args: unknown }
>;
type Pick2<E> = E extends { eventName: infer N; args: infer A } ? { eventName: N; args: A } : never;

export type SuiteEvent = {
  [K in keyof typeof abis]: { contract: K } & Pick2<EventOf<(typeof abis)[K]>>;
}[keyof typeof abis];

export type RawLog = {
  address: string;
  topics: readonly string[];
  data: string;
  logIndex: number;
  transactionHash: string;
  transactionIndex: number;
};

export type LogPlace = { logIndex: number; transactionHash: string; transactionIndex: number };
export type DecodedEvent = SuiteEvent & { place: LogPlace };
export type TokenTransfer = { token: string; from: string; to: string; amountAtto: bigint; place: LogPlace };

/** @returns the decoder for one deployment: events of the suite's contracts, in order. */
export function suiteEventDecoder(deployment: Deployment): (logs: readonly RawLog[]) => DecodedEvent[] {
  const contractAt = new Map<string, keyof typeof abis>();
  for (const name of Object.keys(abis) as (keyof typeof abis)[]) {
    contractAt.set(deployment.contracts[name].toLowerCase(), name);
  }
  return (logs) =>
    logs.flatMap((log) => {
      const contract = contractAt.get(log.address.toLowerCase());
      const event = contract && decode(abis[contract], log);
      if (!contract || !event) return [];
      const { logIndex, transactionHash, transactionIndex } = log;
      return [
        {
          contract,
          ...event,
          place: { logIndex, transactionHash, transactionIndex },
        } as unknown as DecodedEvent,
      ];
    });
}

/** @returns ERC-20 transfers of any contract; ERC-721's have another shape and are left out. */
export function tokenTransfers(logs: readonly RawLog[]): TokenTransfer[] {
  return logs.flatMap((log) => {
    const event = decode(erc20Abi, log);
    if (event?.eventName !== "Transfer") return [];
    const { from, to, value } = event.args as { from: string; to: string; value: bigint };
    const { logIndex, transactionHash, transactionIndex } = log;
    return [
      {
        token: log.address.toLowerCase(),
        from: from.toLowerCase(),
        to: to.toLowerCase(),
        amountAtto: value,
        place: { logIndex, transactionHash, transactionIndex },
      },
    ];
  });
}

function decode(abi: Abi, log: RawLog): { eventName: string; args: unknown } | undefined {
  const [signature, ...indexed] = log.topics as Hex[];
  if (!signature) return undefined;
  try {
    const { eventName, args } = decodeEventLog({
      abi,
      data: log.data as Hex,
      topics: [signature, ...indexed],
    });
    return eventName === undefined ? undefined : { eventName, args: args ?? {} };
  } catch {
    return undefined; // another event, or data that does not fit: not one of ours
  }
}
