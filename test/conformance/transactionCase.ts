// TransactionTests: bytes that must decode to the published hash, sender and intrinsic gas, or be refused at a fork.
import { type Hex, hexToBytes, quantity } from "../../chain/src/encoding/hex.ts";
import { intrinsicGas } from "../../chain/src/execution/intrinsicGas.ts";
import { RULES } from "../../chain/src/execution/rules.ts";
import { staticFault } from "../../chain/src/execution/transactionRules.ts";
import { decodeTransaction, InvalidTransactionError } from "../../chain/src/transaction/decodeTransaction.ts";
import { expectEqual, failed, type Outcome, PASSED, skipped } from "./outcome.ts";
import { rulesOf } from "./stateCase.ts";

interface Expected {
  readonly exception?: string;
  readonly hash?: Hex;
  readonly sender?: Hex;
  readonly intrinsicGas?: Hex;
}

export interface TransactionTest {
  readonly txbytes: Hex;
  readonly result: Readonly<Record<string, Expected>>;
}

const NO_LIMIT = 2n ** 64n;

export function runTransactionCase(txbytes: Hex, fork: string, expected: Expected): Outcome {
  const rulesName = rulesOf(fork);
  if (rulesName === undefined) return skipped(`the node does not know the fork ${fork}`);
  const limits = {
    chainId: 1,
    rules: RULES[rulesName],
    transactionGasCap: NO_LIMIT,
    blockGasLimit: NO_LIMIT,
  };
  const isRefused = expected.exception !== undefined;
  try {
    const tx = decodeTransaction(hexToBytes(txbytes));
    const fault = staticFault(tx, limits);
    if (fault !== undefined) return isRefused ? PASSED : failed(`refused: ${fault}`);
    if (isRefused) return failed(`accepted, expected ${expected.exception}`);
    const gas = quantity(BigInt(expected.intrinsicGas ?? 0));
    return expectEqual(
      "hash, sender, gas",
      [tx.hash, tx.from, quantity(intrinsicGas(tx))].join(" "),
      [expected.hash, expected.sender, gas].join(" "),
    );
  } catch (error) {
    if (!(error instanceof InvalidTransactionError)) throw error;
    return isRefused ? PASSED : failed(`not decoded: ${error.message}`);
  }
}
