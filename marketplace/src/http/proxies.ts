// Same-origin doors to the other services: /gateway/* is payments, /rpc the node's JSON-RPC. Cookies, Origin and body
// pass through untouched, so that their own checks hold. A sign-in or sign-out forgets what we knew of the session.
import type { ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import { createProxyMiddleware } from "http-proxy-middleware";
import type { PaymentsClient } from "../payments/paymentsClient.ts";
import { ApiError, type ErrorCode } from "./apiError.ts";

export function gatewayProxy(target: string, payments: PaymentsClient): RequestHandler {
  const proxy = proxyTo(target, "payments_unavailable", "The payments service does not answer.");
  return (request, response, next) => {
    if (request.path.startsWith("/v1/auth/")) payments.forgetSession(request.headers.cookie);
    proxy(request, response, next);
  };
}

export function rpcProxy(target: string): RequestHandler {
  return proxyTo(target, "chain_unavailable", "The chain does not answer.");
}

function proxyTo(target: string, code: ErrorCode, message: string): RequestHandler {
  return createProxyMiddleware({
    target,
    changeOrigin: true, // the Host header: the node accepts its own only
    xfwd: true,
    on: {
      error: (_error, _request, socketOrResponse) => {
        const response = socketOrResponse as ServerResponse;
        if (!("writeHead" in response) || response.headersSent) {
          socketOrResponse.destroy();
          return;
        }
        const requestId = String(response.getHeader("x-request-id") ?? "");
        response.writeHead(503, { "content-type": "application/json" });
        response.end(JSON.stringify(new ApiError(code, message).body(requestId)));
      },
    },
  });
}
