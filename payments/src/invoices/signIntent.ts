/**
 * Signs an invoice's intent for one refund address, on demand. The same address gets the same intent again; an invoice
 * has at most MAX_INTENTS. All of them share the invoice's id, so Checkout takes one payment whatever is sent.
 */
import { checkoutAbi } from "@cybermiles/contracts/abi/checkout";
import { type Intent, intentTypedData } from "@cybermiles/contracts/intent";
import QRCode from "qrcode";
import {
  type Address,
  bytesToHex,
  encodeFunctionData,
  erc20Abi,
  getAddress,
  type Hex,
  zeroAddress,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { z } from "zod";
import type { GatewayChain } from "../chain/gatewayChain.ts";
import { signerStatusOf } from "../chain/readModel.ts";
import type { Store } from "../database/store.ts";
import { ApiError } from "../http/apiError.ts";
import type { IntentRequest, IntentResponse } from "../http/schema/invoice.ts";
import { newId } from "../ids/newId.ts";
import type { ServiceKey } from "../keys/serviceKey.ts";
import { intentOf } from "./intent.ts";
import { type InvoiceRecord, loadInvoice } from "./invoiceRecord.ts";
import type { ChainHead } from "./stateMachine.ts";

const MAX_INTENTS = 20;
/** Escrow takes no more in one order. */
const MAX_ORDER_AMOUNT = 2n ** 128n - 1n;
const MAINNET_CHAIN_ID = 4_410_708;

export const GATEWAY_KEY_PURPOSE = "gateway-key";

type Deps = { store: Store; chain: GatewayChain; serviceKey: ServiceKey; head: () => ChainHead };
type Request = z.infer<typeof IntentRequest>;
type Response = z.infer<typeof IntentResponse>;

export async function signIntent(deps: Deps, invoiceId: string, request: Request): Promise<Response> {
  const invoice = await loadInvoice(deps.store.db, invoiceId);
  if (invoice === undefined) throw new ApiError("not_found", `No invoice ${invoiceId}`);
  const nowSec = Math.max(Math.floor(Date.now() / 1000), deps.head().timestampSec);
  checkPayable(invoice, deps.chain.deployment.chainId, nowSec);
  const refundTo = refundAddressOf(invoice, request.refundAddress);
  const payer = payerOf(invoice, request.payer);
  const intent = intentOf(invoice, refundTo, payer);
  const stored = await storedIntent(deps.store, invoiceId, refundTo, payer);
  const signed = stored ?? (await signNew(deps, { invoice, intent, nowSec }));
  return present(deps.chain, invoice, intent, signed);
}

type Signed = { signature: Hex; signer: Address; depositAddress: Address };

async function storedIntent(store: Store, invoiceId: string, refundTo: string, payer: string) {
  const row = await store.prisma.invoiceIntent.findUnique({
    where: { invoiceId_refundTo_payer: { invoiceId, refundTo, payer } },
  });
  return row === null ? undefined : (row as unknown as Signed);
}

async function signNew(
  deps: Deps,
  { invoice, intent, nowSec }: { invoice: InvoiceRecord; intent: Intent; nowSec: number },
): Promise<Signed> {
  const { store, chain, serviceKey } = deps;
  const key = await store.prisma.gatewayKey.findUniqueOrThrow({ where: { merchantId: invoice.merchantId } });
  const account = privateKeyToAccount(bytesToHex(serviceKey.open(GATEWAY_KEY_PURPOSE, key.sealedKey)));
  const { status } = await signerStatusOf(store.db, invoice.merchantAddress, account.address, nowSec);
  if (status !== "current") {
    throw new ApiError(
      "signer_not_current",
      `This shop cannot take payments now: its gateway key is ${status}`,
    );
  }
  const { chainId, contracts } = chain.deployment;
  const signature = await account.signTypedData(
    intentTypedData({ chainId, checkout: contracts.checkout }, intent),
  );
  const depositAddress = await chain.depositAddressOf(intent);
  await store.transaction(async (tx) => {
    // The invoice's row is the lock that keeps the count.
    await tx.query("select id from invoice where id = $1 for update", [invoice.id]);
    const count = await tx.prisma.invoiceIntent.count({ where: { invoiceId: invoice.id } });
    if (count >= MAX_INTENTS) {
      throw new ApiError(
        "too_many",
        `This invoice has ${MAX_INTENTS} refund addresses already; use one of them`,
      );
    }
    await tx.query(
      `insert into invoice_intent (id, "invoiceId", "refundTo", payer, signer, signature, "depositAddress", "createdAtSec")
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [
        newId("int"),
        invoice.id,
        intent.refundTo,
        intent.payer,
        account.address,
        signature,
        depositAddress,
        nowSec,
      ],
    );
  });
  return { signature, signer: account.address, depositAddress };
}

function checkPayable(invoice: InvoiceRecord, chainId: number, nowSec: number): void {
  if (!invoice.livemode && chainId === MAINNET_CHAIN_ID) {
    throw new ApiError("test_invoice_not_payable", "A test invoice takes no money of this chain");
  }
  if (invoice.status !== "New" || nowSec > Number(invoice.deadlineSec)) {
    const state = invoice.status === "New" ? "Expired" : invoice.status;
    throw new ApiError("invoice_not_payable", `This invoice is ${state}; ask the shop for a new one`);
  }
  if (invoice.amount > MAX_ORDER_AMOUNT) {
    throw new ApiError(
      "invoice_not_payable",
      "The amount is above 2^128-1 of the smallest unit, the most that escrow takes",
    );
  }
}

function refundAddressOf(invoice: InvoiceRecord, asked: Address | undefined): Address {
  const { refundAddress } = invoice;
  if (refundAddress !== null && asked !== undefined && refundAddress !== asked) {
    throw new ApiError(
      "refund_address_fixed",
      `refundAddress: this invoice refunds to ${refundAddress}`,
      "refundAddress",
    );
  }
  const address = refundAddress ?? asked;
  if (address === undefined) {
    throw new ApiError(
      "refund_address_required",
      "refundAddress: where should money go back to?",
      "refundAddress",
    );
  }
  if (address === zeroAddress || address === invoice.merchantAddress || address === invoice.arbiter) {
    throw new ApiError(
      "invalid_parameter",
      "refundAddress: expected the payer's own address, not zero, the shop's or the arbiter's",
      "refundAddress",
    );
  }
  return getAddress(address);
}

function payerOf(invoice: InvoiceRecord, asked: Address | undefined): Address {
  if (invoice.payer !== null && asked !== undefined && invoice.payer !== asked) {
    throw new ApiError("payer_fixed", `payer: only ${invoice.payer} may pay this invoice`, "payer");
  }
  return invoice.payer ?? asked ?? zeroAddress;
}

async function present(
  chain: GatewayChain,
  invoice: InvoiceRecord,
  intent: Intent,
  { signature, signer, depositAddress }: Signed,
): Promise<Response> {
  const { chainId, contracts } = chain.deployment;
  const native = intent.currency === zeroAddress;
  const open = intent.payer === zeroAddress;
  const there = invoice.deposits.find((deposit) => deposit.address === depositAddress)?.balance ?? 0n;
  const missing = there < intent.amount ? intent.amount - there : 0n;
  const uri = native
    ? `ethereum:${depositAddress}@${chainId}?value=${missing}`
    : `ethereum:${intent.currency}@${chainId}/transfer?address=${depositAddress}&uint256=${missing}`;
  return {
    object: "intent",
    invoiceId: invoice.id,
    intent: {
      merchant: intent.merchant,
      id: intent.id,
      currency: intent.currency,
      amountAtto: intent.amount.toString(),
      feeCapBps: intent.feeCapBps,
      arbiter: intent.arbiter,
      shipBySec: intent.shipBySec,
      releaseSec: intent.releaseSec,
      deadlineSec: Number(intent.deadlineSec),
      refundTo: intent.refundTo,
      payer: intent.payer,
    },
    signature,
    signer,
    depositAddress: open ? depositAddress : null,
    qr: open
      ? {
          uri,
          amountAtto: missing.toString(),
          svg: await QRCode.toString(uri, { type: "svg", margin: 1, errorCorrectionLevel: "M" }),
        }
      : null,
    wallet: {
      chainId,
      approve: native
        ? null
        : {
            to: intent.currency,
            data: encodeFunctionData({
              abi: erc20Abi,
              functionName: "approve",
              args: [contracts.escrow, intent.amount],
            }),
            valueAtto: "0",
          },
      pay: {
        to: contracts.checkout,
        data: encodeFunctionData({
          abi: checkoutAbi,
          functionName: "pay",
          args: [[], [{ intent, signature, rewardAmount: 0n }]],
        }),
        valueAtto: native ? intent.amount.toString() : "0",
      },
    },
  };
}
