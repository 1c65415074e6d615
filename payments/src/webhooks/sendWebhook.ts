/**
 * Sends one webhook over HTTP. The name is resolved once, every address is checked and the connection is made to the
 * checked address itself, so a name that answers differently the second time gains nothing. No redirects, no proxies,
 * 10 s for all, and only the first 16 KiB of the answer are read.
 */
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { Agent, request } from "undici";
import { isPublicAddress } from "./privateAddress.ts";

const TIMEOUT_MS = 10_000;
const MAX_RESPONSE_BYTES = 16 * 1024;

export type WebhookRequest = {
  url: string;
  headers: Record<string, string>;
  body: string;
  allowPrivate: boolean;
};
export type WebhookOutcome = {
  durationMs: number;
  responseStatus: number | null;
  responseBody: string | null;
  error: string | null;
};

export async function sendWebhook(options: WebhookRequest): Promise<WebhookOutcome> {
  const startedMs = performance.now();
  const durationMs = () => Math.round(performance.now() - startedMs);
  let agent: Agent | undefined;
  try {
    const address = await resolveAllowed(options.url, options.allowPrivate);
    agent = pinnedAgent(address);
    const response = await request(options.url, {
      method: "POST",
      headers: options.headers,
      body: options.body,
      dispatcher: agent,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
    });
    const responseBody = await readStart(response.body);
    return { durationMs: durationMs(), responseStatus: response.statusCode, responseBody, error: null };
  } catch (error) {
    return { durationMs: durationMs(), responseStatus: null, responseBody: null, error: explain(error) };
  } finally {
    await agent?.destroy();
  }
}

/** @throws PrivateAddressError where any address of the host is not public. */
export async function resolveAllowed(url: string, allowPrivate: boolean): Promise<string> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : (await lookup(host, { all: true })).map(({ address }) => address);
  const bad = allowPrivate ? undefined : addresses.find((address) => !isPublicAddress(address));
  if (bad !== undefined) throw new PrivateAddressError(host, bad);
  const [first] = addresses;
  if (first === undefined) throw new Error(`${host} has no address`);
  return first;
}

function pinnedAgent(address: string): Agent {
  const family = isIP(address) === 6 ? 6 : 4;
  return new Agent({
    connect: {
      timeout: TIMEOUT_MS,
      lookup(_host, options, callback) {
        if (options.all) callback(null, [{ address, family }]);
        else callback(null, address, family);
      },
    },
    pipelining: 0,
  });
}

async function readStart(body: AsyncIterable<Uint8Array> & { destroy(): unknown }): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MAX_RESPONSE_BYTES) break;
  }
  // PostgreSQL's text cannot hold NUL.
  return Buffer.concat(chunks)
    .subarray(0, MAX_RESPONSE_BYTES)
    .toString("utf8")
    .replaceAll("\u0000", "\ufffd");
}

function explain(error: unknown): string {
  if (error instanceof PrivateAddressError) return error.message;
  if (error instanceof Error && error.name === "TimeoutError")
    return `no answer within ${TIMEOUT_MS / 1000} s`;
  const code = (error as { code?: string }).code;
  const message = error instanceof Error ? error.message : String(error);
  return code === undefined || message.includes(code) ? message : `${code}: ${message}`;
}

export class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";
  readonly code = "PRIVATE_ADDRESS";

  constructor(host: string, address: string) {
    super(
      host === address
        ? `${host} is not a public address; webhooks go to public addresses only`
        : `${host} resolves to ${address}, which is not a public address; webhooks go to public addresses only`,
    );
  }
}
