/**
 * Everything a caller may have done wrong, in Stripe's shape. One table maps a code to its HTTP status and type; the
 * message says field, expected and got, never a secret. Anything else that is thrown becomes `internal_error` without
 * its message.
 */
import type { z } from "zod";
import type { ErrorBody } from "./schema/common.ts";

type ErrorType = z.infer<typeof ErrorBody>["error"]["type"];

const TABLE = {
  // what was sent
  invalid_json: [400, "invalid_request_error"],
  invalid_parameter: [400, "invalid_request_error"],
  body_too_large: [413, "invalid_request_error"],
  unsupported_media_type: [415, "invalid_request_error"],
  not_found: [404, "invalid_request_error"],
  method_not_allowed: [405, "invalid_request_error"],
  // who sent it
  missing_credentials: [401, "authentication_error"],
  invalid_api_key: [401, "authentication_error"],
  invalid_signature: [401, "authentication_error"],
  invalid_nonce: [401, "authentication_error"],
  invalid_siwe_message: [401, "authentication_error"],
  missing_csrf_token: [403, "permission_error"],
  origin_not_allowed: [403, "permission_error"],
  missing_scope: [403, "permission_error"],
  missing_role: [403, "permission_error"],
  session_required: [403, "permission_error"],
  merchant_required: [400, "invalid_request_error"],
  // what cannot be done now
  merchant_exists: [409, "invalid_request_error"],
  too_many: [409, "invalid_request_error"],
  excess_decimals: [400, "invalid_request_error"],
  amount_too_small: [400, "invalid_request_error"],
  amount_too_large: [400, "invalid_request_error"],
  unknown_currency: [400, "invalid_request_error"],
  currency_not_allowed: [400, "invalid_request_error"],
  rate_unavailable: [400, "invalid_request_error"],
  lock_too_long: [400, "invalid_request_error"],
  country_not_served: [400, "invalid_request_error"],
  ship_to_required: [400, "invalid_request_error"],
  merchant_not_registered: [409, "invalid_request_error"],
  signer_not_current: [409, "invalid_request_error"],
  test_invoice_not_payable: [409, "invalid_request_error"],
  invoice_not_payable: [409, "invalid_request_error"],
  refund_address_required: [400, "invalid_request_error"],
  refund_address_fixed: [409, "invalid_request_error"],
  payer_fixed: [409, "invalid_request_error"],
  illegal_transition: [409, "invalid_request_error"],
  endpoint_disabled: [409, "invalid_request_error"],
  private_address: [400, "invalid_request_error"],
  idempotency_key_reused: [409, "idempotency_error"],
  idempotency_key_in_use: [409, "idempotency_error"],
  rate_limited: [429, "rate_limit_error"],
  chain_unavailable: [503, "api_error"],
  internal_error: [500, "api_error"],
} as const satisfies Record<string, readonly [number, ErrorType]>;

export type ErrorCode = keyof typeof TABLE;

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ErrorCode;
  readonly param: string | undefined;

  constructor(code: ErrorCode, message: string, param?: string) {
    super(message);
    this.code = code;
    this.param = param;
  }

  get status(): number {
    return TABLE[this.code][0];
  }

  body(requestId: string): z.infer<typeof ErrorBody> {
    return {
      error: {
        type: TABLE[this.code][1],
        code: this.code,
        message: this.message,
        ...(this.param === undefined ? {} : { param: this.param }),
        request_id: requestId,
      },
    };
  }
}
