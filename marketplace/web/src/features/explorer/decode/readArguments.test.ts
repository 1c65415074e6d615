import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAbiItem } from "viem";
import { readArguments } from "./readArguments.ts";

const fn = parseAbiItem("function f(address who, uint256 id, bytes32 hash, bool on) view");
const HASH = `0x${"ab".repeat(32)}`;
const WHO = `0x${"0a".repeat(20)}`;

test("typed texts become arguments", () => {
  assert.deepEqual(readArguments(fn, [WHO, " 12 ", HASH, "false"]).values, [WHO, 12n, HASH, false]);
});

test("the argument at fault is named", () => {
  assert.equal(readArguments(fn, ["0x12", "1", HASH, "true"]).fault?.name, "who");
  assert.equal(readArguments(fn, [WHO, "1.5", HASH, "true"]).fault?.name, "id");
  assert.equal(readArguments(fn, [WHO, "1", "0xab", "true"]).fault?.name, "hash");
  assert.equal(readArguments(fn, [WHO, "1", HASH, "yes"]).fault?.name, "on");
});
