/// <reference lib="dom" />
/** What the server put into the page. */
import type { ShownPublicInvoice } from "../../invoices/showInvoice.ts";
import type { Language, Messages } from "../messages.ts";

export type PageData = {
  invoice: ShownPublicInvoice;
  language: Language;
  messages: Messages;
  nowSec: number;
  rpcUrl: string;
  chainId: number;
};

export function readPageData(): PageData {
  return JSON.parse(byId("data").textContent ?? "") as PageData;
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element as T;
}
