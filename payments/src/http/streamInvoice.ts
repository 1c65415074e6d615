/**
 * Live status of one invoice by server-sent events. After anything that may have changed it, it is read again, and sent
 * where it differs. A comment every 20 s keeps proxies from closing the line.
 */
import type { Request, Response } from "express";
import type { Gateway } from "../gateway.ts";
import { loadInvoice } from "../invoices/invoiceRecord.ts";
import { showPublicInvoice } from "../invoices/showInvoice.ts";

const KEEP_ALIVE_MS = 20_000;

export async function streamInvoice(
  gateway: Gateway,
  id: string,
  req: Request,
  res: Response,
): Promise<void> {
  res.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    connection: "keep-alive",
    "x-accel-buffering": "no",
  });
  let sent = "";
  let reading = false;
  let again = false;

  async function send(): Promise<void> {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    try {
      do {
        again = false;
        const invoice = await loadInvoice(gateway.store.db, id);
        if (invoice === undefined) return;
        const text = JSON.stringify(showPublicInvoice(invoice, gateway.head(), gateway.publicUrl()));
        if (text !== sent) {
          sent = text;
          res.write(`event: invoice\ndata: ${text}\n\n`);
        }
      } while (again);
    } catch (error) {
      gateway.log.warn({ error, id }, "an invoice could not be read for its stream");
    } finally {
      reading = false;
    }
  }

  const onChange = () => void send();
  const keepAlive = setInterval(() => res.write(":\n\n"), KEEP_ALIVE_MS);
  const end = () => {
    clearInterval(keepAlive);
    gateway.changes.off("change", onChange);
    gateway.changes.off("close", end);
    res.end();
  };
  gateway.changes.on("change", onChange);
  gateway.changes.on("close", end);
  req.on("close", end);
  await send();
}
