import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ContractFunctionRevertedError, encodeErrorResult, RawContractError } from "viem";
import { escrowAbi } from "../abi/escrow.ts";
import { listingsAbi } from "../abi/listings.ts";
import { merchantTokenAbi } from "../abi/merchantToken.ts";
import { decodeRevert } from "./errors.ts";

const outOfStock = encodeErrorResult({ abi: listingsAbi, errorName: "OutOfStock", args: [3n, 2n, 1n] });

describe("decodeRevert", () => {
  it("names an error, its arguments and a sentence", () => {
    assert.deepEqual(decodeRevert(outOfStock), {
      name: "OutOfStock",
      args: { listingId: 3n, wanted: 2n, stock: 1n },
      text: "Out of stock: listing id 3, wanted 2, stock 1",
    });
  });

  it("finds an error of a contract behind the one that was called", () => {
    const error = new ContractFunctionRevertedError({
      abi: escrowAbi,
      data: outOfStock,
      functionName: "open",
    });
    assert.equal(decodeRevert(error)?.name, "OutOfStock");
    assert.equal(decodeRevert(new RawContractError({ data: outOfStock }))?.name, "OutOfStock");
  });

  it("reads a JSON-RPC error as nodes answer it", () => {
    assert.equal(
      decodeRevert({ code: 3, message: "execution reverted", data: outOfStock })?.name,
      "OutOfStock",
    );
    assert.equal(decodeRevert({ code: 3, data: { data: outOfStock } })?.name, "OutOfStock");
    assert.equal(
      decodeRevert(new Error("failed", { cause: { code: 3, data: outOfStock } }))?.name,
      "OutOfStock",
    );
  });

  it("names OpenZeppelin's errors, reason strings and panics", () => {
    const balance = encodeErrorResult({
      abi: merchantTokenAbi,
      errorName: "ERC20InsufficientBalance",
      args: ["0x00000000000000000000000000000000000000aa", 1n, 2n ** 256n - 1n],
    });
    assert.deepEqual(decodeRevert(balance)?.args.needed, 2n ** 256n - 1n);
    const reason =
      "0x08c379a0000000000000000000000000000000000000000000000000000000000000002000000000000000000000000000000000000000000000000000000000000000026e6f000000000000000000000000000000000000000000000000000000000000";
    assert.equal(decodeRevert(reason)?.text, "no");
    const panic = "0x4e487b710000000000000000000000000000000000000000000000000000000000000011";
    assert.equal(decodeRevert(panic)?.name, "Panic");
  });

  it("has no answer for what is not a revert of ours", () => {
    for (const failure of [undefined, null, "0x", "0xdeadbeef", new Error("socket closed"), { data: 7 }]) {
      assert.equal(decodeRevert(failure), undefined);
    }
  });
});
