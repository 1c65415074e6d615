// What every route works with: the parts that startMarketplace wires together.
import type { Deployment } from "@cybermiles/contracts/deployments";
import type { Logger } from "pino";
import type { PublicClient } from "viem";
import type { MarketplaceServiceConfig } from "../config.ts";
import type { Store } from "../database/store.ts";
import type { KnownContracts } from "../explorer/knownContracts.ts";
import type { TokenReader } from "../explorer/tokenMetadata.ts";
import type { Faucet } from "../faucet/faucet.ts";
import type { LiveEvents } from "../http/liveEvents.ts";
import type { MediaFiles } from "../media/mediaFiles.ts";
import type { PaymentsClient } from "../payments/paymentsClient.ts";

export type Shop = {
  config: MarketplaceServiceConfig;
  /** where people reach this service */
  publicUrl: string;
  log: Logger;
  store: Store;
  client: PublicClient;
  deployment: Deployment;
  known: KnownContracts;
  tokens: TokenReader;
  payments: PaymentsClient;
  media: MediaFiles;
  live: LiveEvents;
  /** devnet only */
  faucet: Faucet | null;
  /** the chain's clock: never behind the last block */
  nowSec: () => number;
  /** the last block in the read models */
  indexedBlock: () => number;
  /** null while it follows the chain */
  followerFault: () => Error | null;
};
