/** Invoices for shops (key or session), and the two public calls that payers need: the intent and the live stream. */
import { stringify } from "csv-stringify/sync";
import type { Gateway } from "../../gateway.ts";
import { insertInvoice, prepareInvoice } from "../../invoices/createInvoice.ts";
import { findInvoiceIds } from "../../invoices/findInvoices.ts";
import { invoiceCsvColumns, invoiceCsvRow } from "../../invoices/invoiceCsv.ts";
import { type InvoiceRecord, loadInvoice, loadInvoices } from "../../invoices/invoiceRecord.ts";
import { markInvoice } from "../../invoices/markInvoice.ts";
import { showInvoice, showPublicInvoice } from "../../invoices/showInvoice.ts";
import { signIntent } from "../../invoices/signIntent.ts";
import { audit } from "../../merchants/audit.ts";
import { ApiError } from "../apiError.ts";
import { pageOf } from "../paging.ts";
import { type AnyRoute, route } from "../route.ts";
import { listOf } from "../schema/common.ts";
import {
  IntentRequest,
  IntentResponse,
  Invoice,
  InvoiceCreate,
  InvoiceExportQuery,
  InvoiceListQuery,
  InvoiceMark,
  InvoicePublic,
} from "../schema/invoice.ts";
import { streamInvoice } from "../streamInvoice.ts";

const EXPORT_AT_ONCE = 500;

export function invoiceRoutes(gateway: Gateway): AnyRoute[] {
  const { store } = gateway;
  const show = (record: InvoiceRecord) => showInvoice(record, gateway.head(), gateway.publicUrl());
  return [
    route({
      method: "post",
      path: "/v1/invoices",
      tag: "Invoices",
      summary: "Create an invoice (Idempotency-Key)",
      access: "invoices:write",
      body: InvoiceCreate,
      response: Invoice,
      status: 201,
      handler: async ({ caller, body, commit }) => {
        const livemode = modeOf(caller.livemode, body.livemode);
        const invoice = await prepareInvoice(gateway, {
          merchantId: caller.merchantId,
          livemode,
          request: body,
        });
        return commit(async (tx) => show(await insertInvoice(gateway, tx, invoice)));
      },
    }),
    route({
      method: "get",
      path: "/v1/invoices",
      tag: "Invoices",
      summary: "List invoices, newest first",
      access: "invoices:read",
      query: InvoiceListQuery,
      response: listOf(Invoice),
      handler: async ({ caller, query }) => {
        const filter = { ...query, livemode: caller.livemode ?? query.livemode };
        const ids = await findInvoiceIds(store.db, caller.merchantId, filter, query.limit + 1);
        return pageOf(await loadInvoices(store.db, ids), query.limit, show);
      },
    }),
    route({
      method: "get",
      path: "/v1/invoices/export.csv",
      tag: "Invoices",
      summary: "All invoices that match, as CSV for accounting",
      access: "invoices:read",
      query: InvoiceExportQuery,
      response: null,
      contentType: "text/csv",
      handler: async ({ caller, query, res }) => {
        res.type("text/csv").attachment("invoices.csv");
        res.write(stringify([[...invoiceCsvColumns]]));
        let cursor: string | undefined;
        do {
          const filter = { ...query, livemode: caller.livemode ?? query.livemode, cursor };
          const ids = await findInvoiceIds(store.db, caller.merchantId, filter, EXPORT_AT_ONCE);
          const rows = (await loadInvoices(store.db, ids)).map((record) => invoiceCsvRow(show(record)));
          res.write(stringify(rows, { escape_formulas: true }));
          cursor = ids.length === EXPORT_AT_ONCE ? ids.at(-1) : undefined;
        } while (cursor !== undefined);
        res.end();
      },
    }),
    route({
      method: "get",
      path: "/v1/invoices/:id",
      tag: "Invoices",
      summary: "One invoice",
      access: "invoices:read",
      response: Invoice,
      handler: async ({ caller, params }) => show(await ownInvoice(gateway, caller, params.id)),
    }),
    route({
      method: "post",
      path: "/v1/invoices/:id/mark",
      tag: "Invoices",
      summary: "Mark an invoice settled or invalid, whatever the chain says",
      access: "invoices:write",
      body: InvoiceMark,
      response: Invoice,
      handler: async ({ caller, params, body, commit }) => {
        const { id } = await ownInvoice(gateway, caller, params.id);
        return commit(async (tx) => {
          const { rules } = gateway;
          await markInvoice(tx, {
            invoiceId: id,
            mark: body.status,
            by: caller.actor,
            head: gateway.head(),
            rules,
          });
          await audit(tx, {
            merchantId: caller.merchantId,
            actor: caller.actor,
            action: "invoice.marked",
            target: id,
            data: { status: body.status },
          });
          return show((await loadInvoice(tx, id)) as InvoiceRecord);
        });
      },
    }),
    route({
      method: "get",
      path: "/v1/invoices/:id/public",
      tag: "Paying",
      summary: "What a payer may see of an invoice",
      access: "public",
      response: InvoicePublic,
      handler: async ({ params }) => {
        const invoice = await anyInvoice(gateway, params.id);
        return showPublicInvoice(invoice, gateway.head(), gateway.publicUrl());
      },
    }),
    route({
      method: "post",
      path: "/v1/invoices/:id/intent",
      tag: "Paying",
      summary:
        "The signed payment intent for a refund address: deposit address with QR, and the wallet's calls",
      access: "public",
      body: IntentRequest,
      response: IntentResponse,
      handler: ({ params, body }) => signIntent(gateway, params.id ?? "", body),
    }),
    route({
      method: "get",
      path: "/v1/invoices/:id/events",
      tag: "Paying",
      summary: "Server-sent events: the public invoice as event `invoice`, at once and after every change",
      access: "public",
      response: null,
      contentType: "text/event-stream",
      handler: async ({ params, req, res }) => {
        const { id } = await anyInvoice(gateway, params.id);
        await streamInvoice(gateway, id, req, res);
      },
    }),
  ];
}

/** An API key's mode wins; a person chooses, live by default. */
export function modeOf(fixed: boolean | undefined, asked: boolean | undefined): boolean {
  if (fixed !== undefined && asked !== undefined && fixed !== asked) {
    throw new ApiError(
      "invalid_parameter",
      `livemode: this API key works with livemode ${fixed} alone`,
      "livemode",
    );
  }
  return fixed ?? asked ?? true;
}

type Owner = { merchantId: string; livemode: boolean | undefined };

async function ownInvoice(gateway: Gateway, owner: Owner, id: string | undefined): Promise<InvoiceRecord> {
  const invoice = await anyInvoice(gateway, id);
  const own =
    invoice.merchantId === owner.merchantId && (owner.livemode ?? invoice.livemode) === invoice.livemode;
  if (!own) throw new ApiError("not_found", `No invoice ${id}`);
  return invoice;
}

async function anyInvoice(gateway: Gateway, id: string | undefined): Promise<InvoiceRecord> {
  const known = /^inv_[0-9a-z]{30}$/.test(id ?? "")
    ? await loadInvoice(gateway.store.db, id as string)
    : undefined;
  if (known === undefined) throw new ApiError("not_found", `No invoice ${(id ?? "").slice(0, 60)}`);
  return known;
}
