/** One order, kept fresh by the API's event stream. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Order } from "../../../../src/api/schema/orders.ts";
import { request, withQuery } from "../../api/http.ts";
import { queryClient } from "../../api/queryClient.ts";
import { useWallet } from "../../wallet/connection.ts";

export function useOrder(orderId: string) {
  const { address } = useWallet();
  useEffect(() => {
    const stream = new EventSource(withQuery("/api/events", { order: orderId }));
    stream.onmessage = (message) => {
      const event = JSON.parse(message.data as string) as { type: string };
      if (event.type === "order") void queryClient.invalidateQueries({ queryKey: ["orders"] });
    };
    return () => stream.close();
  }, [orderId]);
  return useQuery({
    queryKey: ["orders", "one", orderId, address],
    queryFn: ({ signal }) => request<Order>(`/api/orders/${encodeURIComponent(orderId)}`, { signal }),
    refetchInterval: 20_000,
  });
}
