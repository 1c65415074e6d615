/** What the routes work with: storage, chain, keys and the running follower, put together by `service.ts`. */
import type { EventEmitter } from "node:events";
import type { Logger } from "pino";
import type { GatewayChain } from "./chain/gatewayChain.ts";
import type { PaymentsConfig } from "./config.ts";
import type { Store } from "./database/store.ts";
import type { ChainHead } from "./invoices/stateMachine.ts";
import type { StateRules } from "./invoices/updateState.ts";
import type { ServiceKey } from "./keys/serviceKey.ts";
import type { RateSource } from "./rates/rateSource.ts";

export type Gateway = {
  config: PaymentsConfig;
  store: Store;
  chain: GatewayChain;
  serviceKey: ServiceKey;
  rates: RateSource;
  log: Logger;
  rules: StateRules;
  defaultArbiter: string | undefined;
  /** Emits "change" after anything that may have changed an invoice. */
  changes: EventEmitter;
  head(): ChainHead;
  publicUrl(): string;
  allowedOrigins(): readonly string[];
  /** Chain time where it runs ahead of the clock (a devnet that was moved on), else the clock. */
  nowSec(): number;
};
