/** Prometheus metrics of the node, in a registry of their own (several nodes can live in one process). */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { BlockWithReceipts } from "./sequencer/chainWriter.ts";

export type NodeMetrics = {
  text(): Promise<string>;
  onRequest(method: string, seconds: number, failed: boolean): void;
  onBlock(made: BlockWithReceipts): void;
};

export function createMetrics(
  sample: () => { height: number; waiting: number; webSockets: number },
): NodeMetrics {
  const registers = [new Registry()];
  collectDefaultMetrics({ register: registers[0] as Registry });
  const gauges = {
    height: new Gauge({ name: "chain_height", help: "Number of the latest block", registers }),
    waiting: new Gauge({ name: "mempool_transactions", help: "Transactions that wait", registers }),
    webSockets: new Gauge({ name: "rpc_websockets", help: "Open WebSocket connections", registers }),
  };
  const blocks = new Counter({ name: "chain_blocks_total", help: "Blocks made since the start", registers });
  const transactions = new Counter({
    name: "chain_transactions_total",
    help: "Transactions in those blocks",
    registers,
  });
  const gas = new Counter({ name: "chain_gas_used_total", help: "Gas used in those blocks", registers });
  const requests = new Histogram({
    name: "rpc_request_seconds",
    help: "JSON-RPC requests by method and outcome",
    labelNames: ["method", "outcome"],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
    registers,
  });
  return {
    text: () => {
      const now = sample();
      gauges.height.set(now.height);
      gauges.waiting.set(now.waiting);
      gauges.webSockets.set(now.webSockets);
      return (registers[0] as Registry).metrics();
    },
    onRequest: (method, seconds, failed) =>
      requests.observe({ method, outcome: failed ? "error" : "ok" }, seconds),
    onBlock: ({ block }) => {
      blocks.inc();
      transactions.inc(block.transactions.length);
      gas.inc(Number(block.header.gasUsed));
    },
  };
}
