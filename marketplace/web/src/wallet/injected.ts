/** EIP-6963 browser wallets: discovery, connection, and putting them on our chain. */
import { createStore as createProviderStore, type EIP6963ProviderDetail } from "mipd";
import { type Chain, numberToHex } from "viem";
import { type Address, connect, connectionStore, disconnect } from "./connection.ts";

type Provider = EIP6963ProviderDetail["provider"];

const providers = createProviderStore();
const ANNOUNCE_MS = 300;
const watched = new WeakSet<Provider>();

export function subscribeProviders(listener: () => void): () => void {
  return providers.subscribe(listener);
}

export function listProviders(): readonly EIP6963ProviderDetail[] {
  return providers.getProviders();
}

/** Waits a moment for wallets that announce themselves after the page did. */
export async function findProvider(rdns: string): Promise<Provider> {
  const deadline = Date.now() + ANNOUNCE_MS;
  for (;;) {
    const found = providers.getProviders().find((detail) => detail.info.rdns === rdns);
    if (found) return watch(found.provider, rdns);
    if (Date.now() > deadline) throw new WalletMissingError(rdns);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function connectProvider({ info, provider }: EIP6963ProviderDetail): Promise<Address> {
  const [address] = await provider.request({ method: "eth_requestAccounts" });
  if (!address) throw new WalletMissingError(info.rdns);
  connect({ kind: "injected", address, rdns: info.rdns });
  watch(provider, info.rdns);
  return address.toLowerCase() as Address;
}

/** Switches the wallet to our chain, adding it first where the wallet does not know it. */
export async function switchToOurChain(provider: Provider, chain: Chain): Promise<void> {
  const chainId = numberToHex(chain.id);
  if ((await provider.request({ method: "eth_chainId" })) === chainId) return;
  try {
    await provider.request({ method: "wallet_switchEthereumChain", params: [{ chainId }] });
  } catch (error) {
    if ((error as { code?: number }).code !== 4902) throw error;
    await addOurChain(provider, chain);
  }
}

export async function addOurChain(provider: Provider, chain: Chain): Promise<void> {
  await provider.request({
    method: "wallet_addEthereumChain",
    params: [
      {
        chainId: numberToHex(chain.id),
        chainName: chain.name,
        nativeCurrency: chain.nativeCurrency,
        rpcUrls: (chain.rpcUrls.public ?? chain.rpcUrls.default).http,
        ...(chain.blockExplorers ? { blockExplorerUrls: [chain.blockExplorers.default.url] } : {}),
      },
    ],
  });
}

/** Follows the account that the person picks inside the wallet. */
function watch(provider: Provider, rdns: string): Provider {
  if (watched.has(provider)) return provider;
  watched.add(provider);
  provider.on("accountsChanged", (accounts: readonly Address[]) => {
    const connection = connectionStore.get();
    if (connection?.kind !== "injected" || connection.rdns !== rdns) return;
    const [address] = accounts;
    if (address) connect({ kind: "injected", address, rdns });
    else disconnect();
  });
  return provider;
}

export class WalletMissingError extends Error {
  override readonly name = "WalletMissingError";
  readonly code = "wallet_missing";

  constructor(rdns: string) {
    super(`The wallet ${rdns} is not in this browser.`);
  }
}
