/** Arbiters that a listing may name: active, and not the seller himself. The fullest record comes first. */
import { useQuery } from "@tanstack/react-query";
import type { Arbiters } from "../../../../../src/api/schema/arbiters.ts";
import { request } from "../../../api/http.ts";
import { useWallet } from "../../../wallet/connection.ts";

export function useArbiters() {
  const { address } = useWallet();
  return useQuery({
    queryKey: ["arbiters"],
    queryFn: ({ signal }) => request<Arbiters>("/api/arbiters", { signal }),
    select: ({ data }) =>
      data
        .filter((arbiter) => arbiter.isActive && arbiter.address !== address)
        .sort((a, b) => b.ruled - a.ruled),
  });
}
