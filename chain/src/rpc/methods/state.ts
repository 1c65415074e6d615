/** Accounts and storage as of a block, and their proofs against its state root. */
import { keccak256 } from "../../crypto/keccak256.ts";
import { bytesToHex, type Hex, hexToBytes, quantity, word } from "../../encoding/hex.ts";
import { bytesToBigint } from "../../encoding/integer.ts";
import { emptyAccount } from "../../state/overlay.ts";
import { ACCOUNT_TRIE, nodeKey } from "../../state/tables.ts";
import { nibblesOf } from "../../trie/node.ts";
import { proveKey } from "../../trie/proveKey.ts";
import { stateBlock } from "../blockTag.ts";
import type { ChainReader, Methods, RpcContext } from "../context.ts";
import { address, array, wordOf } from "../params.ts";

const MAX_PROOF_SLOTS = 1_024;

export function stateMethods({ reader, mempool }: RpcContext): Methods {
  const stateAt = (tag: unknown) => reader.stateAt(stateBlock(reader, tag).header.number);
  return {
    eth_getBalance: ([who, tag]) => quantity(stateAt(tag).account(address(who, "address"))?.balance ?? 0n),
    eth_getTransactionCount: ([who, tag]) => {
      const sender = address(who, "address");
      if (tag === "pending") return quantity(mempool.nextNonce(sender));
      return quantity(stateAt(tag).account(sender)?.nonce ?? 0n);
    },
    eth_getCode: ([who, tag]) => {
      const state = stateAt(tag);
      const account = state.account(address(who, "address"));
      return account ? bytesToHex(state.code(account.codeHash)) : "0x";
    },
    eth_getStorageAt: ([who, slot, tag]) =>
      word(bytesToBigint(stateAt(tag).storage(address(who, "address"), wordOf(slot, "slot")))),
    eth_getProof: ([who, slots, tag]) => {
      const keys = array(slots, "storage keys", MAX_PROOF_SLOTS).map((slot) => wordOf(slot, "storage key"));
      return proof(reader, address(who, "address"), keys, stateBlock(reader, tag).header.number);
    },
  };
}

function proof(reader: ChainReader, who: Hex, slots: readonly Hex[], number: number): unknown {
  const state = reader.stateAt(number);
  const account = state.account(who) ?? emptyAccount();
  const owner = keccak256(hexToBytes(who));
  const path = (trie: Uint8Array, key: Uint8Array): Hex[] =>
    proveKey((at) => reader.nodeAt(number, nodeKey(trie, at)), nibblesOf(key)).map(bytesToHex);
  return {
    address: who,
    accountProof: path(ACCOUNT_TRIE, owner),
    balance: quantity(account.balance),
    codeHash: account.codeHash,
    nonce: quantity(account.nonce),
    storageHash: account.storageRoot,
    storageProof: slots.map((slot) => ({
      key: slot,
      value: quantity(bytesToBigint(state.storage(who, slot))),
      proof: path(owner, keccak256(hexToBytes(slot))),
    })),
  };
}
