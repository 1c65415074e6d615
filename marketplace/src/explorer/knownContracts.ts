// The ABIs the explorer decodes with: the deployed contracts by address, reward tokens by being one, ERC-20 for any
// other token, and all of them together for a function or event of an unknown contract.
import { arbiterRegistryAbi } from "@cybermiles/contracts/abi/arbiterRegistry";
import { checkoutAbi } from "@cybermiles/contracts/abi/checkout";
import { currencyListAbi } from "@cybermiles/contracts/abi/currencyList";
import { depositFactoryAbi } from "@cybermiles/contracts/abi/depositFactory";
import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import { listingsAbi } from "@cybermiles/contracts/abi/listings";
import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import { merchantTokenAbi } from "@cybermiles/contracts/abi/merchantToken";
import { profilesAbi } from "@cybermiles/contracts/abi/profiles";
import { rewardsProgramAbi } from "@cybermiles/contracts/abi/rewardsProgram";
import type { Deployment } from "@cybermiles/contracts/deployments";
import { type Abi, erc20Abi, multicall3Abi, toFunctionSelector } from "viem";

export const MULTICALL3 = "0xca11bde05977b3631167028862be2a173976ca11";
const CREATE2_DEPLOYER = "0x4e59b44847b379578588920ca78fbf26c0b4956c";
const HISTORY = "0x0000f90827f1c53a10cb7a02335b175320002935";

const abis: Record<keyof Deployment["contracts"], Abi> = {
  merchantRegistry: merchantRegistryAbi,
  profiles: profilesAbi,
  currencyList: currencyListAbi,
  listings: listingsAbi,
  checkout: checkoutAbi,
  depositFactory: depositFactoryAbi,
  escrow: escrowAbi,
  arbiterRegistry: arbiterRegistryAbi,
  rewardsProgram: rewardsProgramAbi,
};

const allAbi: Abi = [...Object.values(abis), merchantTokenAbi, erc20Abi, multicall3Abi].flat() as Abi;

const functionNames = new Map(
  allAbi.flatMap((item) =>
    item.type === "function" ? [[toFunctionSelector(item), item.name] as const] : [],
  ),
);

export type KnownContracts = ReturnType<typeof knownContracts>;

export function knownContracts(deployment: Deployment, rewardPool: string) {
  const byAddress = new Map<string, { name: string; abi: Abi }>(
    Object.entries(deployment.contracts).map(([name, address]) => [
      address.toLowerCase(),
      { name, abi: abis[name as keyof typeof abis] },
    ]),
  );
  byAddress.set(MULTICALL3, { name: "multicall3", abi: multicall3Abi });
  const places = new Map([
    [CREATE2_DEPLOYER, "CREATE2 deployer"],
    [HISTORY, "Block hash history"],
    [rewardPool.toLowerCase(), "Reward pool"],
  ]);
  return {
    nameOf: (address: string): string | null => byAddress.get(address)?.name ?? null,
    labelOf: (address: string): string | null => {
      const name = byAddress.get(address)?.name;
      return name ? name.charAt(0).toUpperCase() + name.slice(1) : (places.get(address) ?? null);
    },
    /** Never nothing: an unknown contract is tried with all ABIs. */
    abiOf: (address: string): Abi => byAddress.get(address)?.abi ?? allAbi,
    allAbi,
    /** `pay` for a known selector, the selector itself for another. */
    methodOf: (selector: string | null): string | null =>
      selector === null ? null : (functionNames.get(selector as `0x${string}`) ?? selector),
    namesLike: (text: string): { address: string; name: string }[] =>
      [...byAddress]
        .filter(([, { name }]) => name.toLowerCase().includes(text))
        .map(([address, { name }]) => ({ address, name })),
  };
}
