/**
 * The least gas limit with which a message succeeds, to 1.5% (geth's tolerance): one run at the cap tells whether it can
 * succeed at all and how much it used, one run near that usually ends the search.
 */
import { EMPTY_CODE_HASH } from "../crypto/keccak256.ts";
import type { BlockEnvironment, Engine, Message } from "../execution/execution.ts";
import { floorGas, intrinsicGas } from "../execution/intrinsicGas.ts";
import type { Rules } from "../execution/rules.ts";
import type { StateReader } from "../state/stateReader.ts";
import { resultOrThrow } from "./callResult.ts";
import { serverError } from "./rpcError.ts";

const TOLERANCE_PER_MILLE = 15n;
const CALL_STIPEND = 2_300n;

export async function estimateGas(
  engine: Engine,
  message: Message,
  environment: BlockEnvironment,
  state: StateReader,
  rules: Rules,
): Promise<bigint> {
  const least = maximum(intrinsicGas(message), floorGas(message, rules));
  if (message.gasLimit < least) throw serverError(`gas required exceeds allowance (${message.gasLimit})`);
  if (isPlainTransfer(message, state)) return least;
  const runWith = (gasLimit: bigint) => engine.simulate({ ...message, gasLimit }, environment, state);
  const first = await runWith(message.gasLimit);
  if (first.outcome === "halt" && first.haltReason === "out of gas")
    throw serverError(`gas required exceeds allowance (${message.gasLimit})`);
  resultOrThrow(first);
  const used = first.gasUsed + first.refundedGas;
  let low = maximum(first.gasUsed, least) - 1n;
  let high = message.gasLimit;
  // A 64th of the gas stays behind at each inner call, and a value transfer needs its stipend.
  let middle = ((used + CALL_STIPEND) * 64n) / 63n;
  while (low + 1n < high) {
    if ((high - low) * 1_000n < high * TOLERANCE_PER_MILLE) break;
    if (middle <= low || middle >= high) middle = (high + low) / 2n;
    const { outcome } = await runWith(middle);
    if (outcome === "success") high = middle;
    else low = middle;
    const half = (high + low) / 2n;
    middle = half > low * 2n ? low * 2n : half; // most transactions need little more than they use
  }
  return high;
}

function isPlainTransfer({ to, data, authorizationList }: Message, state: StateReader): boolean {
  if (to === undefined || data.length > 0 || authorizationList.length > 0) return false;
  return (state.account(to)?.codeHash ?? EMPTY_CODE_HASH) === EMPTY_CODE_HASH && BigInt(to) > 0xffffn;
}

function maximum(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
