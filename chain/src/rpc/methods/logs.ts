/** eth_getLogs and the polled filters. A filter that nobody polls for five minutes is gone. */
import { randomBytes } from "node:crypto";
import { bytesToHex, type Hex } from "../../encoding/hex.ts";
import type { BlockWithReceipts } from "../../sequencer/chainWriter.ts";
import type { Transaction } from "../../transaction/transaction.ts";
import { blockTag } from "../blockTag.ts";
import type { ChainReader, Methods, RpcContext } from "../context.ts";
import { formatBlockLogs, type LogFormat } from "../formats.ts";
import { findLogs, type LogCriteria, MAX_RESULTS, matches, parseCriteria } from "../logFilter.ts";
import { hash, object } from "../params.ts";
import { invalidParams, serverError } from "../rpcError.ts";

const FILTER_LIFETIME_MS = 5 * 60 * 1_000;
const MAX_FILTERS = 1_000;

type Filter = {
  changes: unknown[];
  query: Record<string, unknown> | undefined;
  stop: () => void;
  timer: NodeJS.Timeout;
};

export function logMethods({ reader, events }: RpcContext): Methods {
  const filters = new Map<string, Filter>();
  const touch = (filter: Filter): Filter => {
    filter.timer.refresh();
    return filter;
  };
  const get = (id: unknown): Filter => {
    const filter = filters.get(String(id));
    if (filter === undefined) throw serverError("filter not found");
    return touch(filter);
  };
  const uninstall = (id: string): boolean => {
    const filter = filters.get(id);
    filter?.stop();
    clearTimeout(filter?.timer);
    return filters.delete(id);
  };
  const install = (
    start: (push: (change: unknown) => void) => () => void,
    query?: Record<string, unknown>,
  ): Hex => {
    if (filters.size >= MAX_FILTERS) throw serverError("too many filters are installed");
    const id = bytesToHex(randomBytes(16));
    const changes: unknown[] = [];
    const stop = start((change) => changes.length < MAX_RESULTS && changes.push(change));
    const timer = setTimeout(() => uninstall(id), FILTER_LIFETIME_MS).unref();
    filters.set(id, { changes, query, stop, timer });
    return id;
  };

  return {
    eth_getLogs: ([filter]) => queryLogs(reader, object(filter, "filter")),
    eth_newFilter: ([value]) => {
      const query = object(value, "filter");
      const criteria = parseCriteria(query);
      return install((push) => watchLogs(events, criteria, push), query);
    },
    eth_newBlockFilter: () =>
      install((push) => {
        const onBlock = ({ block }: BlockWithReceipts) => push(block.hash);
        events.on("block", onBlock);
        return () => events.off("block", onBlock);
      }),
    eth_newPendingTransactionFilter: () =>
      install((push) => {
        const onPending = (tx: Transaction) => push(tx.hash);
        events.on("pending", onPending);
        return () => events.off("pending", onPending);
      }),
    eth_getFilterChanges: ([id]) => get(id).changes.splice(0),
    eth_getFilterLogs: ([id]) => {
      const { query } = get(id);
      if (query === undefined) throw serverError("filter not found");
      return queryLogs(reader, query);
    },
    eth_uninstallFilter: ([id]) => uninstall(String(id)),
  };
}

function queryLogs(reader: ChainReader, filter: Record<string, unknown>): LogFormat[] {
  const criteria = parseCriteria(filter);
  if (filter.blockHash !== undefined && filter.blockHash !== null) {
    if (filter.fromBlock !== undefined || filter.toBlock !== undefined)
      throw invalidParams("cannot specify both BlockHash and FromBlock/ToBlock, choose one or the other");
    const number = reader.numberOf(hash(filter.blockHash, "blockHash"));
    if (number === undefined) throw serverError("unknown block");
    return findLogs(reader, criteria, number, number);
  }
  const head = reader.head().header.number;
  const from = blockTag(reader, filter.fromBlock).number;
  const to = blockTag(reader, filter.toBlock).number;
  if (from > to) throw invalidParams("invalid block range params: fromBlock is after toBlock");
  return findLogs(reader, criteria, from, Math.min(to, head));
}

/** Logs of new blocks as they come, and of removed blocks with `removed: true`. */
export function watchLogs(
  events: RpcContext["events"],
  criteria: LogCriteria,
  push: (log: LogFormat) => void,
): () => void {
  const pushAll = ({ block, receipts }: BlockWithReceipts, removed: boolean): void => {
    for (const log of formatBlockLogs(block, receipts, removed))
      if (matches(log as unknown as Parameters<typeof matches>[0], criteria)) push(log);
  };
  const onBlock = (made: BlockWithReceipts): void => pushAll(made, false);
  const onRemoved = (removed: readonly BlockWithReceipts[]): void => {
    for (const made of removed) pushAll(made, true);
  };
  events.on("block", onBlock);
  events.on("removed", onRemoved);
  return () => {
    events.off("block", onBlock);
    events.off("removed", onRemoved);
  };
}
