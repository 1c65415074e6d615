/** Hands what the kernel changed in a block to the overlay, which makes the block's diff of it. */
import * as at from "../../../vm/assembly/layout.ts";
import { EMPTY_CODE_HASH } from "../../crypto/keccak256.ts";
import { withoutLeadingZeros } from "../../encoding/integer.ts";
import { emptyAccount, type Overlay } from "../../state/overlay.ts";
import type { Kernel, Pointer } from "./kernel.ts";

export function flushChanges(kernel: Kernel, overlay: Overlay): void {
  kernel.run(() => {
    const accountsEnd = kernel.exports.accountsEnd();
    for (let account: Pointer = at.ACCOUNTS; account < accountsEnd; account += at.ACCOUNT_BYTES)
      if ((kernel.flagsOf(account) & at.WRITTEN) !== 0) flushAccount(kernel, overlay, account);
    const slotsEnd = kernel.exports.slotsEnd();
    for (let slot: Pointer = at.SLOTS; slot < slotsEnd; slot += at.SLOT_BYTES)
      if ((kernel.view.getUint32(slot + at.SLOT_FLAGS, true) & at.WRITTEN) !== 0)
        flushSlot(kernel, overlay, slot);
  });
}

function flushAccount(kernel: Kernel, overlay: Overlay, pointer: Pointer): void {
  const address = kernel.addressAt(pointer);
  const before = overlay.account(address);
  if ((kernel.flagsOf(pointer) & at.EXISTS) === 0) {
    if (before !== undefined) overlay.deleteAccount(address);
    return;
  }
  const codeHash = kernel.codeHashOf(pointer);
  if (codeHash !== (before?.codeHash ?? EMPTY_CODE_HASH)) overlay.setCode(address, kernel.codeOf(pointer));
  const { storageRoot } = before ?? emptyAccount();
  const [nonce, balance] = [kernel.nonceOf(pointer), kernel.balanceOf(pointer)];
  overlay.setAccount(address, { nonce, balance, codeHash, storageRoot });
}

/** Transient storage is gone; so is that of accounts that are. */
function flushSlot(kernel: Kernel, overlay: Overlay, slot: Pointer): void {
  const owner = kernel.view.getUint32(slot + at.SLOT_OWNER, true);
  if ((owner & 1) === 1 || (kernel.flagsOf(owner) & at.EXISTS) === 0) return;
  const start = slot + at.SLOT_CURRENT;
  const value = withoutLeadingZeros(kernel.bytes.slice(start, start + 32).reverse());
  overlay.setStorage(kernel.addressAt(owner), kernel.slotKey(slot), value);
}
