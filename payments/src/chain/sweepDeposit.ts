/**
 * The job that moves a deposit address's money to where its intent says: into Checkout while it is due, to the refund
 * address afterwards. It asks the chain first, so running it twice moves nothing twice. The gateway's sweeper key pays
 * the gas and owns nothing else; a refund in CMT that is worth less than its gas is left for anyone to sweep.
 */

import type { Sql } from "@cybermiles/chain/database";
import { depositFactoryAbi } from "@cybermiles/contracts/abi/depositFactory";
import { decodeRevert } from "@cybermiles/contracts/errors";
import { type Address, createWalletClient, type Hex, http, type PrivateKeyAccount, zeroAddress } from "viem";
import { intentOf } from "../invoices/intent.ts";
import { loadInvoice } from "../invoices/invoiceRecord.ts";
import type { GatewayChain } from "./gatewayChain.ts";

const RECEIPT_TIMEOUT_MS = 30_000;
/** Nothing to do: too little yet, or swept by somebody already. */
const QUIET_REVERTS = new Set(["NotEnough", "NothingToSweep"]);

export type Sweeper = { address: Address; sweep(depositAddress: Address): Promise<void> };

export function makeSweeper(deps: {
  sql: Sql;
  chain: GatewayChain;
  account: PrivateKeyAccount;
  rpcUrl: string;
}): Sweeper {
  const { sql, chain, account } = deps;
  const wallet = createWalletClient({ account, chain: chain.viemChain, transport: http(deps.rpcUrl) });
  const factory = { address: chain.deployment.contracts.depositFactory, abi: depositFactoryAbi } as const;
  // One at a time: the key's nonces are a sequence.
  let last: Promise<unknown> = Promise.resolve();

  async function sweepNow(depositAddress: Address): Promise<void> {
    const call = await sweepCallOf(sql, depositAddress);
    if (call === undefined) return;
    let gas: bigint;
    try {
      gas = await chain.client.estimateContractGas({
        ...factory,
        functionName: "sweep",
        args: call.args,
        account,
      });
    } catch (error) {
      const revert = decodeRevert(error);
      if (revert !== undefined && QUIET_REVERTS.has(revert.name)) return;
      throw revert === undefined ? error : new SweepFailedError(depositAddress, revert.text);
    }
    const fees = await chain.client.estimateFeesPerGas();
    if (!call.due && call.currency === zeroAddress) {
      const balance = await chain.client.getBalance({ address: depositAddress });
      if (balance < gas * fees.maxFeePerGas) return;
    }
    const hash = await wallet.writeContract({
      ...factory,
      functionName: "sweep",
      args: call.args,
      // Refunds are sent with a fixed amount of gas; what remains is returned.
      gas: gas + gas / 5n,
      ...fees,
    });
    const receipt = await chain.client.waitForTransactionReceipt({
      hash,
      timeout: RECEIPT_TIMEOUT_MS,
      pollingInterval: 100,
    });
    if (receipt.status !== "success")
      throw new SweepFailedError(depositAddress, `transaction ${hash} reverted`);
  }

  return {
    address: account.address,
    sweep(depositAddress) {
      const turn = last.then(() => sweepNow(depositAddress));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function sweepCallOf(sql: Sql, depositAddress: Address) {
  const [row] = await sql.query<{ invoiceId: string; refundTo: Address; payer: Address; signature: Hex }>(
    `select "invoiceId", "refundTo", payer, signature from invoice_intent where "depositAddress" = $1`,
    [depositAddress],
  );
  const invoice = row === undefined ? undefined : await loadInvoice(sql, row.invoiceId);
  if (row === undefined || invoice === undefined) return undefined;
  return {
    args: [intentOf(invoice, row.refundTo, row.payer), row.signature] as const,
    currency: invoice.paymentCurrency,
    due: invoice.payment === null && invoice.status !== "Expired" && invoice.status !== "Invalid",
  };
}

class SweepFailedError extends Error {
  override readonly name = "SweepFailedError";
  readonly code = "SWEEP_FAILED";

  constructor(depositAddress: Address, reason: string) {
    super(`Sweeping ${depositAddress} failed: ${reason}`);
  }
}
