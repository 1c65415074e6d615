// The last middleware: every failure leaves as Stripe-shaped JSON with the request's id. Only what we did not foresee
// is logged, with its stack; the caller never sees that.
import type { ErrorRequestHandler, RequestHandler } from "express";
import multer from "multer";
import type { Logger } from "pino";
import { MAX_UPLOAD_BYTES } from "../api/schema/media.ts";
import { PictureError } from "../media/encodePicture.ts";
import { ApiError } from "./apiError.ts";

export const notFound: RequestHandler = (request) => {
  throw new ApiError(
    "not_found",
    `There is nothing at ${request.method} ${request.originalUrl.slice(0, 200)}.`,
  );
};

export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const known = toApiError(error);
    if (known.status >= 500) log.error({ err: error, requestId: response.locals.requestId }, known.message);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(known.status).json(known.body(String(response.locals.requestId)));
  };
}

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof PictureError) return new ApiError(error.code, error.message, { param: "file" });
  if (error instanceof multer.MulterError) return fromMulter(error);
  const { type, status } = error as { type?: string; status?: number };
  if (type === "entity.too.large") return new ApiError("body_too_large", "The body is too large.");
  if (type === "entity.parse.failed") return new ApiError("invalid_json", "The body is not valid JSON.");
  if (type === "encoding.unsupported" || type === "charset.unsupported") {
    return new ApiError("unsupported_media_type", "The body's encoding is not supported.");
  }
  if (status !== undefined && status >= 400 && status < 500) {
    return new ApiError("invalid_parameter", "The request cannot be read.");
  }
  if (isUnreachableNode(error)) {
    return new ApiError("chain_unavailable", "The chain does not answer. Try again in a moment.", {
      cause: error,
    });
  }
  return new ApiError("internal_error", "Something went wrong on our side.", { cause: error });
}

function fromMulter(error: multer.MulterError): ApiError {
  if (error.code === "LIMIT_FILE_SIZE") {
    return new ApiError("file_too_large", `file: is larger than ${MAX_UPLOAD_BYTES} bytes`, {
      param: "file",
    });
  }
  return new ApiError("invalid_parameter", `file: ${error.message}`, { param: "file" });
}

function isUnreachableNode(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === "HttpRequestError" || cause.name === "TimeoutError") return true;
  }
  return false;
}
