/**
 * Calls the marketplace API (/api/...) and, through its proxy, the payment gateway (/gateway/v1/...).
 * Same origin, cookie session; unsafe methods carry the CSRF token of the session.
 * Money arrives and leaves as decimal strings of the smallest unit; callers turn them into bigint.
 * Every failure is an {@link ApiError} whose message is fit to be shown.
 */

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface RequestOptions {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  query?: Query;
  body?: unknown; // JSON; FormData and Blob (with its type) as they are
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

let csrfToken: string | null = null;

/** The session gives its token here; see session/session.ts. */
export function setCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** For the rare call that cannot go through {@link request}, such as an upload with progress. */
export function csrfHeaders(): Record<string, string> {
  return csrfToken ? { "x-csrf-token": csrfToken } : {};
}

export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const method = options.method ?? "GET";
  const headers: Record<string, string> = { accept: "application/json", ...options.headers };
  const isRaw = options.body instanceof FormData || options.body instanceof Blob;
  if (options.body !== undefined && !isRaw) headers["content-type"] = "application/json";
  if (method !== "GET" && csrfToken) headers["x-csrf-token"] = csrfToken;
  const init: RequestInit = { method, headers, credentials: "same-origin" };
  if (options.signal) init.signal = options.signal;
  if (options.body !== undefined) {
    init.body = isRaw ? (options.body as FormData | Blob) : JSON.stringify(options.body);
  }
  const response = await fetch(withQuery(path, options.query), init).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause;
    throw new ApiError({ status: 0, code: "network_unreachable", message: "", cause });
  });
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  const json = parseJson(text);
  if (!response.ok) throw toApiError(response.status, json);
  return json as T;
}

export function withQuery(path: string, query: Query = {}): string {
  const entries = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  if (entries.length === 0) return path;
  return `${path}?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toApiError(status: number, json: unknown): ApiError {
  const error = (json as { error?: Record<string, unknown> } | null)?.error ?? {};
  return new ApiError({
    status,
    code: typeof error.code === "string" ? error.code : `http_${status}`,
    message: typeof error.message === "string" ? error.message : "",
    ...(typeof error.param === "string" ? { param: error.param } : {}),
    ...(typeof error.request_id === "string" ? { requestId: error.request_id } : {}),
  });
}

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number; // 0 = the server could not be reached
  readonly code: string;
  readonly param: string | undefined; // the faulty field
  readonly requestId: string | undefined;

  constructor(details: {
    status: number;
    code: string;
    message: string;
    param?: string;
    requestId?: string;
    cause?: unknown;
  }) {
    super(details.message || details.code, { cause: details.cause });
    this.status = details.status;
    this.code = details.code;
    this.param = details.param;
    this.requestId = details.requestId;
  }
}
