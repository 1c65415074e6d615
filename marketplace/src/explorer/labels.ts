// Addresses with the name people know them by: contract, shop, arbiter, reward token.
import type { LabelledAddress } from "../api/schema/explorer.ts";
import type { Store } from "../database/store.ts";
import { accountNames } from "../sellers/accountNames.ts";
import type { KnownContracts } from "./knownContracts.ts";

export type Labels = (address: string) => LabelledAddress;

export async function labelsFor(
  store: Store,
  known: KnownContracts,
  addresses: readonly (string | null)[],
): Promise<Labels> {
  const names = await accountNames(store, addresses);
  const tokens = await store.database.query<{ address: string; symbol: string }>(
    "select address, symbol from token_metadata where address = any($1)",
    [addresses.filter((address) => address !== null)],
  );
  const symbols = new Map(tokens.map((token) => [token.address, token.symbol]));
  return (address) => ({
    address: address as `0x${string}`,
    label: known.labelOf(address) ?? names(address) ?? symbols.get(address) ?? null,
  });
}
