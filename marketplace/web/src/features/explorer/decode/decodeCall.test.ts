import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeAbiParameters, encodeEventTopics, encodeFunctionData, erc20Abi, parseAbi } from "viem";
import { decodeCall } from "./decodeCall.ts";
import { decodeLog } from "./decodeLog.ts";
import { contractBook } from "./knownContracts.ts";

const LISTINGS = "0x00000000000000000000000000000000000000A1";
const TOKEN = "0x00000000000000000000000000000000000000b2";
const ALICE = "0x00000000000000000000000000000000000000c3";
const abi = parseAbi([
  "struct Terms { address currency; uint32 shipBySec; uint256 price; }",
  "function create(Terms terms, uint64 stock) returns (uint256)",
  "function pay(uint256[] ids) payable",
  "event RulingMade(uint256 indexed orderId, uint16 buyerBps, uint64 deadlineSec)",
]);
const book = contractBook([{ name: "listings", abi, address: LISTINGS }]);

test("a struct argument becomes flat rows and a sentence with its price", () => {
  const input = encodeFunctionData({
    abi,
    functionName: "create",
    args: [{ currency: TOKEN, shipBySec: 86_400, price: 5n * 10n ** 18n }, 12n],
  });
  const decoded = decodeCall({ to: LISTINGS, input, valueAtto: 0n }, book);
  assert.equal(decoded?.sentence.key, "call.listings.create");
  assert.deepEqual(
    decoded?.rows.map((row) => [row.path, row.kind, row.value]),
    [
      ["terms.currency", "address", TOKEN],
      ["terms.shipBySec", "duration", "86400"],
      ["terms.price", "number", "5000000000000000000"],
      ["stock", "number", "12"],
    ],
  );
  assert.deepEqual(decoded?.sentence.values.price, {
    kind: "amount",
    amountAtto: 5n * 10n ** 18n,
    currency: TOKEN,
  });
});

test("arrays keep their index, and an empty one is said", () => {
  const rows = (ids: bigint[]) =>
    decodeCall(
      { to: LISTINGS, input: encodeFunctionData({ abi, functionName: "pay", args: [ids] }), valueAtto: 1n },
      book,
    )?.rows.map((row) => `${row.path}=${row.value}`);
  assert.deepEqual(rows([7n, 9n]), ["ids[0]=7", "ids[1]=9"]);
  assert.deepEqual(rows([]), ["ids=[]"]);
});

test("an unknown contract, a bare transfer and broken input are left undecoded", () => {
  assert.equal(decodeCall({ to: ALICE, input: "0x12345678", valueAtto: 0n }, book), undefined);
  assert.equal(decodeCall({ to: LISTINGS, input: "0x", valueAtto: 0n }, book), undefined);
  assert.equal(decodeCall({ to: LISTINGS, input: "0x12345678", valueAtto: 0n }, book), undefined);
  assert.equal(decodeCall({ to: null, input: "0x6080", valueAtto: 0n }, book), undefined);
});

test("an event is read with its shares and times", () => {
  const log = {
    address: LISTINGS,
    topics: encodeEventTopics({ abi, eventName: "RulingMade", args: { orderId: 4n } }) as `0x${string}`[],
    data: encodeAbiParameters([{ type: "uint16" }, { type: "uint64" }], [2500, 1_800_000_000n]),
  } as const;
  const decoded = decodeLog(log, book);
  assert.equal(decoded?.sentence.key, "event.listings.RulingMade");
  assert.deepEqual(
    decoded?.rows.map((row) => row.kind),
    ["number", "share", "time"],
  );
});

test("an address that is not ours is read as a token, amounts in its own unit", () => {
  const input = encodeFunctionData({ abi: erc20Abi, functionName: "transfer", args: [ALICE, 3n] });
  const decoded = decodeCall({ to: TOKEN, input, valueAtto: 0n }, book);
  assert.equal(decoded?.sentence.key, "call.erc20.transfer");
  assert.deepEqual(decoded?.sentence.values.amount, { kind: "amount", amountAtto: 3n, currency: TOKEN });
});
