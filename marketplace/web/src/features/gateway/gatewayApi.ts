/**
 * Calls to the payment gateway through the marketplace's proxy (`/gateway/v1/...`), as the session's account at one
 * merchant. Lists come in pages; what a screen may do is decided by the gateway, not here.
 */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ApiError, type Query, type RequestOptions, request, withQuery } from "../../api/http.ts";
import type { PagesResult } from "../../components/QueryStates.tsx";
import type {
  ApiKey,
  Delivery,
  GatewayPage,
  Invoice,
  InvoiceCreate,
  Member,
  Merchant,
  MerchantSettings,
  Scope,
  TeamRole,
  WebhookEndpoint,
} from "./gatewayTypes.ts";

const BASE = "/gateway/v1";

/** Which shop a session that belongs to several acts for. */
function headersOf(merchantId: string | null): Record<string, string> {
  return merchantId ? { "cybermiles-merchant": merchantId } : {};
}

function call<T>(merchantId: string | null, path: string, options: RequestOptions = {}): Promise<T> {
  return request<T>(`${BASE}${path}`, { ...options, headers: headersOf(merchantId) });
}

export function getMerchant(merchantId: string, signal: AbortSignal): Promise<Merchant> {
  return call(merchantId, "/merchant", { signal });
}

export function createMerchant(name: string): Promise<Merchant> {
  return call(null, "/merchants", { method: "POST", body: { name } });
}

/** Everything that belongs to one merchant. */
export function gatewayOf(merchantId: string) {
  const at = <T>(path: string, options?: RequestOptions) => call<T>(merchantId, path, options);
  return {
    updateMerchant: (changes: Partial<MerchantSettings>) =>
      at<Merchant>("/merchant", { method: "PATCH", body: changes }),
    listMembers: (signal: AbortSignal) => at<GatewayPage<Member>>("/members", { signal }),
    putMember: (address: string, role: TeamRole) =>
      at<Member>(`/members/${address}`, { method: "PUT", body: { role } }),
    removeMember: (address: string) => at(`/members/${address}`, { method: "DELETE" }),

    getInvoice: (id: string, signal: AbortSignal) => at<Invoice>(`/invoices/${id}`, { signal }),
    createInvoice: (body: InvoiceCreate, idempotencyKey: string) =>
      request<Invoice>(`${BASE}/invoices`, {
        method: "POST",
        body,
        headers: { ...headersOf(merchantId), "idempotency-key": idempotencyKey },
      }),
    markInvoice: (id: string, status: "settled" | "invalid") =>
      at<Invoice>(`/invoices/${id}/mark`, { method: "POST", body: { status } }),
    exportInvoices: (query: Query) => fetchText(`${BASE}/invoices/export.csv`, query, merchantId),

    createEndpoint: (body: { url: string; description?: string; eventTypes: string[]; livemode: boolean }) =>
      at<WebhookEndpoint & { secret: string }>("/webhook_endpoints", { method: "POST", body }),
    updateEndpoint: (id: string, body: Partial<Pick<WebhookEndpoint, "url" | "eventTypes" | "enabled">>) =>
      at<WebhookEndpoint>(`/webhook_endpoints/${id}`, { method: "PATCH", body }),
    removeEndpoint: (id: string) => at(`/webhook_endpoints/${id}`, { method: "DELETE" }),
    endpointSecret: (id: string) => at<{ secret: string }>(`/webhook_endpoints/${id}/secret`),
    getDelivery: (id: string, signal: AbortSignal) => at<Delivery>(`/webhook_deliveries/${id}`, { signal }),
    redeliver: (id: string) => at<Delivery>(`/webhook_deliveries/${id}/redeliver`, { method: "POST" }),

    createKey: (body: { name: string; livemode: boolean; scopes: Scope[] }) =>
      at<ApiKey & { secret: string }>("/api_keys", { method: "POST", body }),
    revokeKey: (id: string) => at(`/api_keys/${id}`, { method: "DELETE" }),
  };
}

/** A list of the gateway, page by page, for components/QueryStates.tsx. */
export function useGatewayPages<T>(merchantId: string, path: string, query: Query = {}): PagesResult<T> {
  return useInfiniteQuery({
    queryKey: ["gateway", merchantId, path, query],
    queryFn: ({ pageParam, signal }) =>
      call<GatewayPage<T>>(merchantId, path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: (data) => data.pages.flatMap((page) => page.data),
    placeholderData: keepPreviousData,
  });
}

async function fetchText(path: string, query: Query, merchantId: string): Promise<string> {
  const response = await fetch(withQuery(path, query), {
    credentials: "same-origin",
    headers: headersOf(merchantId),
  });
  const text = await response.text();
  if (!response.ok)
    throw new ApiError({ status: response.status, code: `http_${response.status}`, message: "" });
  return text;
}
