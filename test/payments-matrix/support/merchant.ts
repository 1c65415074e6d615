/** A merchant at the gateway as its shop system sees it: signed in, registered on the chain, with key and webhook endpoint. */
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import { zeroHash } from "viem";
import type { HDAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import type { DemoShop } from "./demoShop.ts";
import type { GatewayProcess } from "./gatewayProcess.ts";
import type { World } from "./world.ts";

// biome-ignore lint/suspicious/noExplicitAny: JSON of the API, whose shapes its own tests check
export type Json = any;

export interface Answer {
  status: number;
  body: Json;
}

const YEAR_SEC = 365 * 86_400;

/** One request; network errors reject. */
export async function request(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: Json,
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text };
}

export class Merchant {
  readonly #gateway: GatewayProcess;
  readonly #key: string;

  private constructor(gateway: GatewayProcess, key: string) {
    this.#gateway = gateway;
    this.#key = key;
  }

  /** Signs in, opens the shop at the gateway and on the chain, and points webhooks at the demo shop. */
  static async open(
    world: World,
    gateway: GatewayProcess,
    account: HDAccount,
    shop: DemoShop,
  ): Promise<Merchant> {
    const session = await signIn(world, gateway, account);
    const post = async (path: string, body: Json) => {
      const answer = await request(`${gateway.url}${path}`, "POST", session, body);
      assert.equal(answer.status, 201, JSON.stringify(answer.body));
      return answer.body;
    };
    const { gatewaySigner } = await post("/v1/merchants", { name: "Tea house" });
    const registry = {
      address: world.deployment.contracts.merchantRegistry,
      abi: merchantRegistryAbi,
    } as const;
    await world.stage.send(account, {
      ...registry,
      functionName: "register",
      args: [account.address, zeroHash],
    });
    const expiresAtSec = BigInt(Math.floor(Date.now() / 1000) + YEAR_SEC);
    await world.stage.send(account, {
      ...registry,
      functionName: "addSigner",
      args: [gatewaySigner.address, expiresAtSec],
    });
    const scopes = ["invoices:read", "invoices:write"];
    const { secret: key } = await post("/v1/api_keys", { name: "shop", livemode: true, scopes });
    shop.secret = (await post("/v1/webhook_endpoints", { url: shop.url, livemode: true })).secret;
    const merchant = new Merchant(gateway, key);
    await until(
      "the gateway knows its signer",
      async () => (await merchant.tryInvoice("probe", "1")).status === 201,
    );
    return merchant;
  }

  call(method: string, path: string, body?: Json, headers: Record<string, string> = {}): Promise<Answer> {
    return request(
      `${this.#gateway.url}${path}`,
      method,
      { authorization: `Bearer ${this.#key}`, ...headers },
      body,
    );
  }

  tryInvoice(orderReference: string, amount: string, more: Json = {}): Promise<Answer> {
    const body = { amount, currency: "CMT", orderReference, ...more };
    return this.call("POST", "/v1/invoices", body, { "idempotency-key": encodeURIComponent(orderReference) });
  }

  /** An invoice, asked for again with the same idempotency key until there is an answer. */
  async invoice(orderReference: string, amount: string, more: Json = {}): Promise<Json> {
    const answer = await insistently(() => this.tryInvoice(orderReference, amount, more));
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body;
  }

  async intent(invoiceId: string, refundAddress: string): Promise<Json> {
    const answer = await insistently(() =>
      this.call("POST", `/v1/invoices/${invoiceId}/intent`, { refundAddress }),
    );
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  }

  async read(invoiceId: string): Promise<Json> {
    return (await insistently(() => this.call("GET", `/v1/invoices/${invoiceId}`))).body;
  }

  /** Waits until the invoice's two fields are these. */
  async reaches(
    invoiceId: string,
    status: string,
    additionalStatus: string,
    patienceMs = 30_000,
  ): Promise<Json> {
    let last: Json;
    await until(
      () =>
        `invoice ${status}/${additionalStatus}, it is ${last?.status}/${last?.additionalStatus}\n${this.#gateway.complaints}`,
      async () => {
        last = await this.read(invoiceId);
        return last.status === status && last.additionalStatus === additionalStatus;
      },
      patienceMs,
    );
    return last;
  }
}

export async function until(
  what: string | (() => string),
  done: () => boolean | Promise<boolean>,
  patienceMs = 30_000,
): Promise<void> {
  const endMs = Date.now() + patienceMs;
  while (!(await done())) {
    if (Date.now() > endMs)
      assert.fail(`waited ${patienceMs} ms for: ${typeof what === "string" ? what : what()}`);
    await sleep(25);
  }
}

/** Through restarts of the gateway: no answer, 503 while it starts, and 409 while a killed process's request is open. */
async function insistently(ask: () => Promise<Answer>): Promise<Answer> {
  const endMs = Date.now() + 120_000;
  for (;;) {
    const answer = await ask().catch((error: Error) => error);
    if (!(answer instanceof Error) && !isPassing(answer)) return answer;
    if (Date.now() > endMs) throw new Error("no answer within two minutes", { cause: answer });
    await sleep(50);
  }
}

const isPassing = ({ status, body }: Answer) =>
  status === 503 || (status === 409 && body.error.code === "idempotency_key_in_use");

async function signIn(
  world: World,
  gateway: GatewayProcess,
  account: HDAccount,
): Promise<Record<string, string>> {
  const { body } = await request(`${gateway.url}/v1/auth/nonce`, "POST", {});
  const message = createSiweMessage({
    address: account.address,
    chainId: world.deployment.chainId,
    domain: new URL(gateway.url).host,
    uri: gateway.url,
    nonce: body.nonce,
    version: "1",
    issuedAt: new Date(),
  });
  const signature = await account.signMessage({ message });
  const response = await fetch(`${gateway.url}/v1/auth/verify`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ message, signature }),
  });
  const session = (await response.json()) as { csrfToken: string };
  assert.equal(response.status, 200, JSON.stringify(session));
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0] as string;
  return { cookie, "x-csrf-token": session.csrfToken };
}
