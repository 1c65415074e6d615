import assert from "node:assert/strict";
import { test } from "node:test";
import type { Todo } from "../../../../src/api/schema/seller.ts";
import { sortTodo, todoPath } from "./todo.ts";

const todo = (changes: Partial<Todo>): Todo => ({
  kind: "ship",
  orderId: null,
  listingId: null,
  subject: null,
  deadlineSec: null,
  money: null,
  ...changes,
});

test("the soonest deadline comes first, the rest keeps its order", () => {
  const list = [
    todo({ kind: "withdraw" }),
    todo({ orderId: "2", deadlineSec: 200 }),
    todo({ kind: "lowStock" }),
    todo({ orderId: "1", deadlineSec: 100 }),
  ];
  assert.deepEqual(
    sortTodo(list).map((item) => item.orderId ?? item.kind),
    ["1", "2", "withdraw", "lowStock"],
  );
});

test("every kind leads somewhere", () => {
  assert.equal(todoPath(todo({ orderId: "7" })), "/seller/orders?state=Funded&ship=7");
  assert.equal(todoPath(todo({ kind: "message", orderId: "7" })), "/orders/7");
  assert.equal(todoPath(todo({ kind: "lowStock", listingId: "3" })), "/seller/listings/3");
  assert.equal(todoPath(todo({ kind: "withdraw" })), "/seller/payouts");
});
