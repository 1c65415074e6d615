/** Runtime bytecode of a contract of contracts/src/system, by the pinned compiler, without metadata that would vary. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Hex } from "../src/encoding/hex.ts";

type Solc = { compile(input: string): string };
type Output = {
  errors?: { severity: string; formattedMessage: string }[];
  contracts: Record<string, Record<string, { evm: { deployedBytecode: { object: string } } }>>;
};

export function compileSystemContract(name: string): Hex {
  const solc = createRequire(import.meta.url)("solc") as Solc;
  const file = `system/${name}.sol`;
  const content = readFileSync(new URL(`../../contracts/src/${file}`, import.meta.url), "utf8");
  const input = {
    language: "Solidity",
    sources: { [file]: { content } },
    settings: {
      evmVersion: "osaka",
      optimizer: { enabled: true, runs: 1_000_000 },
      metadata: { bytecodeHash: "none", appendCBOR: false },
      outputSelection: { "*": { [name]: ["evm.deployedBytecode.object"] } },
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as Output;
  const faults = (output.errors ?? []).filter(({ severity }) => severity === "error");
  if (faults.length > 0) throw new Error(faults.map((fault) => fault.formattedMessage).join("\n"));
  return `0x${output.contracts[file]?.[name]?.evm.deployedBytecode.object}`;
}
