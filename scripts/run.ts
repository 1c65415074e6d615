// `node scripts/bootstrap.mjs run FILE ARGS…`: one of the repository's commands (a benchmark, the vectors, a figure of the
// README) under the right Node, after building what it needs.
import { spawnSync } from "node:child_process";
import { BuildError, build } from "./build.ts";
import { ROOT } from "./root.ts";

const command = process.argv.slice(2);
if (command.length === 0) {
  process.stderr.write("Expected a script to run, such as test/bench/node.ts.\n");
  process.exit(1);
}
try {
  await build((line) => process.stderr.write(`[build] ${line}\n`));
} catch (error) {
  process.stderr.write(`${error instanceof BuildError ? error.message : error}\n`);
  process.exit(1);
}
process.exit(spawnSync(process.execPath, command, { cwd: ROOT, stdio: "inherit" }).status ?? 1);
