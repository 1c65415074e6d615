/**
 * `@ethereumjs/evm`'s view of our Overlay. Roots and proofs are the store's business, so those members refuse.
 */
import type { AccountFields, StateManagerInterface } from "@ethereumjs/common";
import { type Address, Account as EvmAccount } from "@ethereumjs/util";
import { bytesToHex, type Hex, hexToBytes } from "../../encoding/hex.ts";
import { withoutLeadingZeros } from "../../encoding/integer.ts";
import { emptyAccount, type Overlay } from "../../state/overlay.ts";

export class OverlayStateManager implements StateManagerInterface {
  overlay: Overlay;

  constructor(overlay: Overlay) {
    this.overlay = overlay;
  }

  readonly originalStorageCache = {
    get: async (address: Address, key: Uint8Array): Promise<Uint8Array> =>
      this.overlay.originalStorage(addressOf(address), bytesToHex(key)),
    clear: (): void => {},
  };

  async getAccount(address: Address): Promise<EvmAccount | undefined> {
    const account = this.overlay.account(addressOf(address));
    return (
      account &&
      new EvmAccount(
        account.nonce,
        account.balance,
        hexToBytes(account.storageRoot),
        hexToBytes(account.codeHash),
      )
    );
  }

  async putAccount(address: Address, account?: EvmAccount): Promise<void> {
    const key = addressOf(address);
    if (account === undefined) return this.overlay.setAccount(key, null);
    const before = this.overlay.account(key) ?? emptyAccount();
    const { nonce, balance, codeHash } = account;
    this.overlay.setAccount(key, { ...before, nonce, balance, codeHash: bytesToHex(codeHash) });
  }

  async deleteAccount(address: Address): Promise<void> {
    this.overlay.deleteAccount(addressOf(address));
  }

  async modifyAccountFields(address: Address, fields: AccountFields): Promise<void> {
    this.overlay.updateAccount(addressOf(address), () => ({
      ...(fields.nonce !== undefined && fields.nonce !== null && { nonce: fields.nonce }),
      ...(fields.balance !== undefined && fields.balance !== null && { balance: fields.balance }),
      ...(fields.codeHash !== undefined &&
        fields.codeHash !== null && { codeHash: bytesToHex(fields.codeHash) }),
    }));
  }

  async putCode(address: Address, code: Uint8Array): Promise<void> {
    this.overlay.setCode(addressOf(address), code);
  }

  async getCode(address: Address): Promise<Uint8Array> {
    return this.overlay.codeOf(addressOf(address));
  }

  async getCodeSize(address: Address): Promise<number> {
    return this.overlay.codeOf(addressOf(address)).length;
  }

  async getStorage(address: Address, key: Uint8Array): Promise<Uint8Array> {
    return this.overlay.storage(addressOf(address), bytesToHex(key));
  }

  async putStorage(address: Address, key: Uint8Array, value: Uint8Array): Promise<void> {
    this.overlay.setStorage(addressOf(address), bytesToHex(key), withoutLeadingZeros(value));
  }

  async clearStorage(address: Address): Promise<void> {
    this.overlay.clearStorage(addressOf(address));
  }

  async checkpoint(): Promise<void> {
    this.overlay.checkpoint();
  }

  async commit(): Promise<void> {
    this.overlay.commit();
  }

  async revert(): Promise<void> {
    this.overlay.revert();
  }

  clearCaches(): void {}

  async getStateRoot(): Promise<Uint8Array> {
    throw new Error("the overlay has no state root");
  }

  async setStateRoot(): Promise<void> {
    throw new Error("the overlay has no state root");
  }

  async hasStateRoot(): Promise<boolean> {
    return false;
  }

  shallowCopy(): StateManagerInterface {
    throw new Error("the overlay is not copied");
  }
}

function addressOf(address: Address): Hex {
  return bytesToHex(address.bytes);
}
