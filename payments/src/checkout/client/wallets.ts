/// <reference lib="dom" />
/** Wallets of this browser by EIP-6963, and the few calls that paying needs of them (EIP-1193). */
import type { Intent } from "./intent.ts";

type Request = { method: string; params?: readonly unknown[] };
export type Provider = { request(call: Request): Promise<unknown> };
export type Wallet = { info: { uuid: string; name: string; icon: string }; provider: Provider };

const RECEIPT_EVERY_MS = 500;
const RECEIPT_TRIES = 120;

export function onWallets(show: (wallets: readonly Wallet[]) => void): void {
  const found = new Map<string, Wallet>();
  window.addEventListener("eip6963:announceProvider", (event) => {
    const wallet = (event as CustomEvent<Wallet>).detail;
    found.set(wallet.info.uuid, wallet);
    show([...found.values()]);
  });
  window.dispatchEvent(new Event("eip6963:requestProvider"));
}

export async function connect(provider: Provider): Promise<string> {
  const [account] = (await provider.request({ method: "eth_requestAccounts" })) as string[];
  if (account === undefined) throw new Error("no account");
  return account;
}

export async function useChain(
  provider: Provider,
  chain: { chainId: number; rpcUrl: string },
): Promise<void> {
  const chainId = `0x${chain.chainId.toString(16)}`;
  if (((await provider.request({ method: "eth_chainId" })) as string) === chainId) return;
  try {
    await provider.request({ method: "wallet_switchEthereumChain", params: [{ chainId }] });
  } catch (error) {
    const { code } = error as { code?: number };
    if (code === 4001) throw error;
    await provider.request({
      method: "wallet_addEthereumChain",
      params: [
        {
          chainId,
          chainName: "CyberMiles",
          nativeCurrency: { name: "CyberMiles", symbol: "CMT", decimals: 18 },
          rpcUrls: [chain.rpcUrl],
        },
      ],
    });
  }
}

type Call = Intent["wallet"]["pay"];

/** `chainId` makes a wallet that is still on another chain refuse. */
export async function send(
  provider: Provider,
  from: string,
  call: Call & { chainId: number },
): Promise<string> {
  const transaction = {
    from,
    to: call.to,
    data: call.data,
    value: `0x${BigInt(call.valueAtto).toString(16)}`,
    chainId: `0x${call.chainId.toString(16)}`,
  };
  return (await provider.request({ method: "eth_sendTransaction", params: [transaction] })) as string;
}

export async function mined(provider: Provider, hash: string): Promise<void> {
  for (let tries = 0; tries < RECEIPT_TRIES; tries++) {
    const receipt = (await provider.request({ method: "eth_getTransactionReceipt", params: [hash] })) as {
      status: string;
    } | null;
    if (receipt?.status === "0x1") return;
    if (receipt !== null) throw new Error(`transaction ${hash} failed`);
    await new Promise((resolve) => setTimeout(resolve, RECEIPT_EVERY_MS));
  }
  throw new Error(`transaction ${hash} is not in a block yet`);
}
