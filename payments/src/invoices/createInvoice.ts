/**
 * Makes an invoice: price to exact amount (the rate is stored with its source and locks for 15 minutes at most), taxes,
 * countries, terms of the escrow. `prepareInvoice` asks the outside (rates, chain) before the transaction,
 * `insertInvoice` writes inside it.
 */

import { toDecimal } from "@cybermiles/chain/database/money";
import { paymentKeyOf } from "@cybermiles/contracts/intent";
import { type Address, getAddress, keccak256, stringToHex, zeroAddress } from "viem";
import type { z } from "zod";
import type { Currency, GatewayChain } from "../chain/gatewayChain.ts";
import { anyArbiter, isActiveArbiter, signerStatusOf } from "../chain/readModel.ts";
import type { Store, Transaction } from "../database/store.ts";
import { ApiError } from "../http/apiError.ts";
import type { InvoiceCreate } from "../http/schema/invoice.ts";
import { newId } from "../ids/newId.ts";
import { decimalsOf } from "../rates/fixedRateSource.ts";
import type { Rate, RateSource } from "../rates/rateSource.ts";
import { writeEvent } from "../webhooks/writeEvent.ts";
import { type InvoiceRecord, loadInvoice } from "./invoiceRecord.ts";
import { amountDue, parsePrice, type TaxRate, taxLines } from "./price.ts";
import { showInvoice } from "./showInvoice.ts";
import type { ChainHead } from "./stateMachine.ts";

/** How long a converted price holds. */
const RATE_LOCK_SEC = 15 * 60;
/** Escrow's MAX_FEE_BPS: the cap that no change of the platform's fee makes unpayable. */
const FEE_CAP_BPS = 500;

export type InvoiceRequest = z.infer<typeof InvoiceCreate>;

type Deps = {
  store: Store;
  chain: GatewayChain;
  rates: RateSource;
  head: () => ChainHead;
  publicUrl: () => string;
  defaultArbiter: string | undefined;
};

export type NewInvoice = Omit<InvoiceRecord, "merchantName" | "merchantAddress" | "payment" | "deposits">;

export async function prepareInvoice(
  deps: Deps,
  options: { merchantId: string; livemode: boolean; request: InvoiceRequest },
): Promise<NewInvoice> {
  const { request, livemode } = options;
  const merchant = await deps.store.prisma.merchant.findUniqueOrThrow({
    where: { id: options.merchantId },
    include: { gatewayKey: true },
  });
  const nowSec = Math.max(Math.floor(Date.now() / 1000), deps.head().timestampSec);
  checkCountry(merchant, request.shipToCountry);
  await checkSigner(deps, merchant.address, merchant.gatewayKey?.address, nowSec);
  const payment = await paymentCurrencyOf(deps.chain, request.paymentCurrency);
  const priced = await priceOf(deps, request, payment);
  const arbiter = await arbiterOf(deps, merchant, request.arbiter);
  const id = newId("inv");
  const intentId = keccak256(stringToHex(id));
  return {
    id,
    merchantId: merchant.id,
    livemode,
    status: "New",
    additionalStatus: "none",
    mark: null,
    markedBy: null,
    ...priced,
    paymentCurrency: payment.address,
    paymentSymbol: payment.symbol,
    paymentDecimals: payment.decimals,
    taxLines: taxLines(priced.price, request.taxRates ?? (merchant.defaultTaxRates as TaxRate[])),
    description: request.description ?? null,
    orderReference: request.orderReference ?? null,
    metadata: request.metadata,
    customer: request.customer === undefined ? null : definedOf(request.customer),
    shipToCountry: request.shipToCountry ?? null,
    redirectUrl: request.redirectUrl ?? null,
    refundAddress: request.refundAddress ?? null,
    payer: request.payer ?? null,
    arbiter,
    feeCapBps: FEE_CAP_BPS,
    shipBySec: request.shipBySec ?? merchant.shipBySec,
    releaseSec: request.releaseSec ?? merchant.releaseSec,
    intentId,
    paymentKey: paymentKeyOf(getAddress(merchant.address), intentId),
    createdAtSec: BigInt(nowSec),
    deadlineSec: BigInt(nowSec + request.expiresInSec),
    derivedAtBlock: deps.head().number,
    generation: 0,
  };
}

export async function insertInvoice(
  deps: Deps,
  tx: Transaction,
  invoice: NewInvoice,
): Promise<InvoiceRecord> {
  const { rate, customer, price, amount, ...plain } = invoice;
  await tx.prisma.invoice.create({
    data: {
      ...plain,
      price: toDecimal(price),
      amount: toDecimal(amount),
      ...(rate === null ? {} : { rate }),
      ...(customer === null ? {} : { customer }),
    },
  });
  const record = await loadInvoice(tx, invoice.id);
  if (record === undefined) throw new Error(`invoice ${invoice.id} vanished in its own transaction`);
  await writeEvent(tx, {
    merchantId: invoice.merchantId,
    type: "invoice.created",
    livemode: invoice.livemode,
    uniqueKey: `invoice.created:${invoice.id}`,
    atSec: Number(invoice.createdAtSec),
    data: { invoice: showInvoice(record, deps.head(), deps.publicUrl()) },
  });
  return record;
}

