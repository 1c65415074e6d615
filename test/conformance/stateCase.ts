// One post state of a state test (ethereum/tests GeneralStateTests and execution-spec-tests state fixtures):
// the transaction runs on the pre-state; the new state root and the hash of the logs must be the published ones.
// A transaction that has to be refused must leave the pre-state as it is.
import { RLP } from "@ethereumjs/rlp";
import { keccak256Hex } from "../../chain/src/crypto/keccak256.ts";
import { type Hex, hexToBytes } from "../../chain/src/encoding/hex.ts";
import { withoutLeadingZeros } from "../../chain/src/encoding/integer.ts";
import type { BlockEnvironment } from "../../chain/src/execution/execution.ts";
import { RULES, type RulesName } from "../../chain/src/execution/rules.ts";
import { MemoryState } from "../../chain/src/state/memoryState.ts";
import type { StateDiff } from "../../chain/src/state/stateReader.ts";
import { decodeTransaction, InvalidTransactionError } from "../../chain/src/transaction/decodeTransaction.ts";
import { type EngineName, engineFor } from "./engines.ts";
import { expectEqual, failed, type Outcome, skipped } from "./outcome.ts";

interface Account {
  readonly balance: Hex;
  readonly nonce: Hex;
  readonly code: Hex;
  readonly storage: Readonly<Record<Hex, Hex>>;
}

interface PostState {
  readonly hash: Hex;
  readonly logs: Hex;
  readonly txbytes?: Hex;
  readonly expectException?: string;
}

export interface StateTest {
  readonly env: Readonly<Record<string, Hex>>;
  readonly pre: Readonly<Record<Hex, Account>>;
  readonly post: Readonly<Record<string, readonly PostState[]>>;
  readonly config?: { readonly chainid?: Hex };
}

const BLOB_TRANSACTION = "0x03";

export function rulesOf(fork: string): RulesName | undefined {
  const name = fork.toLowerCase();
  return Object.hasOwn(RULES, name) ? (name as RulesName) : undefined;
}

export async function runStateCase(
  { env, pre, config }: StateTest,
  fork: string,
  post: PostState,
  engineName: EngineName,
): Promise<Outcome> {
  const rules = rulesOf(fork);
  if (rules === undefined) return skipped(`the node does not know the fork ${fork}`);
  if (post.txbytes === undefined) return skipped("the case does not carry its transaction's bytes");
  if (post.txbytes.startsWith(BLOB_TRANSACTION) && post.expectException === undefined)
    return skipped("blob transactions do not exist on this chain");
  const state = new MemoryState();
  state.apply(preState(pre));
  let logs: unknown[] = [];
  try {
    const tx = decodeTransaction(hexToBytes(post.txbytes));
    const engine = engineFor(engineName, rules, Number(config?.chainid ?? 1));
    const block = { environment: environmentOf(env), transactions: [tx] };
    const { receipts, diff, rejected } = await engine.execute(block, state);
    const reason = rejected[0]?.reason;
    if (reason === undefined && post.expectException) return failed(`expected ${post.expectException}`);
    if (reason !== undefined && !post.expectException) return failed(`refused: ${reason}`);
    if (reason === undefined) {
      state.apply(diff);
      logs = (receipts[0]?.logs ?? []).map((log) => [
        hexToBytes(log.address),
        log.topics.map(hexToBytes),
        log.data,
      ]);
    }
  } catch (error) {
    if (!(error instanceof InvalidTransactionError)) throw error;
    if (post.expectException === undefined) return failed(`not decoded: ${error.message}`);
  }
  if (state.root !== post.hash) return failed(`root ${state.root}, expected ${post.hash}`);
  return expectEqual("logs", keccak256Hex(RLP.encode(logs as Parameters<typeof RLP.encode>[0])), post.logs);
}

function preState(pre: StateTest["pre"]): StateDiff {
  const diff: StateDiff = {
    accounts: new Map(),
    storage: new Map(),
    clearedStorage: new Set(),
    code: new Map(),
  };
  for (const [key, { balance, nonce, code, storage }] of Object.entries(pre)) {
    const address = key.toLowerCase() as Hex;
    const bytes = hexToBytes(code);
    const codeHash = keccak256Hex(bytes);
    if (bytes.length > 0) diff.code.set(codeHash, bytes);
    diff.accounts.set(address, { nonce: BigInt(nonce), balance: BigInt(balance), codeHash });
    const slots = Object.entries(storage).map(([slot, value]): [Hex, Uint8Array] => [
      word(slot),
      withoutLeadingZeros(hexToBytes(word(value))),
    ]);
    const used = slots.filter(([, value]) => value.length > 0);
    if (used.length > 0) diff.storage.set(address, new Map(used));
  }
  return diff;
}

function environmentOf(env: StateTest["env"]): BlockEnvironment {
  const field = (name: string): Hex => env[name] ?? "0x0";
  return {
    number: Number(field("currentNumber")),
    timestampSec: Number(field("currentTimestamp")),
    gasLimit: BigInt(field("currentGasLimit")),
    baseFeePerGas: BigInt(field("currentBaseFee")),
    coinbase: field("currentCoinbase").toLowerCase() as Hex,
    prevRandao: word(field("currentRandom")),
    parentHash: word("0x0"),
  };
}

function word(value: string): Hex {
  return `0x${value.slice(2).toLowerCase().padStart(64, "0")}`;
}
