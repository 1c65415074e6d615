/** Order and destination of the things a seller has to do. Pure. */
import type { Todo } from "../../../../src/api/schema/seller.ts";

/** Soonest deadline first; what has none comes after, in the order the API gave. */
export function sortTodo(todo: readonly Todo[]): Todo[] {
  const deadline = (item: Todo) => item.deadlineSec ?? Number.POSITIVE_INFINITY;
  return [...todo].sort((a, b) => (deadline(a) === deadline(b) ? 0 : deadline(a) - deadline(b)));
}

export function todoPath({ kind, orderId, listingId }: Todo): string {
  switch (kind) {
    case "ship":
      return `/seller/orders?state=Funded&ship=${orderId ?? ""}`;
    case "answer":
    case "offer":
    case "evidence":
    case "message":
      return `/orders/${orderId ?? ""}`;
    case "lowStock":
      return `/seller/listings/${listingId ?? ""}`;
    case "withdraw":
      return "/seller/payouts";
    case "register":
    case "publishKey":
      return "/seller/profile";
  }
}
