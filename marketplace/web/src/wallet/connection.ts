/**
 * Which account the visitor acts as, without loading any wallet code.
 * Two kinds of wallet stand behind one interface: the built-in one (an encrypted vault in localStorage) and any
 * EIP-6963 browser wallet. `useWallet()` tells the account; `openWalletDialog()` lets the visitor choose one;
 * `requireAccount()` does so only where none is chosen yet. Signing goes through wallet/clients.ts.
 */
import { createPersistentStore, createStore, useStore } from "../persistentStore.ts";

export type Address = `0x${string}`;

export type Connection =
  | { kind: "builtin"; address: Address }
  | { kind: "injected"; address: Address; rdns: string };

/** The public part of the built-in wallet's accounts, readable while it is locked. */
export interface AccountInfo {
  address: Address;
  name: string;
}

export const connectionStore = createPersistentStore<Connection | null>("cm.connection", null);
export const accountsStore = createPersistentStore<AccountInfo[]>("cm.accounts", []);

export interface Wallet {
  /** lower case; null where nobody is connected */
  address: Address | null;
  kind: Connection["kind"] | null;
  accounts: AccountInfo[];
  /** the name given to the account, for the built-in wallet */
  name: string | null;
}

export function useWallet(): Wallet {
  const connection = useStore(connectionStore);
  const accounts = useStore(accountsStore);
  return {
    address: connection?.address ?? null,
    kind: connection?.kind ?? null,
    accounts,
    name: accounts.find((account) => account.address === connection?.address)?.name ?? null,
  };
}

export function connect(connection: Connection): void {
  const address = connection.address.toLowerCase() as Address;
  connectionStore.set({ ...connection, address });
}

export function disconnect(): void {
  connectionStore.set(null);
}

// ---- The wallet dialog ----

export type WalletDialogView = "choose" | "create" | "import";

export interface DialogRequest {
  view: WalletDialogView;
  settle(address: Address | null): void;
}

export const walletDialogStore = createStore<DialogRequest | null>(null);

/** Opens the dialog; null where the visitor closed it. */
export function openWalletDialog(view: WalletDialogView = "choose"): Promise<Address | null> {
  walletDialogStore.get()?.settle(null);
  return new Promise((resolve) => {
    walletDialogStore.set({
      view,
      settle(address) {
        walletDialogStore.set(null);
        resolve(address);
      },
    });
  });
}

/** The connected account, asking for one first where there is none; null where the visitor declined. */
export async function requireAccount(): Promise<Address | null> {
  return connectionStore.get()?.address ?? (await openWalletDialog());
}
