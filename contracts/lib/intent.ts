/**
 * A payment intent as a merchant's gateway signs it: EIP-712 types and domain of Checkout, and the payment's key.
 * Must say the same as contracts/src/commerce/Checkout.sol; a test compares the digests with the contract's.
 * Times in Unix seconds, windows in seconds, amounts in the smallest unit of `currency` (address(0) is CMT).
 */
import { type Address, encodeAbiParameters, type Hex, hashTypedData, keccak256 } from "viem";

/** ICheckout.Intent in the shape that viem's ABI coder takes. */
export interface Intent {
  readonly merchant: Address;
  /** Unique per merchant; the payment is known as {@link paymentKeyOf}(merchant, id). */
  readonly id: Hex;
  readonly currency: Address;
  readonly amount: bigint;
  /** The platform fee may not exceed this. */
  readonly feeCapBps: number;
  readonly arbiter: Address;
  readonly shipBySec: number;
  readonly releaseSec: number;
  /** Payable up to and including this second, and at most MAX_INTENT_SEC (90 days) before it. */
  readonly deadlineSec: bigint;
  /** Gets refunds and overpayments of a deposit address, and is the buyer of record there. */
  readonly refundTo: Address;
  /** Only this account may pay; the zero address lets anyone. A deposit address works only with zero. */
  readonly payer: Address;
}

export const intentTypes = {
  Intent: [
    { name: "merchant", type: "address" },
    { name: "id", type: "bytes32" },
    { name: "currency", type: "address" },
    { name: "amount", type: "uint256" },
    { name: "feeCapBps", type: "uint16" },
    { name: "arbiter", type: "address" },
    { name: "shipBySec", type: "uint32" },
    { name: "releaseSec", type: "uint32" },
    { name: "deadlineSec", type: "uint64" },
    { name: "refundTo", type: "address" },
    { name: "payer", type: "address" },
  ],
} as const;

export interface CheckoutAt {
  readonly chainId: number;
  readonly checkout: Address;
}

/** What a signer signs: pass it to viem's `signTypedData`. */
export function intentTypedData(at: CheckoutAt, intent: Intent) {
  return {
    domain: {
      name: "CyberMiles Checkout",
      version: "1",
      chainId: at.chainId,
      verifyingContract: at.checkout,
    },
    types: intentTypes,
    primaryType: "Intent",
    message: intent,
  } as const;
}

/** The EIP-712 digest; also the CREATE2 salt of the intent's deposit address. */
export function intentDigest(at: CheckoutAt, intent: Intent): Hex {
  return hashTypedData(intentTypedData(at, intent));
}

/** keccak256(abi.encode(merchant, id)): what a payment is known by on chain, whatever its other terms. */
export function paymentKeyOf(merchant: Address, id: Hex): Hex {
  return keccak256(encodeAbiParameters([{ type: "address" }, { type: "bytes32" }], [merchant, id]));
}
