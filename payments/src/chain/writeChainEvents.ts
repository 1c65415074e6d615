/** The webhooks' events of a block that are not an invoice's own states: money that came, and the escrow's orders. */
import type { Sql } from "@cybermiles/chain/database";
import type { FollowedBlock } from "@cybermiles/chain/follower";
import type { Address, Hex } from "viem";
import { type InvoiceRecord, loadInvoices } from "../invoices/invoiceRecord.ts";
import { showInvoice } from "../invoices/showInvoice.ts";
import type { ChainHead } from "../invoices/stateMachine.ts";
import type { StateRules } from "../invoices/updateState.ts";
import { writeEvent } from "../webhooks/writeEvent.ts";
import type { OrderChange } from "./applyLogs.ts";

type Payments = {
  block: FollowedBlock;
  head: ChainHead;
  came: readonly { depositAddress: Address; received: bigint }[];
  paymentKeys: readonly Hex[];
  rules: StateRules;
};

export async function writePaymentEvents(
  sql: Sql,
  { block, head, came, paymentKeys, rules }: Payments,
): Promise<void> {
  const rows = await sql.query<{ id: string }>(
    `select id from invoice where "paymentKey" = any($1)
     union select "invoiceId" from invoice_intent where "depositAddress" = any($2)`,
    [paymentKeys, came.map((one) => one.depositAddress)],
  );
  const invoices = await loadInvoices(
    sql,
    rows.map((row) => row.id),
  );
  const write = (invoice: InvoiceRecord, key: string, payment: Record<string, unknown>) =>
    writeEvent(sql, {
      merchantId: invoice.merchantId,
      type: "payment.received",
      livemode: invoice.livemode,
      uniqueKey: `payment.received:${key}`,
      atSec: head.timestampSec,
      data: { invoice: showInvoice(invoice, head, rules.publicUrl), payment },
    });
  for (const invoice of invoices) {
    for (const { depositAddress, received } of came) {
      if (!invoice.deposits.some((deposit) => deposit.address === depositAddress)) continue;
      await write(invoice, `${depositAddress}:${block.hash}`, {
        rail: "deposit",
        depositAddress,
        receivedAtto: received.toString(),
        blockNumber: block.number.toString(),
      });
    }
    const { payment } = invoice;
    if (payment?.rail === "wallet" && paymentKeys.includes(payment.paymentKey)) {
      await write(invoice, `${payment.transactionHash}:${payment.paymentKey}`, {
        rail: "wallet",
        payer: payment.payer,
        receivedAtto: payment.amount.toString(),
        transactionHash: payment.transactionHash,
        blockNumber: block.number.toString(),
      });
    }
  }
}

type OrderRow = {
  merchantId: string;
  orderId: bigint;
  buyer: string;
  seller: string;
  currency: string;
  amount: bigint;
  state: string;
  buyerAmount: bigint | null;
  sellerAmount: bigint | null;
  fee: bigint | null;
  shipDeadlineSec: bigint;
  releaseAtSec: bigint | null;
  invoiceId: string | null;
  livemode: boolean | null;
  orderReference: string | null;
};

/** Orders of shops that this gateway knows, also those bought straight from a listing (they have no invoice). */
export async function writeOrderEvents(
  sql: Sql,
  { head, orders }: { head: ChainHead; orders: readonly OrderChange[] },
): Promise<void> {
  if (orders.length === 0) return;
  const rows = await sql.query<OrderRow>(
    `select m.id as "merchantId", o.*, i.id as "invoiceId", i.livemode, i."orderReference"
     from chain_order o join merchant m on m.address = o.seller
       left join chain_payment p on p."orderId" = o."orderId"
       left join invoice i on i."paymentKey" = p."paymentKey"
     where o."orderId" = any($1::numeric[])`,
    [orders.map((order) => order.orderId)],
  );
  for (const { orderId, type, transactionHash } of orders) {
    const row = rows.find((one) => one.orderId === orderId);
    if (row === undefined) continue;
    await writeEvent(sql, {
      merchantId: row.merchantId,
      type,
      livemode: row.livemode ?? true,
      uniqueKey: `${type}:${orderId}:${transactionHash}`,
      atSec: head.timestampSec,
      data: {
        order: showOrder(row),
        invoiceId: row.invoiceId,
        orderReference: row.orderReference,
        transactionHash,
      },
    });
  }
}

function showOrder(row: OrderRow): Record<string, unknown> {
  const atto = (value: bigint | null) => (value === null ? null : value.toString());
  return {
    object: "order",
    id: row.orderId.toString(),
    state: row.state,
    buyer: row.buyer,
    seller: row.seller,
    currency: row.currency,
    amountAtto: row.amount.toString(),
    buyerAmountAtto: atto(row.buyerAmount),
    sellerAmountAtto: atto(row.sellerAmount),
    feeAtto: atto(row.fee),
    shipDeadlineSec: Number(row.shipDeadlineSec),
    releaseAtSec: row.releaseAtSec === null ? null : Number(row.releaseAtSec),
  };
}
