// What Prometheus reads at /metrics: requests by route, the follower's block, open live streams, and Node's own.
import type { RequestHandler } from "express";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export function metrics(read: { indexedBlock: () => number; liveStreams: () => number }) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "marketplace_http_request_seconds",
    help: "Time to answer, by route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  gauge(registry, "marketplace_indexed_block", "Last block in the read models", read.indexedBlock);
  gauge(registry, "marketplace_live_streams", "Open server-sent event streams", read.liveStreams);
  const measure: RequestHandler = (request, response, next) => {
    const stop = duration.startTimer({ method: request.method });
    response.on("finish", () => {
      const route = request.route ? `${request.baseUrl}${String(request.route.path)}` : "other";
      stop({ route, status: response.statusCode });
    });
    next();
  };
  const expose: RequestHandler = async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  };
  return { measure, expose };
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}
