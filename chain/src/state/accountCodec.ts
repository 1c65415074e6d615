/** An account as RLP [nonce, balance, storageRoot, codeHash]: the same bytes in the flat table and in the trie's leaf. */
import { RLP } from "@ethereumjs/rlp";
import { bytesToHex, hexToBytes } from "../encoding/hex.ts";
import { bytesToBigint, minimalBytes } from "../encoding/integer.ts";
import type { Account } from "./stateReader.ts";

export function encodeAccount(account: Account): Uint8Array {
  return RLP.encode([
    minimalBytes(account.nonce),
    minimalBytes(account.balance),
    hexToBytes(account.storageRoot),
    hexToBytes(account.codeHash),
  ]);
}

export function decodeAccount(rlp: Uint8Array): Account {
  const [nonce, balance, storageRoot, codeHash] = RLP.decode(rlp) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  return {
    nonce: bytesToBigint(nonce),
    balance: bytesToBigint(balance),
    storageRoot: bytesToHex(storageRoot),
    codeHash: bytesToHex(codeHash),
  };
}
