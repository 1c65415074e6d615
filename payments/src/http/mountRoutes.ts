/** Mounts the route table on Express: caller, checks, idempotency, handler, answer. */
import type { Express, Request, Response } from "express";
import { z } from "zod";
import type { Permission } from "../auth/permissions.ts";
import type { Store, Transaction } from "../database/store.ts";
import { ApiError } from "./apiError.ts";
import { brokenTextAt } from "./brokenText.ts";
import {
  type CallerDeps,
  type MerchantCaller,
  merchantCaller,
  type SessionCaller,
  sessionCaller,
} from "./caller.ts";
import { claimKey, idempotencyKeyOf, releaseKey, requestHash, storeResponse } from "./idempotency.ts";
import type { AnyRoute } from "./route.ts";

type Deps = CallerDeps & { store: Store; onCommit: () => void };

export function mountRoutes(app: Express, routes: readonly AnyRoute[], deps: Deps): void {
  for (const one of routes) app[one.method](one.path, (req, res) => serve(deps, one, req, res));
  // A known path with another method is a 405, not a 404.
  for (const path of new Set(routes.map((one) => one.path))) {
    const allowed = routes.filter((one) => one.path === path).map((one) => one.method.toUpperCase());
    app.all(path, (req, res) => {
      res.set("allow", allowed.join(", "));
      throw new ApiError(
        "method_not_allowed",
        `${req.method} is not possible here; expected ${allowed.join(" or ")}`,
      );
    });
  }
}

async function serve(deps: Deps, one: AnyRoute, req: Request, res: Response): Promise<void> {
  const caller = await callerOf(deps, one, req);
  for (const sent of [req.params, req.query, req.body]) refuseBrokenText(sent);
  const query = one.query === undefined ? undefined : check(one.query, req.query);
  const body = one.body === undefined ? undefined : check(one.body, bodyOf(req));
  const claim = await claimOf(deps, one, req, caller);
  if (claim?.replay !== undefined) {
    res.set("idempotent-replayed", "true").status(claim.replay.status).type("json").send(claim.replay.body);
    return;
  }
  const status = one.status ?? 200;
  let committed: { text: string } | undefined;
  const commit = async <T>(run: (tx: Transaction) => Promise<T>): Promise<T> => {
    const result = await deps.store.transaction(async (tx) => {
      const value = await run(tx);
      if (one.response !== null) {
        committed = { text: answerOf(one, value) };
        if (claim !== undefined) await storeResponse(tx, claim.id, { status, body: committed.text });
      }
      return value;
    });
    deps.onCommit();
    return result;
  };
  try {
    const answer = await one.handler({
      caller,
      params: req.params as Record<string, string>,
      query,
      body,
      req,
      res,
      commit,
    });
    if (one.response === null) return;
    res
      .status(status)
      .type("json")
      .send(committed?.text ?? answerOf(one, answer));
  } catch (error) {
    if (claim !== undefined) await releaseKey(deps.store, claim.id);
    throw error;
  }
}

async function callerOf(deps: Deps, one: AnyRoute, req: Request) {
  if (one.access === "public") return undefined;
  if (one.access === "session") return sessionCaller(deps, req);
  return merchantCaller(deps, req, one.access as Permission);
}

async function claimOf(
  deps: Deps,
  one: AnyRoute,
  req: Request,
  caller: SessionCaller | MerchantCaller | undefined,
) {
  if (one.method !== "post" || one.secret || one.response === null) return undefined;
  if (caller === undefined || !("merchantId" in caller)) return undefined;
  const key = idempotencyKeyOf(req.get("idempotency-key"));
  if (key === undefined) return undefined;
  const id = `${caller.merchantId}:${caller.livemode ?? "session"}:${key}`;
  const hash = requestHash(req.method, req.path, req.body);
  const replay = await claimKey(deps.store, { id, requestHash: hash }, Math.floor(Date.now() / 1000));
  return { id, replay };
}

function bodyOf(req: Request): unknown {
  if (req.body === undefined && Number(req.headers["content-length"] ?? 0) > 0 && !req.is("json")) {
    throw new ApiError("unsupported_media_type", "Send JSON: content-type: application/json");
  }
  return req.body ?? {};
}

function answerOf(one: AnyRoute, value: unknown): string {
  return JSON.stringify((one.response as z.ZodType).parse(value));
}

function refuseBrokenText(sent: unknown): void {
  const param = brokenTextAt(sent);
  if (param === undefined) return;
  throw new ApiError("invalid_parameter", `${param}: must not hold NUL or half characters`, param);
}

export function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 5).map(describe);
  throw new ApiError("invalid_parameter", issues.map((issue) => issue.text).join("; "), issues[0]?.param);
}

function describe(issue: z.core.$ZodIssue): { param: string; text: string } {
  const keys = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  const param = z.core.toDotPath(keys) || "body";
  return { param, text: `${param}: ${issue.code === "unrecognized_keys" ? "unknown field" : issue.message}` };
}
