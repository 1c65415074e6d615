import assert from "node:assert/strict";
import { test } from "node:test";
import { addressLines } from "./addressLines.ts";

const name = (code: string) => (code === "KR" ? "South Korea" : code);

test("empty parts leave no empty line", () => {
  const address = {
    name: "Ji-woo Kim",
    line1: "12 Sejong-daero",
    city: "Seoul",
    postalCode: "04524",
    country: "KR",
  };
  assert.deepEqual(addressLines(address, name), [
    "Ji-woo Kim",
    "12 Sejong-daero",
    "04524 Seoul",
    "South Korea",
  ]);
  assert.deepEqual(addressLines({ ...address, postalCode: "", line2: "Unit 3", region: "Seoul-si" }, name), [
    "Ji-woo Kim",
    "12 Sejong-daero",
    "Unit 3",
    "Seoul",
    "Seoul-si",
    "South Korea",
  ]);
});
