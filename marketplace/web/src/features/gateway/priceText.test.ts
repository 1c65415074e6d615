import assert from "node:assert/strict";
import { test } from "node:test";
import { priceText } from "./priceText.ts";

test("ISO currencies by their symbol, others by their code, digits as they were written", () => {
  assert.equal(priceText("49.90", "USD", "en"), "$49.90");
  assert.equal(priceText("1234", "KRW", "en"), "₩1,234");
  assert.equal(priceText("0.000000000000000001", "CMT", "en"), "0.000000000000000001 CMT");
  assert.equal(priceText("123456789012345678901234", "CMT", "en"), "123,456,789,012,345,678,901,234 CMT");
});
