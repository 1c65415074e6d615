/**
 * The order of deployment and each contract's constructor arguments. Pure.
 * The contracts name each other as immutables in a circle, so each address is computed before anything is deployed:
 * the n-th contract is created by the owner's transaction with nonce `firstNonce + n`.
 */
import { type Address, encodeDeployData, getContractAddress, type Hex, keccak256 } from "viem";
import { artifactNames, readArtifact } from "./artifacts.ts";
import { type DeployedContracts, type DeployedName, deployedNames } from "./deployments.ts";

export interface DeploymentTerms {
  /** Deploys everything; governs the currency list, the fee and the fallback pool. */
  readonly owner: Address;
  readonly feeRecipient: Address;
  /** Platform fee on what sellers receive, at most 500. */
  readonly feeBps: number;
  /** Smallest dispute bond of an order in CMT. */
  readonly cmtBondFloorAtto: bigint;
}

interface DeploymentStep {
  readonly name: DeployedName;
  readonly address: Address;
  /** Creation code with constructor arguments. */
  readonly data: Hex;
}

export interface DeploymentPlan {
  readonly firstNonce: number;
  readonly contracts: DeployedContracts;
  readonly steps: readonly DeploymentStep[];
  /** Of every byte to be deployed: another compiler output or other terms make another plan. */
  readonly hash: Hex;
}

export function planDeployment(terms: DeploymentTerms, firstNonce: number): DeploymentPlan {
  const contracts = Object.fromEntries(
    deployedNames.map((name, index) => [
      name,
      getContractAddress({ from: terms.owner, nonce: BigInt(firstNonce + index) }),
    ]),
  ) as DeployedContracts;
  const args = constructorArgs(terms, contracts);
  const steps = deployedNames.map((name) => {
    const { abi, bytecode } = readArtifact(artifactNames[name]);
    return { name, address: contracts[name], data: encodeDeployData({ abi, bytecode, args: args[name] }) };
  });
  const hash = keccak256(`0x${steps.map((step) => step.data.slice(2)).join("")}`);
  return { firstNonce, contracts, steps, hash };
}

function constructorArgs(
  terms: DeploymentTerms,
  at: DeployedContracts,
): Readonly<Record<DeployedName, readonly unknown[]>> {
  const wiring = {
    checkout: at.checkout,
    currencies: at.currencyList,
    merchants: at.merchantRegistry,
    arbiters: at.arbiterRegistry,
    rewards: at.rewardsProgram,
  };
  return {
    merchantRegistry: [],
    profiles: [],
    currencyList: [terms.owner, terms.cmtBondFloorAtto],
    listings: [at.checkout, at.currencyList, at.arbiterRegistry],
    checkout: [at.escrow, at.listings, at.merchantRegistry, at.rewardsProgram],
    depositFactory: [at.checkout, at.escrow],
    escrow: [terms.owner, wiring, terms.feeRecipient, terms.feeBps],
    arbiterRegistry: [at.escrow, terms.owner],
    rewardsProgram: [at.escrow, at.checkout, at.currencyList],
  };
}
