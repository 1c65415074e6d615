import assert from "node:assert/strict";
import { test } from "node:test";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { checkSignIn, type SignInDeps } from "./signIn.ts";

const account = privateKeyToAccount(generatePrivateKey());
const nowSec = 1_800_000_000;

function deps(): SignInDeps {
  const nonces = new Set(["abcdefgh12345678"]);
  return {
    allowedOrigins: ["https://shop.example"],
    chainId: 441070802,
    nowSec,
    useNonce: async (nonce) => nonces.delete(nonce),
    verifyByContract: async () => false,
  };
}

async function signed(changes: Partial<Parameters<typeof createSiweMessage>[0]> = {}) {
  const message = createSiweMessage({
    address: account.address,
    chainId: 441070802,
    domain: "shop.example",
    uri: "https://shop.example/login",
    version: "1",
    nonce: "abcdefgh12345678",
    issuedAt: new Date(nowSec * 1000),
    ...changes,
  });
  return [message, await account.signMessage({ message })] as const;
}

const code = (expected: string) => (error: unknown) => (error as { code: string }).code === expected;

test("a good message signs its account in, once", async () => {
  const d = deps();
  const args = await signed();
  assert.equal(await checkSignIn(d, ...args), account.address);
  await assert.rejects(checkSignIn(d, ...args), code("invalid_nonce"));
});

test("every fault is refused by name", async () => {
  const cases = [
    [{ domain: "evil.example", uri: "https://evil.example" }, "origin_not_allowed"],
    [{ domain: "evil.example" }, "origin_not_allowed"],
    [{ chainId: 1 }, "invalid_siwe_message"],
    [{ issuedAt: new Date((nowSec - 3600) * 1000) }, "invalid_siwe_message"],
    [{ expirationTime: new Date((nowSec - 1) * 1000) }, "invalid_siwe_message"],
    [{ notBefore: new Date((nowSec + 100) * 1000) }, "invalid_siwe_message"],
    [{ nonce: "zzzzzzzz12345678" }, "invalid_nonce"],
  ] as const;
  for (const [changes, expected] of cases) {
    await assert.rejects(checkSignIn(deps(), ...(await signed(changes))), code(expected), expected);
  }
  const [message] = await signed();
  const other = await privateKeyToAccount(generatePrivateKey()).signMessage({ message });
  await assert.rejects(checkSignIn(deps(), message, other), code("invalid_signature"));
  await assert.rejects(checkSignIn(deps(), message, "0x1234"), code("invalid_signature"));
  await assert.rejects(checkSignIn(deps(), "hello", "0x1234"), code("invalid_siwe_message"));
});
