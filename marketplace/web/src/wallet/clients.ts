/**
 * viem clients for the connected account. Load it with `await import("../wallet/clients.ts")` or from lazily loaded
 * code: it pulls in viem. `getPublicClient()` reads the chain through the marketplace's /rpc;
 * `getWalletClient()` signs with the built-in wallet (after a prompt) or the chosen EIP-6963 wallet.
 */
import {
  type Account,
  type Chain,
  createPublicClient,
  createWalletClient,
  custom,
  defineChain,
  http,
  type LocalAccount,
  type PublicClient,
  type Transport,
  type WalletClient,
} from "viem";
import { toAccount } from "viem/accounts";
import { loadConfig } from "../api/config.ts";
import { type Address, connectionStore } from "./connection.ts";
import { ask, type SignRequest } from "./prompts.ts";

export type SigningClient = WalletClient<Transport, Chain, Account>;

let chain: Promise<Chain> | undefined;

function getChain(): Promise<Chain> {
  chain ??= loadConfig().then((config) =>
    defineChain({
      id: config.chain.chainId,
      name: config.chain.name,
      nativeCurrency: config.chain.nativeCurrency,
      rpcUrls: {
        default: { http: [new URL(config.chain.rpcPath, location.origin).href] },
        // what other wallets are told
        public: { http: [config.chain.rpcUrl] },
      },
      blockExplorers: { default: { name: config.chain.name, url: config.chain.explorerUrl } },
      contracts: { multicall3: { address: config.contracts.multicall3 } },
      testnet: config.chain.isDevnet,
    }),
  );
  chain.catch(() => {
    chain = undefined;
  });
  return chain;
}

let publicClient: Promise<PublicClient<Transport, Chain>> | undefined;

export function getPublicClient(): Promise<PublicClient<Transport, Chain>> {
  publicClient ??= getChain().then((chain) =>
    createPublicClient({ chain, transport: http(), batch: { multicall: true }, pollingInterval: 400 }),
  );
  publicClient.catch(() => {
    publicClient = undefined;
  });
  return publicClient;
}

/** @throws NotConnectedError */
export async function getWalletClient(): Promise<SigningClient> {
  const connection = connectionStore.get();
  if (!connection) throw new NotConnectedError();
  const chain = await getChain();
  if (connection.kind === "builtin") {
    return createWalletClient({ account: promptingAccount(connection.address), chain, transport: http() });
  }
  const { findProvider, switchToOurChain } = await import("./injected.ts");
  const provider = await findProvider(connection.rdns);
  await switchToOurChain(provider, chain);
  return createWalletClient({ account: connection.address, chain, transport: custom(provider) });
}

/** A viem account whose every signature is first read aloud to the person, who unlocks the vault where needed. */
function promptingAccount(address: Address): LocalAccount {
  const signer = async (request: SignRequest) => {
    await ask({ kind: "sign", address, request });
    const { signerOf } = await import("./builtin.ts");
    return signerOf(address);
  };
  return toAccount({
    address,
    signMessage: async ({ message }) => (await signer({ type: "message", message })).signMessage({ message }),
    signTransaction: async (transaction, options) =>
      (await signer({ type: "transaction", transaction })).signTransaction(transaction, options),
    signTypedData: async (typedData) =>
      (await signer({ type: "typedData", typedData: typedData as never })).signTypedData(typedData),
  });
}

export class NotConnectedError extends Error {
  override readonly name = "NotConnectedError";
  readonly code = "not_connected";

  constructor() {
    super("No wallet is connected.");
  }
}
