import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import fc from "fast-check";
import { network } from "hardhat";
import { type Address, type Hex, zeroAddress } from "viem";
import { checkoutAbi } from "../abi/checkout.ts";
import { type CheckoutAt, type Intent, intentDigest, paymentKeyOf } from "../lib/intent.ts";

const hex = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes }).map(toHexString);
const uint = (bits: number) => fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n });
const small = (bits: number) => fc.integer({ min: 0, max: 2 ** bits - 1 });

const intents: fc.Arbitrary<Intent> = fc.record({
  merchant: hex(20),
  id: hex(32),
  currency: fc.oneof(fc.constant<Hex>(zeroAddress), hex(20)),
  amount: uint(256),
  feeCapBps: small(16),
  arbiter: hex(20),
  shipBySec: small(32),
  releaseSec: small(32),
  deadlineSec: uint(64),
  refundTo: hex(20),
  payer: fc.oneof(fc.constant<Hex>(zeroAddress), hex(20)),
});

function toHexString(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes).toString("hex")}`;
}

describe("intent", () => {
  let at: CheckoutAt;
  let digestOnChain: (intent: Intent) => Promise<Hex>;
  let keyOnChain: (merchant: Address, id: Hex) => Promise<Hex>;

  before(async () => {
    const { viem } = await network.create();
    const client = await viem.getPublicClient();
    const checkout = await viem.deployContract("Checkout", [
      zeroAddress,
      zeroAddress,
      zeroAddress,
      zeroAddress,
    ]);
    at = { chainId: await client.getChainId(), checkout: checkout.address };
    const contract = { address: checkout.address, abi: checkoutAbi } as const;
    digestOnChain = (intent) =>
      client.readContract({ ...contract, functionName: "intentDigest", args: [intent] });
    keyOnChain = (merchant, id) =>
      client.readContract({ ...contract, functionName: "paymentKeyOf", args: [merchant, id] });
  });

  it("has the contract's digest and payment key, whatever the terms", async () => {
    await fc.assert(
      fc.asyncProperty(intents, async (intent) => {
        assert.equal(intentDigest(at, intent), await digestOnChain(intent));
        assert.equal(paymentKeyOf(intent.merchant, intent.id), await keyOnChain(intent.merchant, intent.id));
      }),
      { seed: 0x434d54, numRuns: 50 },
    );
  });
});
