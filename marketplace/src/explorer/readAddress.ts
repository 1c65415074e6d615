// An account or contract: balance and nonce from the node, the rest from the read model.
import type { PublicClient } from "viem";
import type { AddressDetail } from "../api/schema/explorer.ts";
import { labelsFor } from "./labels.ts";
import type { ExplorerParts } from "./listTransactions.ts";

export async function readAddress(
  parts: ExplorerParts & { client: PublicClient },
  address: `0x${string}`,
): Promise<AddressDetail> {
  const { store, known, client, tokens } = parts;
  const [balance, nonce, code] = await Promise.all([
    client.getBalance({ address }),
    client.getTransactionCount({ address }),
    client.getCode({ address }),
  ]);
  const [facts] = await store.database.query<{
    transactions: number;
    creator: `0x${string}` | null;
    creation: `0x${string}` | null;
    is_seller: boolean;
    is_arbiter: boolean;
    is_reward_token: boolean;
  }>(
    `select (select count(*)::int from chain_transaction
         where from_address = $1 or to_address = $1 or contract_address = $1) as transactions,
       (select from_address from chain_transaction where contract_address = $1 limit 1) as creator,
       (select hash from chain_transaction where contract_address = $1 limit 1) as creation,
       exists (select 1 from merchant where address = $1) as is_seller,
       exists (select 1 from arbiter where address = $1) as is_arbiter,
       exists (select 1 from program where token = $1) as is_reward_token`,
    [address],
  );
  const balances = await store.database.query<{ token: `0x${string}`; balance_atto: bigint }>(
    "select token, balance_atto from token_balance where holder = $1 and balance_atto > 0 order by token limit 100",
    [address],
  );
  const labels = await labelsFor(store, known, [address]);
  const createdBy =
    facts?.creator && facts.creation ? { address: facts.creator, transactionHash: facts.creation } : null;
  return {
    ...labels(address),
    isContract: code !== undefined && code !== "0x",
    contractName: known.nameOf(address) ?? (facts?.is_reward_token ? "merchantToken" : null),
    balanceAtto: String(balance),
    nonce,
    transactions: facts?.transactions ?? 0,
    createdBy,
    isSeller: facts?.is_seller ?? false,
    isArbiter: facts?.is_arbiter ?? false,
    tokens: await Promise.all(
      balances.map(async (row) => ({
        address: row.token,
        ...(await tokens(row.token)),
        balanceAtto: String(row.balance_atto),
      })),
    ),
  };
}
