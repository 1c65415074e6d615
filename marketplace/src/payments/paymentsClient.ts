// The payments service as the marketplace uses it: whose session a cookie is, and rates. Both are kept for a short
// time; a sign-in or sign-out that passes through our proxy forgets the session at once.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Rate } from "../api/schema/rates.ts";
import { ApiError } from "../http/apiError.ts";

const SESSION_KEPT_MS = 5_000;
const RATES_KEPT_MS = 60_000;
const TIMEOUT_MS = 5_000;
const MAX_SESSIONS = 10_000;

/** What people choose from; each appears where payments has a rate for it. */
const LOCAL_CURRENCIES = [
  ..."USD EUR GBP CNY KRW JPY TWD HKD SGD INR IDR THB VND PHP AUD CAD CHF BRL MXN TRY NGN ZAR".split(" "),
];

const sessionSchema = z.object({ address: z.string().nullable(), csrfToken: z.string().optional() });
export type Session = { address: `0x${string}`; csrfToken: string };

const rateSchema = z.object({
  numerator: z.string(),
  denominator: z.string(),
  baseDecimals: z.int(),
  quoteDecimals: z.int(),
  atSec: z.int(),
  source: z.string(),
});

export type PaymentsClient = ReturnType<typeof paymentsClient>;

export function paymentsClient(url: string) {
  const sessions = new Map<string, { session: Promise<Session | null>; untilMs: number }>();
  let rates: { data: Promise<Rate[]>; untilMs: number } | null = null;
  return {
    /** @returns null for a visitor. @throws {ApiError} sign_in_unavailable */
    sessionOf(cookie: string): Promise<Session | null> {
      const key = sessionKey(cookie);
      if (key === null) return Promise.resolve(null);
      const kept = sessions.get(key);
      if (kept && kept.untilMs > Date.now()) return kept.session;
      if (sessions.size >= MAX_SESSIONS) sessions.clear();
      const session = askSession(url, cookie);
      sessions.set(key, { session, untilMs: Date.now() + SESSION_KEPT_MS });
      session.catch(() => sessions.delete(key));
      return session;
    },
    forgetSession(cookie: string | undefined): void {
      const key = cookie === undefined ? null : sessionKey(cookie);
      if (key !== null) sessions.delete(key);
    },
    /** Of one CMT, in each local currency. Empty while payments has none. */
    rates(): Promise<Rate[]> {
      if (rates && rates.untilMs > Date.now()) return rates.data;
      const data = askRates(url);
      rates = { data, untilMs: Date.now() + RATES_KEPT_MS };
      data.catch(() => {
        rates = null;
      });
      return data;
    },
  };
}

function sessionKey(cookie: string): string | null {
  const value = /(?:^|;\s*)cm_session=([^;]+)/.exec(cookie)?.[1];
  return value === undefined ? null : createHash("sha256").update(value).digest("hex");
}

async function askSession(url: string, cookie: string): Promise<Session | null> {
  const session = sessionSchema.parse(await ask(`${url}/v1/auth/session`, "sign_in_unavailable", { cookie }));
  if (session.address === null || session.csrfToken === undefined) return null;
  return { address: session.address.toLowerCase() as `0x${string}`, csrfToken: session.csrfToken };
}

async function askRates(url: string): Promise<Rate[]> {
  const found = await Promise.all(
    LOCAL_CURRENCIES.map(async (currency): Promise<Rate | null> => {
      try {
        const body = await ask(`${url}/v1/rates?base=CMT&quote=${currency}`, "payments_unavailable", {});
        const rate = rateSchema.parse(body);
        return {
          currency,
          numerator: String(BigInt(rate.numerator) * 10n ** BigInt(rate.baseDecimals)),
          denominator: String(BigInt(rate.denominator) * 10n ** BigInt(rate.quoteDecimals)),
          atSec: rate.atSec,
          source: rate.source,
        };
      } catch (error) {
        if (error instanceof RefusedError) return null; // no such rate
        throw error;
      }
    }),
  );
  return found.filter((rate) => rate !== null);
}

class RefusedError extends Error {}

async function ask(
  url: string,
  unavailable: "sign_in_unavailable" | "payments_unavailable",
  headers: Record<string, string>,
): Promise<unknown> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.ok) return await response.json();
    if (response.status < 500) throw new RefusedError(`${response.status}`);
    throw new Error(`answered ${response.status}`);
  } catch (cause) {
    if (cause instanceof RefusedError) throw cause;
    throw new ApiError(unavailable, "The payments service does not answer. Try again in a moment.", {
      cause,
    });
  }
}
