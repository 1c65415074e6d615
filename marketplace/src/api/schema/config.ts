// GET /api/config: what the web app must know before it can do anything. Cacheable for a minute.
import { z } from "zod";
import { addressSchema, hashSchema, uintSchema } from "./primitives.ts";

export const currencySchema = z.object({
  /** address(0) = CMT */
  address: addressSchema,
  symbol: z.string(),
  name: z.string(),
  decimals: z.int(),
  /** smallest dispute bond */
  bondFloorAtto: uintSchema,
});
export type Currency = z.infer<typeof currencySchema>;

export const configSchema = z.object({
  chain: z.object({
    chainId: z.int(),
    name: z.string(),
    /** true: the faucet and the well-known demo accounts exist */
    isDevnet: z.boolean(),
    genesisHash: hashSchema,
    /** same-origin JSON-RPC path; the address for other wallets */
    rpcPath: z.literal("/rpc"),
    rpcUrl: z.string(),
    explorerUrl: z.string(),
    nativeCurrency: z.object({ name: z.string(), symbol: z.string(), decimals: z.literal(18) }),
  }),
  contracts: z.object({
    merchantRegistry: addressSchema,
    profiles: addressSchema,
    currencyList: addressSchema,
    listings: addressSchema,
    checkout: addressSchema,
    depositFactory: addressSchema,
    escrow: addressSchema,
    arbiterRegistry: addressSchema,
    rewardsProgram: addressSchema,
    multicall3: addressSchema,
  }),
  origins: z.object({
    /** where the marketplace is seen from outside: the SIWE domain and uri */
    publicUrl: z.string(),
    gatewayPath: z.literal("/gateway"),
    gatewayUrl: z.string(),
  }),
  currencies: z.array(currencySchema),
  platformFeeBps: z.int(),
  /** smallest and largest windows a listing may set */
  windows: z.object({ minSec: z.int(), maxSec: z.int(), answerSec: z.int(), rulingSec: z.int() }),
  faucet: z.object({ amountAtto: uintSchema, perAddressPerDay: z.int() }).nullable(),
});
export type MarketplaceConfig = z.infer<typeof configSchema>;
