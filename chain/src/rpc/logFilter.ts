/**
 * Log criteria of eth_getLogs, filters and subscriptions: addresses, and topics by place (null: any; list: any of them).
 * The index narrows blocks exactly by address and by each topic; the logs of those blocks are then tested one by one.
 */
import type { Log } from "../block/receipt.ts";
import type { Hex } from "../encoding/hex.ts";
import type { ChainReader } from "./context.ts";
import { formatBlockLogs, type LogFormat } from "./formats.ts";
import { address, array, hash } from "./params.ts";
import { LIMIT_EXCEEDED, RpcError } from "./rpcError.ts";

export type LogCriteria = { addresses: readonly Hex[]; topics: readonly (readonly Hex[] | null)[] };

const MAX_ALTERNATIVES = 1_000;
const MAX_TOPICS = 4;
export const MAX_RESULTS = 10_000;
const ADDRESS_KIND = 1;
const FIRST_TOPIC_KIND = 2;

export function parseCriteria(filter: Record<string, unknown>): LogCriteria {
  const { address: who, topics } = filter;
  const addresses =
    who === undefined || who === null
      ? []
      : Array.isArray(who)
        ? array(who, "address", MAX_ALTERNATIVES)
        : [who];
  const places = topics === undefined || topics === null ? [] : array(topics, "topics", MAX_TOPICS);
  return {
    addresses: addresses.map((item) => address(item, "address")),
    topics: places.map((place) => {
      if (place === null || place === undefined) return null;
      const list = Array.isArray(place) ? array(place, "topics", MAX_ALTERNATIVES) : [place];
      return list.length === 0 || list.includes(null) ? null : list.map((topic) => hash(topic, "topic"));
    }),
  };
}

export function matches(log: Pick<Log, "address" | "topics">, { addresses, topics }: LogCriteria): boolean {
  if (addresses.length > 0 && !addresses.includes(log.address)) return false;
  return topics.every((wanted, i) => {
    const topic = log.topics[i];
    return topic !== undefined ? wanted === null || wanted.includes(topic) : false;
  });
}

export function findLogs(reader: ChainReader, criteria: LogCriteria, from: number, to: number): LogFormat[] {
  const found: LogFormat[] = [];
  for (const number of candidateBlocks(reader, criteria, from, to)) {
    const block = reader.block(number);
    const receipts = reader.receipts(number);
    if (block === undefined || receipts === undefined) continue;
    for (const log of formatBlockLogs(block, receipts)) {
      if (!matches(log as unknown as Log, criteria)) continue;
      if (found.length >= MAX_RESULTS) throw tooManyResults(from, number - 1);
      found.push(log);
    }
  }
  return found;
}

function candidateBlocks(reader: ChainReader, criteria: LogCriteria, from: number, to: number): number[] {
  const lists: Set<number>[] = [];
  const union = (kind: number, values: readonly Hex[]): void => {
    lists.push(new Set(values.flatMap((value) => reader.blocksWithLogs(kind, value, from, to))));
  };
  if (criteria.addresses.length > 0) union(ADDRESS_KIND, criteria.addresses);
  for (const [i, wanted] of criteria.topics.entries())
    if (wanted !== null) union(FIRST_TOPIC_KIND + i, wanted);
  const [first, ...others] =
    lists.length > 0 ? lists : [new Set(reader.blocksWithLogs(0, undefined, from, to))];
  return [...(first ?? [])].filter((n) => others.every((other) => other.has(n))).sort((a, b) => a - b);
}

function tooManyResults(from: number, to: number): RpcError {
  const range = to >= from ? `; try the block range [0x${from.toString(16)}, 0x${to.toString(16)}]` : "";
  return new RpcError(LIMIT_EXCEEDED, `query returned more than ${MAX_RESULTS} results${range}`);
}
