/**
 * From a parent and an execution to the sealed block and the rows to write. Pure but for reading the tables.
 */
import { nextBaseFee } from "../block/baseFee.ts";
import { bloomOf, joinBlooms } from "../block/bloom.ts";
import { type Header, hashHeader } from "../block/header.ts";
import { encodeConsensusReceipt } from "../block/receipt.ts";
import { keccak256Hex } from "../crypto/keccak256.ts";
import { type Hex, hexToBytes } from "../encoding/hex.ts";
import { uint64Key } from "../encoding/integer.ts";
import type { BlockEnvironment, ExecutedBlock } from "../execution/execution.ts";
import type { ChainPreset } from "../presets/presets.ts";
import type { HeaderWithHash } from "../state/chainStore.ts";
import { deriveWrites, type StateTables } from "../state/deriveWrites.ts";
import type { BlockWrite } from "../state/writeBlock.ts";
import { orderedRoot } from "../trie/orderedRoot.ts";

export function nextEnvironment(
  preset: ChainPreset,
  parent: HeaderWithHash,
  timestampSec: number,
): BlockEnvironment {
  const number = parent.header.number + 1;
  return {
    number,
    timestampSec,
    gasLimit: preset.blockGasLimit,
    baseFeePerGas: nextBaseFee(parent.header, preset.baseFeeFloorPerGas),
    coinbase: preset.rewardPool,
    prevRandao: prevRandao(parent.hash, number),
    parentHash: parent.hash,
  };
}

/** Anyone can predict it: this chain offers no randomness in its headers. */
function prevRandao(parentHash: Hex, number: number): Hex {
  return keccak256Hex(Buffer.concat([hexToBytes(parentHash), uint64Key(number)]));
}

export function sealBlock(
  environment: BlockEnvironment,
  executed: ExecutedBlock,
  tables: StateTables,
): BlockWrite {
  const state = deriveWrites(tables, executed.diff);
  const { included: transactions, receipts } = executed;
  const header: Header = {
    parentHash: environment.parentHash,
    coinbase: environment.coinbase,
    stateRoot: state.stateRoot,
    transactionsRoot: orderedRoot(transactions.map((tx) => tx.raw)),
    receiptsRoot: orderedRoot(receipts.map(encodeConsensusReceipt)),
    logsBloom: joinBlooms(receipts.map((receipt) => bloomOf(receipt.logs))),
    number: environment.number,
    gasLimit: environment.gasLimit,
    gasUsed: executed.gasUsed,
    timestampSec: environment.timestampSec,
    extraData: new Uint8Array(0),
    prevRandao: environment.prevRandao,
    baseFeePerGas: environment.baseFeePerGas,
  };
  return { block: { hash: hashHeader(header), header, transactions }, receipts, state };
}
