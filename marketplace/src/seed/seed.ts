// Loads the demo through the doors that everybody uses: the HTTP API, signed in with Ethereum, and JSON-RPC. Nothing is
// written past them. It may be killed and started again at any time: every step looks at what is there already.
import { readDeployment } from "@cybermiles/contracts/deployments";
import { createPublicClient, http, type LocalAccount } from "viem";
import { chainNetwork, isDevnet } from "../service/chainNetwork.ts";
import { signIn } from "./apiClient.ts";
import { demoShops } from "./catalogue/demoShops.ts";
import { demoAccounts } from "./demoAccounts.ts";
import { listProducts } from "./listProducts.ts";
import { fundPeople, openShops } from "./openShops.ts";
import { playSales, withdrawSome } from "./playSales.ts";
import { seededRandom } from "./random.ts";
import { planRedemptions, planSales } from "./salesPlan.ts";
import type { SeedContext } from "./seedContext.ts";
import { transactionPipeline } from "./transactionPipeline.ts";
import { writeReviews } from "./writeReviews.ts";

export type SeedOptions = {
  rpcUrl: string;
  /** an origin that payments allows to sign in */
  marketplaceUrl: string;
  deploymentsDir?: string;
  keysDir: string;
  /** governs the contracts; by default the key file `owner` */
  owner?: LocalAccount;
  say: (line: string) => void;
};

const PLAN_SEED = 20_261_122;
const INDEX_TIMEOUT_MS = 120_000;
const POLL_MS = 50;

/** @throws {SeedError} on a chain that is no devnet, SeedTransactionError, ApiRefusal */
export async function seedDemo(options: SeedOptions): Promise<void> {
  const context = await openContext(options);
  const { buyers, sellers, arbiters } = context.accounts;
  const people = [...buyers, ...sellers.map((one) => one.account), ...arbiters.map((one) => one.account)];
  await context.indexed(await context.pipeline.settle(people.map(({ address }) => address)));
  await fundPeople(context);
  await openShops(context);
  const listings = await listProducts(context);
  const random = seededRandom(PLAN_SEED);
  const sales = planSales(demoShops, random);
  const redemptions = planRedemptions(demoShops, sales, random);
  const played = await playSales(context, listings, sales);
  const redeemed = await playSales(context, listings, redemptions);
  await writeReviews(context, [...played, ...redeemed], random);
  await withdrawSome(context);
  context.say("the demo catalogue is loaded");
}

async function openContext(options: SeedOptions): Promise<SeedContext> {
  const { rpcUrl, marketplaceUrl, keysDir, say } = options;
  const chainId = await createPublicClient({ transport: http(rpcUrl) }).getChainId();
  if (!isDevnet(chainId)) throw new SeedError(chainId);
  const dir = options.deploymentsDir === undefined ? {} : { dir: options.deploymentsDir };
  const { contracts } = await readDeployment({ rpcUrl, ...dir });
  const accounts = demoAccounts(keysDir, options.owner ?? null);
  const enter = (account: LocalAccount) => signIn({ marketplaceUrl, account, chainId });
  const [buyers, sellers, arbiters] = await Promise.all([
    Promise.all(accounts.buyers.map(enter)),
    Promise.all(accounts.sellers.map(({ account }) => enter(account))),
    Promise.all(accounts.arbiters.map(({ account }) => enter(account))),
  ]);
  say(`${buyers.length} buyers, ${sellers.length} shops and ${arbiters.length} arbiters signed in`);
  return {
    accounts,
    buyers,
    sellers,
    arbiters,
    contracts,
    pipeline: transactionPipeline({ rpcUrl, chain: chainNetwork(chainId, rpcUrl) }),
    keysDir,
    say,
    indexed: (blockNumber) => untilIndexed(marketplaceUrl, blockNumber),
  };
}

async function untilIndexed(marketplaceUrl: string, blockNumber: bigint): Promise<void> {
  const deadlineMs = Date.now() + INDEX_TIMEOUT_MS;
  for (;;) {
    const health = (await (await fetch(`${marketplaceUrl}/healthz`)).json()) as { indexedBlock: number };
    if (BigInt(health.indexedBlock) >= blockNumber) return;
    if (Date.now() > deadlineMs)
      throw new Error(`The marketplace did not read block ${blockNumber} within two minutes.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

export class SeedError extends Error {
  override readonly name = "SeedError";
  readonly code = "not_a_devnet";

  constructor(chainId: number) {
    super(`The demo loads on a devnet only; this is chain ${chainId}.`);
  }
}
