/**
 * Checks a Sign-in with Ethereum message (ERC-4361): domain and URI among the allowed origins, our chain, a nonce of
 * ours that was never used, fresh times, and the signature (contract wallets by ERC-1271). Pure but for the two
 * functions it is given.
 */
import { type Address, type Hex, verifyMessage } from "viem";
import { parseSiweMessage } from "viem/siwe";
import { ApiError } from "../http/apiError.ts";

const MAX_AGE_SEC = 10 * 60;
const MAX_CLOCK_AHEAD_SEC = 60;

export type SignInDeps = {
  allowedOrigins: readonly string[];
  chainId: number;
  nowSec: number;
  /** True once for each nonce that was given out and is not expired. */
  useNonce: (nonce: string) => Promise<boolean>;
  /** Asks the chain, for accounts that are contracts. */
  verifyByContract: (message: { address: Address; message: string; signature: Hex }) => Promise<boolean>;
};

export async function checkSignIn(deps: SignInDeps, message: string, signature: Hex): Promise<Address> {
  const fields = parseSiweMessage(message);
  const { address, domain, uri, nonce, chainId, version } = fields;
  if (!address || !domain || !uri || !nonce || !chainId || version !== "1") {
    throw new ApiError(
      "invalid_siwe_message",
      "message: expected a complete ERC-4361 message, version 1",
      "message",
    );
  }
  const origin = URL.canParse(uri) ? new URL(uri).origin : "";
  if (!deps.allowedOrigins.includes(origin) || new URL(origin).host !== domain) {
    throw new ApiError(
      "origin_not_allowed",
      `message: ${domain} (${uri}) is not an allowed origin`,
      "message",
    );
  }
  if (chainId !== deps.chainId) {
    throw new ApiError(
      "invalid_siwe_message",
      `message: expected chain ${deps.chainId}, got ${chainId}`,
      "message",
    );
  }
  checkTimes(fields, deps.nowSec);
  if (!(await deps.useNonce(nonce))) {
    throw new ApiError(
      "invalid_nonce",
      "message: the nonce is unknown, expired or was used before",
      "message",
    );
  }
  const own = await verifyMessage({ address, message, signature }).catch(() => false);
  if (!own && !(await deps.verifyByContract({ address, message, signature }))) {
    throw new ApiError("invalid_signature", `signature: not made by ${address}`, "signature");
  }
  return address;
}

type Times = { issuedAt?: Date | undefined; expirationTime?: Date | undefined; notBefore?: Date | undefined };

function checkTimes(fields: Times, nowSec: number): void {
  const issuedAtSec = (fields.issuedAt?.getTime() ?? Number.NaN) / 1000;
  if (!(issuedAtSec > nowSec - MAX_AGE_SEC && issuedAtSec < nowSec + MAX_CLOCK_AHEAD_SEC)) {
    throw new ApiError(
      "invalid_siwe_message",
      `message: issued more than ${MAX_AGE_SEC} s ago or in the future`,
      "message",
    );
  }
  if (fields.expirationTime !== undefined && fields.expirationTime.getTime() / 1000 <= nowSec) {
    throw new ApiError("invalid_siwe_message", "message: expired", "message");
  }
  if (fields.notBefore !== undefined && fields.notBefore.getTime() / 1000 > nowSec) {
    throw new ApiError("invalid_siwe_message", "message: not valid yet", "message");
  }
}
