/**
 * The hosted checkout page, rendered on the server in its present state; `client/main.ts` brings it to life. Links are
 * relative, so that the page also works behind a proxy's path. Every text of a shop is escaped by `html`.
 */
import { formatDecimal } from "@cybermiles/contracts/units";
import { Html, html } from "../http/html.ts";
import type { ShownPublicInvoice } from "../invoices/showInvoice.ts";
import type { Language, Messages } from "./messages.ts";
import { receipt } from "./receipt.ts";
import { fill, money, priceUnit, timeLeft, viewOf } from "./view.ts";

export type CheckoutPage = {
  invoice: ShownPublicInvoice;
  language: Language;
  messages: Messages;
  nowSec: number;
  walletUrl: string;
  rpcUrl: string;
  chainId: number;
  assets: { css: string; js: string; icon: string; font: string };
};

export function checkoutPage(page: CheckoutPage): string {
  const { invoice, messages: t, assets } = page;
  const view = viewOf(invoice, t);
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${fill(t.title, { merchant: invoice.merchant.name })}</title>
<link rel="icon" href="../${assets.icon}">
<link rel="preload" href="../${assets.font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="../${assets.css}">
</head>
<body data-stage="${view.stage}">
<main class="sheet">
${summary(page)}
<section class="panel" aria-live="polite">
<div class="status" data-tone="${view.tone}"><span class="mark" aria-hidden="true"></span><div>
<h2 id="headline">${view.headline}</h2><p id="detail">${view.detail}</p></div></div>
${payPanel(page)}
<div class="stage" data-for="settled" id="receipt">${receipt(invoice, t, page.language)}</div>
<div class="stage" data-for="settled processing expired invalid">${backLink(page)}</div>
<p class="note" id="offline" hidden>${t.offline}</p>
<noscript><p class="note">${t.noScript}</p></noscript>
</section>
${finePrint(page)}
</main>
<footer><a href="?lang=en" lang="en">English</a><a href="?lang=zh" lang="zh">中文</a><a href="?lang=ko" lang="ko">한국어</a></footer>
<script type="application/json" id="data">${jsonFor({ ...page, assets: undefined })}</script>
<script type="module" src="../${assets.js}"></script>
</body>
</html>`.text;
}

function summary({ invoice, messages: t, language, nowSec }: CheckoutPage): Html {
  const due = money(invoice, BigInt(invoice.amountAtto));
  const samePrice = invoice.rate === null;
  return html`<section class="summary">
<header><span class="avatar" aria-hidden="true">${[...invoice.merchant.name][0]?.toUpperCase()}</span>
<h1>${invoice.merchant.name}</h1>${!invoice.livemode && html`<span class="badge" title="${t.testHint}">${t.test}</span>`}</header>
<p class="muted">${invoice.status === "Settled" ? t.paid : t.pay}</p>
<p class="amount" title="${due}"><strong>${formatDecimal(BigInt(invoice.amountAtto), invoice.paymentCurrency.decimals)}</strong> <span>${invoice.paymentCurrency.symbol}</span></p>
${!samePrice && html`<p class="price">${fill(t.price, { price: localPrice(invoice, language) })}</p>`}
<p class="timer stage" data-for="pay"><span id="timer">${fill(t.expiresIn, { time: timeLeft(invoice.expiresAtSec - nowSec) })}</span>
<progress id="progress" max="${invoice.expiresAtSec - invoice.createdAtSec}" value="${Math.max(0, invoice.expiresAtSec - nowSec)}" aria-hidden="true"></progress></p>
<dl class="facts">
${invoice.orderReference !== null && html`<div><dd>${fill(t.order, { reference: invoice.orderReference })}</dd></div>`}
${invoice.description !== null && html`<div><dd>${invoice.description}</dd></div>`}
${invoice.taxLines.map((line) => html`<div><dt>${fill(t.includes, { name: line.name, percent: String(line.rateBps / 100) })}</dt><dd>${line.amount} ${priceUnit(invoice)}</dd></div>`)}
${invoice.shipToCountry !== null && html`<div><dd>${fill(t.shipTo, { country: countryName(invoice.shipToCountry, language) })}</dd></div>`}
</dl>
</section>`;
}

function finePrint({ invoice, messages: t, language }: CheckoutPage): Html {
  return html`<section class="fineprint">
${invoice.rate !== null && html`<p class="fine">${rateLine(invoice, t, language)}</p>`}
<p class="fine">${fill(t.secured, { days: duration(invoice.shipBySec, language) })}</p>
</section>`;
}

function payPanel({ invoice, messages: t, walletUrl }: CheckoutPage): Html {
  const due = money(invoice, BigInt(invoice.amountAtto));
  const open = invoice.payer === null;
  return html`<div class="stage" data-for="pay">
<div class="wallets"><h3>${t.walletTitle}</h3>
<div id="wallets"><p class="fine">${t.noWallets}</p></div>
<a class="button" id="cybermiles" href="${walletUrl}">${t.cybermilesWallet}</a>
<p id="wallet-status" class="note" role="status" hidden></p></div>
${!open && html`<p class="note">${fill(t.onlyPayer, { address: invoice.payer as string })}</p>`}
${
  open &&
  html`<div class="scan"><h3>${t.scanTitle}</h3>
<form id="refund" novalidate ${invoice.refundAddress !== null && html`hidden`}>
<label for="refund-address">${t.refundLabel}</label>
<input id="refund-address" name="refundAddress" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="0x…" maxlength="42" aria-describedby="refund-hint refund-error" required>
<p id="refund-hint" class="fine">${t.refundHint}</p>
<p id="refund-error" class="error" role="alert"></p>
<button class="button" type="submit">${t.showQr}</button>
</form>
<div id="deposit" hidden>
<div id="qr" role="img" aria-label="${fill(t.qrAlt, { amount: due })}"></div>
<p class="field"><span>${t.sendExactly}</span><b><output id="deposit-amount">${due}</output></b><button type="button" class="copy" id="copy-amount" data-copy="${formatDecimal(BigInt(invoice.amountAtto), invoice.paymentCurrency.decimals)}" aria-label="${t.copyAmount}">${t.copy}</button></p>
<p class="field"><span>${t.toAddress}</span><b><output id="deposit-address"></output></b><button type="button" class="copy" id="copy-address" data-copy="" aria-label="${t.copyAddress}">${t.copy}</button></p>
<a class="button" id="open-wallet" href="#">${t.openWallet}</a>
<p class="fine"><span id="refunds-to"></span> ${invoice.refundAddress === null && html`<button type="button" class="link" id="other-refund">${t.otherRefund}</button>`}</p>
</div></div>`
}
</div>`;
}

function backLink({ invoice, messages: t }: CheckoutPage): Html | null {
  return invoice.redirectUrl === null
    ? null
    : html`<a class="button primary" href="${invoice.redirectUrl}" rel="noreferrer">${t.back}</a>`;
}

export function localPrice(invoice: ShownPublicInvoice, language: Language): string {
  if (!/^[A-Z]{3}$/.test(invoice.currency) || invoice.currency === "CMT")
    return `${invoice.amount} ${priceUnit(invoice)}`;
  const digits = invoice.amount.split(".")[1]?.length ?? 0;
  const format = new Intl.NumberFormat(language, {
    style: "currency",
    currency: invoice.currency,
    currencyDisplay: "code",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // A decimal string is formatted exactly; a number would round large prices.
  return format.format(invoice.amount as `${number}`);
}

function rateLine(invoice: ShownPublicInvoice, t: Messages, language: Language): string {
  const { rate } = invoice;
  if (rate === null) return "";
  const one = 10n ** BigInt(rate.baseDecimals);
  const quote = (one * BigInt(rate.numerator)) / BigInt(rate.denominator);
  const value = formatDecimal(quote, rate.quoteDecimals);
  return fill(t.rate, {
    base: rate.base,
    value: Number(value).toLocaleString(language, { maximumSignificantDigits: 6 }),
    quote: invoice.paymentCurrency.symbol,
    at: new Date(rate.atSec * 1000).toLocaleDateString(language, { timeZone: "UTC", dateStyle: "medium" }),
  });
}

function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: "region", fallback: "code" }).of(code) ?? code;
}

function duration(seconds: number, language: Language): string {
  const [value, unit] =
    seconds >= 86_400 ? [Math.floor(seconds / 86_400), "day"] : [Math.floor(seconds / 3600), "hour"];
  return new Intl.NumberFormat(language, { style: "unit", unit: unit as string, unitDisplay: "long" }).format(
    value as number,
  );
}

/** JSON inside a script element: no sequence that could end it. */
function jsonFor(value: unknown): Html {
  return new Html(JSON.stringify(value).replaceAll("<", "\\u003c"));
}
