/** One Solidity file by the pinned compiler, without metadata that would vary. Used for genesis bytecode and by tests. */
import solc from "solc";
import type { Abi } from "viem";
import type { Hex } from "../src/encoding/hex.ts";

type Compiled = { abi: Abi; evm: Record<"bytecode" | "deployedBytecode", { object: string }> };
type Output = {
  errors?: { severity: string; formattedMessage: string }[];
  contracts: Record<string, Record<string, Compiled>>;
};

const FILE = "contract.sol";

export function compileSolidity(name: string, content: string): { abi: Abi; bytecode: Hex; runtime: Hex } {
  const settings = {
    evmVersion: "osaka",
    optimizer: { enabled: true, runs: 1_000_000 },
    metadata: { bytecodeHash: "none", appendCBOR: false },
    outputSelection: { "*": { [name]: ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"] } },
  };
  const input = { language: "Solidity", sources: { [FILE]: { content } }, settings };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as Output;
  const faults = (output.errors ?? []).filter(({ severity }) => severity === "error");
  const contract = output.contracts?.[FILE]?.[name];
  if (faults.length > 0 || contract === undefined)
    throw new Error(faults.map((fault) => fault.formattedMessage).join("\n") || `no contract ${name}`);
  const { bytecode, deployedBytecode } = contract.evm;
  return { abi: contract.abi, bytecode: `0x${bytecode.object}`, runtime: `0x${deployedBytecode.object}` };
}
