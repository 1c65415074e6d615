/**
 * A route as data: what it takes, who may call it, what it answers. The same table mounts the routes and writes the
 * OpenAPI document, so they cannot disagree. Requests are checked by their schemas; answers pass through theirs, so
 * nothing undocumented leaves.
 */
import type { Request, Response } from "express";
import type { z } from "zod";
import type { Permission } from "../auth/permissions.ts";
import type { Transaction } from "../database/store.ts";
import type { MerchantCaller, SessionCaller } from "./caller.ts";

/** public: anyone; session: any signed-in account; else a permission at a merchant, by key or session. */
export type Access = "public" | "session" | Permission;

export type CallerFor<A extends Access> = A extends "public"
  ? undefined
  : A extends "session"
    ? SessionCaller
    : MerchantCaller;

export type Input<A extends Access, Q, B> = {
  caller: CallerFor<A>;
  params: Record<string, string>;
  query: Q;
  body: B;
  req: Request;
  res: Response;
  /**
   * Runs the write in a transaction and, where the request has an Idempotency-Key, stores the answer in the same one.
   * Every route that writes answers what this returns.
   */
  commit: <T>(run: (tx: Transaction) => Promise<T>) => Promise<T>;
};

export type Route<A extends Access = Access, Q = unknown, B = unknown> = {
  method: "get" | "post" | "patch" | "put" | "delete";
  path: string;
  tag: string;
  summary: string;
  access: A;
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  /** null: the handler writes the response itself (a page, a stream, a file). */
  response: z.ZodType | null;
  contentType?: string;
  status?: 200 | 201;
  /** The answer holds a secret, so it is never stored: no Idempotency-Key. */
  secret?: true;
  handler: (input: Input<A, Q, B>) => Promise<unknown>;
};

// biome-ignore lint/suspicious/noExplicitAny: a table holds routes of every type
export type AnyRoute = Route<any, any, any>;

/** Infers the types that tie schemas, access and handler together. */
export function route<A extends Access, Q = unknown, B = unknown>(definition: Route<A, Q, B>): AnyRoute {
  return definition;
}
