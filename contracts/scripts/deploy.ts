/**
 * Finds or deploys the application contracts: `npm run deploy -w contracts`.
 * RPC_URL (http://127.0.0.1:8545), OWNER_KEY_FILE (a file with a private key in hex), FEE_BPS, FEE_RECIPIENT,
 * DEPLOYMENTS_DIR. `--demo-token` adds dUSD.
 */
import { readFileSync } from "node:fs";
import { getAddress, isHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { deployAll } from "../lib/deploy.ts";

const { OWNER_KEY_FILE, RPC_URL, FEE_BPS, FEE_RECIPIENT } = process.env;

async function main(): Promise<void> {
  if (OWNER_KEY_FILE === undefined) throw new Error("OWNER_KEY_FILE must name the owner's key file");
  const key = readFileSync(OWNER_KEY_FILE, "utf8").trim();
  if (!isHex(key) || key.length !== 66)
    throw new Error(`${OWNER_KEY_FILE} must hold one private key, 0x and 64 hex digits`);
  const deployment = await deployAll({
    rpcUrl: RPC_URL ?? "http://127.0.0.1:8545",
    ownerAccount: privateKeyToAccount(key),
    demoToken: process.argv.includes("--demo-token"),
    log: console.log,
    ...(FEE_BPS === undefined ? {} : { feeBps: Number(FEE_BPS) }),
    ...(FEE_RECIPIENT === undefined ? {} : { feeRecipient: getAddress(FEE_RECIPIENT) }),
  });
  console.log(JSON.stringify(deployment, null, 2));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
