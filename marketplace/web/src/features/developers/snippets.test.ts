import assert from "node:assert/strict";
import { test } from "node:test";
import { addChainParameters, gatewaySnippets, networkSnippets } from "./snippets.ts";

const facts = {
  name: 'CyberMiles "Devnet"',
  chainId: 441070802,
  rpcUrl: "http://localhost:3000/rpc",
  wsUrl: "ws://localhost:8545",
  explorerUrl: "http://localhost:3000/explorer",
  gatewayUrl: "http://localhost:3000/gateway",
  escrow: "0x00000000000000000000000000000000000000E5",
} as const;

test("snippets carry the chain's own facts, with names quoted", () => {
  const [viem, cast, hardhat] = networkSnippets(facts);
  assert.match(viem?.code ?? "", /id: 441070802,/);
  assert.match(viem?.code ?? "", /name: "CyberMiles \\"Devnet\\""/);
  assert.match(cast?.code ?? "", /ETH_RPC_URL=http:\/\/localhost:3000\/rpc/);
  assert.match(cast?.code ?? "", new RegExp(facts.escrow));
  assert.match(hardhat?.code ?? "", /chainId: 441070802,/);
  assert.match(gatewaySnippets(facts)[0]?.code ?? "", /localhost:3000\/gateway\/v1\/invoices/);
});

test("the chain id of EIP-3085 is minimal hexadecimal", () => {
  const { chainId } = addChainParameters(facts);
  assert.equal(Number(chainId), facts.chainId);
  assert.match(chainId, /^0x[1-9a-f][0-9a-f]*$/);
});
