/**
 * Brings invoices' stored status in line with what is known, and writes the events of every change. Called with the
 * block that was just applied, after a rollback, and after a mark. A status that a reorg took back is announced by
 * `invoice.reverted` and starts a new generation, so that a later settlement is announced again.
 */
import type { Sql } from "@cybermiles/chain/database";
import { type EventType, writeEvent } from "../webhooks/writeEvent.ts";
import { type InvoiceRecord, loadInvoices } from "./invoiceRecord.ts";
import { requestSweeps } from "./requestSweeps.ts";
import { showInvoice } from "./showInvoice.ts";
import {
  announced,
  type ChainHead,
  deriveState,
  type InvoiceFacts,
  type InvoiceState,
  type InvoiceStatus,
  isLegal,
  type TransitionCause,
} from "./stateMachine.ts";

export type StateRules = { confirmations: number; publicUrl: string };

const EVENT_OF: Record<Exclude<InvoiceStatus, "New">, EventType> = {
  Processing: "invoice.processing",
  Settled: "invoice.settled",
  Expired: "invoice.expired",
  Invalid: "invoice.invalid",
};

const NOTHING = { paymentKeys: [], depositAddresses: [] };

/** Time, confirmations and the facts touched by a block can change these: open ones and those derived from `fromBlock` on. */
export async function invoicesToLookAt(
  sql: Sql,
  at: { head: ChainHead; fromBlock: bigint },
  touched: { paymentKeys: readonly string[]; depositAddresses: readonly string[] } = NOTHING,
): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select id from invoice where status = 'Processing' or (status = 'New' and "deadlineSec" < $1)
       or "derivedAtBlock" >= $2 or "paymentKey" = any($3)
       or id in (select "invoiceId" from invoice_intent where "depositAddress" = any($4))`,
    [at.head.timestampSec, at.fromBlock, touched.paymentKeys, touched.depositAddresses],
  );
  return rows.map((row) => row.id);
}

export async function updateStates(
  sql: Sql,
  ids: readonly string[],
  head: ChainHead,
  rules: StateRules,
): Promise<void> {
  await lockInvoices(sql, ids);
  for (const invoice of await loadInvoices(sql, ids)) {
    const next = deriveState(factsOf(invoice), head, rules.confirmations);
    await writeState(sql, { invoice, next, head, rules, cause: causeOf(invoice, next) });
    await requestSweeps(sql, invoice, head);
  }
}

/** A person's mark and a block must not overwrite each other: whoever comes second reads what the first wrote. */
export async function lockInvoices(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.query("select id from invoice where id = any($1) order by id for update", [ids]);
}

export async function writeState(
  sql: Sql,
  change: {
    invoice: InvoiceRecord;
    next: InvoiceState;
    head: ChainHead;
    rules: StateRules;
    cause: TransitionCause;
  },
): Promise<void> {
  const { invoice, next, head, rules, cause } = change;
  const same = invoice.status === next.status && invoice.additionalStatus === next.additionalStatus;
  const reverted = cause === "reorg" && invoice.status !== next.status;
  const generation = invoice.generation + (reverted ? 1 : 0);
  if (!same || invoice.derivedAtBlock !== head.number) {
    await sql.query(
      `update invoice set status = $2, "additionalStatus" = $3, "derivedAtBlock" = $4, generation = $5 where id = $1`,
      [invoice.id, next.status, next.additionalStatus, head.number, generation],
    );
  }
  if (invoice.status === next.status) return;
  const write = (type: EventType, status: InvoiceStatus) =>
    writeEvent(sql, {
      merchantId: invoice.merchantId,
      type,
      livemode: invoice.livemode,
      uniqueKey: `${type}:${invoice.id}:${generation}${cause === "mark" ? `:mark:${head.number}` : ""}`,
      atSec: head.timestampSec,
      data: { invoice: showInvoice({ ...invoice, ...next, status, generation }, head, rules.publicUrl) },
    });
  if (reverted) await write("invoice.reverted", next.status);
  for (const status of announced(invoice.status, next.status, cause)) {
    if (status !== "New") await write(EVENT_OF[status], status);
  }
}

export function factsOf(invoice: InvoiceRecord): InvoiceFacts {
  return {
    amount: invoice.amount,
    deadlineSec: Number(invoice.deadlineSec),
    mark: invoice.mark,
    payment: invoice.payment,
    deposits: invoice.deposits,
  };
}

/** What blocks alone cannot do, only a reorg can have done. */
function causeOf(invoice: InvoiceRecord, next: InvoiceState): TransitionCause {
  return invoice.status === next.status || isLegal("chain", invoice.status, next.status) ? "chain" : "reorg";
}
