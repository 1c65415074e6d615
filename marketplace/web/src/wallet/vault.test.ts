import assert from "node:assert/strict";
import { test } from "node:test";
import {
  deriveVaultKey,
  newKdf,
  openVault,
  sealVault,
  type VaultSecrets,
  WrongPasswordError,
} from "./vault.ts";

const CHEAP = { n: 1024, r: 8, p: 1 };
const SECRETS: VaultSecrets = { mnemonic: "test ".repeat(11).concat("junk"), accounts: [], messageKeys: {} };

test("opens with the password it was sealed with, in any Unicode form", async () => {
  const kdf = newKdf(CHEAP);
  const sealed = sealVault(SECRETS, await deriveVaultKey("caf\u00e9", kdf), kdf);
  assert.deepEqual(openVault(sealed, await deriveVaultKey("cafe\u0301", sealed.kdf)), SECRETS);
});

test("refuses another password and a changed header", async () => {
  const kdf = newKdf(CHEAP);
  const key = await deriveVaultKey("right", kdf);
  const sealed = sealVault(SECRETS, key, kdf);
  const wrong = await deriveVaultKey("wrong", kdf);
  assert.throws(() => openVault(sealed, wrong), WrongPasswordError);
  assert.throws(() => openVault({ ...sealed, kdf: { ...kdf, n: 2 } }, key), WrongPasswordError);
});

test("shows nothing of the secrets", async () => {
  const kdf = newKdf(CHEAP);
  const sealed = JSON.stringify(sealVault(SECRETS, await deriveVaultKey("right", kdf), kdf));
  assert.ok(!sealed.includes("junk"));
});
