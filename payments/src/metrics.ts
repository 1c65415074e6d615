/** Prometheus counters. Node's default metrics are left out: they cost more at idle than all the rest. */
import { Counter, Gauge, Registry } from "prom-client";

export type Metrics = {
  contentType: string;
  text(): Promise<string>;
  request(method: string, status: number): void;
  webhook(outcome: "succeeded" | "failed"): void;
};

export function makeMetrics(read: { headNumber: () => bigint; openJobs: () => Promise<number> }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: "payments_http_requests_total",
    help: "HTTP requests by method and status class",
    labelNames: ["method", "status"],
    registers,
  });
  const webhooks = new Counter({
    name: "payments_webhook_attempts_total",
    help: "Webhook attempts by outcome",
    labelNames: ["outcome"],
    registers,
  });
  new Gauge({
    name: "payments_followed_block",
    help: "The last block that was applied",
    registers,
    collect() {
      this.set(Number(read.headNumber()));
    },
  });
  new Gauge({
    name: "payments_open_jobs",
    help: "Outbox rows that are not done",
    registers,
    async collect() {
      this.set(await read.openJobs());
    },
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request: (method, status) => requests.inc({ method, status: `${Math.floor(status / 100)}xx` }),
    webhook: (outcome) => webhooks.inc({ outcome }),
  };
}
