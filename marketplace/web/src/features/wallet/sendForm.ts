/** Reads what was typed or scanned into the send form. Pure. */

export interface ScannedPayment {
  address: string;
  amountAtto: bigint | null;
}

/** A plain address, or an EIP-681 link as QR codes hold it (ethereum:0x…@chain?value=…); null where it is neither. */
export function readPaymentCode(text: string): ScannedPayment | null {
  const match = /^(?:ethereum:)?(?:pay-)?(0x[0-9a-fA-F]{40})(?:@\d+)?(?:\?(.*))?$/.exec(text.trim());
  if (!match?.[1]) return null;
  const value = new URLSearchParams(match[2] ?? "").get("value");
  return { address: match[1], amountAtto: value && /^\d{1,78}$/.test(value) ? BigInt(value) : null };
}
