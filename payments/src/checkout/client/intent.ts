/// <reference lib="dom" />
/** Asks the gateway for the signed intent of a refund address. Refusals come as their plain message. */
import type { z } from "zod";
import type { IntentResponse } from "../../http/schema/invoice.ts";

export type Intent = z.infer<typeof IntentResponse>;

export async function fetchIntent(invoiceId: string, refundAddress: string | undefined): Promise<Intent> {
  const response = await fetch(`../v1/invoices/${invoiceId}/intent`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(refundAddress === undefined ? {} : { refundAddress }),
  });
  const body = (await response.json()) as Intent & { error?: { message: string } };
  if (!response.ok) throw new Error(body.error?.message ?? response.statusText);
  return body;
}
