// Sends many transactions of many accounts at once: nonces are counted here, signatures are made in parallel, receipts
// are asked for in batches. A transaction that reverts stops the seed with the decoded reason.
import { decodeRevert } from "@cybermiles/contracts/errors";
import {
  type Chain,
  createPublicClient,
  type Hex,
  http,
  type LocalAccount,
  type PublicClient,
  parseGwei,
} from "viem";

export type Call = {
  from: LocalAccount;
  to: `0x${string}`;
  data?: Hex;
  value?: bigint;
  gas: bigint;
  /** for the error text */
  what: string;
};

/** The node takes at most 256 waiting transactions of one sender. */
const MAX_AT_ONCE = 120;
const POLL_MS = 60;
const TIMEOUT_MS = 120_000;
const MAX_FEE = parseGwei("3");
const TIP = parseGwei("0.01");

export type TransactionPipeline = ReturnType<typeof transactionPipeline>;

export function transactionPipeline(options: { rpcUrl: string; chain: Chain }) {
  const transport = http(options.rpcUrl, { batch: { batchSize: 20 }, timeout: TIMEOUT_MS, retryCount: 0 });
  const client: PublicClient = createPublicClient({ transport, chain: options.chain });

  async function sendChunk(calls: readonly Call[]): Promise<bigint> {
    const nonces = await nextNonces(client, calls);
    const hashes = await Promise.all(
      calls.map(async (call) => {
        const address = call.from.address;
        const nonce = nonces.get(address) ?? 0;
        nonces.set(address, nonce + 1);
        const serialized = await call.from.signTransaction({
          type: "eip1559",
          chainId: options.chain.id,
          to: call.to,
          value: call.value ?? 0n,
          gas: call.gas,
          nonce,
          maxFeePerGas: MAX_FEE,
          maxPriorityFeePerGas: TIP,
          ...(call.data === undefined ? {} : { data: call.data }),
        });
        return client.sendRawTransaction({ serializedTransaction: serialized });
      }),
    );
    return waitForAll(client, calls, hashes);
  }

  return {
    client,
    /** Waits for what an earlier run has sent and not seen mined. @returns the block in which it is. */
    async settle(addresses: readonly `0x${string}`[]): Promise<bigint> {
      const deadlineMs = Date.now() + TIMEOUT_MS;
      for (;;) {
        const waiting = await Promise.all(addresses.map((address) => waitingOf(client, address)));
        if (waiting.every((count) => count === 0)) return client.getBlockNumber({ cacheTime: 0 });
        if (Date.now() > deadlineMs)
          throw new SeedTransactionError("Earlier transactions are still waiting.");
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
    /** @returns the last block that holds one of them; 0 without calls. */
    async send(calls: readonly Call[]): Promise<bigint> {
      let lastBlock = 0n;
      for (let start = 0; start < calls.length; start += MAX_AT_ONCE) {
        const block = await sendChunk(calls.slice(start, start + MAX_AT_ONCE));
        if (block > lastBlock) lastBlock = block;
      }
      return lastBlock;
    },
  };
}

async function waitingOf(client: PublicClient, address: `0x${string}`): Promise<number> {
  const [mined, pending] = await Promise.all([
    client.getTransactionCount({ address, blockTag: "latest" }),
    client.getTransactionCount({ address, blockTag: "pending" }),
  ]);
  return pending - mined;
}

async function nextNonces(client: PublicClient, calls: readonly Call[]): Promise<Map<string, number>> {
  const addresses = [...new Set(calls.map((call) => call.from.address))];
  const counts = await Promise.all(
    addresses.map((address) => client.getTransactionCount({ address, blockTag: "pending" })),
  );
  return new Map(addresses.map((address, index) => [address, counts[index] ?? 0]));
}

async function waitForAll(
  client: PublicClient,
  calls: readonly Call[],
  hashes: readonly Hex[],
): Promise<bigint> {
  const deadlineMs = Date.now() + TIMEOUT_MS;
  let open = hashes.map((hash, index) => ({ hash, call: calls[index] }));
  let lastBlock = 0n;
  while (open.length > 0) {
    const receipts = await Promise.all(
      open.map(({ hash }) => client.getTransactionReceipt({ hash }).catch(() => null)),
    );
    for (const [index, receipt] of receipts.entries()) {
      if (receipt && receipt.blockNumber > lastBlock) lastBlock = receipt.blockNumber;
      if (receipt?.status === "reverted")
        throw await revertError(client, open[index]?.call, receipt.blockNumber);
    }
    open = open.filter((_, index) => receipts[index] === null);
    if (open.length > 0 && Date.now() > deadlineMs) {
      throw new SeedTransactionError(`The chain did not take "${open[0]?.call?.what}" within two minutes.`);
    }
    if (open.length > 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return lastBlock;
}

async function revertError(
  client: PublicClient,
  call: Call | undefined,
  blockNumber: bigint,
): Promise<Error> {
  if (!call) return new SeedTransactionError("A transaction reverted.");
  const reason = await client
    .call({
      account: call.from,
      to: call.to,
      data: call.data ?? "0x",
      value: call.value ?? 0n,
      blockNumber: blockNumber - 1n,
    })
    .then(
      () => "it ran out of gas or depended on another one",
      (error: unknown) => decodeRevert(error)?.text ?? String(error),
    );
  return new SeedTransactionError(`"${call.what}" reverted: ${reason}.`);
}

export class SeedTransactionError extends Error {
  override readonly name = "SeedTransactionError";
  readonly code = "seed_transaction_failed";
}
