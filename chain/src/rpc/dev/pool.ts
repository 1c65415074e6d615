/** Helpers over the mempool, and the rest that development tools ask for at their start. `--dev` only. */
import type { Mempool } from "../../mempool/mempool.ts";
import type { Methods, RpcContext } from "../context.ts";
import { hash } from "../params.ts";

export function poolMethods({ preset, reader }: RpcContext, mempool: Mempool, genesisHash: string): Methods {
  const drop = (value: unknown): unknown => {
    const wanted = hash(value, "transaction hash");
    return mempool.remove(wanted) ? wanted : null;
  };
  return {
    anvil_dropTransaction: ([value]) => drop(value),
    hardhat_dropTransaction: ([value]) => drop(value) !== null,
    anvil_dropAllTransactions: () => {
      mempool.clear();
      return null;
    },
    hardhat_metadata: () => ({
      clientVersion: "CyberMiles",
      chainId: preset.chainId,
      instanceId: genesisHash,
      latestBlockNumber: reader.head().header.number,
      latestBlockHash: reader.head().hash,
    }),
  };
}
