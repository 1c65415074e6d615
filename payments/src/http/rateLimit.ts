/**
 * A token bucket for each caller (API key, else address): `perMinute` on average, half of that at once. In memory.
 * Programs on this machine that call without a key (marketplace asking for sessions and rates) are not counted; a
 * reverse proxy must send X-Forwarded-For, so that people behind it are.
 */
import type { Request, RequestHandler } from "express";
import { hashApiKey } from "../auth/apiKeys.ts";
import { ApiError } from "./apiError.ts";

type Bucket = { tokens: number; atMs: number };

const FORGET_AFTER_MS = 60_000;

export function rateLimit(perMinute: number): RequestHandler {
  const buckets = new Map<string, Bucket>();
  const burst = Math.max(1, Math.ceil(perMinute / 2));
  let sweptAtMs = Date.now();
  return (req, res, next) => {
    const nowMs = Date.now();
    if (nowMs - sweptAtMs > FORGET_AFTER_MS) {
      for (const [key, bucket] of buckets) if (nowMs - bucket.atMs > FORGET_AFTER_MS) buckets.delete(key);
      sweptAtMs = nowMs;
    }
    const { authorization } = req.headers;
    if (authorization === undefined && isLocal(req)) {
      next();
      return;
    }
    const who = authorization === undefined ? `ip:${req.ip}` : `key:${hashApiKey(authorization)}`;
    const bucket = buckets.get(who) ?? { tokens: burst, atMs: nowMs };
    bucket.tokens = Math.min(burst, bucket.tokens + ((nowMs - bucket.atMs) / 60_000) * perMinute);
    bucket.atMs = nowMs;
    buckets.set(who, bucket);
    if (bucket.tokens < 1) {
      res.set("retry-after", String(Math.ceil(((1 - bucket.tokens) * 60) / perMinute)));
      next(new ApiError("rate_limited", `Too many requests: at most ${perMinute} a minute`));
      return;
    }
    bucket.tokens -= 1;
    next();
  };
}

function isLocal(req: Request): boolean {
  const { remoteAddress = "" } = req.socket;
  return req.headers["x-forwarded-for"] === undefined && /^(::1|(::ffff:)?127\.)/.test(remoteAddress);
}
