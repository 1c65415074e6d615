/** What the pay page reads of a gateway invoice (GET /v1/invoices/:id/public) and of its intent; see /gateway/docs. */

export interface PublicInvoice {
  id: string;
  status: "New" | "Processing" | "Expired" | "Invalid" | "Settled";
  merchant: { id: string; name: string; address: `0x${string}` };
  amount: string; // decimal, in `currency`
  currency: string;
  paymentCurrency: { address: `0x${string}`; symbol: string; decimals: number };
  amountAtto: string;
  taxLines: { name: string; rateBps: number; amount: string }[];
  description: string | null;
  expiresAtSec: number;
  arbiter: `0x${string}`;
  shipBySec: number;
  releaseSec: number;
  redirectUrl: string | null;
  payment: { orderId: string; transactionHash: `0x${string}` } | null;
}

export interface SignedIntent {
  intent: {
    merchant: `0x${string}`;
    id: `0x${string}`;
    currency: `0x${string}`;
    amountAtto: string;
    feeCapBps: number;
    arbiter: `0x${string}`;
    shipBySec: number;
    releaseSec: number;
    deadlineSec: number;
    refundTo: `0x${string}`;
    payer: `0x${string}`;
  };
  signature: `0x${string}`;
}
