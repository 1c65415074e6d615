// What a caller did wrong, in Stripe's shape. One table maps a code to HTTP status and type; a message says field,
// expected and got, never a secret. Anything else that is thrown becomes `internal_error` without its message.
import type { ApiErrorBody } from "../api/schema/paging.ts";

const TABLE = {
  invalid_json: [400, "invalid_request_error"],
  invalid_parameter: [400, "invalid_request_error"],
  invalid_cursor: [400, "invalid_request_error"],
  not_found: [404, "invalid_request_error"],
  method_not_allowed: [405, "invalid_request_error"],
  body_too_large: [413, "invalid_request_error"],
  file_too_large: [413, "invalid_request_error"],
  unsupported_media_type: [415, "invalid_request_error"],
  not_an_image: [400, "invalid_request_error"],
  image_too_large: [400, "invalid_request_error"],
  missing_session: [401, "authentication_error"],
  missing_csrf_token: [403, "permission_error"],
  not_a_party: [403, "permission_error"],
  not_the_buyer: [403, "permission_error"],
  order_not_released: [409, "invalid_request_error"],
  already_reviewed: [409, "invalid_request_error"],
  not_disputed: [409, "invalid_request_error"],
  wrong_reader: [400, "invalid_request_error"],
  unknown_picture: [400, "invalid_request_error"],
  too_many: [409, "invalid_request_error"],
  rate_limited: [429, "rate_limit_error"],
  faucet_unavailable: [404, "invalid_request_error"],
  sign_in_unavailable: [503, "api_error"],
  chain_unavailable: [503, "api_error"],
  payments_unavailable: [503, "api_error"],
  internal_error: [500, "api_error"],
} as const satisfies Record<string, readonly [number, ApiErrorBody["error"]["type"]]>;

export type ErrorCode = keyof typeof TABLE;

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ErrorCode;
  readonly param: string | undefined;

  constructor(code: ErrorCode, message: string, options: { param?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.param = options.param;
  }

  get status(): number {
    return TABLE[this.code][0];
  }

  body(requestId: string): ApiErrorBody {
    const param = this.param === undefined ? {} : { param: this.param };
    return {
      error: {
        type: TABLE[this.code][1],
        code: this.code,
        message: this.message,
        ...param,
        request_id: requestId,
      },
    };
  }
}
