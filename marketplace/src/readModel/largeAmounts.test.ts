// 10^21 and 2^256-1 pass from an event through the database to every answer, digit by digit. The contracts take no
// such amounts for orders, but a token may move them, and the read model must not lose or refuse a digit.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { checkoutAbi } from "@cybermiles/contracts/abi/checkout";
import { escrowAbi } from "@cybermiles/contracts/abi/escrow";
import { listingsAbi } from "@cybermiles/contracts/abi/listings";
import { type Deployment, deployedNames } from "@cybermiles/contracts/deployments";
import {
  type Abi,
  type AbiEvent,
  encodeAbiParameters,
  encodeEventTopics,
  erc20Abi,
  type Hex,
  maxUint256,
  zeroAddress,
  zeroHash,
} from "viem";
import { listingsQuerySchema } from "../api/schema/listings.ts";
import { listListings } from "../catalogue/listListings.ts";
import { openStore, type Store } from "../database/store.ts";
import { knownContracts } from "../explorer/knownContracts.ts";
import { listTransfers } from "../explorer/listTransactions.ts";
import { readOrder } from "../orders/readOrder.ts";
import { readPayouts } from "../sellers/payouts.ts";
import { blockApplier } from "./applyBlock.ts";
import type { FollowedBlock } from "./context.ts";

const AMOUNTS = [10n ** 21n, maxUint256];
const seller = `0x${"aa".repeat(20)}` as const;
const buyer = `0x${"bb".repeat(20)}` as const;
const token = `0x${"cc".repeat(20)}` as const;
const contentHash = `0x${"dd".repeat(32)}` as const;
const addressAt = (index: number) => `0x${String(index + 1).padStart(40, "0")}` as const;

const deployment: Deployment = {
  chainId: 441_070_802,
  genesisHash: `0x${"ee".repeat(32)}`,
  blockNumber: 0,
  contracts: Object.fromEntries(
    deployedNames.map((name, index) => [name, addressAt(index)]),
  ) as unknown as Deployment["contracts"],
};

let dir: string;
let store: Store;

