/** What the desk knows of the signed-in account; `arbiter` is null where it never registered. */
import { useQuery } from "@tanstack/react-query";
import type { ArbiterSummary } from "../../../../src/api/schema/arbiters.ts";
import { request } from "../../api/http.ts";

export function useArbiterSummary() {
  return useQuery({
    queryKey: ["arbiter", "summary"],
    queryFn: ({ signal }) => request<ArbiterSummary>("/api/arbiter/summary", { signal }),
    refetchInterval: 20_000,
  });
}
