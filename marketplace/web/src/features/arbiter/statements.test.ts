import assert from "node:assert/strict";
import { test } from "node:test";
import { statementsOf } from "./statements.ts";

const BUYER = `0x${"0b".repeat(20)}` as const;
const SELLER = `0x${"05".repeat(20)}` as const;
const hash = (byte: string) => `0x${byte.repeat(32)}` as const;
const envelope = { version: 1, nonce: "0x00", ciphertext: "", wraps: [] } as const;

test("one side's documents and messages stand in the order they were made; addresses are nobody's business here", () => {
  const order = {
    documents: [
      { hash: hash("01"), kind: "reason", by: BUYER, atSec: 300, envelope: null },
      { hash: hash("02"), kind: "note", by: BUYER, atSec: 10, envelope: null },
      { hash: hash("03"), kind: "tracking", by: SELLER, atSec: 200, envelope: null },
      { hash: hash("04"), kind: "evidence", by: BUYER, atSec: 500, envelope: null },
    ],
  } as const;
  const messages = [
    { id: "m2", from: SELLER, createdAtSec: 400, envelope: { ...envelope, wraps: [] } },
    { id: "m1", from: BUYER, createdAtSec: 400, envelope: { ...envelope, wraps: [] } },
  ];
  const ids = (party: string) =>
    statementsOf({ documents: [...order.documents] }, messages as never, party).map((one) =>
      one.id.slice(0, 4),
    );
  assert.deepEqual(ids(BUYER), ["0x01", "m1", "0x04"]);
  assert.deepEqual(ids(SELLER), ["0x03", "m2"]);
});
