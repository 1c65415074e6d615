/**
 * Copy-paste programs for developers, made from what the running chain says about itself.
 * They are programs, not prose, so they are not translated; they hold no comments and no secrets.
 */
import type { Address } from "viem";

export interface NetworkFacts {
  name: string;
  chainId: number;
  rpcUrl: string;
  wsUrl: string;
  explorerUrl: string;
  gatewayUrl: string;
  escrow: Address;
}

export interface Snippet {
  id: string;
  fileName: string;
  code: string;
}

export function networkSnippets(facts: NetworkFacts): Snippet[] {
  return [
    { id: "viem", fileName: "balance.ts", code: viemSnippet(facts) },
    { id: "cast", fileName: "shell", code: castSnippet(facts) },
    { id: "hardhat", fileName: "hardhat.config.ts", code: hardhatSnippet(facts) },
  ];
}

export function gatewaySnippets(facts: NetworkFacts): Snippet[] {
  return [
    { id: "invoice", fileName: "shell", code: invoiceSnippet(facts) },
    { id: "webhook", fileName: "webhooks.ts", code: webhookSnippet() },
  ];
}

/** The object that `wallet_addEthereumChain` takes (EIP-3085). */
export function addChainParameters(facts: NetworkFacts) {
  return {
    chainId: `0x${facts.chainId.toString(16)}`,
    chainName: facts.name,
    nativeCurrency: { name: "CyberMiles Token", symbol: "CMT", decimals: 18 },
    rpcUrls: [facts.rpcUrl],
    blockExplorerUrls: [facts.explorerUrl],
  };
}

function viemSnippet({ name, chainId, rpcUrl, explorerUrl }: NetworkFacts): string {
  return `import { createPublicClient, defineChain, formatEther, http } from "viem";

const cybermiles = defineChain({
  id: ${chainId},
  name: ${JSON.stringify(name)},
  nativeCurrency: { name: "CyberMiles Token", symbol: "CMT", decimals: 18 },
  rpcUrls: { default: { http: [${JSON.stringify(rpcUrl)}] } },
  blockExplorers: { default: { name: "CyberMiles", url: ${JSON.stringify(explorerUrl)} } },
});

const client = createPublicClient({ chain: cybermiles, transport: http() });
const balance = await client.getBalance({ address: "0x434d540000000000000000000000000000000001" });
console.log(formatEther(balance), "CMT");
`;
}

function castSnippet({ rpcUrl, escrow }: NetworkFacts): string {
  return `export ETH_RPC_URL=${rpcUrl}
cast chain-id
cast block latest
cast call ${escrow} "orderCount()(uint256)"
cast send 0x000000000000000000000000000000000000dEaD --value 1ether --private-key "$PRIVATE_KEY"
`;
}

function hardhatSnippet({ chainId, rpcUrl }: NetworkFacts): string {
  return `import { configVariable, defineConfig } from "hardhat/config";
import hardhatToolboxViem from "@nomicfoundation/hardhat-toolbox-viem";

export default defineConfig({
  plugins: [hardhatToolboxViem],
  solidity: "0.8.37",
  networks: {
    cybermiles: {
      type: "http",
      chainType: "l1",
      chainId: ${chainId},
      url: ${JSON.stringify(rpcUrl)},
      accounts: [configVariable("PRIVATE_KEY")],
    },
  },
});
`;
}

function invoiceSnippet({ gatewayUrl }: NetworkFacts): string {
  return `curl ${gatewayUrl}/v1/invoices \\
  -H "Authorization: Bearer $CYBERMILES_KEY" \\
  -H "Idempotency-Key: order-1001" \\
  -H "Content-Type: application/json" \\
  -d '{"currency": "USD", "amount": "49.90", "orderReference": "1001"}'
`;
}

function webhookSnippet(): string {
  return `import express from "express";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.CYBERMILES_WEBHOOK_SECRET);
const handled = new Set();

express()
  .post("/webhooks", express.raw({ type: "application/json" }), (request, response) => {
    let event;
    try {
      event = webhook.verify(request.body.toString(), request.headers);
    } catch {
      return response.sendStatus(400);
    }
    const id = request.headers["webhook-id"];
    if (!handled.has(id)) {
      handled.add(id);
      if (event.type === "invoice.settled") console.log("ship", event.data);
    }
    response.sendStatus(204);
  })
  .listen(4000);
`;
}
