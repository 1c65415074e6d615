/** The seller centre's figures and things to do, for a number of past days. */
import { useQuery } from "@tanstack/react-query";
import type { SellerSummary } from "../../../../src/api/schema/seller.ts";
import { request } from "../../api/http.ts";

const REFRESH_MS = 20_000;

export function useSellerSummary(days: number) {
  return useQuery({
    queryKey: ["seller", "summary", days],
    queryFn: ({ signal }) => request<SellerSummary>("/api/seller/summary", { query: { days }, signal }),
    refetchInterval: REFRESH_MS,
  });
}
