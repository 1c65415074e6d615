/**
 * Finds the application contracts of a chain or deploys them, over any JSON-RPC. Safe to run again at any time:
 * a finished deployment is found by its file; one that was cut short goes on where it stopped, or starts over where
 * the owner's nonce has moved or the code has changed. The half left behind is unreachable and holds nothing.
 * Nobody else may send from the owner's account meanwhile.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import {
  type Account,
  type Address,
  type Chain,
  createPublicClient,
  createWalletClient,
  defineChain,
  encodeDeployData,
  formatEther,
  getAddress,
  type Hex,
  type HttpTransport,
  http,
  type PublicClient,
  type TransactionReceipt,
  type WalletClient,
} from "viem";
import { currencyListAbi } from "../abi/currencyList.ts";
import { readArtifact } from "./artifacts.ts";
import { type DeploymentPlan, planDeployment } from "./deploymentPlan.ts";
import {
  contractsWithoutCode,
  type DemoToken,
  type Deployment,
  deploymentPath,
  deploymentsDir,
  identifyChain,
  readDeploymentFile,
  writeDeploymentFile,
} from "./deployments.ts";

export interface DeployOptions {
  readonly rpcUrl: string;
  /** Signs locally; pays, owns and governs what is deployed. */
  readonly ownerAccount: Account;
  /** Where the deployment file goes; DEPLOYMENTS_DIR or contracts/deployments by default. */
  readonly dir?: string;
  /** The owner by default. */
  readonly feeRecipient?: Address;
  readonly feeBps?: number;
  readonly cmtBondFloorAtto?: bigint;
  /** Also deploys and allow-lists dUSD, a worthless token to try ERC-20 payments with; for devnet. */
  readonly demoToken?: boolean;
  readonly log?: (line: string) => void;
}

interface Connection {
  readonly client: PublicClient;
  readonly wallet: WalletClient<HttpTransport, Chain, Account>;
  readonly log: (line: string) => void;
}

interface Progress {
  readonly owner: Address;
  readonly firstNonce: number;
  readonly planHash: Hex;
  readonly blockNumber: number;
}

const DEFAULT_FEE_BPS = 100;
const DEFAULT_BOND_FLOOR_ATTO = 10n ** 18n;
const POLLING_MS = 50;
const RECEIPT_TIMEOUT_MS = 60_000;
const DEMO_TOKEN = { name: "Demo dollar", symbol: "dUSD", decimals: 18 } as const;

/** @returns The deployment on the chain behind `rpcUrl`, found or made, with its code checked. */
export async function deployAll(options: DeployOptions): Promise<Deployment> {
  const connection = await connect(options);
  const { client, log } = connection;
  const chain = await identifyChain(client);
  const path = deploymentPath(options.dir ?? deploymentsDir(), chain);
  let deployment = readDeploymentFile(path, chain);
  if (deployment !== undefined) {
    const empty = await contractsWithoutCode(client, deployment.contracts);
    if (empty.length > 0) log(`The chain has no code for ${empty.join(", ")}: deploying anew.`);
    if (empty.length > 0) deployment = undefined;
  }
  if (deployment === undefined) {
    const { blockNumber, plan } = await deployContracts(connection, options, `${path}.progress`);
    deployment = { ...chain, blockNumber, contracts: plan.contracts };
    writeDeploymentFile(path, deployment);
    rmSync(`${path}.progress`, { force: true });
  }
  if (options.demoToken && (deployment.demoTokens ?? []).length === 0) {
    const token = await deployDemoToken(connection, deployment);
    deployment = { ...deployment, demoTokens: [token] };
    writeDeploymentFile(path, deployment);
  }
  return deployment;
}

async function connect(options: DeployOptions): Promise<Connection> {
  const transport = http(options.rpcUrl);
  const client: PublicClient = createPublicClient({ transport, pollingInterval: POLLING_MS });
  const chain = defineChain({
    id: await client.getChainId(),
    name: "CyberMiles",
    nativeCurrency: { name: "CyberMiles Token", symbol: "CMT", decimals: 18 },
    rpcUrls: { default: { http: [options.rpcUrl] } },
  });
  const wallet = createWalletClient({ account: options.ownerAccount, chain, transport });
  return { client, wallet, log: options.log ?? (() => undefined) };
}

