/**
 * hardhat_set... and anvil_set...: each makes one block without transactions whose state was changed from outside,
 * so roots, snapshots and old states stay true. The block keeps its parent's timestamp. `--dev` only.
 */
import { hexToBytes } from "../../encoding/hex.ts";
import { withoutLeadingZeros } from "../../encoding/integer.ts";
import type { ChainWriter } from "../../sequencer/chainWriter.ts";
import type { Overlay } from "../../state/overlay.ts";
import type { Method, Methods } from "../context.ts";
import { address, data, quantityOf, uint64, wordOf } from "../params.ts";

export function stateOverrideMethods(writer: ChainWriter): Methods {
  const overriding =
    (parse: (params: unknown[]) => (state: Overlay) => void): Method =>
    async (params) => {
      await writer.override(parse(params));
      return true;
    };
  const setBalance = overriding(([who, value]) => {
    const [account, balance] = [address(who, "address"), quantityOf(value, "balance")];
    return (state) => state.updateAccount(account, () => ({ balance }));
  });
  const setNonce = overriding(([who, value]) => {
    const [account, nonce] = [address(who, "address"), uint64(value, "nonce")];
    return (state) => state.updateAccount(account, () => ({ nonce }));
  });
  const setCode = overriding(([who, value]) => {
    const [account, code] = [address(who, "address"), data(value, "code")];
    return (state) => state.setCode(account, code);
  });
  const setStorageAt = overriding(([who, slot, value]) => {
    const [account, key, word] = [address(who, "address"), wordOf(slot, "slot"), wordOf(value, "value")];
    return (state) => state.setStorage(account, key, withoutLeadingZeros(hexToBytes(word)));
  });
  return {
    anvil_setBalance: setBalance,
    hardhat_setBalance: setBalance,
    anvil_setNonce: setNonce,
    hardhat_setNonce: setNonce,
    anvil_setCode: setCode,
    hardhat_setCode: setCode,
    anvil_setStorageAt: setStorageAt,
    hardhat_setStorageAt: setStorageAt,
  };
}
