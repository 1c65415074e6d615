// GET /api/config: addresses, currencies and limits, from the deployment and the read models.
import type { MarketplaceConfig } from "../api/schema/config.ts";
import { ZERO_ADDRESS } from "../api/schema/primitives.ts";
import { MULTICALL3 } from "../explorer/knownContracts.ts";
import { FAUCET_AMOUNT_ATTO, FAUCET_PER_ADDRESS_PER_DAY } from "../faucet/faucet.ts";
import { chainNetwork, isDevnet } from "./chainNetwork.ts";
import type { Shop } from "./shop.ts";

const HOUR_SEC = 3600;
const DAY_SEC = 24 * HOUR_SEC;
/** As in the contracts: OrderTerms and Escrow. */
const WINDOWS = { minSec: HOUR_SEC, maxSec: 60 * DAY_SEC, answerSec: 3 * DAY_SEC, rulingSec: 7 * DAY_SEC };

export async function readMarketConfig(shop: Shop): Promise<MarketplaceConfig> {
  const { deployment, config, publicUrl } = shop;
  const network = chainNetwork(deployment.chainId, config.publicRpcUrl ?? config.rpcUrl);
  const rows = await shop.store.database.query<{ address: `0x${string}`; bond_floor_atto: bigint }>(
    "select address, bond_floor_atto from currency where is_allowed order by address <> $1, address",
    [ZERO_ADDRESS],
  );
  const [platform] = await shop.store.database.query<{ fee_bps: number }>("select fee_bps from platform");
  const lower = Object.fromEntries(
    Object.entries(deployment.contracts).map(([name, address]) => [name, address.toLowerCase()]),
  ) as Omit<MarketplaceConfig["contracts"], "multicall3">;
  return {
    chain: {
      chainId: deployment.chainId,
      name: network.name,
      isDevnet: isDevnet(deployment.chainId),
      genesisHash: deployment.genesisHash,
      rpcPath: "/rpc",
      rpcUrl: config.publicRpcUrl ?? config.rpcUrl,
      explorerUrl: `${publicUrl}/explorer`,
      nativeCurrency: { ...network.nativeCurrency, decimals: 18 },
    },
    contracts: { ...lower, multicall3: MULTICALL3 },
    origins: {
      publicUrl,
      gatewayPath: "/gateway",
      gatewayUrl: config.publicGatewayUrl ?? config.paymentsUrl,
    },
    currencies: await Promise.all(
      rows.map(async (row) => ({
        address: row.address,
        ...(await shop.tokens(row.address)),
        bondFloorAtto: String(row.bond_floor_atto),
      })),
    ),
    platformFeeBps: platform?.fee_bps ?? 0,
    windows: WINDOWS,
    faucet:
      shop.faucet === null
        ? null
        : { amountAtto: String(FAUCET_AMOUNT_ATTO), perAddressPerDay: FAUCET_PER_ADDRESS_PER_DAY },
  };
}
