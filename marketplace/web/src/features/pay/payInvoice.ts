/**
 * The transaction that pays an invoice. The call is built here from the signed terms, never taken ready-made from the
 * gateway, and the terms must say what the page showed.
 */
import { checkoutAbi } from "@cybermiles/contracts/abi/checkout";
import { loadConfig, NATIVE_CURRENCY } from "../../api/config.ts";
import { request } from "../../api/http.ts";
import { approveCall } from "../../tx/approveCall.ts";
import type { TxStep } from "../../tx/transactions.ts";
import type { Address } from "../../wallet/connection.ts";
import type { PublicInvoice, SignedIntent } from "./invoice.ts";

export async function prepareInvoiceSteps(
  account: Address,
  invoice: PublicInvoice,
  labels: { approve: string; pay: string },
): Promise<TxStep[]> {
  const config = await loadConfig();
  const path = `/gateway/v1/invoices/${encodeURIComponent(invoice.id)}/intent`;
  const { intent, signature } = await request<SignedIntent>(path, {
    method: "POST",
    body: { refundAddress: account },
  });
  checkIntent(intent, invoice);
  const { amountAtto, deadlineSec, ...terms } = intent;
  const amount = BigInt(amountAtto);
  const isNative = intent.currency.toLowerCase() === NATIVE_CURRENCY;
  const steps: TxStep[] = [];
  if (!isNative) {
    const approve = await approveCall(account, intent.currency, config.contracts.escrow, amount);
    if (approve) steps.push({ label: labels.approve, call: approve });
  }
  const signed = {
    intent: { ...terms, amount, deadlineSec: BigInt(deadlineSec) },
    signature,
    rewardAmount: 0n,
  };
  steps.push({
    label: labels.pay,
    call: {
      address: config.contracts.checkout,
      abi: checkoutAbi,
      functionName: "pay",
      args: [[], [signed]],
      value: isNative ? amount : 0n,
    },
  });
  return steps;
}

function checkIntent(intent: SignedIntent["intent"], invoice: PublicInvoice): void {
  const isSame =
    intent.amountAtto === invoice.amountAtto &&
    intent.merchant.toLowerCase() === invoice.merchant.address.toLowerCase() &&
    intent.currency.toLowerCase() === invoice.paymentCurrency.address.toLowerCase() &&
    intent.arbiter.toLowerCase() === invoice.arbiter.toLowerCase() &&
    intent.shipBySec === invoice.shipBySec &&
    intent.releaseSec === invoice.releaseSec;
  if (!isSame) throw new IntentMismatchError(invoice.id);
}

export class IntentMismatchError extends Error {
  override readonly name = "IntentMismatchError";
  readonly code = "intent_mismatch";

  constructor(invoiceId: string) {
    super(`The gateway signed other terms than invoice ${invoiceId} shows. Nothing was paid.`);
  }
}
