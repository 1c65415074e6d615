/**
 * An Ethereum block header with the fields of Prague/Osaka, its RLP form and its hash.
 * Blob fields are zero, there are no withdrawals, no ommers and no execution requests; the roots of those empty lists are fixed.
 * Times are Unix seconds, gas and prices as in Ethereum (atto CMT per gas).
 */
import { RLP } from "@ethereumjs/rlp";
import { keccak256Hex } from "../crypto/keccak256.ts";
import { bytesToHex, type Hex, hexToBytes } from "../encoding/hex.ts";
import { bytesToBigint, minimalBytes } from "../encoding/integer.ts";
import { EMPTY_TRIE_ROOT } from "../trie/node.ts";

export type Header = {
  parentHash: Hex;
  coinbase: Hex;
  stateRoot: Hex;
  transactionsRoot: Hex;
  receiptsRoot: Hex;
  logsBloom: Uint8Array;
  number: number;
  gasLimit: bigint;
  gasUsed: bigint;
  timestampSec: number;
  extraData: Uint8Array;
  prevRandao: Hex;
  baseFeePerGas: bigint;
};

export const EMPTY_OMMERS_HASH: Hex = "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347";
export const EMPTY_WITHDRAWALS_ROOT: Hex = EMPTY_TRIE_ROOT;
/** sha256 of nothing (EIP-7685). */
export const EMPTY_REQUESTS_HASH: Hex = "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
export const ZERO_HASH: Hex = `0x${"0".repeat(64)}`;

export function encodeHeader(header: Header): Uint8Array {
  const nothing = new Uint8Array(0);
  return RLP.encode([
    hexToBytes(header.parentHash),
    hexToBytes(EMPTY_OMMERS_HASH),
    hexToBytes(header.coinbase),
    hexToBytes(header.stateRoot),
    hexToBytes(header.transactionsRoot),
    hexToBytes(header.receiptsRoot),
    header.logsBloom,
    nothing, // difficulty
    minimalBytes(header.number),
    minimalBytes(header.gasLimit),
    minimalBytes(header.gasUsed),
    minimalBytes(header.timestampSec),
    header.extraData,
    hexToBytes(header.prevRandao),
    new Uint8Array(8), // nonce
    minimalBytes(header.baseFeePerGas),
    hexToBytes(EMPTY_WITHDRAWALS_ROOT),
    nothing, // blobGasUsed
    nothing, // excessBlobGas
    hexToBytes(ZERO_HASH), // parentBeaconBlockRoot
    hexToBytes(EMPTY_REQUESTS_HASH),
  ]);
}

export function decodeHeader(rlp: Uint8Array): Header {
  const fields = RLP.decode(rlp) as Uint8Array[];
  const field = (i: number): Uint8Array => fields[i] as Uint8Array;
  return {
    parentHash: bytesToHex(field(0)),
    coinbase: bytesToHex(field(2)),
    stateRoot: bytesToHex(field(3)),
    transactionsRoot: bytesToHex(field(4)),
    receiptsRoot: bytesToHex(field(5)),
    logsBloom: field(6),
    number: Number(bytesToBigint(field(8))),
    gasLimit: bytesToBigint(field(9)),
    gasUsed: bytesToBigint(field(10)),
    timestampSec: Number(bytesToBigint(field(11))),
    extraData: field(12),
    prevRandao: bytesToHex(field(13)),
    baseFeePerGas: bytesToBigint(field(15)),
  };
}

export function hashHeader(header: Header): Hex {
  return keccak256Hex(encodeHeader(header));
}
