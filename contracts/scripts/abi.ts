/**
 * Writes abi/<name>.ts from the compiled artifacts: `export const escrowAbi = [...] as const`.
 * The files are committed, so that other packages type-check without compiling; nobody edits them by hand.
 * `--check` writes nothing and exits 1 where a file is stale. Run `hardhat build` first (the npm scripts do).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { artifactNames, type ContractName, contractNames, readArtifact } from "../lib/artifacts.ts";

const abiDir = join(import.meta.dirname, "..", "abi");

/** Solidity's own type names say nothing to a caller and would travel to every browser. */
function withoutInternalType(key: string, value: unknown): unknown {
  return key === "internalType" ? undefined : value;
}

function renderAbi(name: ContractName): string {
  const { abi } = readArtifact(artifactNames[name]);
  return [
    `// Generated from ${artifactNames[name]}.sol by \`npm run abi -w contracts\`. Do not edit.`,
    `export const ${name}Abi = ${JSON.stringify(abi, withoutInternalType, 2)} as const;`,
    "",
  ].join("\n");
}

const stale = contractNames.filter((name) => {
  const path = join(abiDir, `${name}.ts`);
  return !existsSync(path) || readFileSync(path, "utf8") !== renderAbi(name);
});

if (process.argv.includes("--check")) {
  if (stale.length > 0) {
    console.error(`Stale ABIs: ${stale.join(", ")}. Run: npm run abi -w contracts`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(abiDir, { recursive: true });
  for (const name of stale) writeFileSync(join(abiDir, `${name}.ts`), renderAbi(name));
  console.log(stale.length > 0 ? `Wrote ABIs: ${stale.join(", ")}` : "ABIs are fresh.");
}