function checkCountry(
  merchant: { shipToCountries: string[]; blockedCountries: string[] },
  country: string | undefined,
): void {
  if (country === undefined) return;
  const served = merchant.shipToCountries.length === 0 || merchant.shipToCountries.includes(country);
  if (served && !merchant.blockedCountries.includes(country)) return;
  throw new ApiError(
    "country_not_served",
    `shipToCountry: this shop does not ship to ${country}`,
    "shipToCountry",
  );
}

async function checkSigner(
  deps: Deps,
  merchant: string,
  signer: string | undefined,
  nowSec: number,
): Promise<void> {
  const { status } = await signerStatusOf(deps.store.db, merchant, signer ?? zeroAddress, nowSec);
  if (status === "current") return;
  if (status === "not_registered") {
    throw new ApiError(
      "merchant_not_registered",
      `${merchant} is not in MerchantRegistry yet: call register(payout, profileHash), then addSigner(${signer}, expiry)`,
    );
  }
  throw new ApiError(
    "signer_not_current",
    `The gateway's key ${signer} may not sign for this shop (${status}): call MerchantRegistry.addSigner(${signer}, expiry)`,
  );
}

async function paymentCurrencyOf(chain: GatewayChain, asked: string): Promise<Currency> {
  const address = asked === "CMT" ? zeroAddress : (asked as Address);
  const currency = await chain.currencyOf(address);
  if (currency === null) {
    throw new ApiError(
      "unknown_currency",
      `paymentCurrency: no ERC-20 token at ${address}`,
      "paymentCurrency",
    );
  }
  if (!(await chain.isAllowed(address))) {
    throw new ApiError(
      "currency_not_allowed",
      `paymentCurrency: ${address} is not allow-listed`,
      "paymentCurrency",
    );
  }
  return currency;
}

async function priceOf(
  deps: Deps,
  request: InvoiceRequest,
  payment: Currency,
): Promise<Pick<NewInvoice, "price" | "priceCurrency" | "priceDecimals" | "amount" | "rate">> {
  const inPaymentCurrency =
    request.currency === payment.address || (request.currency === "CMT" && payment.address === zeroAddress);
  const unit = inPaymentCurrency
    ? { name: payment.address === zeroAddress ? "CMT" : payment.address, decimals: payment.decimals }
    : await priceUnitOf(deps.chain, request.currency);
  const price = parsePrice(request.amount, unit.decimals, unit.name);
  let rate: Rate | null = null;
  if (!inPaymentCurrency) {
    rate = await deps.rates.rateOf(unit.name, payment.address === zeroAddress ? "CMT" : payment.address);
    if (rate === null) {
      throw new ApiError(
        "rate_unavailable",
        `currency: no rate from ${unit.name} to ${payment.symbol}; price the invoice in ${payment.symbol} itself`,
        "currency",
      );
    }
    if (request.expiresInSec > RATE_LOCK_SEC) {
      throw new ApiError(
        "lock_too_long",
        `expiresInSec: a converted price locks for at most ${RATE_LOCK_SEC} s, got ${request.expiresInSec}`,
        "expiresInSec",
      );
    }
  }
  const stored =
    rate === null
      ? null
      : { ...rate, numerator: rate.numerator.toString(), denominator: rate.denominator.toString() };
  return {
    price,
    priceCurrency: unit.name,
    priceDecimals: unit.decimals,
    amount: amountDue(price, rate),
    rate: stored,
  };
}

async function priceUnitOf(chain: GatewayChain, asked: string): Promise<{ name: string; decimals: number }> {
  const decimals = decimalsOf(asked);
  if (decimals !== undefined) return { name: asked, decimals };
  if (!asked.startsWith("0x")) {
    throw new ApiError(
      "unknown_currency",
      `currency: ${asked} is neither an ISO 4217 currency nor CMT`,
      "currency",
    );
  }
  const token = await chain.currencyOf(asked as Address);
  if (token === null)
    throw new ApiError("unknown_currency", `currency: no ERC-20 token at ${asked}`, "currency");
  return { name: token.address, decimals: token.decimals };
}

async function arbiterOf(
  deps: Deps,
  merchant: { address: string; arbiter: string | null },
  asked: Address | undefined,
): Promise<Address> {
  const sql = deps.store.db;
  const named = asked ?? merchant.arbiter ?? deps.defaultArbiter;
  if (named === merchant.address) {
    throw new ApiError("invalid_parameter", "arbiter: the shop cannot judge its own orders", "arbiter");
  }
  if (named !== undefined && (await isActiveArbiter(sql, getAddress(named)))) return getAddress(named);
  if (named !== undefined && named !== deps.defaultArbiter) {
    throw new ApiError("invalid_parameter", `arbiter: ${named} is not an active arbiter`, "arbiter");
  }
  const any = await anyArbiter(sql, [merchant.address]);
  if (any !== undefined) return any;
  throw new ApiError("invalid_parameter", "arbiter: no arbiter is registered on this chain yet", "arbiter");
}

function definedOf<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}
