import assert from "node:assert/strict";
import { test } from "node:test";
import { searchTarget } from "./searchTarget.ts";

test("numbers are blocks, 20 bytes an address, 32 bytes a hash, the rest a name", () => {
  assert.deepEqual(searchTarget(" #1,204 "), { kind: "block", blockNumber: 1204n });
  assert.deepEqual(searchTarget("0x000000000000000000000000000000000000dEaD"), {
    kind: "address",
    address: "0x000000000000000000000000000000000000dEaD",
  });
  assert.deepEqual(searchTarget("AB".repeat(32)), { kind: "hash", hash: `0x${"ab".repeat(32)}` });
  assert.deepEqual(searchTarget("Seoul Coffee"), { kind: "name", text: "Seoul Coffee" });
  assert.deepEqual(searchTarget("0x12"), { kind: "name", text: "0x12" });
  assert.deepEqual(searchTarget("   "), { kind: "nothing" });
});
