/**
 * EIP-2935: at the start of a block the parent's hash goes into the ring of the history contract.
 * Written directly, with the same effect as the system call of the EIP.
 */
import { type Hex, hexToBytes, word } from "../encoding/hex.ts";
import type { Overlay } from "../state/overlay.ts";

export const HISTORY_CONTRACT: Hex = "0x0000f90827f1c53a10cb7a02335b175320002935";
export const HISTORY_CONTRACT_CODE: Hex =
  "0x3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";
const RING_SIZE = 8_191;

export function storeParentHash(state: Overlay, number: number, parentHash: Hex): void {
  if (state.account(HISTORY_CONTRACT) === undefined) return;
  state.setStorage(HISTORY_CONTRACT, word(BigInt((number - 1) % RING_SIZE)), hexToBytes(parentHash));
}
