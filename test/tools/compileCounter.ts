// Compiles tools/project/src/Counter.sol with the solc from npm: one source for every tool in the test.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Abi, Hex } from "viem";

const solc = createRequire(import.meta.url)("solc") as { compile(input: string): string };

export function compileCounter(): { abi: Abi; bytecode: Hex } {
  const content = readFileSync(join(import.meta.dirname, "project", "src", "Counter.sol"), "utf8");
  const output = JSON.parse(
    solc.compile(
      JSON.stringify({
        language: "Solidity",
        sources: { "Counter.sol": { content } },
        settings: { outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } } },
      }),
    ),
  );
  const { abi, evm } = output.contracts["Counter.sol"].Counter;
  return { abi, bytecode: `0x${evm.bytecode.object}` };
}
