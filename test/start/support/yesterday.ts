// What a running suite holds that must still be there tomorrow: blocks, the deployment, a shop with an invoice, a document.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { arbiterRegistryAbi } from "@cybermiles/contracts/abi/arbiterRegistry";
import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import { type Deployment, readDeployment } from "@cybermiles/contracts/deployments";
import { createPublicClient, type Hash, http, parseEther, zeroAddress, zeroHash } from "viem";
import { type HDAccount, mnemonicToAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { openStage } from "../../../contracts/test/support/people.ts";
import type { StartedSuite } from "../../support/suite.ts";

type Urls = StartedSuite["urls"];
// biome-ignore lint/suspicious/noExplicitAny: JSON of the API, whose shapes its own tests check
type Json = any;

/** Where to find what was made, and the answers it gave then. */
export interface Yesterday {
  readonly apiKey: string;
  readonly invoice: Json;
  readonly document: Json;
  readonly blockHashes: readonly Hash[];
  readonly deploymentFile: string;
}

const MNEMONIC = "test test test test test test test test test test test junk";
const PATIENCE_MS = 120_000;
const YEAR_SEC = 365 * 86_400;
const person = (addressIndex: number) => mnemonicToAccount(MNEMONIC, { addressIndex });

async function ask(url: string, headers: Record<string, string>, body?: Json): Promise<Json> {
  const response = await fetch(url, {
    method: body === undefined ? "GET" : "POST",
    headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  assert.ok(response.ok, `${url} answered ${response.status}: ${text}`);
  return { ...JSON.parse(text), setCookie: response.headers.getSetCookie() };
}

/** Signs in at the web app, whose session counts at both services. */
async function signIn(urls: Urls, account: HDAccount, chainId: number): Promise<Record<string, string>> {
  const auth = `${urls.marketplace}/gateway/v1/auth`;
  const { nonce } = await ask(`${auth}/nonce`, {}, {});
  const message = createSiweMessage({
    address: account.address,
    chainId,
    domain: new URL(urls.marketplace).host,
    uri: urls.marketplace,
    nonce,
    version: "1",
    issuedAt: new Date(),
  });
  const session = await ask(
    `${auth}/verify`,
    {},
    { message, signature: await account.signMessage({ message }) },
  );
  return { cookie: session.setCookie[0].split(";")[0], "x-csrf-token": session.csrfToken };
}

async function openShop(
  urls: Urls,
  { contracts, chainId }: Deployment,
  merchant: HDAccount,
): Promise<{ session: Record<string, string>; apiKey: string }> {
  const stage = await openStage(urls.rpc);
  const arbiters = { address: contracts.arbiterRegistry, abi: arbiterRegistryAbi } as const;
  const merchants = { address: contracts.merchantRegistry, abi: merchantRegistryAbi } as const;
  const judge = person(7);
  const bond = parseEther("1000");
  await stage.send(judge, { ...arbiters, functionName: "register", args: [200, zeroHash] });
  await stage.send(judge, { ...arbiters, functionName: "deposit", args: [zeroAddress, bond], value: bond });
  const session = await signIn(urls, merchant, chainId);
  const gateway = `${urls.marketplace}/gateway/v1`;
  const { gatewaySigner } = await ask(`${gateway}/merchants`, session, { name: "Tea house" });
  await stage.send(merchant, { ...merchants, functionName: "register", args: [merchant.address, zeroHash] });
  const expiresAtSec = BigInt(Math.floor(Date.now() / 1000) + YEAR_SEC);
  await stage.send(merchant, {
    ...merchants,
    functionName: "addSigner",
    args: [gatewaySigner.address, expiresAtSec],
  });
  const scopes = ["invoices:read", "invoices:write"];
  const { secret } = await ask(`${gateway}/api_keys`, session, { name: "shop", livemode: true, scopes });
  return { session, apiKey: secret };
}

/** Asks again until the gateway has read the merchant and the arbiter from the chain. */
async function makeInvoice(urls: Urls, apiKey: string): Promise<Json> {
  const endMs = Date.now() + PATIENCE_MS;
  for (;;) {
    const headers = { authorization: `Bearer ${apiKey}`, "idempotency-key": randomUUID() };
    const body = { amount: "12.5", currency: "CMT", orderReference: "tea-1" };
    try {
      return await ask(`${urls.payments}/v1/invoices`, headers, body);
    } catch (error) {
      if (Date.now() > endMs) throw error;
      await delay(50);
    }
  }
}

async function hashesUpTo(rpcUrl: string, height: bigint): Promise<Hash[]> {
  const client = createPublicClient({ transport: http(rpcUrl, { batch: true }), cacheTime: 0 });
  const numbers = Array.from({ length: Number(height) + 1 }, (_, i) => BigInt(i));
  return Promise.all(numbers.map(async (blockNumber) => (await client.getBlock({ blockNumber })).hash));
}

const readDeployed = (dataDir: string, { chainId, genesisHash }: Deployment) =>
  readFileSync(join(dataDir, "deployments", `${chainId}-${genesisHash}.json`), "utf8");

async function readInvoice(urls: Urls, apiKey: string, id: string): Promise<Json> {
  const { setCookie: _, ...invoice } = await ask(`${urls.payments}/v1/invoices/${id}`, {
    authorization: `Bearer ${apiKey}`,
  });
  return invoice;
}

async function readDocument(urls: Urls, hash: string): Promise<Json> {
  return (await ask(`${urls.marketplace}/api/contents/${hash}`, {})).document;
}

export async function makeYesterday(urls: Urls, dataDir: string): Promise<Yesterday> {
  const deployment = await readDeployment({ rpcUrl: urls.rpc, dir: join(dataDir, "deployments") });
  const { session, apiKey } = await openShop(urls, deployment, person(5));
  const { id } = await makeInvoice(urls, apiKey);
  const about = { kind: "merchant", name: "Tea house", about: "Green & <b>black</b>", country: "KR" };
  const { hash } = await ask(`${urls.marketplace}/api/contents`, session, about);
  const client = createPublicClient({ transport: http(urls.rpc), cacheTime: 0 });
  return {
    apiKey,
    invoice: await readInvoice(urls, apiKey, id),
    document: { hash, body: await readDocument(urls, hash) },
    blockHashes: await hashesUpTo(urls.rpc, await client.getBlockNumber()),
    deploymentFile: readDeployed(dataDir, deployment),
  };
}

/** Asserts that everything made before is found unchanged. */
export async function assertYesterdayIsThere(made: Yesterday, urls: Urls, dataDir: string): Promise<void> {
  const deployment = await readDeployment({ rpcUrl: urls.rpc, dir: join(dataDir, "deployments") });
  assert.equal(readDeployed(dataDir, deployment), made.deploymentFile);
  assert.deepEqual(await hashesUpTo(urls.rpc, BigInt(made.blockHashes.length - 1)), made.blockHashes);
  assert.deepEqual(await readInvoice(urls, made.apiKey, made.invoice.id), made.invoice);
  assert.deepEqual(await readDocument(urls, made.document.hash), made.document.body);
}
