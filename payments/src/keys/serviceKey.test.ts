import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { keyFile } from "./keyFile.ts";
import { SealedWithOtherKeyError, serviceKeyOf } from "./serviceKey.ts";

test("a sealed secret opens with its key and purpose alone", () => {
  const key = serviceKeyOf(new Uint8Array(32).fill(7));
  const sealed = key.seal("gateway", new Uint8Array([1, 2, 3]));
  assert.deepEqual(key.open("gateway", sealed), new Uint8Array([1, 2, 3]));
  assert.throws(() => key.open("webhook", sealed), SealedWithOtherKeyError);
  assert.throws(
    () => serviceKeyOf(new Uint8Array(32).fill(8)).open("gateway", sealed),
    SealedWithOtherKeyError,
  );
});

test("a key file is made once, for its owner alone", () => {
  const dir = mkdtempSync(path.join(tmpdir(), "cm-keys-"));
  const first = keyFile(dir, "a.key");
  assert.deepEqual(keyFile(dir, "a.key"), first);
  assert.equal(statSync(path.join(dir, "a.key")).mode & 0o777, 0o600);
  rmSync(dir, { recursive: true });
});
