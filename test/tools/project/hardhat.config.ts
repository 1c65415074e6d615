// A Hardhat 3 project as any developer has one, pointed at our node by RPC_URL and PRIVATE_KEY.
import { createRequire } from "node:module";
import hardhatViem from "@nomicfoundation/hardhat-viem";
import { configVariable, defineConfig } from "hardhat/config";

const require = createRequire(import.meta.url);

export default defineConfig({
  plugins: [hardhatViem],
  paths: {
    sources: "src",
    artifacts: "../../.output/hardhat/artifacts",
    cache: "../../.output/hardhat/cache",
  },
  solidity: { version: "0.8.37", path: require.resolve("solc/soljson.js") },
  networks: {
    cybermiles: { type: "http", url: configVariable("RPC_URL"), accounts: [configVariable("PRIVATE_KEY")] },
  },
});
