/**
 * Hardhat builds and tests the contracts without any download: the compiler is npm's `solc` (soljson.js).
 * Sources are src/, Solidity tests test/*.t.sol, node tests test/*.test.ts and lib/*.test.ts.
 * FUZZ_RUNS deepens the fuzz and invariant runs; their seed is fixed, so a failure repeats.
 * BUILD_DIR keeps another build apart: coverage instruments the code, and what it wrote must never be deployed.
 */
import { createRequire } from "node:module";
import hardhatNodeTestRunner from "@nomicfoundation/hardhat-node-test-runner";
import hardhatViem from "@nomicfoundation/hardhat-viem";
import { defineConfig } from "hardhat/config";

const fuzzRuns = Number(process.env.FUZZ_RUNS ?? 256);
const buildDir = process.env.BUILD_DIR ?? ".";

export default defineConfig({
  plugins: [hardhatNodeTestRunner, hardhatViem],
  paths: {
    sources: "./src",
    tests: { solidity: "./test", nodejs: "./test" },
    artifacts: `${buildDir}/artifacts`,
    cache: `${buildDir}/cache`,
  },
  solidity: {
    splitTestsCompilation: true,
    version: "0.8.37",
    path: createRequire(import.meta.url).resolve("solc/soljson.js"),
    settings: { evmVersion: "osaka", optimizer: { enabled: true, runs: 200 } },
  },
  networks: {
    default: { type: "edr-simulated", chainType: "l1", hardfork: "osaka" },
  },
  test: {
    solidity: {
      profiles: {
        default: {
          fuzz: { runs: fuzzRuns, seed: "0x434d54" },
          invariant: { runs: Math.max(8, fuzzRuns >> 4), depth: 40, failOnRevert: true },
        },
        // Every call as a transaction of its own, so that storage is cold as it is on a chain.
        gas: { isolate: true },
      },
    },
  },
});
