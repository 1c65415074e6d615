import assert from "node:assert/strict";
import { test } from "node:test";
import { InvalidKeystoreError, readKeystoreV3, writeKeystoreV3 } from "./keystoreV3.ts";
import { WrongPasswordError } from "./vault.ts";

// The two published vectors of the Web3 Secret Storage Definition.
const PRIVATE_KEY = "0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d";
const PBKDF2_FILE = JSON.stringify({
  crypto: {
    cipher: "aes-128-ctr",
    cipherparams: { iv: "6087dab2f9fdbbfaddc31a909735c1e6" },
    ciphertext: "5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46",
    kdf: "pbkdf2",
    kdfparams: {
      c: 262144,
      dklen: 32,
      prf: "hmac-sha256",
      salt: "ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd",
    },
    mac: "517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2",
  },
  id: "3198bc9c-6672-5ab3-d995-4942343ae5b6",
  version: 3,
});

test("reads the published pbkdf2 file", async () => {
  assert.equal(await readKeystoreV3(PBKDF2_FILE, "testpassword"), PRIVATE_KEY);
});

test("refuses a wrong password", async () => {
  await assert.rejects(readKeystoreV3(PBKDF2_FILE, "testpasswort"), WrongPasswordError);
});

test("reads back what it writes", async () => {
  const file = await writeKeystoreV3(
    { privateKey: PRIVATE_KEY, address: "0x008aeeda4d805471df9b2a5b0f38a0c3bcba786b", password: "påss 한글" },
    { n: 1024, r: 8, p: 1 },
  );
  assert.equal(JSON.parse(file).address, "008aeeda4d805471df9b2a5b0f38a0c3bcba786b");
  assert.equal(await readKeystoreV3(file, "påss 한글"), PRIVATE_KEY);
});

test("refuses what is not a keystore, and parameters made to eat memory", async () => {
  await assert.rejects(readKeystoreV3("hello", "x"), InvalidKeystoreError);
  await assert.rejects(readKeystoreV3('{"version":1}', "x"), InvalidKeystoreError);
  const greedy = JSON.parse(PBKDF2_FILE);
  greedy.crypto.kdf = "scrypt";
  greedy.crypto.kdfparams = { n: 2 ** 24, r: 8, p: 1, dklen: 32, salt: "00" };
  await assert.rejects(readKeystoreV3(JSON.stringify(greedy), "x"), InvalidKeystoreError);
});
