/** For tests: the real service on PGlite over a test chain, with a signed-in merchant that may take payments. */
import path from "node:path";
import type { HDAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { readConfig } from "../config.ts";
import { type PaymentsService, startPayments } from "../service.ts";
import type { TestChain } from "./testChain.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests read answers freely
export type Answer = { status: number; body: any; headers: Headers; text: string };

export type Caller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export function testConfig(chain: TestChain, name: string, env: Record<string, string> = {}) {
  return readConfig({
    PAYMENTS_PORT: "0",
    DATA_DIR: path.join(chain.dir, name),
    RPC_URL: chain.rpcUrl,
    DEPLOYMENTS_DIR: path.join(chain.dir, "deployments"),
    WEBHOOK_ALLOW_PRIVATE: "1",
    LOG_LEVEL: "silent",
    RATE_LIMIT_PER_MINUTE: "100000",
    ...env,
  });
}

export function startTestPayments(
  chain: TestChain,
  name: string,
  env: Record<string, string> = {},
): Promise<PaymentsService> {
  return startPayments(testConfig(chain, name, env));
}

export function callerOf(url: string, headers: Record<string, string> = {}): Caller {
  return async (method, where, body, more = {}) => {
    const response = await fetch(url + where, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers, ...more },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      redirect: "manual",
    });
    const text = await response.text();
    const json = response.headers.get("content-type")?.includes("json");
    return {
      status: response.status,
      body: json ? JSON.parse(text) : undefined,
      headers: response.headers,
      text,
    };
  };
}

export async function signIn(url: string, account: HDAccount, chainId: number): Promise<Caller> {
  const call = callerOf(url);
  const { nonce } = (await call("POST", "/v1/auth/nonce")).body;
  const { host } = new URL(url);
  const message = createSiweMessage({
    address: account.address,
    chainId,
    domain: host,
    uri: url,
    version: "1",
    nonce,
    issuedAt: new Date(),
  });
  const answer = await call("POST", "/v1/auth/verify", {
    message,
    signature: await account.signMessage({ message }),
  });
  if (answer.status !== 200) throw new Error(answer.text);
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  return callerOf(url, { cookie, "x-csrf-token": answer.body.csrfToken });
}

export type TestShop = {
  owner: Caller;
  key: Caller;
  authorization: string;
  merchantId: string;
  signer: `0x${string}`;
};

const ALL_SCOPES = [
  "invoices:read",
  "invoices:write",
  "webhooks:read",
  "webhooks:write",
  "events:read",
  "merchant:read",
];

export async function openShop(chain: TestChain, url: string, account: HDAccount): Promise<TestShop> {
  const owner = await signIn(url, account, chain.deployment.chainId);
  const merchant = (await owner("POST", "/v1/merchants", { name: "Bean & Leaf" })).body;
  const signer = merchant.gatewaySigner.address;
  await chain.registerMerchant(account, signer);
  await until(async () => (await owner("GET", "/v1/merchant")).body.gatewaySigner.status === "current");
  const made = await owner("POST", "/v1/api_keys", { name: "server", livemode: true, scopes: ALL_SCOPES });
  if (made.status !== 201) throw new Error(made.text);
  const authorization = `Bearer ${made.body.secret}`;
  return {
    owner,
    key: callerOf(url, { authorization }),
    authorization,
    merchantId: merchant.id,
    signer,
  };
}

export async function until(condition: () => Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const endMs = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > endMs) throw new Error("the condition did not come true in time");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
