/** Who and where this node is. */
import { keccak256Hex } from "../../crypto/keccak256.ts";
import { quantity } from "../../encoding/hex.ts";
import type { Methods, RpcContext } from "../context.ts";
import { data } from "../params.ts";

export function networkMethods({ preset, clientVersion }: RpcContext): Methods {
  return {
    eth_chainId: () => quantity(preset.chainId),
    net_version: () => String(preset.chainId),
    net_listening: () => true,
    net_peerCount: () => "0x0",
    web3_clientVersion: () => clientVersion,
    web3_sha3: ([value]) => keccak256Hex(data(value, "data")),
    eth_syncing: () => false,
    eth_protocolVersion: () => "0x44",
    eth_mining: () => false,
    eth_hashrate: () => "0x0",
    eth_coinbase: () => preset.rewardPool,
    eth_accounts: () => [],
  };
}
