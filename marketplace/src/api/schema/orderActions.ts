// Who may do what to an order, and until when: the Escrow contract's rules as a pure function, for API and web alike.
// Times are Unix seconds of the chain. An action whose time has not come yet is listed with `fromSec` in the future
// and `isOpen` false, so that a screen can count down to it. No imports but types: the web app bundles this file.

export const ORDER_STATES = [
  "Funded",
  "Shipped",
  "Disputed",
  "Ruling",
  "Fallback",
  "Released",
  "Refunded",
  "Split",
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_ACTIONS = [
  "ship",
  "confirm",
  "cancel",
  "release",
  "refundUnshipped",
  "dispute",
  "answer",
  "closeSilent",
  "addEvidence",
  "shareWithArbiter",
  "offer",
  "withdrawOffer",
  "acceptOffer",
  "rule",
  "escalate",
  "closeUnruled",
  "settleRewards",
  "review",
] as const;
export type OrderActionName = (typeof ORDER_ACTIONS)[number];

export type OrderAction = {
  action: OrderActionName;
  /** false: known, but not before `fromSec` */
  isOpen: boolean;
  fromSec: number | null;
  /** last second in which it works, null = no limit */
  untilSec: number | null;
  /** what must be paid with it (dispute and answer), in the order's currency */
  depositAtto: string | null;
  /** acceptOffer: the share to accept */
  buyerBps: number | null;
};

export type ActionableOrder = {
  state: OrderState;
  buyer: { address: string };
  seller: { address: string };
  arbiter: { address: string };
  fallbackArbiter: { address: string } | null;
  opener: string | null;
  shipDeadlineSec: number;
  releaseAtSec: number | null;
  deadlineSec: number | null;
  depositAtto: string;
  offers: readonly { by: string; buyerBps: number }[];
  isRewardSettlementDue: boolean;
  review: object | null;
};

const OPEN_STATES: readonly OrderState[] = ["Funded", "Shipped", "Disputed", "Ruling", "Fallback"];
const DISPUTE_STATES: readonly OrderState[] = ["Disputed", "Ruling", "Fallback"];

export function isOpenState(state: OrderState): boolean {
  return OPEN_STATES.includes(state);
}

/** @param viewer the address that looks, null for a visitor; he may do what anyone may. */
export function legalActions(order: ActionableOrder, viewer: string | null, nowSec: number): OrderAction[] {
  const actions: OrderAction[] = [];
  const add = (action: OrderActionName, limits: Partial<OrderAction> = {}) => {
    const untilSec = limits.untilSec ?? null;
    const fromSec = limits.fromSec ?? null;
    if (untilSec !== null && nowSec > untilSec) return;
    actions.push({
      action,
      isOpen: fromSec === null || nowSec >= fromSec,
      fromSec,
      untilSec,
      depositAtto: limits.depositAtto ?? null,
      buyerBps: limits.buyerBps ?? null,
    });
  };
  const role = roleOf(order, viewer);
  const isParty = role === "buyer" || role === "seller";

  if (order.state === "Funded") {
    if (role === "seller") add("ship", { untilSec: order.shipDeadlineSec });
    add("refundUnshipped", { fromSec: order.shipDeadlineSec + 1 });
  }
  if (order.state === "Funded" || order.state === "Shipped") {
    if (role === "buyer") add("confirm");
    if (role === "seller") add("cancel");
  }
  if (order.state === "Shipped" && order.releaseAtSec !== null) {
    if (role === "buyer")
      add("dispute", { untilSec: order.releaseAtSec - 1, depositAtto: order.depositAtto });
    add("release", { fromSec: order.releaseAtSec });
  }
  if (order.deadlineSec !== null) addDisputeActions(order, viewer, order.deadlineSec, add);
  if (isParty && DISPUTE_STATES.includes(order.state)) {
    add("addEvidence");
    add("shareWithArbiter");
  }
  if (isParty && isOpenState(order.state)) addOfferActions(order, viewer, add);
  if (order.isRewardSettlementDue) add("settleRewards");
  if (role === "buyer" && order.state === "Released" && order.review === null) add("review");
  return actions;
}

type Add = (action: OrderActionName, limits?: Partial<OrderAction>) => void;

function addDisputeActions(
  order: ActionableOrder,
  viewer: string | null,
  deadlineSec: number,
  add: Add,
): void {
  const role = roleOf(order, viewer);
  const isParty = role === "buyer" || role === "seller";
  if (order.state === "Disputed") {
    const isAsked = isParty && !sameAddress(order.opener, viewer);
    if (isAsked) add("answer", { untilSec: deadlineSec, depositAtto: order.depositAtto });
    add("closeSilent", { fromSec: deadlineSec + 1 });
  }
  if (order.state === "Ruling") {
    if (sameAddress(order.arbiter.address, viewer)) add("rule", { untilSec: deadlineSec });
    add("escalate", { fromSec: deadlineSec + 1 });
  }
  if (order.state === "Fallback") {
    if (sameAddress(order.fallbackArbiter?.address ?? null, viewer)) add("rule", { untilSec: deadlineSec });
    add("closeUnruled", { fromSec: deadlineSec + 1 });
  }
}

function addOfferActions(order: ActionableOrder, viewer: string | null, add: Add): void {
  const own = order.offers.find((offer) => sameAddress(offer.by, viewer));
  const other = order.offers.find((offer) => !sameAddress(offer.by, viewer));
  add("offer");
  if (own) add("withdrawOffer");
  if (other) add("acceptOffer", { buyerBps: other.buyerBps });
}

export type OrderRole = "buyer" | "seller" | "arbiter";

export function roleOf(order: ActionableOrder, viewer: string | null): OrderRole | null {
  if (sameAddress(order.buyer.address, viewer)) return "buyer";
  if (sameAddress(order.seller.address, viewer)) return "seller";
  if (sameAddress(order.arbiter.address, viewer)) return "arbiter";
  if (sameAddress(order.fallbackArbiter?.address ?? null, viewer)) return "arbiter";
  return null;
}

function sameAddress(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
}
