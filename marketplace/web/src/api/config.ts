/**
 * GET /api/config and /api/rates: chain, contract addresses, currencies, exchange rates.
 * `useConfig()` is for components inside the shell, which waits for it; `loadConfig()` for everything else.
 */
import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { Currency, MarketplaceConfig } from "../../../src/api/schema/config.ts";
import type { Rate, Rates } from "../../../src/api/schema/rates.ts";
import { usePreferences } from "../preferences.ts";
import { request } from "./http.ts";
import { queryClient } from "./queryClient.ts";

export const NATIVE_CURRENCY = "0x0000000000000000000000000000000000000000" as const;

const configQuery = queryOptions({
  queryKey: ["config"],
  queryFn: ({ signal }) => request<MarketplaceConfig>("/api/config", { signal }),
  staleTime: 60_000,
});

export function useConfig(): MarketplaceConfig {
  return useSuspenseQuery(configQuery).data;
}

export function loadConfig(): Promise<MarketplaceConfig> {
  return queryClient.fetchQuery(configQuery);
}

/** Symbol, name and decimals of a currency, as far as the marketplace lists it. */
export function useCurrency(address: string): Currency | undefined {
  return useConfig().currencies.find((currency) => currency.address === address.toLowerCase());
}

const ratesQuery = queryOptions({
  queryKey: ["rates"],
  queryFn: ({ signal }) => request<Rates>("/api/rates", { signal }),
  staleTime: 60_000,
  refetchInterval: 120_000,
});

/** What one CMT is worth, in every currency that has a rate. */
export function useRates(): Rate[] {
  return useQuery(ratesQuery).data?.data ?? [];
}

/** The rate of CMT in the visitor's currency; undefined while loading or where there is none. */
export function useRate(): Rate | undefined {
  const { currency } = usePreferences();
  return useRates().find((rate) => rate.currency === currency);
}
