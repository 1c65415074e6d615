/** An account's CMT in atto, fetched again after every transaction (query key "balance"). */
import { useQuery } from "@tanstack/react-query";
import type { Address } from "./connection.ts";

export function useBalance(address: Address | null) {
  return useQuery({
    queryKey: ["balance", address],
    queryFn: async () => {
      const { getPublicClient } = await import("./clients.ts");
      const client = await getPublicClient();
      return client.getBalance({ address: address as Address });
    },
    enabled: address !== null,
    refetchInterval: 10_000,
  });
}
