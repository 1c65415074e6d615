import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ABIS } from "./ourContracts.ts";

type Tree = { [key: string]: Tree | string };
const texts = JSON.parse(
  readFileSync(new URL("../../../i18n/en/explorer.json", import.meta.url), "utf8"),
) as { call: Record<string, Tree>; event: Record<string, Tree> };

/** Only other contracts call these; nobody sees them as a transaction. */
const INTERNAL = new Set([
  "open",
  "take",
  "pledge",
  "redeem",
  "openCase",
  "openFallbackCase",
  "closeCase",
  "slashCase",
]);
/** Inherited from OpenZeppelin, the same in every contract. */
const INHERITED = new Set(["OwnershipTransferred", "OwnershipTransferStarted", "EIP712DomainChanged"]);

test("every event of our contracts has a sentence", () => {
  for (const [name, abi] of Object.entries(ABIS)) {
    for (const item of abi) {
      if (item.type !== "event" || INHERITED.has(item.name)) continue;
      assert.ok(texts.event[name]?.[item.name], `event.${name}.${item.name}`);
    }
  }
});

test("every function that a person can send has a sentence", () => {
  for (const [name, abi] of Object.entries(ABIS)) {
    for (const item of abi) {
      if (item.type !== "function" || item.stateMutability === "view" || item.stateMutability === "pure")
        continue;
      if (INTERNAL.has(item.name) || /ownership/i.test(item.name)) continue;
      assert.ok(texts.call[name]?.[item.name], `call.${name}.${item.name}`);
    }
  }
});
