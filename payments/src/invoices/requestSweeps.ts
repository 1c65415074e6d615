/**
 * Asks for a sweep of every deposit address of an invoice that holds money which can move now: enough to pay in time,
 * or anything once the invoice is paid or past its deadline (then it goes to the refund address). Asked again at every
 * look; the job itself asks the chain what is left to do.
 */
import type { Sql } from "@cybermiles/chain/database";
import { writeJob } from "../jobs/outbox.ts";
import type { InvoiceRecord } from "./invoiceRecord.ts";
import type { ChainHead } from "./stateMachine.ts";

export const SWEEP_TOPIC = "deposit.sweep";

export async function requestSweeps(sql: Sql, invoice: InvoiceRecord, head: ChainHead): Promise<void> {
  const over = invoice.payment !== null || head.timestampSec > Number(invoice.deadlineSec);
  for (const deposit of invoice.deposits) {
    if (deposit.balance === 0n || (!over && deposit.balance < invoice.amount)) continue;
    await writeJob(sql, {
      topic: SWEEP_TOPIC,
      // The balance and whether it pays or returns say what is to be done; the generation renews it after a reorg.
      uniqueKey: `sweep:${deposit.address}:${deposit.received}:${over ? "return" : "pay"}:${invoice.generation}`,
      payload: { depositAddress: deposit.address },
      atSec: head.timestampSec,
    });
  }
}