async function deployContracts(
  connection: Connection,
  options: DeployOptions,
  progressPath: string,
): Promise<{ blockNumber: number; plan: DeploymentPlan }> {
  const { client, wallet, log } = connection;
  const owner = wallet.account.address;
  const terms = {
    owner,
    feeRecipient: options.feeRecipient ?? owner,
    feeBps: options.feeBps ?? DEFAULT_FEE_BPS,
    cmtBondFloorAtto: options.cmtBondFloorAtto ?? DEFAULT_BOND_FLOOR_ATTO,
  };
  const nonce = await settledNonce(client, owner);
  const started = readProgress(progressPath, owner);
  if (started !== undefined) {
    const plan = planDeployment(terms, started.firstNonce);
    const done = nonce - started.firstNonce;
    if (plan.hash === started.planHash && (await isPrefixDeployed(client, plan, done))) {
      log(`Resuming the deployment after ${done} of ${plan.steps.length} contracts.`);
      await deploySteps(connection, plan, done);
      return { blockNumber: started.blockNumber, plan };
    }
    log("The deployment that was cut short cannot go on: starting over.");
  }
  const plan = planDeployment(terms, nonce);
  const blockNumber = Number(await client.getBlockNumber());
  writeProgress(progressPath, { owner, firstNonce: nonce, planHash: plan.hash, blockNumber });
  await deploySteps(connection, plan, 0);
  return { blockNumber, plan };
}

async function deploySteps(connection: Connection, plan: DeploymentPlan, from: number): Promise<void> {
  for (const [index, step] of plan.steps.entries()) {
    if (index < from) continue;
    const receipt = await send(connection, { data: step.data, nonce: plan.firstNonce + index }, step.name);
    if (receipt.contractAddress?.toLowerCase() !== step.address.toLowerCase()) {
      throw new DeployError("wrong_address", `${step.name} landed at ${receipt.contractAddress}`);
    }
    connection.log(`${step.name} at ${step.address}`);
  }
  const empty = await contractsWithoutCode(connection.client, plan.contracts);
  if (empty.length > 0) throw new DeployError("no_code", `The chain has no code for ${empty.join(", ")}`);
}

async function deployDemoToken(connection: Connection, deployment: Deployment): Promise<DemoToken> {
  const { client, wallet, log } = connection;
  const { abi, bytecode } = readArtifact("DemoToken");
  const args = [DEMO_TOKEN.name, DEMO_TOKEN.symbol, wallet.account.address];
  const { contractAddress } = await send(
    connection,
    { data: encodeDeployData({ abi, bytecode, args }) },
    "demoToken",
  );
  if (!contractAddress) throw new DeployError("wrong_address", "The demo token has no address");
  const allow = await wallet.writeContract({
    address: deployment.contracts.currencyList,
    abi: currencyListAbi,
    functionName: "allow",
    args: [contractAddress, DEFAULT_BOND_FLOOR_ATTO],
  });
  await client.waitForTransactionReceipt({ hash: allow, timeout: RECEIPT_TIMEOUT_MS });
  log(`${DEMO_TOKEN.symbol} at ${contractAddress}`);
  return { address: getAddress(contractAddress), ...DEMO_TOKEN };
}

async function send(
  { client, wallet }: Connection,
  transaction: { data: Hex; nonce?: number },
  what: string,
): Promise<TransactionReceipt> {
  const hash = await wallet.sendTransaction(transaction);
  const receipt = await client.waitForTransactionReceipt({ hash, timeout: RECEIPT_TIMEOUT_MS });
  if (receipt.status !== "success") {
    const balance = formatEther(await client.getBalance({ address: wallet.account.address }));
    throw new DeployError("reverted", `Deploying ${what} reverted (the owner has ${balance} CMT)`);
  }
  return receipt;
}

/** The owner's next nonce once nothing of it waits in the mempool, as after a kill between send and block. */
async function settledNonce(client: PublicClient, owner: Address): Promise<number> {
  const deadlineMs = Date.now() + RECEIPT_TIMEOUT_MS;
  for (;;) {
    const [mined, pending] = await Promise.all([
      client.getTransactionCount({ address: owner, blockTag: "latest" }),
      client.getTransactionCount({ address: owner, blockTag: "pending" }),
    ]);
    if (mined === pending) return mined;
    if (Date.now() > deadlineMs) throw new DeployError("busy", `${owner} still has transactions waiting`);
    await new Promise((resolve) => setTimeout(resolve, POLLING_MS));
  }
}

/** True where exactly the first `done` contracts of the plan have code. */
async function isPrefixDeployed(client: PublicClient, plan: DeploymentPlan, done: number): Promise<boolean> {
  if (done < 0 || done > plan.steps.length) return false;
  const missing = await contractsWithoutCode(client, plan.contracts);
  return plan.steps.every((step, index) => missing.includes(step.name) === index >= done);
}

function readProgress(path: string, owner: Address): Progress | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const progress = JSON.parse(readFileSync(path, "utf8")) as Progress;
    return progress.owner === owner ? progress : undefined;
  } catch {
    return undefined; // cut short while it was written: nothing was sent yet
  }
}

function writeProgress(path: string, progress: Progress): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(progress));
}

export class DeployError extends Error {
  readonly code: "wrong_address" | "no_code" | "reverted" | "busy";

  constructor(code: DeployError["code"], message: string) {
    super(message);
    this.name = "DeployError";
    this.code = code;
  }
}
