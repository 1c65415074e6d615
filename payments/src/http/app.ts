/** The Express app: security headers, limits, the route table, the hosted page, documents, and errors in one shape. */
import express, { type ErrorRequestHandler, type Express } from "express";
import helmet from "helmet";
import { checkoutRoutes } from "../checkout/checkoutRoutes.ts";
import type { Gateway } from "../gateway.ts";
import { newId } from "../ids/newId.ts";
import type { Metrics } from "../metrics.ts";
import { ApiError } from "./apiError.ts";
import { docsPage, type OpenApi } from "./docsPage.ts";
import { mountRoutes } from "./mountRoutes.ts";
import { openApiDocument } from "./openapi.ts";
import { rateLimit } from "./rateLimit.ts";
import { apiKeyRoutes } from "./routes/apiKeyRoutes.ts";
import { authRoutes } from "./routes/authRoutes.ts";
import { eventRoutes } from "./routes/eventRoutes.ts";
import { invoiceRoutes } from "./routes/invoiceRoutes.ts";
import { merchantRoutes } from "./routes/merchantRoutes.ts";
import { rateRoutes } from "./routes/rateRoutes.ts";
import { webhookRoutes } from "./routes/webhookRoutes.ts";

const MAX_BODY = "256kb";

type Deps = {
  gateway: Gateway;
  metrics: Metrics;
  onCommit: () => void;
  health: () => Promise<Record<string, unknown>>;
};

export function makeApp({ gateway, metrics, onCommit, health }: Deps): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", gateway.config.trustProxy);
  app.set("query parser", "simple");
  app.use((req, res, next) => {
    res.locals.requestId = newId("req");
    res.set("request-id", res.locals.requestId);
    res.on("finish", () => metrics.request(req.method, res.statusCode));
    next();
  });
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          "default-src": ["'none'"],
          "script-src": ["'self'"],
          "style-src": ["'self'"],
          "font-src": ["'self'"],
          "img-src": ["'self'", "data:"],
          "connect-src": ["'self'"],
          "form-action": ["'none'"],
          "base-uri": ["'none'"],
          "frame-ancestors": ["'none'"],
        },
      },
      crossOriginEmbedderPolicy: false,
      strictTransportSecurity: false,
    }),
  );
  app.get("/healthz", async (_req, res) => {
    const report = await health();
    res.status(report.ok === true ? 200 : 503).json(report);
  });
  app.get("/metrics", async (_req, res) => {
    res.type(metrics.contentType).send(await metrics.text());
  });
  const { pages, assets } = checkoutRoutes(gateway);
  app.use("/assets", assets);
  app.use(rateLimit(gateway.config.rateLimitPerMinute));
  app.use(express.json({ limit: MAX_BODY, strict: true }));
  const routes = [
    ...invoiceRoutes(gateway),
    ...rateRoutes(gateway),
    ...webhookRoutes(gateway),
    ...eventRoutes(gateway),
    ...merchantRoutes(gateway),
    ...apiKeyRoutes(gateway),
    ...authRoutes(gateway),
  ];
  mountRoutes(app, routes, { store: gateway.store, allowedOrigins: gateway.allowedOrigins, onCommit });
  app.use(pages);
  app.get("/openapi.json", (_req, res) => {
    res.json(openApiDocument(routes, gateway.publicUrl()));
  });
  app.get("/docs", (_req, res) => {
    const document = openApiDocument(routes, gateway.publicUrl()) as unknown as OpenApi;
    res.type("html").send(docsPage(document, { css: "assets/docs.css", icon: "assets/icon.svg" }));
  });
  app.use((req) => {
    throw new ApiError("not_found", `No such path: ${req.method} ${req.path.slice(0, 200)}`);
  });
  app.use(errorHandler(gateway));
  return app;
}

function errorHandler({ log }: Gateway): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const requestId = res.locals.requestId as string;
    const known = knownError(error);
    if (known === undefined) log.error({ err: error, requestId, path: req.path }, "a request failed");
    const shown =
      known ?? new ApiError("internal_error", "Something went wrong on our side; nothing was stored by half");
    res.status(shown.status).json(shown.body(requestId));
  };
}

function knownError(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) return error;
  const { type, status, name } = error as { type?: string; status?: number; name?: string };
  if (type === "entity.too.large")
    return new ApiError("body_too_large", `The body is larger than ${MAX_BODY}`);
  if (type === "entity.parse.failed") return new ApiError("invalid_json", "The body is not valid JSON");
  if (type === "charset.unsupported" || type === "encoding.unsupported") {
    return new ApiError("unsupported_media_type", "Send JSON in UTF-8");
  }
  if (error instanceof URIError || status === 400)
    return new ApiError("invalid_parameter", "The request could not be read");
  if (name === "HttpRequestError" || name === "TimeoutError") {
    return new ApiError("chain_unavailable", "The chain does not answer now; try again");
  }
  return undefined;
}
