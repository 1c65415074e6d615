/** A merchant's word about an invoice: settled or invalid, whatever the chain says. It can be changed, not taken back. */
import type { Transaction } from "../database/store.ts";
import { ApiError } from "../http/apiError.ts";
import { loadInvoice } from "./invoiceRecord.ts";
import { type ChainHead, isLegal, type Mark } from "./stateMachine.ts";
import { lockInvoices, type StateRules, writeState } from "./updateState.ts";

export async function markInvoice(
  tx: Transaction,
  options: { invoiceId: string; mark: Mark; by: string; head: ChainHead; rules: StateRules },
): Promise<void> {
  const { invoiceId, mark, by, head, rules } = options;
  await lockInvoices(tx, [invoiceId]);
  const invoice = await loadInvoice(tx, invoiceId);
  if (invoice === undefined) throw new ApiError("not_found", `No invoice ${invoiceId}`);
  const status = mark === "settled" ? "Settled" : "Invalid";
  if (!isLegal("mark", invoice.status, status)) {
    throw new ApiError(
      "illegal_transition",
      `status: an invoice that is ${invoice.status} cannot be marked ${mark}`,
      "status",
    );
  }
  await tx.prisma.invoice.update({ where: { id: invoiceId }, data: { mark, markedBy: by } });
  await writeState(tx, {
    invoice: { ...invoice, mark, markedBy: by },
    next: { status, additionalStatus: "marked" },
    head,
    rules,
    cause: "mark",
  });
}
