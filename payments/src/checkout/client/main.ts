/// <reference lib="dom" />
/**
 * Brings the hosted page to life: live status by server-sent events, countdown, deposit address with QR, wallets,
 * copying. The words and the decision what to show are `view.ts`, the same that rendered the page.
 */
import type { ShownPublicInvoice } from "../../invoices/showInvoice.ts";
import { fill, money, timeLeft, viewOf } from "../view.ts";
import { byId, readPageData } from "./data.ts";
import { fetchIntent, type Intent } from "./intent.ts";
import { connect, mined, onWallets, send, useChain, type Wallet } from "./wallets.ts";

const page = readPageData();
const { messages: t } = page;
/** Chain time minus this device's clock, so that a wrong clock does not end the countdown. */
const clockSkewSec = page.nowSec - Date.now() / 1000;
const REMEMBERED = `refund:${page.invoice.id}`;
const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
let invoice = page.invoice;
/** The refund address whose code is shown. */
let shownFor: { refundAddress: string | undefined } | undefined;

function show(next: ShownPublicInvoice): void {
  const before = invoice;
  invoice = next;
  const view = viewOf(invoice, t);
  // The receipt is the server's: fetched once, when there is one.
  if (view.stage === "settled" && before.status !== "Settled") {
    location.reload();
    return;
  }
  // The code asks for what is missing: after a partial payment it is another one.
  if (next.additionalStatus === "paidPartial" && shownFor !== undefined) {
    void askDeposit(shownFor.refundAddress).catch(() => undefined);
  }
  document.body.dataset.stage = view.stage;
  byId("headline").textContent = view.headline;
  byId("detail").textContent = view.detail;
  const status = document.querySelector<HTMLElement>(".status");
  if (status !== null) status.dataset.tone = view.tone;
}

function tick(): void {
  const left = invoice.expiresAtSec - (Date.now() / 1000 + clockSkewSec);
  byId("timer").textContent = fill(t.expiresIn, { time: timeLeft(left) });
  byId<HTMLProgressElement>("progress").value = Math.max(0, left);
}

function listen(): void {
  const source = new EventSource(`../v1/invoices/${invoice.id}/events`);
  source.addEventListener("invoice", (event) => show(JSON.parse(event.data) as ShownPublicInvoice));
  source.addEventListener("open", () => {
    byId("offline").hidden = true;
  });
  source.addEventListener("error", () => {
    byId("offline").hidden = false;
  });
}

function showDeposit(intent: Intent): void {
  if (intent.depositAddress === null || intent.qr === null) return;
  const svg = new DOMParser().parseFromString(intent.qr.svg, "image/svg+xml").documentElement;
  byId("qr").replaceChildren(svg);
  const amount = money(invoice, BigInt(intent.qr.amountAtto));
  byId("qr").setAttribute("aria-label", fill(t.qrAlt, { amount }));
  byId("deposit-amount").textContent = amount;
  byId("copy-amount").dataset.copy = amount.split(" ")[0] ?? "";
  byId("deposit-address").textContent = intent.depositAddress;
  byId("copy-address").dataset.copy = intent.depositAddress;
  byId<HTMLAnchorElement>("open-wallet").href = intent.qr.uri;
  byId("refunds-to").textContent = fill(t.refundsTo, { address: short(intent.intent.refundTo) });
  byId("refund").hidden = true;
  byId("deposit").hidden = false;
}

async function askDeposit(refundAddress: string | undefined): Promise<void> {
  showDeposit(await fetchIntent(invoice.id, refundAddress));
  shownFor = { refundAddress };
  if (refundAddress !== undefined) sessionStorage.setItem(REMEMBERED, refundAddress);
}

function startScan(): void {
  const form = document.getElementById("refund") as HTMLFormElement | null;
  if (form === null) return;
  const input = byId<HTMLInputElement>("refund-address");
  const button = form.querySelector("button") as HTMLButtonElement;
  const error = byId("refund-error");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const address = input.value.trim();
    const valid = ADDRESS.test(address);
    error.textContent = valid ? "" : t.refundInvalid;
    input.setAttribute("aria-invalid", String(!valid));
    if (!valid) return;
    button.disabled = true;
    await askDeposit(address).catch((cause: Error) => {
      error.textContent = fill(t.failed, { reason: cause.message });
    });
    button.disabled = false;
  });
  document.getElementById("other-refund")?.addEventListener("click", () => {
    sessionStorage.removeItem(REMEMBERED);
    shownFor = undefined;
    byId("deposit").hidden = true;
    form.hidden = false;
    input.focus();
  });
  const remembered = sessionStorage.getItem(REMEMBERED) ?? undefined;
  if (invoice.status === "New" && (invoice.refundAddress !== null || remembered !== undefined)) {
    askDeposit(invoice.refundAddress === null ? remembered : undefined).catch((cause: Error) => {
      error.textContent = fill(t.failed, { reason: cause.message });
      form.hidden = false;
    });
  }
}

function showWallets(wallets: readonly Wallet[]): void {
  byId("wallets").replaceChildren(
    ...wallets.map((wallet) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button wallet";
      if (wallet.info.icon.startsWith("data:image/")) {
        const icon = document.createElement("img");
        icon.src = wallet.info.icon;
        icon.alt = "";
        icon.width = icon.height = 20;
        button.append(icon);
      }
      button.append(wallet.info.name);
      button.addEventListener("click", () => void payWith(wallet, button));
      return button;
    }),
  );
}

async function payWith({ provider }: Wallet, button: HTMLButtonElement): Promise<void> {
  const say = (text: string) => {
    byId("wallet-status").hidden = false;
    byId("wallet-status").textContent = text;
  };
  const amount = money(invoice, BigInt(invoice.amountAtto));
  button.disabled = true;
  try {
    say(t.connecting);
    const account = await connect(provider);
    await useChain(provider, page);
    const intent = await fetchIntent(invoice.id, invoice.refundAddress === null ? account : undefined);
    const { chainId } = intent.wallet;
    if (intent.wallet.approve !== null) {
      say(fill(t.approving, { amount }));
      await mined(provider, await send(provider, account, { ...intent.wallet.approve, chainId }));
    }
    say(fill(t.confirming, { amount }));
    await send(provider, account, { ...intent.wallet.pay, chainId });
    say(t.sent);
  } catch (error) {
    const { code, message } = error as { code?: number; message?: string };
    say(code === 4001 ? t.declined : fill(t.walletFailed, { reason: message ?? String(error) }));
    button.disabled = false;
  }
}

function startCopying(): void {
  document.addEventListener("click", async (event) => {
    const target = event.target as HTMLElement;
    if (target.id === "print") window.print();
    const text = target.closest<HTMLElement>("[data-copy]")?.dataset.copy;
    if (text === undefined) return;
    await navigator.clipboard.writeText(text);
    target.textContent = t.copied;
    setTimeout(() => {
      target.textContent = t.copy;
    }, 1500);
  });
}

function short(address: string): string {
  return `${address.slice(0, 8)}…${address.slice(-6)}`;
}

startCopying();
startScan();
onWallets(showWallets);
if (invoice.status !== "Settled") {
  listen();
  tick();
  setInterval(tick, 1000);
}
