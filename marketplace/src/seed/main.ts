// The seed as a process: RPC_URL, MARKETPLACE_URL, KEYS_DIR, DEPLOYMENTS_DIR from the environment, progress on stdout,
// one sentence on stderr and exit code 1 where it cannot go on. Starting it again goes on where it stopped.
import { z } from "zod";
import { ApiRefusal } from "./apiClient.ts";
import { SeedError, seedDemo } from "./seed.ts";
import { SeedTransactionError } from "./transactionPipeline.ts";

const env = z
  .object({
    RPC_URL: z.url().default("http://127.0.0.1:8545"),
    MARKETPLACE_URL: z.url().default("http://localhost:3000"),
    KEYS_DIR: z.string().min(1).default(".data/keys"),
    DEPLOYMENTS_DIR: z.string().min(1).optional(),
  })
  .parse(process.env);

try {
  await seedDemo({
    rpcUrl: env.RPC_URL,
    marketplaceUrl: env.MARKETPLACE_URL.replace(/\/+$/, ""),
    keysDir: env.KEYS_DIR,
    ...(env.DEPLOYMENTS_DIR === undefined ? {} : { deploymentsDir: env.DEPLOYMENTS_DIR }),
    say: (line) => process.stdout.write(`${line}\n`),
  });
} catch (error) {
  const isKnown = [ApiRefusal, SeedError, SeedTransactionError].some((kind) => error instanceof kind);
  process.stderr.write(`${isKnown || !(error instanceof Error) ? error : error.stack}\n`);
  process.exitCode = 1;
}
