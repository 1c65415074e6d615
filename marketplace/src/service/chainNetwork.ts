// What people and wallets call our networks. The faucet and the well-known demo accounts exist on devnet alone.
import { type Chain, defineChain } from "viem";

const DEVNET_ID = 441_070_802;
const NAMES = new Map([
  [4_410_708, "CyberMiles"],
  [441_070_801, "CyberMiles testnet"],
  [DEVNET_ID, "CyberMiles devnet"],
]);

export const REWARD_POOL = "0x434d540000000000000000000000000000000001";

export function chainNetwork(chainId: number, rpcUrl: string): Chain {
  return defineChain({
    id: chainId,
    name: NAMES.get(chainId) ?? `Chain ${chainId}`,
    nativeCurrency: { name: "CyberMiles Token", symbol: "CMT", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
    testnet: chainId === DEVNET_ID,
  });
}

export function isDevnet(chainId: number): boolean {
  return chainId === DEVNET_ID;
}
