/**
 * Invoices. `status` and `additionalStatus` are BTCPay's two fields; payments/README.md has the table of transitions.
 * The public shape is what the hosted page and the marketplace's pay page see: everything a payer needs, nothing that
 * belongs to the merchant (no metadata, no customer).
 */
import { z } from "zod";
import {
  Address,
  AttoString,
  CountryCode,
  DecimalString,
  Hex32,
  ListQuery,
  Metadata,
  Seconds,
  Text,
} from "./common.ts";
import { TaxRate } from "./merchant.ts";
import { CurrencyRef, Rate } from "./rate.ts";

export const INVOICE_STATUSES = ["New", "Processing", "Expired", "Invalid", "Settled"] as const;
export const ADDITIONAL_STATUSES = ["none", "paidPartial", "paidLate", "paidOver", "marked"] as const;
export const InvoiceStatus = z.enum(INVOICE_STATUSES);
export const AdditionalStatus = z.enum(ADDITIONAL_STATUSES);

export const InvoiceCreate = z.strictObject({
  amount: DecimalString.meta({ description: "Gross price, taxes included, in `currency`" }),
  currency: CurrencyRef,
  paymentCurrency: z
    .union([z.literal("CMT"), Address])
    .default("CMT")
    .meta({ description: "What the payer pays with: CMT or an allow-listed ERC-20" }),
  description: Text(500).optional(),
  orderReference: Text(120).optional().meta({ description: "The shop's own order number" }),
  metadata: Metadata.default({}),
  customer: z
    .strictObject({
      name: Text(120).optional(),
      email: z.email().max(254).optional(),
    })
    .optional(),
  shipToCountry: CountryCode.optional(),
  taxRates: z
    .array(TaxRate)
    .max(10)
    .optional()
    .meta({ description: "Taxes that `amount` includes; the merchant's defaults where absent, [] for none" }),
  expiresInSec: z
    .number()
    .int()
    .min(60)
    .max(7 * 86_400)
    .default(900)
    .meta({ description: "At most 900 where the price is converted: a rate locks for 15 minutes" }),
  refundAddress: Address.optional().meta({ description: "Known in advance, the page does not ask for it" }),
  payer: Address.optional().meta({ description: "Only this account may pay" }),
  arbiter: Address.optional(),
  shipBySec: z
    .number()
    .int()
    .min(3600)
    .max(60 * 86_400)
    .optional(),
  releaseSec: z
    .number()
    .int()
    .min(3600)
    .max(60 * 86_400)
    .optional(),
  redirectUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  livemode: z.boolean().optional().meta({ description: "Sessions only; an API key decides by itself" }),
});

export const TaxLine = z.object({
  name: z.string(),
  rateBps: z.number().int(),
  /** In the price currency, decimal. */
  amount: DecimalString,
});

export const InvoicePayment = z.object({
  rail: z.enum(["wallet", "deposit"]),
  orderId: z.string().meta({ description: "Escrow order" }),
  payer: Address,
  amountAtto: AttoString,
  discountAtto: AttoString,
  transactionHash: Hex32,
  blockNumber: z.string(),
  confirmations: z.number().int(),
  atSec: Seconds,
});

export const InvoiceDeposit = z.object({
  address: Address,
  refundAddress: Address,
  /** Arrived here so far, refunds and sweeps not subtracted. */
  receivedAtto: AttoString,
  refundedAtto: AttoString,
  balanceAtto: AttoString,
});

export const InvoicePublic = z.object({
  object: z.literal("invoice"),
  id: z.string(),
  livemode: z.boolean(),
  status: InvoiceStatus,
  additionalStatus: AdditionalStatus,
  merchant: z.object({ id: z.string(), name: z.string(), address: Address }),
  amount: DecimalString,
  currency: z.string(),
  paymentCurrency: z.object({
    address: Address.meta({ description: "The zero address is CMT" }),
    symbol: z.string(),
    decimals: z.number().int(),
  }),
  amountAtto: AttoString.meta({
    description: "Exactly this is due, in the payment currency's smallest unit",
  }),
  rate: Rate.nullable(),
  taxLines: z.array(TaxLine),
  description: z.string().nullable(),
  orderReference: z.string().nullable(),
  shipToCountry: CountryCode.nullable(),
  createdAtSec: Seconds,
  expiresAtSec: Seconds,
  refundAddress: Address.nullable(),
  payer: Address.nullable(),
  arbiter: Address,
  feeCapBps: z.number().int(),
  shipBySec: z.number().int(),
  releaseSec: z.number().int(),
  redirectUrl: z.string().nullable(),
  checkoutUrl: z.string(),
  deposits: z.array(InvoiceDeposit),
  payment: InvoicePayment.nullable(),
});

export const Invoice = InvoicePublic.extend({
  metadata: z.record(z.string(), z.string()),
  customer: z.object({ name: z.string().optional(), email: z.string().optional() }).nullable(),
  intentId: Hex32,
  paymentKey: Hex32,
  markedBy: z.string().nullable(),
});

export const InvoiceListQuery = ListQuery.extend({
  status: InvoiceStatus.optional(),
  additionalStatus: AdditionalStatus.optional(),
  livemode: z.stringbool().optional(),
  orderReference: z.string().max(120).optional(),
  createdFromSec: z.coerce.number().int().nonnegative().optional(),
  createdToSec: z.coerce.number().int().nonnegative().optional(),
  q: z
    .string()
    .trim()
    .max(120)
    .optional()
    .meta({ description: "Part of the id, order reference or description" }),
});
export const InvoiceExportQuery = InvoiceListQuery.omit({ limit: true, cursor: true });

export const InvoiceMark = z.strictObject({ status: z.enum(["settled", "invalid"]) });

export const IntentRequest = z.strictObject({
  refundAddress: Address.optional().meta({ description: "Needed unless the invoice carries one" }),
  payer: Address.optional().meta({
    description: "Restrict the intent to this account; wallets leave it out",
  }),
});

const WalletCall = z.object({ to: Address, data: z.string(), valueAtto: AttoString });

export const IntentResponse = z.object({
  object: z.literal("intent"),
  invoiceId: z.string(),
  intent: z.object({
    merchant: Address,
    id: Hex32,
    currency: Address,
    amountAtto: AttoString,
    feeCapBps: z.number().int(),
    arbiter: Address,
    shipBySec: z.number().int(),
    releaseSec: z.number().int(),
    deadlineSec: Seconds,
    refundTo: Address,
    payer: Address,
  }),
  signature: z.string(),
  signer: Address,
  depositAddress: Address.nullable().meta({
    description: "null where the intent names a payer: nobody else may pay",
  }),
  /** For what is still missing at this address. */
  qr: z.object({ uri: z.string(), amountAtto: AttoString, svg: z.string() }).nullable(),
  wallet: z.object({
    chainId: z.number().int(),
    /** ERC-20 only: give Escrow this allowance first where it is smaller. */
    approve: WalletCall.nullable(),
    pay: WalletCall,
  }),
});
