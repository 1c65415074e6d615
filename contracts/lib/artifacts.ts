/**
 * Reads what Hardhat compiled: ABI and bytecode by contract name, from artifacts/src/.
 * Compile first (`npm run compile -w contracts`); the set-up does so. Contracts link no libraries, so the
 * bytecode is complete. ABIs for typed calls come from abi/*.ts instead.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Abi, Hex } from "viem";

/** What has a committed ABI. The key names the export (`escrow` gives `escrowAbi`), the value the contract. */
export const artifactNames = {
  merchantRegistry: "MerchantRegistry",
  profiles: "Profiles",
  currencyList: "CurrencyList",
  listings: "Listings",
  checkout: "Checkout",
  depositFactory: "DepositFactory",
  escrow: "Escrow",
  arbiterRegistry: "ArbiterRegistry",
  merchantToken: "MerchantToken",
  rewardsProgram: "RewardsProgram",
  demoToken: "DemoToken",
} as const;

export type ContractName = keyof typeof artifactNames;
export const contractNames = Object.keys(artifactNames) as ContractName[];

export interface Artifact {
  readonly contractName: string;
  readonly abi: Abi;
  readonly bytecode: Hex;
  readonly deployedBytecode: Hex;
}

const sourcesDir = join(import.meta.dirname, "..", "artifacts", "src");

/** @throws {MissingArtifactError} where the contract is unknown or nothing is compiled yet. */
export function readArtifact(contractName: string): Artifact {
  const [path] = globSync(`**/${contractName}.sol/${contractName}.json`, { cwd: sourcesDir });
  if (path === undefined) throw new MissingArtifactError(contractName);
  return JSON.parse(readFileSync(join(sourcesDir, path), "utf8")) as Artifact;
}

export class MissingArtifactError extends Error {
  readonly code = "missing_artifact";
  readonly contractName: string;

  constructor(contractName: string) {
    super(`No compiled artifact of ${contractName}. Run: npm run compile -w contracts`);
    this.name = "MissingArtifactError";
    this.contractName = contractName;
  }
}
