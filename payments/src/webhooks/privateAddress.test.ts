import assert from "node:assert/strict";
import { test } from "node:test";
import { isPublicAddress } from "./privateAddress.ts";

test("public addresses pass", () => {
  for (const address of ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
    assert.ok(isPublicAddress(address));
});

test("everything else is refused, wrapped or not", () => {
  for (const address of [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::7f00:1",
    "::7f00:1",
    "not an address",
  ]) {
    assert.ok(!isPublicAddress(address), address);
  }
});
