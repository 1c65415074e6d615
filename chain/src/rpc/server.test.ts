/** The HTTP and WebSocket surface against what it must refuse. */
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { WebSocket } from "ws";
import { ask, startTestNode, type TestNode } from "./testNode.ts";

let at: TestNode;
before(async () => {
  at = await startTestNode({ allowedOrigins: ["http://127.0.0.1:3000"], dev: false });
});
after(() => at.node.close());

const CALL = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] });
const JSON_TYPE = { "content-type": "application/json" };

/** fetch hides Host and Origin. */
function post(
  headers: Record<string, string>,
  body = CALL,
  method = "POST",
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(at.node.url, { method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

test("a page of another origin, or under a name of its own, cannot drive the node", async () => {
  assert.equal((await post({ ...JSON_TYPE, origin: "https://evil.example" })).status, 403);
  assert.equal((await post({ ...JSON_TYPE, origin: "null" })).status, 403);
  assert.equal((await post({ ...JSON_TYPE, host: "evil.example:8545" })).status, 403);
  const allowed = await post({ ...JSON_TYPE, origin: "http://127.0.0.1:3000" });
  assert.equal(allowed.status, 200);
  assert.equal(allowed.headers["access-control-allow-origin"], "http://127.0.0.1:3000");
  assert.equal(
    (await post({ ...JSON_TYPE, origin: "chrome-extension://nkbihfbeogaeaoehlefnkodbefgpgknn" })).status,
    200,
  );
  assert.equal((await post({ origin: "http://127.0.0.1:3000" }, "", "OPTIONS")).status, 204);
  assert.equal((await post({ "content-type": "text/plain" })).status, 415);
  const refused = await new Promise((resolve) => {
    const socket = new WebSocket(at.node.wsUrl, { origin: "https://evil.example" });
    socket.on("error", resolve);
    socket.on("open", () => resolve("opened"));
  });
  assert.match(String(refused), /403/);
});

test("too large, malformed and unknown requests have their codes", async () => {
  assert.equal(
    (await post(JSON_TYPE, "x".repeat(6 * 1_024 * 1_024)).catch(() => ({ status: 413 }))).status,
    413,
  );
  const answer = async (body: string) => JSON.parse((await post(JSON_TYPE, body)).text);
  assert.equal((await answer("{")).error.code, -32700);
  assert.equal((await answer("[]")).error.code, -32600);
  assert.equal((await answer("1")).error.code, -32600);
  assert.equal((await answer('{"id":1,"method":7}')).error.code, -32600);
  assert.equal((await answer('{"id":1,"method":"eth_call","params":{}}')).error.code, -32600);
  const unknown = await answer('{"id":1,"method":"toString","params":[]}');
  assert.deepEqual(unknown.error, {
    code: -32601,
    message: "the method toString does not exist/is not available",
  });
  assert.equal((await answer(JSON.stringify(Array(1_001).fill(JSON.parse(CALL))))).error.code, -32005);
  const batch = await answer(`[${CALL},{"jsonrpc":"2.0","method":"eth_chainId","params":[]},3]`);
  assert.equal(batch.length, 2, "a notification has no answer");
  assert.equal(batch[1].error.code, -32600);
});

test("parameters are checked by place and form", async () => {
  const code = async (method: string, ...params: unknown[]) =>
    (await ask(at.node.url, method, params)).error?.code;
  assert.equal(await code("eth_getBalance", "0x12", "latest"), -32602);
  assert.equal(await code("eth_getBalance"), -32602);
  assert.equal(await code("eth_getBlockByNumber", "0xzz", false), -32602);
  assert.equal(await code("eth_getTransactionByHash", 5), -32602);
  assert.equal(await code("eth_getLogs", [{ topics: Array(5).fill(null) }]), -32602);
  assert.equal(await code("eth_call", { to: "0x1" }, "latest"), -32602);
  assert.equal(await code("eth_getProof", `0x${"11".repeat(20)}`, "no list", "latest"), -32602);
  assert.equal(await code("eth_getBalance", `0x${"11".repeat(20)}`, "0xffffff"), -32000);
});

test("without --dev its helpers and keys do not exist", async () => {
  for (const method of ["evm_mine", "anvil_setBalance", "hardhat_impersonateAccount", "eth_sendTransaction"])
    assert.equal((await ask(at.node.url, method, [])).error?.code, -32601);
  assert.deepEqual((await ask(at.node.url, "eth_accounts")).result, []);
});

test("health and metrics", async () => {
  const health = (await (await fetch(`${at.node.url}/healthz`)).json()) as Record<string, unknown>;
  assert.equal(health.status, "ok");
  assert.equal(health.chainId, at.node.chainId);
  const metrics = await (await fetch(`${at.node.url}/metrics`)).text();
  assert.match(metrics, /^chain_height \d+$/m);
  assert.match(metrics, /rpc_request_seconds_count\{method="eth_chainId",outcome="ok"\} \d+/);
});
