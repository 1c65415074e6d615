// Unsafe requests of one network address within a minute. In memory: a second process counts for itself.
import type { RequestHandler } from "express";
import { ApiError } from "./apiError.ts";

const WINDOW_MS = 60_000;
const MAX_VISITORS = 50_000;

export function rateLimit(perMinute: number): RequestHandler {
  const counts = new Map<string, { untilMs: number; count: number }>();
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const nowMs = Date.now();
    const visitor = request.ip ?? "";
    const kept = counts.get(visitor);
    const slot = kept && kept.untilMs > nowMs ? kept : { untilMs: nowMs + WINDOW_MS, count: 0 };
    slot.count += 1;
    if (counts.size >= MAX_VISITORS) counts.clear();
    counts.set(visitor, slot);
    if (slot.count <= perMinute) return next();
    response.set("retry-after", String(Math.ceil((slot.untilMs - nowMs) / 1000)));
    next(new ApiError("rate_limited", `At most ${perMinute} changes a minute. Wait a little.`));
  };
}
