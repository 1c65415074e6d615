/**
 * An invoice with everything that is known about it: its own row, the shop, the payment and the deposit addresses.
 * One loader for the API, the hosted page and the events that are written while a block is applied.
 */
import type { Sql } from "@cybermiles/chain/database";
import type { Address, Hex } from "viem";
import { zeroAddress } from "viem";
import type { StoredTaxLine } from "./price.ts";
import type { AdditionalStatus, InvoiceStatus, Mark } from "./stateMachine.ts";

export type StoredRate = {
  base: string;
  quote: string;
  numerator: string;
  denominator: string;
  baseDecimals: number;
  quoteDecimals: number;
  atSec: number;
  source: string;
};

export type InvoiceRecord = {
  id: string;
  merchantId: string;
  merchantName: string;
  merchantAddress: Address;
  livemode: boolean;
  status: InvoiceStatus;
  additionalStatus: AdditionalStatus;
  mark: Mark | null;
  markedBy: string | null;
  price: bigint;
  priceCurrency: string;
  priceDecimals: number;
  paymentCurrency: Address;
  paymentSymbol: string;
  paymentDecimals: number;
  amount: bigint;
  rate: StoredRate | null;
  taxLines: StoredTaxLine[];
  description: string | null;
  orderReference: string | null;
  metadata: Record<string, string>;
  customer: { name?: string; email?: string } | null;
  shipToCountry: string | null;
  redirectUrl: string | null;
  refundAddress: Address | null;
  payer: Address | null;
  arbiter: Address;
  feeCapBps: number;
  shipBySec: number;
  releaseSec: number;
  intentId: Hex;
  paymentKey: Hex;
  createdAtSec: bigint;
  deadlineSec: bigint;
  derivedAtBlock: bigint;
  generation: number;
  payment: PaymentRecord | null;
  deposits: DepositRecord[];
};

export type PaymentRecord = {
  paymentKey: Hex;
  orderId: bigint;
  rail: "wallet" | "deposit";
  payer: Address;
  amount: bigint;
  discount: bigint;
  transactionHash: Hex;
  blockNumber: bigint;
  atSec: bigint;
};

export type DepositRecord = {
  invoiceId: string;
  address: Address;
  refundTo: Address;
  received: bigint;
  receivedInTime: bigint;
  refunded: bigint;
  balance: bigint;
};

/** In the order of `ids`; unknown ids are left out. */
export async function loadInvoices(sql: Sql, ids: readonly string[]): Promise<InvoiceRecord[]> {
  if (ids.length === 0) return [];
  const rows = await sql.query<Omit<InvoiceRecord, "payment" | "deposits">>(
    `select i.*, m.name as "merchantName", m.address as "merchantAddress"
     from invoice i join merchant m on m.id = i."merchantId" where i.id = any($1)`,
    [ids],
  );
  const payments = await sql.query<PaymentRecord>(
    `select * from chain_payment where "paymentKey" = any($1)`,
    [rows.map((row) => row.paymentKey)],
  );
  const deposits = await sql.query<DepositRecord>(
    `select n."invoiceId", n."depositAddress" as address, n."refundTo",
       coalesce(d.received, 0) as received, coalesce(d."receivedInTime", 0) as "receivedInTime",
       coalesce(d.refunded, 0) as refunded, coalesce(d.balance, 0) as balance
     from invoice_intent n left join chain_deposit d on d."depositAddress" = n."depositAddress"
     where n."invoiceId" = any($1) and n.payer = $2 order by n.id`,
    [ids, zeroAddress],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    return [
      {
        ...row,
        payment: payments.find((payment) => payment.paymentKey === row.paymentKey) ?? null,
        deposits: deposits.filter((deposit) => deposit.invoiceId === id),
      },
    ];
  });
}

export async function loadInvoice(sql: Sql, id: string): Promise<InvoiceRecord | undefined> {
  const [invoice] = await loadInvoices(sql, [id]);
  return invoice;
}
