/**
 * The contracts that the explorer can read: ours from the deployment, and every ERC-20 token by its standard ABI.
 * A name here is also the first part of the i18n keys of the sentences (`call.escrow.ship`).
 */
import type { Abi, Address } from "viem";
import { erc20Abi } from "viem";

export interface KnownContract {
  name: string;
  abi: Abi;
}

export type ContractBook = (address: Address) => KnownContract;

const ERC20_CONTRACT: KnownContract = { name: "erc20", abi: erc20Abi };

/**
 * Builds the look-up; addresses may be in any letter case. An address that is not ours is read as an ERC-20 token:
 * what is no token call or event then simply does not decode.
 */
export function contractBook(contracts: readonly (KnownContract & { address: Address })[]): ContractBook {
  const byAddress = new Map(contracts.map((contract) => [contract.address.toLowerCase(), contract]));
  return (address) => byAddress.get(address.toLowerCase()) ?? ERC20_CONTRACT;
}

export function isToken(contract: KnownContract): boolean {
  return contract.name === ERC20_CONTRACT.name;
}
