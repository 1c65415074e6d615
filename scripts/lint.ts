// `npm run lint`: the static runners alone, with Biome's and Prettier's fixes applied first.
import { spawnSync } from "node:child_process";
import { ROOT } from "./root.ts";
import { RUNNERS } from "./runners.ts";

const run = (command: readonly string[]): number => {
  const [file = "", ...args] = command;
  return spawnSync(file, args, { cwd: ROOT, stdio: "inherit" }).status ?? 1;
};

run(["biome", "check", "--write", "."]);
run(["prettier", "--write", "--log-level=warn", "contracts/**/*.sol"]);
const failed = RUNNERS.filter((runner) => runner.counts === "exit" && run(runner.command) !== 0);
for (const runner of failed) process.stderr.write(`failed: ${runner.name}\n`);
process.exit(failed.length === 0 ? 0 : 1);
