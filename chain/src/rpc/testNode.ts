/** For tests: a node in a fresh folder with viem clients on it, and a small contract that does one of everything. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPublicClient, createTestClient, createWalletClient, defineChain, http } from "viem";
import { compileSolidity } from "../../scripts/compileSolidity.ts";
import { developmentAccounts } from "../genesis/developmentAccounts.ts";
import { type NodeOptions, startNode } from "../node.ts";
import { devnet } from "../presets/presets.ts";

export type TestNode = Awaited<ReturnType<typeof startTestNode>>;

export async function startTestNode(options: Partial<NodeOptions> = {}) {
  const node = await startNode({
    dataDir: mkdtempSync(join(tmpdir(), "chain-node-")),
    preset: devnet,
    host: "127.0.0.1",
    port: 0,
    dev: true,
    heartbeatMs: 0,
    ...options,
  });
  const chain = defineChain({
    id: node.chainId,
    name: "CyberMiles devnet",
    nativeCurrency: { name: "CyberMiles", symbol: "CMT", decimals: 18 },
    rpcUrls: { default: { http: [node.url], webSocket: [node.wsUrl] } },
    contracts: { multicall3: { address: "0xca11bde05977b3631167028862be2a173976ca11" } },
  });
  const settings = { chain, transport: http(node.url), pollingInterval: 20, cacheTime: 0 };
  const [alice, bob] = developmentAccounts();
  if (alice === undefined || bob === undefined) throw new Error("no development accounts");
  return {
    node,
    alice,
    bob,
    reader: createPublicClient(settings),
    wallet: createWalletClient({ ...settings, account: alice }),
    helper: createTestClient({ ...settings, mode: "anvil" }),
  };
}

/** A raw request: what clients hide, such as error codes. */
export async function ask(url: string, method: string, params: unknown[] = []): Promise<RawAnswer> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  return (await response.json()) as RawAnswer;
}

// biome-ignore lint/suspicious/noExplicitAny: results are as many as methods
type RawAnswer = { result?: any; error?: { code: number; message: string; data?: string } };

const PROBE_SOURCE = `
pragma solidity 0.8.37;
contract Probe {
    event Noted(address indexed who, uint256 indexed value, string text);
    error Refused(uint256 have, uint256 want);
    uint256 public value;
    mapping(uint256 => uint256) public cells;
    function note(uint256 newValue) external payable {
        value = newValue;
        cells[newValue] = newValue + 1;
        emit Noted(msg.sender, newValue, "noted");
    }
    function clear(uint256 cell) external { delete cells[cell]; delete value; }
    function failWithText() external pure { revert("no and no"); }
    function failWithError() external pure { revert Refused(1, 2); }
    function failWithPanic(uint256 divisor) external pure returns (uint256) { return 1 / divisor; }
    function burnGas() external view { while (gasleft() > 0) {} }
    function where() external view returns (uint256, uint256, bytes32) {
        return (block.number, block.timestamp, blockhash(block.number - 1));
    }
    function noteThrough(Probe other, uint256 newValue) external { other.note(newValue); }
    receive() external payable {}
}`;

export const compileProbe = (): ReturnType<typeof compileSolidity> => compileSolidity("Probe", PROBE_SOURCE);
