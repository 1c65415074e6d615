// The marketplace's HTTP face: API, pictures, the doors to gateway and RPC, and the web app. Nothing here but wiring.
import { randomBytes } from "node:crypto";
import express, { type Express, Router } from "express";
import helmet from "helmet";
import { catalogueRoutes } from "../api/routes/catalogue.ts";
import { contentRoutes } from "../api/routes/contents.ts";
import { explorerRoutes } from "../api/routes/explorer.ts";
import { mediaFileRoutes, mediaRoutes } from "../api/routes/media.ts";
import { orderRoutes } from "../api/routes/orders.ts";
import { rewardAndArbiterRoutes } from "../api/routes/rewardsAndArbiters.ts";
import { sellerRoutes } from "../api/routes/seller.ts";
import type { Shop } from "../service/shop.ts";
import { errorHandler, notFound } from "./errorHandler.ts";
import { metrics } from "./metrics.ts";
import { gatewayProxy, rpcProxy } from "./proxies.ts";
import { rateLimit } from "./rateLimit.ts";
import { refuseForeignOrigin } from "./session.ts";
import { webApp } from "./webApp.ts";

/** The app runs no foreign code and talks to its own origin only; styles are set inline by the component library. */
const CONTENT_SECURITY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    baseUri: ["'self'"],
    connectSrc: ["'self'"],
    fontSrc: ["'self'", "data:"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    imgSrc: ["'self'", "data:", "blob:"],
    mediaSrc: ["'self'", "blob:"],
    objectSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    workerSrc: ["'self'", "blob:"],
  },
};

export function buildApp(shop: Shop): Express {
  const app = express();
  app.set("trust proxy", shop.config.trustProxy);
  app.set("query parser", "simple");
  app.disable("x-powered-by");
  const measured = metrics({ indexedBlock: shop.indexedBlock, liveStreams: shop.live.count });
  app.use((_request, response, next) => {
    const requestId = `req_${randomBytes(12).toString("base64url")}`;
    response.locals.requestId = requestId;
    response.setHeader("x-request-id", requestId);
    next();
  });
  app.use(measured.measure);
  app.use("/gateway", gatewayProxy(shop.config.paymentsUrl, shop.payments));
  app.use("/rpc", rpcProxy(shop.config.rpcUrl));
  app.use(
    helmet({
      contentSecurityPolicy: CONTENT_SECURITY,
      strictTransportSecurity: shop.publicUrl.startsWith("https:"),
      crossOriginEmbedderPolicy: false,
    }),
  );
  app.get("/healthz", (_request, response) => {
    const fault = shop.followerFault();
    response
      .status(fault === null ? 200 : 503)
      .json({ status: fault === null ? "ok" : "failing", indexedBlock: shop.indexedBlock() });
  });
  app.get("/metrics", measured.expose);
  app.use("/api", apiRoutes(shop));
  app.use("/media", mediaFileRoutes(shop), notFound);
  app.use(webApp(shop.config.webDir));
  app.use(notFound);
  app.use(errorHandler(shop.log));
  return app;
}

function apiRoutes(shop: Shop): Router {
  const router = Router();
  router.use(refuseForeignOrigin(() => [new URL(shop.publicUrl).origin]));
  router.use(rateLimit(shop.config.rateLimitPerMinute));
  router.use(catalogueRoutes(shop), mediaRoutes(shop), contentRoutes(shop), orderRoutes(shop));
  router.use(sellerRoutes(shop), rewardAndArbiterRoutes(shop), explorerRoutes(shop));
  router.use(notFound);
  return router;
}
