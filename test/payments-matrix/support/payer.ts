/** A buyer with a wallet, or money sent to an address as an exchange sends it. */
import { type Address, createWalletClient, defineChain, getAddress, type Hex, http } from "viem";
import type { HDAccount } from "viem/accounts";
import type { Json, Merchant } from "./merchant.ts";
import type { World } from "./world.ts";

/** Pays through Checkout with the call that the gateway prepared. */
export async function payByWallet(
  world: World,
  merchant: Merchant,
  invoiceId: string,
  buyer: HDAccount,
): Promise<void> {
  const { wallet } = await merchant.intent(invoiceId, buyer.address);
  const { to, data, valueAtto } = wallet.pay as { to: Address; data: Hex; valueAtto: string };
  const client = createWalletClient({
    account: buyer,
    chain: chainOf(world),
    transport: http(world.node.url),
  });
  const hash = await client.sendTransaction({ to, data, value: BigInt(valueAtto) });
  await world.stage.client.waitForTransactionReceipt({ hash });
}

/** The invoice's deposit address for this refund address; what the QR code holds. */
export async function depositAddressOf(
  merchant: Merchant,
  invoice: Json,
  refundTo: Address,
): Promise<Address> {
  return getAddress((await merchant.intent(invoice.id, refundTo)).depositAddress);
}

function chainOf(world: World) {
  return defineChain({
    id: world.deployment.chainId,
    name: "devnet",
    nativeCurrency: { name: "CMT", symbol: "CMT", decimals: 18 },
    rpcUrls: { default: { http: [world.node.url] } },
  });
}
