/**
 * The suite's own contracts with their ABIs. Heavy (all ABIs): only pages that decode or read load it.
 */
import { arbiterRegistryAbi } from "@cybermiles/contracts/abi/arbiterRegistry";
import { checkoutAbi } from "@cybermiles/contracts/abi/checkout";
import { currencyListAbi } from "@cybermiles/contracts/abi/currencyList";
import { depositFactoryAbi } from "@cybermiles/contracts/abi/depositFactory";
import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import { listingsAbi } from "@cybermiles/contracts/abi/listings";
import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import { profilesAbi } from "@cybermiles/contracts/abi/profiles";
import { rewardsProgramAbi } from "@cybermiles/contracts/abi/rewardsProgram";
import type { Abi } from "viem";
import type { MarketplaceConfig } from "../../../../../src/api/schema/config.ts";
import { type ContractBook, contractBook } from "./knownContracts.ts";

export const ABIS = {
  merchantRegistry: merchantRegistryAbi,
  profiles: profilesAbi,
  currencyList: currencyListAbi,
  listings: listingsAbi,
  checkout: checkoutAbi,
  depositFactory: depositFactoryAbi,
  escrow: escrowAbi,
  arbiterRegistry: arbiterRegistryAbi,
  rewardsProgram: rewardsProgramAbi,
} as const;

export type OurContractName = keyof typeof ABIS;

export function ourContracts(config: MarketplaceConfig) {
  return Object.entries(ABIS).map(([name, abi]) => ({
    name: name as OurContractName,
    abi: abi as Abi,
    address: config.contracts[name as OurContractName],
  }));
}

export function ourContractBook(config: MarketplaceConfig): ContractBook {
  return contractBook(ourContracts(config));
}
