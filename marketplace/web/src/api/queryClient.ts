/** One cache of server data for the whole app. Client errors (4xx) are not retried, lost connections twice. */
import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./http.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) =>
        !(error instanceof ApiError && error.status >= 400 && error.status < 500) && failures < 2,
      refetchOnWindowFocus: true,
    },
  },
});
