import assert from "node:assert/strict";
import { test } from "node:test";
import { readPaymentCode } from "./sendForm.ts";

const ADDRESS = "0x00000000000000000000000000000000000000aA";

test("reads addresses and EIP-681 links", () => {
  assert.deepEqual(readPaymentCode(` ${ADDRESS} `), { address: ADDRESS, amountAtto: null });
  assert.deepEqual(readPaymentCode(`ethereum:${ADDRESS}@441070802?value=1000000000000000000000`), {
    address: ADDRESS,
    amountAtto: 10n ** 21n,
  });
});

test("refuses anything else", () => {
  assert.equal(readPaymentCode("https://example.org"), null);
  assert.equal(readPaymentCode("0x1234"), null);
  assert.deepEqual(readPaymentCode(`${ADDRESS}?value=1e21`), { address: ADDRESS, amountAtto: null });
});
