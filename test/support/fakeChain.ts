/**
 * A node reduced to what the follower asks: blocks that the test mines or takes back, over HTTP and WebSocket. For tests
 * that need a chain they control to the block; the real node is followed in test/follower/node.test.ts.
 */
import { createServer } from "node:http";
import { keccak256, toHex } from "viem";
import { WebSocketServer } from "ws";

export interface FakeTransfer {
  from: string;
  to: string;
  amountAtto: bigint;
}

interface FakeBlock {
  header: Record<string, string>;
  transactions: Record<string, unknown>[];
  receipts: Record<string, unknown>[];
}

const EMPTY_ROOT = "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";
const NO_BLOOM = `0x${"00".repeat(256)}`;
export const CHAIN_ID = 441070802;

export class FakeChain {
  readonly blocks: FakeBlock[] = [];
  /** Requests by method, to show what idling costs. */
  readonly asked: Record<string, number> = {};
  /** While true every request fails. */
  down = false;
  readonly #server = createServer();
  readonly #sockets = new WebSocketServer({ server: this.#server });

  private constructor(genesisSalt: string) {
    this.#push([], genesisSalt);
    this.#server.on("request", async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      if (this.down) {
        response.writeHead(503).end();
        return;
      }
      const body = JSON.parse(String(Buffer.concat(chunks)));
      const answers = [body].flat().map((call) => this.#answer(call));
      response.end(JSON.stringify(Array.isArray(body) ? answers : answers[0]));
    });
    this.#sockets.on("connection", (socket) => {
      socket.on("message", (data) => socket.send(JSON.stringify(this.#answer(JSON.parse(String(data))))));
    });
  }

  static async start(genesisSalt = "genesis"): Promise<FakeChain> {
    const chain = new FakeChain(genesisSalt);
    await new Promise<void>((resolve) => chain.#server.listen(0, "127.0.0.1", resolve));
    return chain;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as { port: number }).port}`;
  }

  get wsUrl(): string {
    return this.url.replace("http", "ws");
  }

  get genesisHash(): string {
    return this.blocks[0]?.header.hash as string;
  }

  get height(): bigint {
    return BigInt(this.blocks.length - 1);
  }

  /** Adds a block and tells the subscribers. `salt` makes two blocks with the same content differ. */
  mine(transfers: FakeTransfer[] = [], salt = ""): void {
    this.#push(transfers, salt);
    const params = { subscription: "0x1", result: this.blocks.at(-1)?.header };
    for (const socket of this.#sockets.clients) {
      socket.send(JSON.stringify({ jsonrpc: "2.0", method: "eth_subscription", params }));
    }
  }

  /** Takes the last blocks back, silently as evm_revert does. */
  revert(count: number): void {
    this.blocks.splice(this.blocks.length - count);
  }

  dropSockets(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  async stop(): Promise<void> {
    this.dropSockets();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #push(transfers: FakeTransfer[], salt: string): void {
    const number = toHex(this.blocks.length);
    const parentHash = this.blocks.at(-1)?.header.hash ?? `0x${"00".repeat(32)}`;
    const hashOf = (what: unknown) =>
      keccak256(toHex(JSON.stringify(what, (_, value) => (typeof value === "bigint" ? `${value}` : value))));
    const hash = hashOf([number, parentHash, transfers, salt]);
    const transactions = transfers.map((transfer, index) => ({
      hash: hashOf([hash, index]),
      from: transfer.from,
      to: transfer.to,
      value: toHex(transfer.amountAtto),
      input: "0x",
      nonce: toHex(index),
      transactionIndex: toHex(index),
    }));
    this.blocks.push({
      header: {
        number,
        hash,
        parentHash,
        timestamp: toHex(1_700_000_000 + this.blocks.length),
        transactionsRoot: transfers.length === 0 ? EMPTY_ROOT : hashOf(transfers),
        logsBloom: NO_BLOOM,
      },
      transactions,
      receipts: transactions.map((transaction) => ({
        blockHash: hash,
        transactionHash: transaction.hash,
        status: "0x1",
        gasUsed: "0x5208",
        effectiveGasPrice: "0x1",
        contractAddress: null,
        logs: [],
      })),
    });
  }

  #answer(call: { id: number; method: string; params: unknown[] }): object {
    this.asked[call.method] = (this.asked[call.method] ?? 0) + 1;
    return { jsonrpc: "2.0", id: call.id, result: this.#resultOf(call.method, call.params) };
  }

  #resultOf(method: string, [tag, full]: unknown[]): unknown {
    if (method === "eth_chainId") return toHex(CHAIN_ID);
    if (method === "eth_subscribe") return "0x1";
    const block = tag === "latest" ? this.blocks.at(-1) : this.blocks[Number(tag)];
    if (block === undefined) return null;
    if (method === "eth_getBlockReceipts") return block.receipts;
    const transactions = full ? block.transactions : block.transactions.map(({ hash }) => hash);
    return { ...block.header, transactions };
  }
}
