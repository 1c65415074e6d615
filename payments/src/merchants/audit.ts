/** Writes an audit entry in the transaction of the change it tells about. `data` never holds a secret. */
import type { Transaction } from "../database/store.ts";
import { newId } from "../ids/newId.ts";

export type AuditEntry = {
  merchantId: string;
  actor: string;
  action: string;
  target?: string;
  data?: Record<string, string | number | boolean | null | string[]>;
};

export async function audit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.prisma.auditEntry.create({
    data: {
      id: newId("aud"),
      merchantId: entry.merchantId,
      atSec: BigInt(Math.floor(Date.now() / 1000)),
      actor: entry.actor,
      action: entry.action,
      target: entry.target ?? null,
      data: entry.data ?? {},
    },
  });
}
