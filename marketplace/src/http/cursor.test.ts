import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeCursor, encodeCursor, pageFrom } from "./cursor.ts";

test("a cursor round trips large numbers", () => {
  const largest = 2n ** 256n - 1n;
  assert.deepEqual(decodeCursor("orders", 2, encodeCursor("orders", [largest, 7])), [String(largest), "7"]);
});

test("damaged, foreign and injected cursors are refused", () => {
  const inject = Buffer.from(JSON.stringify(["orders", "1; drop table review"])).toString("base64url");
  for (const cursor of [
    "%%%",
    "e30",
    inject,
    encodeCursor("listings", [1]),
    encodeCursor("orders", [1, 2]),
  ]) {
    assert.throws(() => decodeCursor("orders", 1, cursor), { code: "invalid_cursor" });
  }
  assert.equal(decodeCursor("orders", 1, undefined), null);
});

test("a page has a cursor only when another row follows", () => {
  const options = { item: (row: number) => row, cursor: (row: number) => `after ${row}` };
  assert.deepEqual(pageFrom([1, 2, 3], 2, options), { data: [1, 2], nextCursor: "after 2" });
  assert.deepEqual(pageFrom([1, 2], 2, options), { data: [1, 2], nextCursor: null });
});
