// Reads a JSON body of at most so many bytes. A body of another type is refused rather than taken as empty.
import express, { type RequestHandler } from "express";
import { ApiError } from "./apiError.ts";

const DEFAULT_BYTES = 64 * 1024;

export function jsonBody(maxBytes = DEFAULT_BYTES): RequestHandler {
  const readJson = express.json({ limit: maxBytes });
  return (request, response, next) => {
    if (request.is("application/json")) return readJson(request, response, next);
    next(new ApiError("unsupported_media_type", "Send JSON, with content-type application/json."));
  };
}
