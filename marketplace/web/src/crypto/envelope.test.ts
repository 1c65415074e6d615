import assert from "node:assert/strict";
import { test } from "node:test";
import { messageEnvelopeSchema } from "../../../src/api/schema/envelopes.ts";
import {
  CannotReadError,
  messagePublicKey,
  newMessageKey,
  openEnvelope,
  sealEnvelope,
  shareEnvelope,
} from "./envelope.ts";

const BUYER = "0x00000000000000000000000000000000000000b1";
const SELLER = "0x00000000000000000000000000000000000000c2";
const ARBITER = "0x00000000000000000000000000000000000000d3";
const ADDRESS = { name: "김민지", line1: "서울로 1", city: "서울", country: "KR" };

function people() {
  const buyer = newMessageKey();
  const seller = newMessageKey();
  const arbiter = newMessageKey();
  const envelope = sealEnvelope(ADDRESS, [
    { address: BUYER, messageKey: buyer.publicKey },
    { address: SELLER, messageKey: seller.publicKey },
  ]);
  return { buyer, seller, arbiter, envelope };
}

test("both parties read it, in the shape the API accepts", () => {
  const { buyer, seller, envelope } = people();
  assert.deepEqual(messageEnvelopeSchema.parse(envelope), envelope);
  assert.deepEqual(openEnvelope(envelope, BUYER, buyer.privateKey), ADDRESS);
  assert.deepEqual(
    openEnvelope(envelope, SELLER.toUpperCase().replace("0X", "0x"), seller.privateKey),
    ADDRESS,
  );
});

test("nobody else does, until a party shares it", () => {
  const { buyer, seller, arbiter, envelope } = people();
  assert.throws(() => openEnvelope(envelope, ARBITER, arbiter.privateKey), hasCode("notForYou"));
  assert.throws(() => openEnvelope(envelope, BUYER, arbiter.privateKey), hasCode("otherKey"));
  const wrap = shareEnvelope(envelope, SELLER, seller.privateKey, {
    address: ARBITER,
    messageKey: messagePublicKey(arbiter.privateKey),
  });
  const shared = { ...envelope, wraps: [...envelope.wraps, wrap] };
  assert.deepEqual(openEnvelope(shared, ARBITER, arbiter.privateKey), ADDRESS);
  assert.deepEqual(openEnvelope(shared, BUYER, buyer.privateKey), ADDRESS);
});

test("a changed ciphertext or wrap is noticed", () => {
  const { buyer, envelope } = people();
  const flipped = envelope.ciphertext.startsWith("A") ? "B" : "A";
  const changed = { ...envelope, ciphertext: flipped + envelope.ciphertext.slice(1) };
  assert.throws(() => openEnvelope(changed, BUYER, buyer.privateKey), hasCode("damaged"));
  const wraps = envelope.wraps.map((wrap) => ({ ...wrap, wrappedKey: `0x${"00".repeat(48)}` as const }));
  assert.throws(() => openEnvelope({ ...envelope, wraps }, BUYER, buyer.privateKey), hasCode("damaged"));
});

test("a reader named twice gets one wrap, and no two envelopes are alike", () => {
  const { publicKey } = newMessageKey();
  const reader = { address: BUYER, messageKey: publicKey };
  const first = sealEnvelope("x", [reader, reader]);
  assert.equal(first.wraps.length, 1);
  assert.notEqual(first.ciphertext, sealEnvelope("x", [reader]).ciphertext);
});

function hasCode(code: CannotReadError["code"]) {
  return (error: unknown) => error instanceof CannotReadError && error.code === code;
}
