/** eth_subscribe over WebSocket: newHeads, logs, newPendingTransactions. After a rollback the new branch's heads follow. */
import type { BlockWithReceipts } from "../../sequencer/chainWriter.ts";
import type { Transaction } from "../../transaction/transaction.ts";
import type { Connection, Methods, RpcContext } from "../context.ts";
import { formatHeader, formatTransaction } from "../formats.ts";
import { parseCriteria } from "../logFilter.ts";
import { object } from "../params.ts";
import { invalidParams, METHOD_NOT_FOUND, RpcError } from "../rpcError.ts";
import { watchLogs } from "./logs.ts";

export function subscriptionMethods({ events }: RpcContext): Methods {
  return {
    eth_subscribe: ([topic, options], connection) => {
      const { subscribe } = needed(connection);
      if (topic === "newHeads")
        return subscribe((notify) => {
          const onBlock = ({ block }: BlockWithReceipts) => notify(formatHeader(block));
          events.on("block", onBlock);
          return () => events.off("block", onBlock);
        });
      if (topic === "logs") {
        const criteria = parseCriteria(
          options === undefined || options === null ? {} : object(options, "filter"),
        );
        return subscribe((notify) => watchLogs(events, criteria, notify));
      }
      if (topic === "newPendingTransactions")
        return subscribe((notify) => {
          const onPending = (tx: Transaction) => notify(options === true ? formatTransaction(tx) : tx.hash);
          events.on("pending", onPending);
          return () => events.off("pending", onPending);
        });
      throw invalidParams(`no "${String(topic)}" subscription in eth namespace`);
    },
    eth_unsubscribe: ([id], connection) => needed(connection).unsubscribe(String(id)),
  };
}

function needed(connection: Connection | undefined): Connection {
  if (connection === undefined) throw new RpcError(METHOD_NOT_FOUND, "notifications not supported over HTTP");
  return connection;
}
