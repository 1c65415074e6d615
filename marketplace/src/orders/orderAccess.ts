// Who may read and write the private side of an order: its buyer and seller always; its arbiters only while or after
// they are on the case, and then only what has been wrapped to them.
import type { Wrap } from "../api/schema/envelopes.ts";
import type { OrderState } from "../api/schema/orderActions.ts";
import type { Store } from "../database/store.ts";
import { ApiError } from "../http/apiError.ts";

export type OrderParties = {
  id: bigint;
  state: OrderState;
  buyer: string;
  seller: string;
  arbiter: string;
  fallbackArbiter: string | null;
  isDisputed: boolean;
};

export async function partiesOf(store: Store, orderId: string): Promise<OrderParties> {
  const [row] = await store.database.query<OrderParties>(
    `select id, state, buyer, seller, arbiter, fallback_arbiter as "fallbackArbiter",
       (opener is not null) as "isDisputed" from shop_order where id = $1`,
    [orderId],
  );
  if (!row) throw new ApiError("not_found", `There is no order ${orderId}.`);
  return row;
}

export async function requireParty(
  store: Store,
  orderId: string,
  account: string,
  options: { allowArbiter: boolean },
): Promise<OrderParties> {
  const order = await partiesOf(store, orderId);
  const isParty = account === order.buyer || account === order.seller;
  if (isParty || (options.allowArbiter && isArbiterOf(order, account))) return order;
  throw new ApiError("not_a_party", `Order ${orderId} is not one of this account.`);
}

export function isArbiterOf(order: OrderParties, account: string): boolean {
  return order.isDisputed && (account === order.arbiter || account === order.fallbackArbiter);
}

/** A private text must be readable by its writer and by the other party, and by nobody who has no business with it. */
export function requireReaders(
  order: OrderParties,
  author: string,
  wraps: readonly Wrap[],
  options: { allowNamedArbiter: boolean },
): void {
  const readers = wraps.map((wrap) => wrap.to as string);
  const stranger = readers.find(
    (reader) =>
      reader !== order.buyer &&
      reader !== order.seller &&
      !isArbiterOf(order, reader) &&
      !(options.allowNamedArbiter && reader === order.arbiter),
  );
  if (stranger !== undefined) {
    throw new ApiError("wrong_reader", `envelope.wraps: ${stranger} may not read order ${order.id}.`, {
      param: "envelope.wraps",
    });
  }
  const isArbiter = author !== order.buyer && author !== order.seller;
  const missing = [order.buyer, order.seller, ...(isArbiter ? [author] : [])].find(
    (party) => !readers.includes(party),
  );
  if (missing !== undefined) {
    throw new ApiError("wrong_reader", `envelope.wraps: ${missing} must be able to read it.`, {
      param: "envelope.wraps",
    });
  }
}
