/**
 * Turns order groups into one call of Checkout.pay: encrypts the address for each seller, stores it, publishes the
 * buyer's message key where it is not, allows Escrow to take what is paid in tokens, then pays everything at once.
 */
import { checkoutAbi } from "@cybermiles/contracts/abi/checkout";
import { zeroHash } from "viem";
import type { ShippingAddress } from "../../../../src/api/schema/envelopes.ts";
import { loadConfig, NATIVE_CURRENCY } from "../../api/config.ts";
import { storeDocument } from "../../api/contents.ts";
import { sealEnvelope } from "../../crypto/envelope.ts";
import { createMessageKey, publishKeyCall } from "../../crypto/messageKey.ts";
import { approveCall } from "../../tx/approveCall.ts";
import type { TxStep } from "../../tx/transactions.ts";
import type { Address } from "../../wallet/connection.ts";
import { type OrderGroup, totalsOf } from "./orderGroups.ts";

export interface PayableGroup extends OrderGroup {
  tokensAtto: bigint; // reward tokens to redeem
  payAtto: bigint; // subtotal less discount
}

interface StepLabels {
  publishKey: string;
  approve: string;
  pay: string;
}

/** Needs a session, because the encrypted addresses are stored by the API. */
export async function prepareSteps(
  account: Address,
  groups: readonly PayableGroup[],
  address: ShippingAddress,
  labels: StepLabels,
): Promise<TxStep[]> {
  const config = await loadConfig();
  const messageKey = await createMessageKey(account);
  const noteHashes = await Promise.all(
    groups.map(({ seller }) => {
      if (!seller.messageKey) return zeroHash;
      const envelope = sealEnvelope(address, [
        { address: account, messageKey: messageKey.publicKey },
        { address: seller.address, messageKey: seller.messageKey },
      ]);
      return storeDocument({ kind: "note", envelope });
    }),
  );
  const steps: TxStep[] = [];
  const publish = await publishKeyCall(account, messageKey.publicKey);
  if (publish) steps.push({ label: labels.publishKey, call: publish });
  const totals = totalsOf(groups);
  for (const [currency, amountAtto] of totals) {
    if (currency === NATIVE_CURRENCY) continue;
    const approve = await approveCall(account, currency as Address, config.contracts.escrow, amountAtto);
    if (approve) steps.push({ label: labels.approve, call: approve });
  }
  const orders = groups.map((group, index) => ({
    lines: group.lines.map(({ product, quantity }) => ({
      listingId: BigInt(product.id),
      quantity: BigInt(quantity),
      termsHash: product.terms.termsHash,
    })),
    rewardAmount: group.tokensAtto,
    noteHash: noteHashes[index] ?? zeroHash,
  }));
  steps.push({
    label: labels.pay,
    call: {
      address: config.contracts.checkout,
      abi: checkoutAbi,
      functionName: "pay",
      args: [orders, []],
      value: totals.get(NATIVE_CURRENCY) ?? 0n,
    },
  });
  return steps;
}
