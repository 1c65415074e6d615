/** Errors as JSON-RPC 2.0 and EIP-1474 number them. Anything else that a handler throws becomes an internal error without detail. */
import type { Hex } from "../encoding/hex.ts";

export class RpcError extends Error {
  override readonly name = "RpcError";
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data?: unknown) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

export const PARSE_ERROR = -32700;
export const INVALID_REQUEST = -32600;
export const METHOD_NOT_FOUND = -32601;
export const INVALID_PARAMS = -32602;
export const INTERNAL_ERROR = -32603;
export const SERVER_ERROR = -32000;
export const LIMIT_EXCEEDED = -32005;
/** geth's code for a revert, with the returned bytes as data. */
const REVERTED = 3;

export function invalidParams(message: string): RpcError {
  return new RpcError(INVALID_PARAMS, message);
}

export function serverError(message: string): RpcError {
  return new RpcError(SERVER_ERROR, message);
}

export function reverted(reason: string | undefined, data: Hex): RpcError {
  return new RpcError(
    REVERTED,
    reason === undefined ? "execution reverted" : `execution reverted: ${reason}`,
    data,
  );
}
