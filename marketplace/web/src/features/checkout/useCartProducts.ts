/** The products of the cart as they are now: prices, stock, terms. Asked again on every visit. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Batch, Product } from "../../../../src/api/schema/listings.ts";
import { request } from "../../api/http.ts";
import { useCart } from "./cart.ts";

export function useCartProducts() {
  const ids = useCart().map((line) => line.listingId);
  return useQuery({
    queryKey: ["listings", "batch", [...ids].sort().join(",")],
    queryFn: async ({ signal }): Promise<Product[]> => {
      if (ids.length === 0) return [];
      const batch = await request<Batch>("/api/listings/batch", { query: { ids: ids.join(",") }, signal });
      return batch.data;
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