before(async () => {
  dir = mkdtempSync(join(tmpdir(), "cm-amounts-"));
  store = await openStore({ dir: join(dir, "db"), chain: deployment });
  const body = {
    kind: "listing",
    title: "Priceless",
    description: "x",
    category: "home",
    country: "KR",
    shipsTo: [],
    pictures: [],
    priceBasis: { currency: "CMT", amount: "1" },
    attributes: [],
  };
  await store.database.execute(
    `insert into document (hash, kind, body, title, category, country, search_text, created_by, created_at_sec)
     values ($1, 'listing', $2::jsonb, 'Priceless', 'home', 'KR', 'Priceless', $3, 1)`,
    [contentHash, JSON.stringify(body), seller],
  );
});
after(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

type Emitted = { address: string; abi: Abi; eventName: string; args: Record<string, unknown> };

function blockOf(number: bigint, events: readonly Emitted[]): FollowedBlock {
  const hash = `0x${number.toString(16).padStart(64, "0")}` as Hex;
  return {
    number,
    hash,
    parentHash: zeroHash,
    timestampSec: 1_000n + number,
    transactions: [
      {
        hash,
        from: buyer,
        to: deployment.contracts.checkout.toLowerCase() as Hex,
        value: maxUint256,
        input: "0x12345678",
        nonce: 0,
        status: "success",
        gasUsed: 1n,
        effectiveGasPrice: 1n,
        contractAddress: null,
        index: 0,
      },
    ],
    logs: events.map(({ address, abi, eventName, args }, logIndex) => {
      const event = abi.find((item) => item.type === "event" && item.name === eventName) as AbiEvent;
      const plain = event.inputs.filter((input) => !input.indexed);
      return {
        address: address.toLowerCase() as Hex,
        topics: encodeEventTopics({ abi, eventName, args } as never) as Hex[],
        data: encodeAbiParameters(plain, plain.map((input) => args[input.name ?? ""]) as never),
        logIndex,
        transactionHash: hash,
        transactionIndex: 0,
      };
    }),
  };
}

const { listings, escrow, checkout } = deployment.contracts;

function eventsFor(id: bigint, amount: bigint): Emitted[] {
  const terms = {
    currency: zeroAddress,
    arbiter: token,
    shipBySec: 1,
    releaseSec: 1,
    price: amount,
    contentHash,
  };
  const order = { orderId: id, buyer, seller, currency: zeroAddress };
  return [
    {
      address: listings,
      abi: listingsAbi,
      eventName: "ListingCreated",
      args: { listingId: id, seller, terms, stock: 2n ** 64n - 1n },
    },
    {
      address: escrow,
      abi: escrowAbi,
      eventName: "OrderFunded",
      args: { ...order, amount, arbiter: token, shipDeadlineSec: 2n, releaseSec: 1, feeBps: 500 },
    },
    {
      address: checkout,
      abi: checkoutAbi,
      eventName: "ListingPaid",
      args: { orderId: id, listingId: id, quantity: 2n ** 64n - 1n, unitPrice: amount },
    },
    {
      address: escrow,
      abi: escrowAbi,
      eventName: "Credited",
      args: { account: seller, currency: token, amount, orderId: id },
    },
    {
      address: token,
      abi: erc20Abi,
      eventName: "Transfer",
      args: { from: zeroAddress, to: buyer, value: amount },
    },
  ];
}

const tokens = async () => ({ name: "CyberMiles", symbol: "CMT", decimals: 18 });

test("listings, orders, payouts and transfers keep every digit", async () => {
  const apply = blockApplier(deployment);
  for (const [index, amount] of AMOUNTS.entries()) {
    const id = BigInt(index + 1);
    await store.database.transaction((tx) =>
      apply(tx, blockOf(id, eventsFor(id, amount))).then(() => undefined),
    );
  }
  const expected = AMOUNTS.map(String);
  const query = listingsQuerySchema.parse({ sort: "priceAsc" });
  const page = await listListings(store, query);
  assert.deepEqual(
    page.data.map((card) => card.priceAtto),
    expected,
  );
  const filtered = await listListings(store, { ...query, minPrice: String(maxUint256) });
  assert.deepEqual(
    filtered.data.map((card) => card.id),
    ["2"],
  );
  const first = await listListings(store, { ...query, limit: 1 });
  const second = await listListings(store, { ...query, limit: 1, cursor: first.nextCursor ?? "" });
  assert.deepEqual(
    second.data.map((card) => card.priceAtto),
    [expected[1]],
  );
  for (const [index, amount] of expected.entries()) {
    const order = await readOrder(store, {
      id: String(index + 1),
      viewer: buyer,
      nowSec: 0,
      symbols: tokens,
    });
    assert.deepEqual([order.amountAtto, order.lines[0]?.unitPriceAtto], [amount, amount]);
    assert.equal(order.bondAtto, String((BigInt(amount) * 500n + 9_999n) / 10_000n));
  }
  const payouts = await readPayouts(store, seller, { limit: 10 });
  assert.deepEqual(
    payouts.data.map((entry) => entry.amountAtto),
    expected.toReversed(),
  );
  assert.equal(payouts.withdrawable[0]?.amountAtto, String(AMOUNTS.reduce((sum, amount) => sum + amount)));
  const known = knownContracts(deployment, zeroAddress);
  const transfers = await listTransfers({ store, known, tokens }, { token, limit: 10 });
  assert.deepEqual(
    transfers.data.map((transfer) => transfer.amountAtto),
    expected.toReversed(),
  );
});

test("a token that mints without end does not stop the shop", async () => {
  const apply = blockApplier(deployment);
  const mint = {
    address: token,
    abi: erc20Abi,
    eventName: "Transfer",
    args: { from: zeroAddress, to: buyer, value: maxUint256 },
  };
  const block = blockOf(
    9n,
    Array.from({ length: 12 }, () => mint),
  );
  await store.database.transaction((tx) => apply(tx, block).then(() => undefined));
  const [row] = await store.database.query<{ balance_atto: bigint }>(
    "select balance_atto from token_balance",
  );
  assert.equal(row?.balance_atto, 10n ** 78n - 1n);
});
