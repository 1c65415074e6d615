// The marketplace's API as an ordinary user has it: signed in with Ethereum through the gateway, cookie and CSRF token
// on every change. A refusal becomes an error with the API's own code.
import type { LocalAccount } from "viem";
import { createSiweMessage } from "viem/siwe";
import type { ApiErrorBody } from "../api/schema/paging.ts";

export type ApiClient = {
  address: `0x${string}`;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  upload<T>(path: string, file: Buffer, name: string): Promise<T>;
};

type SignInOptions = { marketplaceUrl: string; account: LocalAccount; chainId: number };

export async function signIn(options: SignInOptions): Promise<ApiClient> {
  const session = await openSession(options);
  const call = async (path: string, init: RequestInit) =>
    answerOf(
      await fetch(`${options.marketplaceUrl}${path}`, { ...init, headers: { ...session, ...init.headers } }),
    );
  return {
    address: options.account.address.toLowerCase() as `0x${string}`,
    get: (path) => call(path, {}) as never,
    post: (path, body) =>
      call(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }) as never,
    upload: (path, file, name) => {
      const form = new FormData();
      form.set("file", new Blob([new Uint8Array(file)]), name);
      return call(path, { method: "POST", body: form }) as never;
    },
  };
}

/** @returns the headers that every request of this session carries. */
export async function openSession(options: SignInOptions): Promise<Record<string, string>> {
  const { marketplaceUrl, account, chainId } = options;
  const { host, origin } = new URL(marketplaceUrl);
  const headers = { "content-type": "application/json", origin };
  const { nonce } = (await answerOf(
    await fetch(`${marketplaceUrl}/gateway/v1/auth/nonce`, { method: "POST", headers, body: "{}" }),
  )) as { nonce: string };
  const message = createSiweMessage({
    address: account.address,
    chainId,
    domain: host,
    uri: origin,
    nonce,
    version: "1",
    issuedAt: new Date(),
  });
  const signature = await account.signMessage({ message });
  const verified = await fetch(`${marketplaceUrl}/gateway/v1/auth/verify`, {
    method: "POST",
    headers,
    body: JSON.stringify({ message, signature }),
  });
  const cookie = verified.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const { csrfToken } = (await answerOf(verified)) as { csrfToken: string };
  return { cookie, origin, "x-csrf-token": csrfToken };
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return text === "" ? null : JSON.parse(text);
  throw new ApiRefusal(response, text);
}

export class ApiRefusal extends Error {
  override readonly name = "ApiRefusal";
  readonly code: string;

  constructor(response: Response, text: string) {
    let body: Partial<ApiErrorBody> = {};
    try {
      body = JSON.parse(text) as ApiErrorBody;
    } catch {
      // not ours: the status says enough
    }
    super(
      `${response.status} at ${new URL(response.url).pathname}: ${body.error?.message ?? text.slice(0, 200)}`,
    );
    this.code = body.error?.code ?? `http_${response.status}`;
  }
}
