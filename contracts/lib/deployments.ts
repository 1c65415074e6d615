/**
 * Where the application contracts of a chain live: one JSON file a chain, `<dir>/<chainId>-<genesisHash>.json`.
 * dir is DEPLOYMENTS_DIR or contracts/deployments. The genesis hash keeps a wiped devnet from being mistaken for
 * the one before it. `readDeployment` also asks the chain whether the code is there.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Address, createPublicClient, type Hex, http, isAddress, isHash, type PublicClient } from "viem";

/** The application contracts in the order in which they are deployed; a later one never moves an earlier one. */
export const deployedNames = [
  "merchantRegistry",
  "profiles",
  "currencyList",
  "listings",
  "checkout",
  "depositFactory",
  "escrow",
  "arbiterRegistry",
  "rewardsProgram",
] as const;

export type DeployedName = (typeof deployedNames)[number];
export type DeployedContracts = Readonly<Record<DeployedName, Address>>;

export interface DemoToken {
  readonly address: Address;
  readonly name: string;
  readonly symbol: string;
  readonly decimals: number;
}

export interface Deployment {
  readonly chainId: number;
  readonly genesisHash: Hex;
  /** The block before the first contract: nothing of ours is older. */
  readonly blockNumber: number;
  readonly contracts: DeployedContracts;
  /** ERC-20s that exist for trying things out; devnet alone. */
  readonly demoTokens?: readonly DemoToken[];
}

/** What names a chain: its id and the hash of its block 0. */
export interface ChainIdentity {
  readonly chainId: number;
  readonly genesisHash: Hex;
}

export function deploymentsDir(): string {
  return process.env.DEPLOYMENTS_DIR ?? join(import.meta.dirname, "..", "deployments");
}

export function deploymentPath(dir: string, chain: ChainIdentity): string {
  return join(dir, `${chain.chainId}-${chain.genesisHash}.json`);
}

export async function identifyChain(client: PublicClient): Promise<ChainIdentity> {
  const [chainId, genesis] = await Promise.all([client.getChainId(), client.getBlock({ blockNumber: 0n })]);
  return { chainId, genesisHash: genesis.hash };
}

/**
 * The deployment of the chain behind `rpcUrl`, with its code checked.
 * @throws {DeploymentError} where there is none, its file is damaged or a contract has no code.
 */
export async function readDeployment(options: { rpcUrl: string; dir?: string }): Promise<Deployment> {
  const client = createPublicClient({ transport: http(options.rpcUrl) });
  const chain = await identifyChain(client);
  const path = deploymentPath(options.dir ?? deploymentsDir(), chain);
  const deployment = readDeploymentFile(path, chain);
  if (deployment === undefined) {
    throw new DeploymentError("not_deployed", path, `Nothing is deployed on chain ${chain.chainId} yet`);
  }
  const empty = await contractsWithoutCode(client, deployment.contracts);
  if (empty.length > 0) {
    throw new DeploymentError("no_code", path, `The chain has no code for ${empty.join(", ")}`);
  }
  return deployment;
}

/** The file's content, or undefined where there is no file. Does not ask the chain. */
export function readDeploymentFile(path: string, chain: ChainIdentity): Deployment | undefined {
  if (!existsSync(path)) return undefined;
  const deployment = parseDeployment(path, readFileSync(path, "utf8"));
  if (deployment.chainId !== chain.chainId || deployment.genesisHash !== chain.genesisHash) {
    throw new DeploymentError("other_chain", path, `It is of chain ${deployment.chainId}`);
  }
  return deployment;
}

/** Written beside and renamed, so that a reader sees a whole file or none. */
export function writeDeploymentFile(path: string, deployment: Deployment): void {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(`${path}.tmp`, `${JSON.stringify(deployment, null, 2)}\n`);
  renameSync(`${path}.tmp`, path);
}

export async function contractsWithoutCode(
  client: PublicClient,
  contracts: DeployedContracts,
): Promise<DeployedName[]> {
  const codes = await Promise.all(deployedNames.map((name) => client.getCode({ address: contracts[name] })));
  return deployedNames.filter((_, index) => (codes[index] ?? "0x") === "0x");
}

function parseDeployment(path: string, text: string): Deployment {
  const fail = (field: string) =>
    new DeploymentError("damaged", path, `Its field ${field} is missing or wrong`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new DeploymentError("damaged", path, "It is not JSON");
  }
  const value = parsed as Deployment;
  if (!Number.isSafeInteger(value?.chainId)) throw fail("chainId");
  if (!isHash(value.genesisHash)) throw fail("genesisHash");
  if (!Number.isSafeInteger(value.blockNumber)) throw fail("blockNumber");
  for (const name of deployedNames) {
    if (!isAddress(value.contracts?.[name])) throw fail(`contracts.${name}`);
  }
  for (const token of value.demoTokens ?? []) {
    if (!isAddress(token.address)) throw fail("demoTokens");
  }
  return value;
}

export type DeploymentErrorCode = "not_deployed" | "no_code" | "other_chain" | "damaged";

export class DeploymentError extends Error {
  readonly code: DeploymentErrorCode;
  readonly path: string;

  constructor(code: DeploymentErrorCode, path: string, why: string) {
    super(`${why} (${path}). Deploy with: npm run deploy -w contracts`);
    this.name = "DeploymentError";
    this.code = code;
    this.path = path;
  }
}
