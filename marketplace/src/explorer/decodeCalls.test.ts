import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeAbiParameters, encodeEventTopics, encodeFunctionData, erc20Abi } from "viem";
import { decodeCall, decodeLog } from "./decodeCalls.ts";

const to = "0x00000000000000000000000000000000000000AA";

test("a known call has its signature and arguments", () => {
  const input = encodeFunctionData({ abi: erc20Abi, functionName: "transfer", args: [to, 2n ** 256n - 1n] });
  const call = decodeCall([erc20Abi], input);
  assert.match(call?.signature ?? "", /^transfer\(/);
  assert.deepEqual(
    call?.args.map((arg) => arg.value),
    [to.toLowerCase(), String(2n ** 256n - 1n)],
  );
});

test("an unknown or damaged call decodes to nothing", () => {
  assert.equal(decodeCall([erc20Abi], "0xdeadbeef"), null);
  assert.equal(decodeCall([erc20Abi], "0xa9059cbb00"), null);
  assert.equal(decodeCall([erc20Abi], "0x"), null);
});

test("logs decode by event, with indexed and plain arguments in order", () => {
  const topics = encodeEventTopics({
    abi: erc20Abi,
    eventName: "Transfer",
    args: { from: to, to },
  }) as `0x${string}`[];
  const data = encodeAbiParameters([{ type: "uint256" }], [5n]);
  const log = decodeLog([erc20Abi], { topics, data });
  assert.equal(log?.event, "Transfer");
  assert.deepEqual(
    log?.args.map((arg) => arg.name),
    ["from", "to", "value"],
  );
  assert.equal(decodeLog([erc20Abi], { topics: [], data: "0x" }), null);
});
