/**
 * The parameters of each network of ours. Everything that all nodes of one chain must agree on stands here or in its genesis.
 * Prices in atto CMT per gas, gas in gas, times in the unit of the name.
 */
import type { Hex } from "../encoding/hex.ts";
import type { RulesName } from "../execution/rules.ts";

export type ChainName = "devnet" | "testnet" | "mainnet";

/** Rising by block; a fork is active from its block on. */
export type Fork = { rules: RulesName; fromBlock: number };

export type ChainPreset = {
  name: ChainName;
  chainId: number;
  forks: readonly Fork[];
  blockGasLimit: bigint;
  /** EIP-7825. */
  transactionGasCap: bigint;
  baseFeeFloorPerGas: bigint;
  /** Where the base fee goes: to the block's beneficiary, which is the reward pool, or nowhere. */
  baseFeeSink: "rewardPool" | "burn";
  rewardPool: Hex;
  /** Reverse diffs kept: how far back state can be read and blocks can be taken back. */
  historyBlocks: number;
  /** The embedded sequencer. */
  minBlockIntervalMs: number;
  heartbeatMs: number;
  mempool: { maxTransactions: number; maxPerSender: number; queuedLifetimeMs: number };
  /** Well-known keys and `--dev` methods exist on this chain. */
  hasDevelopmentAccounts: boolean;
};

const shared = {
  forks: [{ rules: "osaka", fromBlock: 0 }],
  blockGasLimit: 30_000_000n,
  transactionGasCap: 16_777_216n,
  baseFeeFloorPerGas: 10_000_000n,
  baseFeeSink: "rewardPool",
  rewardPool: "0x434d540000000000000000000000000000000001",
  historyBlocks: 128,
  minBlockIntervalMs: 40,
  heartbeatMs: 5_000,
  mempool: { maxTransactions: 8_192, maxPerSender: 256, queuedLifetimeMs: 3 * 60 * 60 * 1_000 },
} as const satisfies Partial<ChainPreset>;

export const devnet: ChainPreset = {
  ...shared,
  name: "devnet",
  chainId: 441_070_802,
  hasDevelopmentAccounts: true,
};
export const testnet: ChainPreset = {
  ...shared,
  name: "testnet",
  chainId: 441_070_801,
  hasDevelopmentAccounts: false,
};
/** 0x434d54: "CMT". */
export const mainnet: ChainPreset = {
  ...shared,
  name: "mainnet",
  chainId: 4_410_708,
  hasDevelopmentAccounts: false,
};

export const presets: Readonly<Record<ChainName, ChainPreset>> = { devnet, testnet, mainnet };
