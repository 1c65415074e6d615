// Plays the demo's past on the chain: pays what is planned and not paid yet, then takes each order one step further in
// every wave until it stands where its script ends. The order's state on the chain says which step is next, so a seed
// that was killed goes on. All waves are real transactions of the parties.
import { checkoutAbi } from "@cybermiles/contracts/abi/checkout";
import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import { encodeFunctionData, type Hex, type LocalAccount, parseEther, zeroHash } from "viem";
import type { StoredDocument } from "../api/schema/contents.ts";
import type { Order, OrderCard, OrderPage } from "../api/schema/orders.ts";
import type { SellerListing } from "../api/schema/seller.ts";
import { keyOf, type PlannedOrder, SCRIPTS, type Step } from "./salesPlan.ts";
import { inParallel, type SeedContext } from "./seedContext.ts";
import type { Call } from "./transactionPipeline.ts";

export type PlayedOrder = { plan: PlannedOrder; order: OrderCard };

const MAX_WAVES = 8;
const PAY_GAS = 900_000n;
const STEP_GAS = 1_000_000n;
const RULING =
  "Both sides were heard. The pictures and the parcel's papers show what arrived, and the share follows it.";

/** @returns every planned order with its state at the end. */
export async function playSales(
  context: SeedContext,
  listings: readonly SellerListing[][],
  plan: readonly PlannedOrder[],
): Promise<PlayedOrder[]> {
  const paid = new Set((await findOrders(context, listings, plan)).map(({ plan: one }) => keyOf(one)));
  const unpaid = plan.filter((one) => !paid.has(keyOf(one)));
  await context.indexed(
    await context.pipeline.send(unpaid.flatMap((one) => payCall(context, listings, one))),
  );
  context.say(`${unpaid.length} orders paid`);
  for (let wave = 0; wave < MAX_WAVES; wave++) {
    const orders = await findOrders(context, listings, plan);
    const calls = (await inParallel(orders, 8, (order) => nextCalls(context, order))).flat();
    if (calls.length === 0) return orders;
    await context.indexed(await context.pipeline.send(calls));
    context.say(`${calls.length} steps of orders done`);
  }
  throw new Error("The demo orders did not come to their ends.");
}

function payCall(context: SeedContext, listings: readonly SellerListing[][], plan: PlannedOrder): Call[] {
  const listing = listings[plan.shop]?.[plan.product];
  const from = context.accounts.buyers[plan.buyer];
  if (!listing || !from) return [];
  const rewardAmount = parseEther(String(plan.rewardTokens));
  const line = {
    listingId: BigInt(listing.id),
    quantity: BigInt(plan.quantity),
    termsHash: listing.terms.termsHash,
  };
  const orders = [{ lines: [line], rewardAmount, noteHash: zeroHash as Hex }];
  const data = encodeFunctionData({ abi: checkoutAbi, functionName: "pay", args: [orders, []] });
  // One token redeems one CMT, so the discount equals the reward amount.
  const value = BigInt(listing.terms.priceAtto) * BigInt(plan.quantity) - rewardAmount;
  return [
    { from, to: context.contracts.checkout, data, value, gas: PAY_GAS, what: `pay for ${listing.title}` },
  ];
}

/** The orders of the plan that are on the chain, by buyer, product and quantity; the oldest where there are several. */
async function findOrders(
  context: SeedContext,
  listings: readonly SellerListing[][],
  plan: readonly PlannedOrder[],
): Promise<PlayedOrder[]> {
  const orders = await Promise.all(context.buyers.map(allOrders));
  return plan.flatMap((one) => {
    const listingId = listings[one.shop]?.[one.product]?.id;
    const order = orders[one.buyer]?.findLast(
      ({ lines }) =>
        lines.length === 1 && lines[0]?.listingId === listingId && lines[0]?.quantity === one.quantity,
    );
    return order ? [{ plan: one, order }] : [];
  });
}

async function allOrders(client: SeedContext["buyers"][number]): Promise<OrderCard[]> {
  const found: OrderCard[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const page: OrderPage = await client.get(`/api/orders?role=buyer&limit=100${query}`);
    found.push(...page.data);
    cursor = page.nextCursor;
  }
  return found;
}

