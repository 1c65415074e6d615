/**
 * The chain as the gateway sees it over JSON-RPC: which chain, where the contracts are, what may be paid with. Reads
 * only; sending is `sweepDeposit.ts`. The read model (follower) answers everything else.
 */
import { currencyListAbi } from "@cybermiles/contracts/abi/currencyList";
import { depositFactoryAbi } from "@cybermiles/contracts/abi/depositFactory";
import { type Deployment, readDeployment } from "@cybermiles/contracts/deployments";
import { type Intent, intentDigest } from "@cybermiles/contracts/intent";
import {
  type Address,
  BaseError,
  type Chain,
  concatHex,
  createPublicClient,
  defineChain,
  erc20Abi,
  getAddress,
  getContractAddress,
  type Hex,
  http,
  type PublicClient,
  zeroAddress,
} from "viem";

export type Currency = { address: Address; symbol: string; decimals: number };

export type GatewayChain = {
  deployment: Deployment;
  client: PublicClient;
  viemChain: Chain;
  /** The zero address is CMT. null: no ERC-20 there. */
  currencyOf(address: Address): Promise<Currency | null>;
  isAllowed(address: Address): Promise<boolean>;
  /** Computed here, as CREATE2 says, and compared with what the contract says. */
  depositAddressOf(intent: Intent): Promise<Address>;
};

const CMT: Currency = { address: zeroAddress, symbol: "CMT", decimals: 18 };
const ALLOWED_CACHE_MS = 10_000;

export async function connectChain(options: {
  rpcUrl: string;
  deploymentsDir: string | undefined;
}): Promise<GatewayChain> {
  const deployment = await findDeployment(options);
  const viemChain = chainOf(deployment.chainId, options.rpcUrl);
  const client: PublicClient = createPublicClient({
    chain: viemChain,
    transport: http(options.rpcUrl, { timeout: 10_000 }),
  });
  const { contracts } = deployment;
  const implementation = await client.readContract({
    address: contracts.depositFactory,
    abi: depositFactoryAbi,
    functionName: "implementation",
  });
  const currencies = new Map<Address, Currency>([
    [zeroAddress, CMT],
    ...(deployment.demoTokens ?? []).map((token): [Address, Currency] => [
      getAddress(token.address),
      { address: getAddress(token.address), symbol: token.symbol, decimals: token.decimals },
    ]),
  ]);
  const allowed = new Map<Address, { value: boolean; untilMs: number }>();

  return {
    deployment,
    client,
    viemChain,
    async currencyOf(address) {
      const known = currencies.get(address) ?? (await readToken(client, address));
      if (known !== null) currencies.set(address, known);
      return known;
    },
    async isAllowed(address) {
      if (address === zeroAddress) return true;
      const cached = allowed.get(address);
      if (cached !== undefined && cached.untilMs > Date.now()) return cached.value;
      const value = await client.readContract({
        address: contracts.currencyList,
        abi: currencyListAbi,
        functionName: "isAllowed",
        args: [address],
      });
      allowed.set(address, { value, untilMs: Date.now() + ALLOWED_CACHE_MS });
      return value;
    },
    async depositAddressOf(intent) {
      const salt = intentDigest({ chainId: deployment.chainId, checkout: contracts.checkout }, intent);
      const computed = cloneAddress({ factory: contracts.depositFactory, implementation, salt });
      const onChain = await client.readContract({
        address: contracts.depositFactory,
        abi: depositFactoryAbi,
        functionName: "addressOf",
        args: [intent],
      });
      if (computed !== onChain) throw new DepositAddressError(computed, onChain);
      return computed;
    },
  };
}

/** @throws {DeploymentError} nothing deployed; {ChainUnreachableError} no node there. */
export async function findDeployment(options: {
  rpcUrl: string;
  deploymentsDir: string | undefined;
}): Promise<Deployment> {
  const { rpcUrl, deploymentsDir } = options;
  try {
    return await readDeployment({ rpcUrl, ...(deploymentsDir === undefined ? {} : { dir: deploymentsDir }) });
  } catch (cause) {
    if (cause instanceof BaseError) throw new ChainUnreachableError(rpcUrl, cause);
    throw cause;
  }
}

function chainOf(chainId: number, rpcUrl: string): Chain {
  return defineChain({
    id: chainId,
    name: "CyberMiles",
    nativeCurrency: { name: "CyberMiles", symbol: "CMT", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
    contracts: { multicall3: { address: "0xcA11bde05977b3631167028862bE2a173976CA11" } },
  });
}

/** CREATE2 of an ERC-1167 clone, as OpenZeppelin's Clones writes its init code. */
export function cloneAddress(at: { factory: Address; implementation: Address; salt: Hex }): Address {
  const bytecode = concatHex([
    "0x3d602d80600a3d3981f3363d3d373d3d3d363d73",
    at.implementation,
    "0x5af43d82803e903d91602b57fd5bf3",
  ]);
  return getContractAddress({ opcode: "CREATE2", from: at.factory, salt: at.salt, bytecode });
}

async function readToken(client: PublicClient, address: Address): Promise<Currency | null> {
  try {
    const [symbol, decimals] = await Promise.all([
      client.readContract({ address, abi: erc20Abi, functionName: "symbol" }),
      client.readContract({ address, abi: erc20Abi, functionName: "decimals" }),
    ]);
    return { address, symbol: symbol.slice(0, 20), decimals };
  } catch (error) {
    if ((error as Error).name === "ContractFunctionExecutionError") return null;
    throw error;
  }
}

export class ChainUnreachableError extends Error {
  override readonly name = "ChainUnreachableError";
  readonly code = "CHAIN_UNREACHABLE";

  constructor(rpcUrl: string, cause: BaseError) {
    super(`The node at ${rpcUrl} does not answer (${cause.shortMessage}); start it, or set RPC_URL.`, {
      cause,
    });
  }
}

class DepositAddressError extends Error {
  override readonly name = "DepositAddressError";
  readonly code = "DEPOSIT_ADDRESS_MISMATCH";

  constructor(computed: Address, onChain: Address) {
    super(
      `The deposit address computed here is ${computed}, the contract says ${onChain}; refusing to show either.`,
    );
  }
}
