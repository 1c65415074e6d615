// Reward balances and programmes, arbiters and their desk, and the devnet faucet.
import { createHash } from "node:crypto";
import { Router } from "express";
import { arbiterSummary, listCases } from "../../arbiters/arbiterDesk.ts";
import { readArbiters } from "../../arbiters/readArbiters.ts";
import { ApiError } from "../../http/apiError.ts";
import { jsonBody } from "../../http/jsonBody.ts";
import { parse } from "../../http/parse.ts";
import { requireViewer } from "../../http/session.ts";
import { readProgram, readRewardBalances } from "../../rewards/readRewards.ts";
import type { Shop } from "../../service/shop.ts";
import { type CasePage, casesQuerySchema } from "../schema/arbiterDesk.ts";
import type { ArbiterCard, ArbiterSummary, Arbiters } from "../schema/arbiters.ts";
import { type FaucetAnswer, faucetRequestSchema } from "../schema/faucet.ts";
import { addressSchema } from "../schema/primitives.ts";
import type { ProgramDetail, RewardBalances } from "../schema/rewards.ts";

export function rewardAndArbiterRoutes(shop: Shop): Router {
  const { store, payments } = shop;
  const router = Router();
  router.get("/rewards/:address", async (request, response) => {
    const address = parse(addressSchema, request.params.address);
    const options = { address, nowSec: shop.nowSec(), symbols: shop.tokens };
    response.json({ data: await readRewardBalances(store, options) } satisfies RewardBalances);
  });
  router.get("/programs/:merchant", async (request, response) => {
    const address = parse(addressSchema, request.params.merchant);
    const options = { address, nowSec: shop.nowSec(), symbols: shop.tokens };
    response.json((await readProgram(store, options)) satisfies ProgramDetail);
  });
  router.get("/arbiters", async (_request, response) => {
    response.json({ data: await readArbiters(store, null) } satisfies Arbiters);
  });
  router.get("/arbiters/:address", async (request, response) => {
    const address = parse(addressSchema, request.params.address);
    const [arbiter] = await readArbiters(store, [address]);
    if (!arbiter) throw new ApiError("not_found", `${address} is no arbiter.`);
    response.json(arbiter satisfies ArbiterCard);
  });
  router.get("/arbiter/cases", async (request, response) => {
    const arbiter = await requireViewer(payments, request);
    const query = parse(casesQuerySchema, request.query);
    response.json((await listCases(store, arbiter, query)) satisfies CasePage);
  });
  router.get("/arbiter/summary", async (request, response) => {
    const arbiter = await requireViewer(payments, request);
    response.json((await arbiterSummary(store, arbiter)) satisfies ArbiterSummary);
  });
  router.post("/faucet", jsonBody(), async (request, response) => {
    const { address } = parse(faucetRequestSchema, request.body);
    if (shop.faucet === null) throw new ApiError("faucet_unavailable", "This chain has no faucet.");
    const visitor = createHash("sha256")
      .update(request.ip ?? "")
      .digest("hex");
    const nowSec = Math.floor(Date.now() / 1000);
    response.status(201).json((await shop.faucet({ address, visitor, nowSec })) satisfies FaucetAnswer);
  });
  return router;
}