const STEPS_DONE = { Funded: 0, Shipped: 1, Disputed: 2, Ruling: 3 } as const;

async function nextCalls(context: SeedContext, { plan, order }: PlayedOrder): Promise<Call[]> {
  const done = STEPS_DONE[order.state as keyof typeof STEPS_DONE];
  if (done === undefined) return [];
  const script: readonly Step[] = SCRIPTS[plan.script];
  const step = script[done];
  if (step === undefined) return [];
  const isWithOffer = step === "offer" || step === "dispute" || step === "answer";
  const detail = isWithOffer
    ? await context.buyers[plan.buyer]?.get<Order>(`/api/orders/${order.id}`)
    : undefined;
  if (step === "offer" && detail && detail.offers.length > 0) {
    return script[done + 1] === "acceptOffer"
      ? stepCall(context, { plan, order }, "acceptOffer", detail)
      : [];
  }
  return stepCall(context, { plan, order }, step, detail);
}

async function stepCall(
  context: SeedContext,
  { plan, order }: PlayedOrder,
  step: Step,
  detail: Order | undefined,
): Promise<Call[]> {
  const { accounts, contracts } = context;
  const id = BigInt(order.id);
  const buyer = accounts.buyers[plan.buyer];
  const seller = accounts.sellers[plan.shop]?.account;
  const deposit = BigInt(detail?.depositAtto ?? 0);
  const call = (from: LocalAccount | undefined, data: Hex, value = 0n): Call[] =>
    from ? [{ from, to: contracts.escrow, data, value, gas: STEP_GAS, what: `${step} of order ${id}` }] : [];
  const encode = encodeFunctionData;
  switch (step) {
    case "ship":
      return call(seller, encode({ abi: escrowAbi, functionName: "ship", args: [id, zeroHash] }));
    case "confirm":
      return call(buyer, encode({ abi: escrowAbi, functionName: "confirm", args: [id] }));
    case "cancel":
      return call(seller, encode({ abi: escrowAbi, functionName: "cancel", args: [id] }));
    case "dispute":
      return call(buyer, encode({ abi: escrowAbi, functionName: "dispute", args: [id, zeroHash] }), deposit);
    case "answer":
      return call(seller, encode({ abi: escrowAbi, functionName: "answer", args: [id, zeroHash] }), deposit);
    case "offer":
      return call(seller, encode({ abi: escrowAbi, functionName: "offer", args: [id, plan.buyerBps] }));
    case "acceptOffer":
      return call(buyer, encode({ abi: escrowAbi, functionName: "acceptOffer", args: [id, plan.buyerBps] }));
    case "rule": {
      const index = plan.shop % accounts.arbiters.length;
      const document = { kind: "ruling", orderId: order.id, text: RULING };
      const stored = await context.arbiters[index]?.post<StoredDocument>("/api/contents", document);
      const args = [id, plan.buyerBps, stored?.hash ?? zeroHash] as const;
      return call(accounts.arbiters[index]?.account, encode({ abi: escrowAbi, functionName: "rule", args }));
    }
  }
}

/** The older half of the shops has taken its money out, so that payouts have a history. */
export async function withdrawSome(context: SeedContext): Promise<void> {
  const { accounts, contracts, pipeline } = context;
  const half = accounts.sellers.slice(0, Math.ceil(accounts.sellers.length / 2));
  const calls = await inParallel(half, 4, async ({ account }): Promise<Call[]> => {
    const args = [account.address, "0x0000000000000000000000000000000000000000"] as const;
    const owed = await pipeline.client.readContract({
      address: contracts.escrow,
      abi: escrowAbi,
      functionName: "withdrawableOf",
      args,
    });
    if (owed === 0n) return [];
    const data = encodeFunctionData({ abi: escrowAbi, functionName: "withdraw", args });
    return [{ from: account, to: contracts.escrow, data, gas: 200_000n, what: "withdraw" }];
  });
  await context.indexed(await pipeline.send(calls.flat()));
}
