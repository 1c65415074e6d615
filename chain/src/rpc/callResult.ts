/** A call's outcome as JSON-RPC reports it: return data, a revert with code 3 and its data, or the reason of the halt. */
import { bytesToHex, type Hex } from "../encoding/hex.ts";
import type { MessageResult } from "../execution/execution.ts";
import { revertReason } from "./revertReason.ts";
import { reverted, serverError } from "./rpcError.ts";

export function resultOrThrow(result: MessageResult): Hex {
  if (result.outcome === "revert")
    throw reverted(revertReason(result.returnData), bytesToHex(result.returnData));
  if (result.outcome === "halt") throw serverError(result.haltReason ?? "execution failed");
  return bytesToHex(result.returnData);
}
