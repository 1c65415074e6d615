/** Finds a merchant's invoices by filter, newest first. Every value is a parameter; LIKE's own signs are escaped. */
import type { Sql } from "@cybermiles/chain/database";

export type InvoiceFilter = {
  status?: string | undefined;
  additionalStatus?: string | undefined;
  livemode?: boolean | undefined;
  orderReference?: string | undefined;
  createdFromSec?: number | undefined;
  createdToSec?: number | undefined;
  q?: string | undefined;
  cursor?: string | undefined;
};

export async function findInvoiceIds(
  sql: Sql,
  merchantId: string,
  filter: InvoiceFilter,
  limit: number,
): Promise<string[]> {
  const parameters: unknown[] = [merchantId];
  const conditions = [`"merchantId" = $1`];
  const add = (condition: (placeholder: string) => string, value: unknown) => {
    if (value === undefined || value === "") return;
    parameters.push(value);
    conditions.push(condition(`$${parameters.length}`));
  };
  add((p) => `status = ${p}`, filter.status);
  add((p) => `"additionalStatus" = ${p}`, filter.additionalStatus);
  add((p) => `livemode = ${p}`, filter.livemode);
  add((p) => `"orderReference" = ${p}`, filter.orderReference?.replaceAll("\u0000", ""));
  add((p) => `"createdAtSec" >= ${p}`, filter.createdFromSec);
  add((p) => `"createdAtSec" <= ${p}`, filter.createdToSec);
  add((p) => `id < ${p}`, filter.cursor?.replaceAll("\u0000", ""));
  add(
    (p) => `(id ilike ${p} or "orderReference" ilike ${p} or description ilike ${p})`,
    filter.q === undefined || filter.q === "" ? undefined : `%${escapeLike(filter.q)}%`,
  );
  parameters.push(limit);
  const rows = await sql.query<{ id: string }>(
    `select id from invoice where ${conditions.join(" and ")} order by id desc limit $${parameters.length}`,
    parameters,
  );
  return rows.map((row) => row.id);
}

function escapeLike(text: string): string {
  return text.replaceAll("\u0000", "").replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
